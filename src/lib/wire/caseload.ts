import { z } from 'zod';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { CASE_STANDINGS, type CaseStanding } from '#lib/domain/complaint/caseload.ts';
import type { ClockName } from '#lib/domain/clocks/statutoryClocks.ts';
import type { ReminderKind } from '#lib/domain/complaint/reminders.ts';
import type { Phase, StrandStage } from '#lib/domain/complaint/state.ts';

/** How the next date of a case stands today. `soon`: within the next two working days. */
export const CLOCK_STANDINGS = ['late', 'today', 'soon', 'later', 'paused', 'noDate'] as const;
export type ClockStanding = (typeof CLOCK_STANDINGS)[number];

/** In which order cases are listed: the nearest date first, or the newest first. */
export const LIST_ORDERS = ['nextDate', 'newest'] as const;

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const none = z.literal('');

/**
 * What a list of cases is narrowed to; empty where it is not. Codes and ids only, so that it may
 * stand in an address and be kept under a name.
 */
export const caseFilterSchema = z.strictObject({
	who: z.union([none, z.enum(['mine', 'nobody']), z.uuid()]).default(''),
	team: z.union([none, code]).default(''),
	category: z.string().max(120).default(''),
	procedure: z.union([none, code]).default(''),
	route: z.union([none, code]).default(''),
	standing: z.union([none, z.enum(CASE_STANDINGS)]).default(''),
	stage: z.union([none, code]).default(''),
	clock: z.union([none, z.enum(CLOCK_STANDINGS)]).default(''),
	order: z.enum(LIST_ORDERS).default('nextDate')
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

/** Nothing is left out. */
export const EVERY_CASE: CaseFilter = caseFilterSchema.parse({});

/** Where a page of a list begins: after that row, or before it, in the order of the list. */
export const listPlaceSchema = z.strictObject({
	side: z.enum(['after', 'before']),
	/** What the row is sorted by: a number by the next date, the day of receipt by the newest. */
	key: z.union([z.number().int(), z.iso.date()]),
	complaintId: z.uuid()
});
export type ListPlace = z.infer<typeof listPlaceSchema>;

/** A question for a page of the list; POST /api/sync/cases, so that no name stands in an address. */
export const listQuerySchema = z.strictObject({
	filter: caseFilterSchema,
	/** A number, or all of a name. */
	words: z.string().max(200).default(''),
	place: listPlaceSchema.nullable().default(null)
});
export type ListQuery = z.infer<typeof listQuerySchema>;

/** One case of the list: no words of it but the name they chose. */
export interface ListedCase {
	complaintId: string;
	reference: string;
	calledName: string | null;
	receivedOn: PlainDate;
	phase: Exclude<Phase, 'none'>;
	standing: CaseStanding;
	stage: StrandStage | null;
	/** Past day 20: the END of the day until which they agreed to wait; absent where they did not. */
	waitsUntilOn?: PlainDate;
	nextDueOn: PlainDate | null;
	endedOn: PlainDate | null;
	officerId: string | null;
	responderId: string | null;
	teamId: string | null;
}

/** One page of the list, 25 cases at most, with where its neighbours begin. */
export interface CasePage {
	cases: readonly ListedCase[];
	/** How many cases fit in all, as far as they were counted: up to 1,000. */
	count: number;
	/** There are more than were counted. */
	hasMoreThanCounted: boolean;
	before: ListPlace | null;
	after: ListPlace | null;
}

/** A list a person has named for themselves. */
export interface SavedView {
	viewId: string;
	name: string;
	filter: CaseFilter;
}

/** A view to keep under its name; one of the same name is replaced. POST /api/sync/views. */
export const saveViewSchema = z.strictObject({
	viewId: z.uuid(),
	name: z.string().trim().min(1, 'Give the view a name').max(60, 'Keep this under 60 characters'),
	filter: caseFilterSchema
});

/** Who covers for whom; the days are in it. POST /api/sync/cover. */
export const setCoverSchema = z
	.strictObject({
		coverId: z.uuid(),
		absentId: z.uuid('Choose who is away'),
		coveringId: z.uuid('Choose who covers'),
		fromOn: z.iso.date('Enter the first day away'),
		toOn: z.iso.date('Enter the last day away')
	})
	.refine(({ absentId, coveringId }) => absentId !== coveringId, {
		path: ['coveringId'],
		error: 'Choose somebody else to cover'
	})
	.refine(({ fromOn, toOn }) => fromOn <= toOn, {
		path: ['toOn'],
		error: 'The last day must not be before the first'
	});
export type SetCover = z.infer<typeof setCoverSchema>;

/** Something the signed-in person was reminded of. */
export interface PulledReminder {
	complaintId: string;
	/** The strand, or the one promise, recommendation or enquiry; null for the whole complaint. */
	aboutId: string | null;
	clock: ClockName;
	kind: ReminderKind;
	dueOn: PlainDate;
	sentAt: string;
}

/** Cover as it is known to everyone at work, from today on. */
export interface PulledCover {
	coverId: string;
	absentId: string;
	coveringId: string;
	fromOn: PlainDate;
	toOn: PlainDate;
}

/**
 * What saying who covers came to. `mayNotSay`: neither their own absence nor a manager's order.
 * `cannotCover`: whoever is to cover does not do that work. `awayThemselves`: they are away too.
 */
export type CoverAnswer =
	| { done: true }
	| {
			done: false;
			refusal:
				'mayNotSay' | 'unknown' | 'over' | 'cannotCover' | 'coveredAlready' | 'awayThemselves';
	  };
