import type { Answers } from '#lib/intake/answers.ts';
import { NO_ANSWERS } from '#lib/intake/answers.ts';
import { PROMISE_VERSION } from '#lib/intake/codes.ts';
import type { View } from '#lib/intake/preference.ts';
import type { Checked, Question } from '#lib/intake/question.ts';
import { BEGINNINGS, firstUndone, isComplaintBegun } from '#lib/intake/questions.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { createDraft, lockDraft, saveAnswers, type Draft } from '#lib/server/intake/draft.ts';
import { alertFor } from '#lib/server/intake/safetyAlert.ts';
import { findVisit, markSeen, startVisitAfter, type Visit } from '#lib/server/intake/visit.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/** One press of Continue or Skip. `checked` is null for Skip with nothing to keep. */
export interface TakenStep {
	question: Question;
	checked: Checked | null;
	/** The page was opened by Change, and leads back to the check page. */
	isChange: boolean;
}

/** Where it leads. `gone`: there is no such draft any more. `sent`: it was sent already. */
export type StepTaken =
	{ kind: 'next'; step: StepId; newCookie: string | null } | { kind: 'sent' } | { kind: 'gone' };

/**
 * Keeps one answer, and raises the alert it may call for, before the next page is shown.
 *
 * Two presses at once wait for each other, and neither loses what the other one said. Only a
 * first page makes a visit and a draft; any other needs the one it belongs to.
 */
export function takeStep(
	service: Service,
	cookie: string | undefined,
	taken: TakenStep
): Promise<StepTaken> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const begins = BEGINNINGS.has(taken.question.id);
		const visit = await findVisit(work, cookie);
		const draft = visit?.draftId ? await lockDraft(work, visit.draftId) : null;
		if (visit && draft?.state === 'open' && !isKeptForLater(draft, taken.question)) {
			return keep(work, { visit, draft, taken });
		}
		if (begins) return begin(work, visit, taken);
		return draft?.state === 'sent' ? { kind: 'sent' } : { kind: 'gone' };
	});
}

/**
 * Begins a form on a first page that takes files, before they are kept; the cookie of the new
 * visit, and null where one was begun already.
 */
export function beginAt(
	service: Service,
	cookie: string | undefined,
	question: Question
): Promise<string | null> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		const draft = visit?.draftId ? await lockDraft(work, visit.draftId) : null;
		if (draft?.state === 'open' && !isKeptForLater(draft, question)) return null;
		const begun = await begin(work, visit, { question, checked: null, isChange: false });
		return begun.newCookie;
	});
}

/** A complaint saved under its words stays there: a thank-you or an idea is a form of its own. */
function isKeptForLater({ hasCode, answers }: Draft, { id }: Question): boolean {
	return hasCode && BEGINNINGS.has(id) && id !== '1' && isComplaintBegun(answers);
}

async function begin(
	work: Work,
	before: Visit | null,
	taken: TakenStep
): Promise<Extract<StepTaken, { kind: 'next' }>> {
	const draftId = await createDraft(work);
	const visit = { draftId, complaintId: null, cameWithCode: false };
	const cookie = await startVisitAfter(work, before, visit);
	const view = before?.preference.view ?? 'usual';
	const answers = withStep(NO_ANSWERS, taken, { nowMs: work.now(), view });
	await saveAnswers(work, { draftId, hasCode: false }, answers);
	return { kind: 'next', step: nextOf(answers, taken), newCookie: cookie };
}

async function keep(
	work: Work,
	{ visit, draft, taken }: { visit: Visit; draft: Draft; taken: TakenStep }
): Promise<StepTaken> {
	const { view } = visit.preference;
	const answers = withStep(draft.answers, taken, { nowMs: work.now(), view });
	await saveAnswers(work, draft, answers);
	await alertFor(work, taken.question.id, { draftId: draft.draftId, answers });
	await markSeen(work, visit);
	return { kind: 'next', step: nextOf(answers, taken), newCookie: null };
}

function withStep(
	answers: Answers,
	{ question, checked }: TakenStep,
	{ nowMs, view }: { nowMs: number; view: View }
): Answers {
	const recorded = checked ? question.record(answers, checked, nowMs) : answers;
	// The easier view says what is promised in other words, and the case tells which were shown.
	const shown =
		question.id === '1' && checked && view === 'easier'
			? { promiseVersion: `${PROMISE_VERSION} easier` }
			: {};
	return { ...recorded, ...shown, seen: [...new Set([...recorded.seen, question.id])] };
}

function nextOf(answers: Answers, { question, isChange }: TakenStep): StepId {
	return isChange ? firstUndone(answers) : question.next(answers);
}
