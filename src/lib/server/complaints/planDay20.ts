import { day20NoticeAt, type Day20Facts } from '#lib/domain/clocks/notices.ts';
import type { CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import { stage1Dates } from '#lib/domain/complaint/stage1Dates.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import type { Work } from '#lib/server/work.ts';

/** A strand whose complainant is to be told of the right to stage 2 unless it is answered. */
export interface AwaitsDay20 {
	strandId: string;
	facts: Day20Facts;
}

/**
 * The strands without an answer whose day 20 is known: statutory, at stage 1, neither waiting
 * for an advocate nor told already. The corporate procedure has no such notice.
 */
export function strandsAwaitingDay20(
	{ strands }: Complaint,
	context: CountingContext
): AwaitsDay20[] {
	return strands.flatMap((strand) => {
		const day20On = findDay20(strand, context);
		const { strandId, waitsUntilOn } = strand;
		return day20On === null ? [] : [{ strandId, facts: { day20On, waitsUntilOn } }];
	});
}

/**
 * Plans the look at 17:00 on day 20, in the transaction that set or moved that day. A look that
 * was planned for an earlier day finds that it is too soon, and does nothing.
 */
export async function planDay20(
	{ trx }: Work,
	complaintId: string,
	strands: readonly AwaitsDay20[]
): Promise<void> {
	for (const { facts } of strands) {
		const runAt = new Date(day20NoticeAt(facts)).toISOString();
		await enqueue(trx, {
			kind: 'tellDay20',
			data: { complaintId },
			runAt,
			uniqueKey: `tellDay20:${complaintId}:${runAt}`
		});
	}
}

function findDay20(strand: Strand, context: CountingContext) {
	const { procedure, stage, rightToStage2ToldOn } = strand;
	if (procedure !== 'statutory' || stage !== 'stage1Open' || rightToStage2ToldOn !== null) {
		return null;
	}
	const dates = stage1Dates(strand, context);
	return dates.known ? dates.value.lastLimitOn : null;
}
