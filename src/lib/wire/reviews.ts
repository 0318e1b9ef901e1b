import type { DutyNumber } from '#lib/wire/signedInNow.ts';
import type { PulledFile } from '#lib/wire/sync.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ConcernAct, Concern } from '#lib/domain/reviews/concern.ts';
import type { LadderStep } from '#lib/domain/reviews/ladder.ts';
import type { PromiseFound } from '#lib/domain/reviews/promises.ts';

/**
 * What GET /api/sync/reviews answers: the reviews of the signed-in officer, with what a device may
 * keep of them. Of each child the first name and a letter; of a concern no word that was said.
 */
export interface MyReviews {
	asOf: string;
	today: PlainDate;
	/** From a week ago, where nobody said whether it was held, to 14 days from today; by day. */
	reviews: readonly ListedReview[];
	/** The children of those reviews, and any other of theirs. */
	children: readonly { childId: string; called: string }[];
	/** What was promised and not kept whole, in the order to ask about it. */
	promises: readonly ListedPromise[];
	/** Those not settled and no complaint, and what ended in the last 28 days; newest first. */
	concerns: readonly ListedConcern[];
	/** The council's own steps, from the lowest up. */
	ladder: readonly LadderStep[];
	/** Whom to telephone where a child is not safe; the council's own is null where none is set. */
	duty: DutyNumber | null;
	/** Whom to telephone for an advocate. */
	advocacy: { name: string; telephone: string };
}

export interface ListedReview {
	reviewId: string;
	childId: string;
	on: PlainDate;
	place: string;
	held: 'held' | 'notHeld' | null;
}

export interface ListedPromise {
	promiseId: string;
	childId: string;
	what: string;
	who: string;
	madeOn: PlainDate;
	dueOn: PlainDate | null;
	found: PromiseFound | null;
	checkedOn: PlainDate | null;
}

export interface ListedConcern {
	concernId: string;
	childId: string;
	/** "Jay K."; empty once erased. */
	called: string;
	/** Whose review it is, by their id: another's, for whoever manages them. */
	officerId: string;
	saidOn: PlainDate;
	/** The day it was said is in doubt, so that the earliest counts until an officer decides. */
	isDayInDoubt: boolean;
	state: Concern['state'];
	step: LadderStep | null;
	/** By when something must happen next; null where nothing is awaited. */
	nextDueOn: PlainDate | null;
	/** By when the whole ladder must be over; null unless it is escalated. */
	allDueOn: PlainDate | null;
	safeNow: 'yes' | 'no' | 'notSure' | 'notAsked';
	wantsAdvocate: 'yes' | 'no' | 'notAsked';
	/** The number of the complaint that it became. */
	reference: string | null;
}

/** What GET /api/sync/reviews/ID answers: one concern whole, for its own page. */
export interface WholeConcern extends ListedConcern {
	/** What the child said and wants; null once it is a complaint, which has the words. */
	said: string | null;
	wants: string | null;
	phoned: 'yes' | 'notYet' | null;
	reviewOn: PlainDate | null;
	/** The steps that it may be taken to next. */
	stepsNext: readonly LadderStep[];
	cafcassOn: PlainDate | null;
	settledOn: PlainDate | null;
	/** What happened, the oldest first. */
	acts: readonly {
		actId: string;
		act: ConcernAct;
		byStaffId: string;
		at: string;
		words: string | null;
	}[];
	promises: readonly ListedPromise[];
	/** What was recorded and photographed; none once it is a complaint, which has them. */
	files: readonly PulledFile[];
}
