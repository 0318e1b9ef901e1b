import type { PanelRecommendation } from '#lib/domain/complaint/stage3Codes.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import type { CheckedLetter } from '#lib/letters/checkLetter.ts';
import { listStaff } from '#lib/server/auth/accounts.ts';
import { recordView } from '#lib/server/audit/views.ts';
import {
	atAnswerDoor,
	isTheirs,
	type AnswerDoor
} from '#lib/server/complaints/fullAnswers/answerDoor.ts';
import {
	composeFullAnswer,
	findAnsweredStrand
} from '#lib/server/complaints/fullAnswers/composeFullAnswer.ts';
import {
	findFullAnswerRow,
	openFullAnswer,
	type FullAnswerContent,
	type FullAnswerOf,
	type FullAnswerRow,
	type SealedFullAnswer,
	type SentFullAnswer
} from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import { mayReleaseFull } from '#lib/domain/complaint/fullAnswerRelease.ts';
import type { AnsweredStrand } from '#lib/server/complaints/fullAnswers/gatherPapers.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves, inTransaction, type Work } from '#lib/server/work.ts';

/** A full answer as the page that prepares or releases it needs it. */
export interface ReadFullAnswer {
	state: FullAnswerRow['state'] | 'none' | 'onPaper';
	/** 0 before it was first prepared. */
	version: number;
	/** How many events the case has. */
	caseVersion: number;
	content: FullAnswerContent | null;
	/** As it would go, or went; null while a report lacks. */
	goes: SentFullAnswer | null;
	/** Of the letter; null where nothing would go, or it went. */
	check: CheckedLetter | null;
	toLookAt: readonly string[];
	sentBack: SealedFullAnswer['sentBack'];
	writers: readonly string[];
	secondPersonId: string | null;
	/** This person may prepare it: the complaints team, and no one who only decides. */
	mayPrepare: boolean;
	/** This person may release it, but for what they wrote. */
	mayRelease: boolean;
	/** Who may be asked; for those who may prepare it. */
	seconds: readonly { staffId: string; displayName: string }[];
	/** By their id, whoever was asked, released it or sent it back. */
	names: Readonly<Record<string, string>>;
	/** The points to be decided on here, at the last corporate stage; empty at any other. */
	points: readonly { elementId: string; title: string }[];
	/** What the panel asks for; empty at stage 2. */
	recommendations: readonly { recommendationId: string; words: string }[];
	releasedBy: string | null;
	sentAt: string | null;
	openedAt: string | null;
}

/** One full answer, and the note that this person looked; null where it is not theirs. */
export function readFullAnswer(
	service: Service,
	staffId: string,
	answer: FullAnswerOf
): Promise<ReadFullAnswer | null> {
	return inTransaction(service, { kind: 'staff', staffId }, (own) =>
		atAnswerDoor(own, answer, (work, door) => readAt(work, door, { staffId, answer }))
	);
}

async function readAt(
	work: Work,
	door: AnswerDoor,
	{ staffId, answer }: { staffId: string; answer: FullAnswerOf }
): Promise<ReadFullAnswer | null> {
	const roles = await findHeldRoles(work);
	const mayPrepare = door === 'case' && mayAct(roles, 'writeLetter');
	if (door === 'case' && !mayPrepare) return null;
	const about = await findAnsweredStrand(work, answer);
	if (!about || !hasSomethingToSend(about)) return null;
	const row = await findFullAnswerRow(work.trx, answer, false);
	if (door === 'papers' && !(await isTheirs(work, answer, row))) return null;
	const sealed = row && (await openFullAnswer(work, row));
	const content = sealed?.content ?? null;
	const composed = sealed?.sent ? null : await composeFullAnswer(work, about, content);
	await recordView(work, answer.complaintId, 'answer');
	return {
		state: row?.state ?? (isOnPaper(about) ? 'onPaper' : 'none'),
		version: row?.version ?? 0,
		caseVersion: about.complaint.version,
		content,
		goes: sealed?.sent ?? composed?.goes ?? null,
		check: composed?.check ?? null,
		toLookAt: composed?.toLookAt ?? [],
		sentBack: sealed?.sentBack ?? null,
		writers: row?.writers ?? [],
		secondPersonId: row?.second_person_id ?? null,
		mayPrepare,
		mayRelease: mayReleaseFull(about, { staffId, roles }),
		seconds: mayPrepare ? await findSeconds(work, about, [...(row?.writers ?? []), staffId]) : [],
		names: await findNames(work, row, sealed),
		points: await findPoints(work, about),
		recommendations: await findRecommended(work, about),
		releasedBy: row?.released_by ?? null,
		sentAt: row?.sent_at ?? null,
		openedAt: row?.opened_at ?? null
	};
}

