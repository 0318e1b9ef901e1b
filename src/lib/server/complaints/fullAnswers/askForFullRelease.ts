import { decide } from '#lib/domain/complaint/decide.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import { STAGE2_DOCUMENTS, type TextId } from '#lib/domain/complaint/codes.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { mayAct, type PlainAct } from '#lib/domain/roles/acts.ts';
import type { ActorRole } from '#lib/domain/roles/roles.ts';
import type { LetterRefusal } from '#lib/letters/refusals.ts';
import { tellSecondPerson } from '#lib/server/complaints/answers/tellSecondPerson.ts';
import { readRules } from '#lib/server/complaints/carryOut.ts';
import {
	atAnswerDoor,
	hasPapersToDecide,
	isTheirs,
	type AnswerDoor
} from '#lib/server/complaints/fullAnswers/answerDoor.ts';
import {
	composeFullAnswer,
	findAnsweredStrand
} from '#lib/server/complaints/fullAnswers/composeFullAnswer.ts';
import {
	findFullAnswerRow,
	findPromiseBefore,
	openFullAnswer,
	sealFullAnswer,
	type FullAnswerContent,
	type FullAnswerOf,
	type FullAnswerRow
} from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import type { AnsweredStrand } from '#lib/server/complaints/fullAnswers/gatherPapers.ts';
import { mayReleaseFull } from '#lib/domain/complaint/fullAnswerRelease.ts';
import { lockComplaint } from '#lib/server/complaints/log.ts';
import { findHeldRoles, roleFor } from '#lib/server/complaints/roles.ts';
import { findUnready } from '#lib/server/letters/releaseLetter.ts';
import { canReadOnline } from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, seeingAs, type Work } from '#lib/server/work.ts';

/** Which full answer, and the version of it that was on the page; 0 before the first. */
export interface SeenFullAnswer extends FullAnswerOf {
	seenVersion: number;
}

/** What came of an act on a full answer. */
export type FullAnswerActed = { done: true } | { done: false; refusal: FullAnswerRefusal };

export type FullAnswerRefusal = LetterRefusal | Refusal;

/**
 * Prepares the full answer and asks a second person to release it: the rules are asked first, as
 * if it went today. Asked again, it waits anew, and whoever asked before is a writer too.
 */
export function askForFullRelease(
	service: Service,
	staffId: string,
	asked: SeenFullAnswer & { content: FullAnswerContent; secondPersonId: string }
): Promise<FullAnswerActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findForFullAnswer(work, asked, { act: 'writeLetter', door: 'case' });
		if ('refusal' in found) return refuseFull(found.refusal);
		const { about, row } = found;
		const writers = [...new Set([...(row?.writers ?? []), staffId])];
		const refusal =
			(await findUnreadyAnswer(work, about, { content: asked.content, door: 'case' })) ??
			(await findWrongSecond(work, about, { writers, secondPersonId: asked.secondPersonId }));
		if (refusal) return refuseFull(refusal);
		const ids = {
			full_answer_id: row?.full_answer_id ?? crypto.randomUUID(),
			complaint_id: asked.complaintId
		};
		const columns = {
			state: 'waitingForRelease' as const,
			sealed: await sealFullAnswer(work, ids, {
				content: asked.content,
				sentBack: null,
				sent: null
			}),
			written_by: staffId,
			writers,
			release_asked_at: instantOf(work),
			second_person_id: asked.secondPersonId
		};
		if (row) {
			await work.trx
				.updateTable('full_answer')
				.set({ ...columns, version: row.version + 1 })
				.where('full_answer_id', '=', row.full_answer_id)
				.execute();
		} else {
			const { strandId, stage } = asked;
			await work.trx
				.insertInto('full_answer')
				.values({ ...ids, ...columns, strand_id: strandId, stage })
				.execute();
		}
		return { done: true };
	});
}

/** The second person sends it back to whoever prepared it, and says why. */
export function sendFullAnswerBack(
	service: Service,
	staffId: string,
	{ why, ...seen }: SeenFullAnswer & { why: string }
): Promise<FullAnswerActed> {
	return inTransaction(service, { kind: 'staff', staffId }, (own) =>
		atAnswerDoor(own, seen, async (work, door) => {
			const found = await findForFullAnswer(work, seen, { act: 'releaseLetter', door });
			if ('refusal' in found) return refuseFull(found.refusal);
			const { row } = found;
			const sealed = row && (await openFullAnswer(work, row));
			if (!sealed || row.state !== 'waitingForRelease') {
				return refuseFull({ code: 'nothingWaiting' });
			}
			await work.trx
				.updateTable('full_answer')
				.set({
					state: 'sentBack',
					version: row.version + 1,
					release_asked_at: null,
					second_person_id: null,
					sealed: await sealFullAnswer(work, row, {
						...sealed,
						sentBack: { why, byStaffId: staffId, at: instantOf(work) }
					})
				})
				.where('full_answer_id', '=', row.full_answer_id)
				.execute();
			return { done: true };
		})
	);
}

