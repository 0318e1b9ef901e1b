import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { dateInEngland, type Instant } from '#lib/domain/calendar/england.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { countWorkingDays } from '#lib/domain/calendar/workingDays.ts';

/** What a device says of the moment at which an order was given. Kept with it as evidence. */
export interface DeviceEvidence {
	/** What the device's own clock showed. Never counted with. */
	deviceAt: string;
	/** The zone the device was set to. */
	zone: string;
	/** How long since it last heard the server, by its steady clock; null where it was restarted. */
	sinceServerMs: number | null;
	/** The last time the server told it, as the server wrote it; null where it never did. */
	lastServerAt: Instant | null;
}

/** What is known of the day on which somebody told us something that reached us later. */
export interface ToldOffline {
	/** The day they said it, as whoever wrote it down states. */
	madeOn: PlainDate;
	/** The day in England on which the device last heard the server; null where it never did. */
	lastServerOn: PlainDate | null;
	/** The day in England on which the server got it. */
	receivedOn: PlainDate;
	/** The day of the review it was said at, by our own diary; null where it is linked to none. */
	reviewOn: PlainDate | null;
}

/** From which day the time limits run, and how that compares with the day it reached us. */
export interface WhenReceived {
	/** Day 0 of every stage 1 clock. */
	startsOn: PlainDate;
	/** The stated day is not borne out: an officer decides, with a reason, within a working day. */
	isDisputed: boolean;
	told: 'onTheDay' | 'daysBefore';
	/** Working days gone by when it reached us; null where the bank holidays run out. */
	workingDaysUsed: number | null;
}

/** Somebody may write it up after midnight of the day they last had a signal. */
const SLACK_DAYS = 1;

/**
 * What the rule below is told of an order that was given with no signal. Of all that the device
 * says, only the time that the server gave it is read: the device's own clock moves no day.
 */
export function toldOffline(order: {
	madeOn: PlainDate;
	evidence: DeviceEvidence;
	receivedAt: Instant;
	reviewOn: PlainDate | null;
}): ToldOffline {
	const { lastServerAt } = order.evidence;
	return {
		madeOn: order.madeOn,
		lastServerOn: lastServerAt === null ? null : dateInEngland(lastServerAt),
		receivedOn: dateInEngland(order.receivedAt),
		reviewOn: order.reviewOn
	};
}

/**
 * From which day the time limits run.
 *
 * Whoever heard it is an officer of the authority, so they run from the day it was said, where that
 * day is borne out: from the day before the device last heard the server to the day it reached us,
 * both included, and the very day of the review it is linked to. A late signal takes the council's
 * time, not the child's.
 *
 * Where it is not, they run from the earliest day that can be until an officer decides: the day
 * before the device last heard the server, or the review's where that was earlier. A stated day
 * outside is never counted from, or a slip of the pen would make an answer years late. Only where
 * nothing else bounds it, because the device never heard the server, the stated day does.
 *
 * Source: SI 2006/1738 regs 2 and 14.
 */
export function whenReceived(told: ToldOffline, holidays: BankHolidayList): WhenReceived {
	const isDisputed = !isBorneOut(told);
	const startsOn = isDisputed ? earliestBound(told) : told.madeOn;
	const used = countWorkingDays(startsOn, told.receivedOn, holidays);
	return {
		startsOn,
		isDisputed,
		told: startsOn < told.receivedOn ? 'daysBefore' : 'onTheDay',
		workingDaysUsed: used.known ? used.value : null
	};
}

function isBorneOut(told: ToldOffline): boolean {
	const { madeOn, receivedOn, reviewOn } = told;
	if (madeOn > receivedOn) return false;
	if (reviewOn !== null && madeOn !== reviewOn) return false;
	const from = lowerBound(told);
	return from === null ? reviewOn !== null : madeOn >= from;
}

function earliestBound(told: ToldOffline): PlainDate {
	const bounds = [lowerBound(told) ?? told.madeOn, told.reviewOn];
	return bounds.reduce<PlainDate>(
		(earliest, bound) => (bound !== null && bound < earliest ? bound : earliest),
		told.receivedOn
	);
}

function lowerBound({ lastServerOn }: ToldOffline): PlainDate | null {
	return lastServerOn === null ? null : addDays(lastServerOn, -SLACK_DAYS);
}