/** What those are called who had a part in it. */
async function findNames(
	{ trx }: Work,
	row: FullAnswerRow | null,
	sealed: SealedFullAnswer | null
): Promise<ReadFullAnswer['names']> {
	const ids = [row?.second_person_id, row?.released_by, sealed?.sentBack?.byStaffId].flatMap(
		(id) => id ?? []
	);
	if (ids.length === 0) return {};
	const named = await trx
		.selectFrom('staff')
		.select(['staff_id', 'display_name'])
		.where('staff_id', 'in', ids)
		.execute();
	return Object.fromEntries(named.map((one) => [one.staff_id, one.display_name]));
}

function hasSomethingToSend({ strand, stage }: AnsweredStrand): boolean {
	if (strand.procedure === 'corporate') return stage === 2 && strand.stage2RequestedOn !== null;
	return stage === 2
		? strand.stage2.adjudication !== null
		: strand.stage3?.reportReceivedOn != null;
}

function isOnPaper({ strand, stage }: AnsweredStrand): boolean {
	return stage === 2 ? strand.stage2.respondedOn !== null : strand.stage3?.respondedOn != null;
}

function findSeconds(
	work: Work,
	about: AnsweredStrand,
	writers: readonly string[]
): Promise<ReadFullAnswer['seconds']> {
	return asOurselves(work, async ({ trx }) => {
		const subjects = await trx
			.selectFrom('complaint_subject')
			.select('staff_id')
			.where('complaint_id', '=', about.complaintId)
			.execute();
		const never = [...writers, ...subjects.map(({ staff_id }) => staff_id)];
		return (await listStaff(trx))
			.filter(
				({ isActive, staffId, roles }) => isActive && mayReleaseFull(about, { staffId, roles })
			)
			.filter(({ staffId }) => !never.includes(staffId))
			.map(({ staffId, displayName }) => ({ staffId, displayName }));
	});
}

async function findPoints(
	{ trx, keys }: Work,
	{ complaintId, complaint, strand }: AnsweredStrand
): Promise<ReadFullAnswer['points']> {
	if (strand.procedure !== 'corporate') return [];
	const texts = (await findTexts(trx, keys, [complaintId])).get(complaintId) ?? [];
	return strand.elementIds.map((elementId) => {
		const titled = complaint.elements.find((one) => one.elementId === elementId)?.titleTextId;
		return { elementId, title: texts.find(({ textId }) => textId === titled)?.words ?? 'A point' };
	});
}

async function findRecommended(
	{ trx, keys }: Work,
	{ complaintId, strand, stage }: AnsweredStrand
): Promise<ReadFullAnswer['recommendations']> {
	const asked: readonly PanelRecommendation[] =
		stage === 3 ? (strand.stage3?.recommendations ?? []) : [];
	if (asked.length === 0) return [];
	const texts = (await findTexts(trx, keys, [complaintId])).get(complaintId) ?? [];
	return asked.map(({ recommendationId, textId }) => ({
		recommendationId,
		words: texts.find((one) => one.textId === textId)?.words ?? ''
	}));
}
