import { answersSchema, NO_ANSWERS, type Answers } from '#lib/intake/answers.ts';
import { removeDraftFiles } from '#lib/server/files/attachedFiles.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { destroyKey, openFor, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import type { Work } from '#lib/server/work.ts';

/** A form that somebody is filling in, or has sent. */
export interface Draft {
	draftId: string;
	state: 'open' | 'sent' | 'deleted';
	/** Empty once it was sent or deleted: the words are then gone from here. */
	answers: Answers;
	hasCode: boolean;
	complaintId: string | null;
	/** In milliseconds; null until it was sent. */
	sentAt: number | null;
	/** When it is forgotten unless something happens, in milliseconds. */
	expiresAt: number;
}

/** How long an unfinished form is kept: a day; 14 days where its six words were shown. */
const HOUR_MS = 3_600_000;
const KEPT_MS = 24 * HOUR_MS;
const KEPT_WITH_CODE_MS = 14 * KEPT_MS;

/** A new, empty form. */
export async function createDraft({ trx, now }: Work): Promise<string> {
	const draftId = crypto.randomUUID();
	await trx
		.insertInto('draft')
		.values({
			draft_id: draftId,
			state: 'open',
			created_at: writeInstant(now()),
			saved_at: writeInstant(now()),
			expires_at: writeInstant(now() + KEPT_MS)
		})
		.execute();
	return draftId;
}

/** The draft, or null where it has expired. */
export function findDraft(work: Work, draftId: string): Promise<Draft | null> {
	return read(work, draftId, false);
}

/**
 * The draft, with its row held until the transaction ends: of two that save or send at once the
 * second waits, and then reads what the first has done.
 */
export function lockDraft(work: Work, draftId: string): Promise<Draft | null> {
	return read(work, draftId, true);
}

/** Keeps what has been answered, sealed, and counts the time it is kept from now. */
export async function saveAnswers(
	work: Work,
	draft: Pick<Draft, 'draftId' | 'hasCode'>,
	answers: Answers
): Promise<void> {
	const { trx, keys, now } = work;
	const key = await sealFor(trx, keys, { ownerId: draft.draftId, ownerKind: 'draft' });
	await trx
		.updateTable('draft')
		.set((eb) => ({
			sealed: key.seal(placeOf(draft.draftId), JSON.stringify(answers)),
			version: eb('version', '+', 1),
			saved_at: writeInstant(now()),
			expires_at: writeInstant(now() + (draft.hasCode ? KEPT_WITH_CODE_MS : KEPT_MS))
		}))
		.where('draft_id', '=', draft.draftId)
		.execute();
	await forgetLater(work, now() + (draft.hasCode ? KEPT_WITH_CODE_MS : KEPT_MS));
}

/** Its six words are about to be shown, so it is kept for 14 days from now. */
export async function keepWithCode(work: Work, draftId: string): Promise<void> {
	const expiresAt = work.now() + KEPT_WITH_CODE_MS;
	await work.trx
		.updateTable('draft')
		.set({ has_code: true, expires_at: writeInstant(expiresAt) })
		.where('draft_id', '=', draftId)
		.execute();
	await forgetLater(work, expiresAt);
}

/** What was written is now a complaint; here the words are erased. */
export async function markSent(
	work: Work,
	draftId: string,
	{ complaintId, hasCode }: { complaintId: string; hasCode: boolean }
): Promise<void> {
	await work.trx
		.updateTable('draft')
		.set({
			state: 'sent',
			sealed: null,
			complaint_id: complaintId,
			has_code: hasCode,
			sent_at: writeInstant(work.now()),
			expires_at: writeInstant(work.now() + KEPT_WITH_CODE_MS)
		})
		.where('draft_id', '=', draftId)
		.execute();
	await destroyKey(work.trx, draftId);
}

/** Erases a form that was not sent, its files and its code. An alert that it raised is not touched. */
export async function eraseDraft(work: Work, draftId: string): Promise<void> {
	const { trx } = work;
	await removeDraftFiles(work, draftId);
	await trx.deleteFrom('receipt_code').where('draft_id', '=', draftId).execute();
	await trx
		.updateTable('draft')
		.set({ state: 'deleted', sealed: null, has_code: false })
		.where('draft_id', '=', draftId)
		.execute();
	await destroyKey(trx, draftId);
}

/** Has what is too old forgotten in the hour after this one would be; once an hour is enough. */
export async function forgetLater({ trx }: Work, expiresAt: number): Promise<void> {
	const runAt = writeInstant(Math.ceil(expiresAt / HOUR_MS) * HOUR_MS);
	await enqueue(trx, { kind: 'forgetOld', data: {}, runAt, uniqueKey: `forgetOld:${runAt}` });
}

async function read(work: Work, draftId: string, lock: boolean): Promise<Draft | null> {
	const query = work.trx
		.selectFrom('draft')
		.select(['state', 'sealed', 'has_code', 'complaint_id', 'sent_at', 'expires_at'])
		.where('draft_id', '=', draftId)
		.where('expires_at', '>', writeInstant(work.now()));
	const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
	if (!row) return null;
	return {
		draftId,
		state: row.state,
		answers: await open(work, draftId, row.sealed),
		hasCode: row.has_code,
		complaintId: row.complaint_id,
		sentAt: row.sent_at === null ? null : Date.parse(row.sent_at),
		expiresAt: Date.parse(row.expires_at)
	};
}

async function open(work: Work, draftId: string, sealed: Buffer | null): Promise<Answers> {
	const key = sealed && (await openFor(work.trx, work.keys, draftId));
	const text = key?.open(placeOf(draftId), sealed);
	return text ? answersSchema.parse(JSON.parse(text)) : NO_ANSWERS;
}

function placeOf(draftId: string): SealedPlace {
	return { table: 'draft', column: 'sealed', rowId: draftId };
}
