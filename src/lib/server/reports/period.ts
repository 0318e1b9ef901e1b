import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/** The days a report covers, both included. */
export interface Period {
	from: PlainDate;
	to: PlainDate;
}

/** Whether a date lies in the period. No date lies in none. */
export function isWithin(date: PlainDate | null, period: Period): boolean {
	return date !== null && date >= period.from && date <= period.to;
}

/** Whether something had begun by `date` and had not ended by then: it was open that evening. */
export function isOpenOn(
	stage: { requestedOn: PlainDate; completedOn: PlainDate | null },
	date: PlainDate
): boolean {
	return stage.requestedOn <= date && (stage.completedOn === null || stage.completedOn > date);
}
