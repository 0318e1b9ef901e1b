import { noteEntry } from '#lib/server/audit/auditEntries.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { stepsAbove } from '#lib/domain/reviews/ladder.ts';
import { findConcernFiles } from '#lib/server/files/attachedFiles.ts';
import { asOurselves, inTransaction, type Work } from '#lib/server/work.ts';
import { openFor } from '#lib/server/keys/sealing.ts';
import { saidIn, wordsOfAct } from '#lib/server/reviews/concerns.ts';
import { readLadder } from '#lib/server/reviews/ladder.ts';
import { readConcerns } from '#lib/server/reviews/listedConcerns.ts';
import { findPromises } from '#lib/server/reviews/listedPromises.ts';
import type { Service } from '#lib/server/service.ts';
import type { WholeConcern } from '#lib/wire/reviews.ts';
import type { PushedText } from '#lib/wire/sync.ts';

/**
 * One concern whole; null where it is not theirs to see. That they looked is written down. Whoever
 * sees the complaint that it became sees what was done before it was one.
 */
export async function readConcern(
	service: Service,
	staffId: string,
	concernId: string
): Promise<WholeConcern | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const [read] = await readConcerns(work, { concernId });
		if (!read) return null;
		await noteLook(work, concernId);
		const { row, listed, concern, acts } = read;
		const key = await openFor(work.trx, work.keys, listed.childId);
		const said = saidIn(row, key);
		const wordsOf = (kind: PushedText['kind']) =>
			said.find((text) => text.kind === kind)?.words ?? null;
		const { ladder } = await readLadder(work);
		return {
			...listed,
			said: wordsOf('whatHappened'),
			wants: wordsOf('whatWouldHelp'),
			phoned: row.phoned,
			reviewOn: await findReviewDay(work, row.review_id),
			stepsNext: concern.state === 'complaint' ? [] : stepsAbove(concern.step, ladder),
			cafcassOn: concern.cafcassOn,
			settledOn: concern.settledOn,
			acts: acts.map(({ actId, act, byStaffId, at, sealed }) => ({
				...{ actId, act, byStaffId, at },
				words: key?.open(wordsOfAct(actId), sealed) ?? null
			})),
			promises: await findPromises(work, { concernId }),
			files: await findConcernFiles(work.trx, concernId)
		};
	});
}

/** The day alone, which whoever sees the concern may know. */
function findReviewDay(work: Work, reviewId: string | null): Promise<PlainDate | null> {
	if (reviewId === null) return Promise.resolve(null);
	return asOurselves(work, async ({ trx }) => {
		const row = await trx
			.selectFrom('review')
			.select('review_on')
			.where('review_id', '=', reviewId)
			.executeTakeFirst();
		return (row?.review_on ?? null) as PlainDate | null;
	});
}

function noteLook(work: Work, concernId: string): Promise<void> {
	return noteEntry(work, { action: 'concernOpened', entity: 'concern', entityId: concernId });
}
