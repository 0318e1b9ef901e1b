import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';

/** How long somebody who stopped may start again on their own page (public journey T5). */
export const UNDO_WORKING_DAYS = 20;

/** Where "I changed my mind" stands. */
export type Stopping =
	| { kind: 'running'; undoByOn: PlainDate | null }
	| { kind: 'stopped'; mayUndo: boolean; undoByOn: PlainDate | null };

/** Whether it was stopped, and until when it may be started again. */
export function stoppingOf({ complaint, rules }: OwnCase): Stopping {
	const { today, holidays } = rules;
	const until = (from: PlainDate) => {
		const last = addWorkingDays(from, UNDO_WORKING_DAYS, holidays);
		return last.known ? last.value : null;
	};
	const stoppedOn = complaint.withdrawnOn ?? lastStoppedOn(complaint.strands);
	if (stoppedOn === null) return { kind: 'running', undoByOn: until(today) };
	const undoByOn = until(stoppedOn);
	return { kind: 'stopped', mayUndo: undoByOn === null || today <= undoByOn, undoByOn };
}

/** The day the last of the strands was stopped; null while any goes on. */
function lastStoppedOn(strands: OwnCase['complaint']['strands']): PlainDate | null {
	if (strands.length === 0 || strands.some(({ stage }) => stage !== 'withdrawn')) return null;
	const days = strands.flatMap(({ withdrawnOn }) => withdrawnOn ?? []);
	return days.sort().at(-1) ?? null;
}
