import { mayAct, type PlainAct } from '#lib/domain/roles/acts.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { asOurselves, seeingAs, type Work } from '#lib/server/work.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

/** What waits for a second person: an answer or a letter, and everyone who wrote any of it. */
export interface WaitsForSecond {
	complaint_id: string;
	writers: readonly string[];
	act: Extract<PlainAct, 'releaseAnswer' | 'releaseLetter'>;
	/** They come to it by their papers, and need not see the case. */
	byPapers?: boolean;
}

/**
 * Tells a second person that something waits for them; says why not where they may not look:
 * one of its writers, somebody who does not see the case, or the person complained about.
 */
export async function tellSecondPerson(
	work: Work,
	row: WaitsForSecond,
	staffId: string
): Promise<ActRefusal | null> {
	if (row.writers.includes(staffId)) return { code: 'secondPersonIsWriter' };
	if (!(await mayRelease(work, row, staffId))) return { code: 'staffUnknown', staffId };
	const { email } = await work.trx
		.selectFrom('staff')
		.select('email')
		.where('staff_id', '=', staffId)
		.executeTakeFirstOrThrow();
	await asOurselves(work, ({ trx, keys }) =>
		queueMessage(trx, keys, {
			purpose: 'answerWaits',
			channel: email ? 'email' : 'inbox',
			staffId,
			words: { recipient: email ?? '', ...MESSAGES_OUT.answerWaits }
		})
	);
	return null;
}

/** Through the second person's own eyes: what the database does not show them is not theirs. */
async function mayRelease(
	work: Work,
	{ complaint_id: complaintId, act, byPapers = false }: WaitsForSecond,
	staffId: string
): Promise<boolean> {
	if (byPapers) return true;
	const actor = { kind: 'staff', staffId } as const;
	if (!mayAct(await findHeldRoles({ ...work, actor }), act)) return false;
	return seeingAs(work, actor, async ({ trx }) => {
		const seen = await trx
			.selectFrom('complaint')
			.select('complaint_id')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirst();
		return seen !== undefined;
	});
}