/** The strand and its full answer, locked, where this person may do that with what they saw. */
export async function findForFullAnswer(
	work: Work,
	seen: SeenFullAnswer,
	{ act, door }: { act: Extract<PlainAct, 'writeLetter' | 'releaseLetter'>; door: AnswerDoor }
): Promise<{ about: AnsweredStrand; row: FullAnswerRow | null } | { refusal: FullAnswerRefusal }> {
	if (!(await lockComplaint(work, seen.complaintId))) return { refusal: { code: 'notYours' } };
	if (door === 'case' && !mayAct(await findHeldRoles(work), act)) {
		return { refusal: { code: 'mayNotAct', act } };
	}
	const about = await findAnsweredStrand(work, seen);
	if (!about) return { refusal: { code: 'notYours' } };
	const row = await findFullAnswerRow(work.trx, seen, true);
	// Asked after the wait for the lock: the papers may have been taken from them meanwhile.
	if (door === 'papers' && !(await isTheirs(work, seen, row))) {
		return { refusal: { code: 'notYours' } };
	}
	if (row?.state === 'sent' || isAnswered(about)) return { refusal: { code: 'alreadySent' } };
	const version = row?.version ?? 0;
	if (version !== seen.seenVersion) return { refusal: { code: 'changedMeanwhile', version } };
	return { about, row };
}

/** Why it cannot go as it stands, whoever releases it at that door. */
export async function findUnreadyAnswer(
	work: Work,
	about: AnsweredStrand,
	{ content, door }: { content: FullAnswerContent; door: AnswerDoor }
): Promise<FullAnswerRefusal | null> {
	const { command } = orderOf(work, about, { content, staffId: staffOf(work) });
	const role = ROLE_AT[door] ?? roleFor(work, await findHeldRoles(work), command.type);
	const decision = decide(about.complaint, command, {
		...(await readRules(work)),
		role,
		standingOf: () => null
	});
	if (!decision.accepted) return decision.refusal;
	const today = dateInEngland(work.now());
	const date = findPromiseBefore(today, content);
	if (date) return { code: 'dateBefore', date, earliest: today, because: 'responded' };
	const composed = await composeFullAnswer(work, about, content);
	if (!composed) return { code: about.stage === 2 ? 'reportNotAttached' : 'reportMissing' };
	return (
		findUnready(composed.check) ??
		((await canReadOnline(work, about.complaintId)) ? null : { code: 'noSafeWay', how: 'online' })
	);
}

/**
 * The role by which the order is judged: whoever decides and has no other part in the office lets
 * go what the complaints manager otherwise would. That they may is `mayReleaseFull` and `isTheirs`.
 */
export const ROLE_AT = {
	case: null,
	papers: 'complaintsManager'
} as const satisfies Record<AnswerDoor, ActorRole | null>;

/** The rules' order for it, released by that person today, and the reasons it brings. */
export function orderOf(
	work: Work,
	{ strand: { strandId, procedure }, stage }: AnsweredStrand,
	{ content, staffId }: { content: FullAnswerContent; staffId: string }
): { command: Command; reasons: readonly { textId: TextId; words: string }[] } {
	const today = dateInEngland(work.now());
	const { delayReason, stage3 } = content;
	const common = { strandId, sentOn: today, delayReason, releasedByStaffId: staffId };
	if (procedure === 'corporate') {
		return {
			command: {
				type: 'respondCorporateStage2',
				...common,
				outcomes: (content.points ?? []).map(({ elementId, outcome }) => ({ elementId, outcome })),
				// The letter says how to reach the Ombudsman, and is not sent without.
				ombudsmanToldOn: today
			},
			reasons: []
		};
	}
	if (stage === 2) {
		return {
			command: { type: 'sendStage2Response', ...common, documents: STAGE2_DOCUMENTS },
			reasons: []
		};
	}
	const decided = (stage3?.decisions ?? []).map(({ why, ...decision }) => ({
		decision,
		reason: why.trim() ? { textId: crypto.randomUUID(), words: why } : null
	}));
	return {
		command: {
			type: 'respondStage3',
			...common,
			independentPersonTookPartOn: stage3?.tookPartOn ?? null,
			decisions: decided.map(({ decision, reason }) => ({
				...decision,
				reasonTextId: reason?.textId ?? null
			})),
			// The letter that goes with it says how to reach the Ombudsman, and is not sent without.
			ombudsmanToldOn: today
		},
		reasons: decided.flatMap(({ reason }) => reason ?? [])
	};
}

/** Does not do it. */
export function refuseFull(refusal: FullAnswerRefusal): FullAnswerActed {
	return { done: false, refusal };
}

async function findWrongSecond(
	work: Work,
	about: AnsweredStrand,
	{ writers, secondPersonId }: { writers: readonly string[]; secondPersonId: string }
): Promise<FullAnswerRefusal | null> {
	const actor = { kind: 'staff', staffId: secondPersonId } as const;
	const roles = await findHeldRoles({ ...work, actor });
	if (!mayReleaseFull(about, { staffId: secondPersonId, roles })) {
		return { code: 'staffUnknown', staffId: secondPersonId };
	}
	const waits = { complaint_id: about.complaintId, writers, act: 'releaseLetter' } as const;
	const byPapers = await seeingAs(work, actor, (theirs) => hasPapersToDecide(theirs, about));
	return tellSecondPerson(work, { ...waits, byPapers }, secondPersonId);
}

function isAnswered({ strand, stage }: AnsweredStrand): boolean {
	return stage === 2 ? strand.stage2.respondedOn !== null : strand.stage3?.respondedOn != null;
}

function staffOf({ actor }: Work): string {
	return actor.kind === 'staff' ? actor.staffId : '';
}
