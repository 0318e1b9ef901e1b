import type { Answers } from '#lib/intake/answers.ts';
import { firstUndone, isAside, isComplete } from '#lib/intake/questions.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { receiveFromIntake } from '#lib/server/complaints/receiveFromIntake.ts';
import { findDraft, lockDraft, markSent, type Draft } from '#lib/server/intake/draft.ts';
import { intakeOf } from '#lib/server/intake/intakeOf.ts';
import { sendBeside } from '#lib/server/intake/sendBeside.ts';
import { keepPreference } from '#lib/server/intake/preference.ts';
import {
	keepChildsCode,
	keepCode,
	openComplaintWithCode,
	prepareChildsCode,
	prepareCode,
	type PreparedCode
} from '#lib/server/intake/sixWords.ts';
import { findNewCookie, findVisit, markVisitSent, type Visit } from '#lib/server/intake/visit.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/** What became of it. `unfinished`: the page that still needs an answer. */
export type Sending =
	| { kind: 'sent'; newCookie: string | null }
	| { kind: 'unfinished'; step: StepId }
	| { kind: 'gone' };

/**
 * Makes the complaint of a draft, once, however often and however much at once it is sent.
 *
 * The complaint, its code, the end of the draft and the new turn of the visit are kept together
 * or not at all. Whoever sends it again gets the same answer.
 */
export async function sendDraft(service: Service, cookie: string | undefined): Promise<Sending> {
	const held = await inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		return { visit, draft: visit?.draftId ? await findDraft(work, visit.draftId) : null };
	});
	if (!held.visit || !held.draft) return { kind: 'gone' };
	const { visit, draft } = held;
	const isOpen = draft.state === 'open';
	const code =
		isOpen && wantsCode(draft.answers) ? await prepareCode(service.keys, visit, draft) : null;
	const childsCode =
		isOpen && givesChildACode(draft.answers) ? await prepareChildsCode(service.keys, visit) : null;
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const locked = await lockDraft(work, draft.draftId);
		switch (locked?.state) {
			case 'open':
				return send(work, { visit, draft: locked, code, childsCode });
			case 'sent':
				return sent(work, visit, locked.complaintId);
			case 'deleted':
			case undefined:
				return { kind: 'gone' };
		}
	});
}

interface Sendable {
	visit: Visit;
	draft: Draft;
	code: PreparedCode | null;
	/** For the child, where somebody speaks for them and they have their own say. */
	childsCode: PreparedCode | null;
}

async function send(work: Work, { visit, draft, code, childsCode }: Sendable): Promise<Sending> {
	const { draftId, answers } = draft;
	if (!isComplete(answers)) return { kind: 'unfinished', step: firstUndone(answers) };

	const { language } = visit.preference;
	const beside = await sendBeside(work, { draftId, answers, language });
	const intake = intakeOf(answers, { draftId, nowMs: work.now(), language, beside });
	const { complaintId } = await receiveFromIntake(work, intake);
	const hasCode = draft.hasCode || code !== null;
	await markSent(work, draftId, { complaintId, hasCode });
	// Between looking and locking, another browser may have been given a code for this draft.
	if (code && !draft.hasCode) await keepCode(work, code, draftId);
	await keepPreference(work, visit);
	const holder = speaksForChild(answers) ? 'helper' : 'complainant';
	const opens = { draftId, complaintId, holder } as const;
	await openComplaintWithCode(work, opens);
	if (childsCode && givesChildACode(answers)) await keepChildsCode(work, childsCode, opens);
	await markVisitSent(work, visit, opens);
	return sent(work, visit, complaintId);
}

/** A code is given to everyone but those who say thank you and want no reply (2.7). */
function wantsCode({ door, wantsReply }: Answers): boolean {
	return door !== 'thanks' || wantsReply !== 'no';
}

/** Somebody speaks for a child who will use a code of their own (A4). */
function givesChildACode(answers: Answers): boolean {
	return speaksForChild(answers) && answers.hearsChild === 'ownCode';
}

/** A thank-you or an idea is its sender's own, whatever they had begun by another door. */
function speaksForChild(answers: Answers): boolean {
	return answers.who === 'helper' && !isAside(answers);
}

function sent(work: Work, visit: Visit, complaintId: string | null): Sending {
	return { kind: 'sent', newCookie: findNewCookie(work, { ...visit, complaintId }) };
}
