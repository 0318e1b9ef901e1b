import type { Selectable, Transaction } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { DelayReason, Outcome } from '#lib/domain/complaint/codes.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openFor, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import type { Work } from '#lib/server/work.ts';
import type { PaperKind } from '#lib/words/papers.ts';

/** Which full answer: that of one strand at stage 2 or 3. */
export interface FullAnswerOf {
	complaintId: string;
	strandId: string;
	stage: 2 | 3;
}

/** What one person prepares. */
export interface FullAnswerContent {
	/** The decision in a few plain words, at the top of the letter. */
	inShort: string;
	/** Null where it is in time. */
	delayReason: DelayReason | null;
	/** What stage 3 asks for besides; null at stage 2. */
	stage3: {
		/** The day the independent person of stage 2 took part. */
		tookPartOn: PlainDate;
		decisions: readonly PreparedDecision[];
	} | null;
	/** What was found on each point, at the last corporate stage; absent at any other. */
	points?: readonly PreparedPoint[];
}

/** What was found on one point, and why, in the words that go. */
export interface PreparedPoint {
	elementId: string;
	outcome: Outcome;
	reason: string;
	/** What will be done about it; absent where nothing is left to do. */
	promise?: PreparedPromise;
}

/** What an answer says will be done: followed up like any other promise once it was sent. */
export interface PreparedPromise {
	promiseId: string;
	what: string;
	ownerId: string | null;
	/** The END of the day by which it is done. */
	dueOn: PlainDate;
}

/** A day for which something is promised that is over on the day the answer goes; null without. */
export function findPromiseBefore(
	sentOn: PlainDate,
	{ points = [] }: FullAnswerContent
): PlainDate | null {
	const days = points.flatMap(({ promise }) => promise?.dueOn ?? []);
	return days.find((dueOn) => dueOn < sentOn) ?? null;
}

/** What is decided on one recommendation of the panel. */
export interface PreparedDecision {
	recommendationId: string;
	accepted: boolean;
	/** Why it is departed from; '' where it is accepted. */
	why: string;
	ownerId: string | null;
	dueOn: PlainDate | null;
}

/** One document that goes: as a file, as its words, or as both. */
export interface SentPaper {
	kind: PaperKind;
	words: string | null;
	documentId: string | null;
}

/** What was found on one point, and what will be done about it by the END of `dueOn`. */
export interface SentPoint {
	elementId: string;
	title: string;
	outcome: Outcome;
	reason: string;
	promise?: { what: string; dueOn: PlainDate };
}

/** Every word that the complainant reads. */
export interface SentFullAnswer {
	letter: string;
	points: readonly SentPoint[];
	recommendations: readonly {
		words: string;
		accepted: boolean;
		reason: string | null;
		/** The END of the day by which it is done. */
		dueOn: PlainDate | null;
	}[];
	papers: readonly SentPaper[];
}

/** What is sealed in the row. */
export interface SealedFullAnswer {
	content: FullAnswerContent;
	/** Why the second person sent it back; null unless they did, until it is asked for again. */
	sentBack: { why: string; byStaffId: string; at: string } | null;
	/** Null until it was sent. */
	sent: SentFullAnswer | null;
}

/** The row of one full answer. */
export type FullAnswerRow = Selectable<Database['full_answer']>;

/** The full answer of a strand at a stage, locked where it is to be changed. */
export async function findFullAnswerRow(
	trx: Transaction<Database>,
	{ complaintId, strandId, stage }: FullAnswerOf,
	forUpdate: boolean
): Promise<FullAnswerRow | null> {
	const row = await trx
		.selectFrom('full_answer')
		.selectAll()
		.where('complaint_id', '=', complaintId)
		.where('strand_id', '=', strandId)
		.where('stage', '=', stage)
		.$if(forUpdate, (query) => query.forUpdate())
		.executeTakeFirst();
	return row ?? null;
}

/** The words of a full answer; null once erased. */
export async function openFullAnswer(
	{ trx, keys }: Work,
	row: Pick<FullAnswerRow, 'full_answer_id' | 'complaint_id' | 'sealed'>
): Promise<SealedFullAnswer | null> {
	const key = await openFor(trx, keys, row.complaint_id);
	const words = key?.open(placeOf(row.full_answer_id), row.sealed) ?? null;
	return words === null ? null : (JSON.parse(words) as SealedFullAnswer);
}

/** The bytes of `full_answer.sealed`. */
export async function sealFullAnswer(
	{ trx, keys }: Work,
	row: Pick<FullAnswerRow, 'full_answer_id' | 'complaint_id'>,
	answer: SealedFullAnswer
): Promise<Buffer> {
	const key = await sealFor(trx, keys, { ownerId: row.complaint_id, ownerKind: 'complaint' });
	return key.seal(placeOf(row.full_answer_id), JSON.stringify(answer));
}

function placeOf(fullAnswerId: string): SealedPlace {
	return { table: 'full_answer', column: 'sealed', rowId: fullAnswerId };
}
