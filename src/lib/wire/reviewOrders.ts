import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { TextId } from '#lib/domain/complaint/codes.ts';
import type { LadderStep } from '#lib/domain/reviews/ladder.ts';
import type { PromiseFound } from '#lib/domain/reviews/promises.ts';

/**
 * What a reviewing officer does. `complaintId` beside these orders is the id of the concern, which
 * is that of the complaint it may become; for `planReview` the child's, for `holdReview` the
 * review's, for `checkPromise` the promise's.
 */
export type ReviewOrder =
	| RecordConcern
	| {
			type: 'settleConcern';
			settledOn: PlainDate;
			/** How it was settled. */
			textId: TextId;
			promises: readonly NewReviewPromise[];
	  }
	| {
			type: 'escalateConcern';
			/** Cafcass is on no ladder: it may be asked at any point, beside it. */
			to: LadderStep | 'cafcass';
			escalatedOn: PlainDate;
			textId: TextId;
	  }
	| { type: 'turnConcernIntoComplaint' }
	| { type: 'checkPromise'; found: PromiseFound; checkedOn: PlainDate }
	| { type: 'planReview'; reviewId: string; childName: string; on: PlainDate; place: string }
	| { type: 'holdReview'; held: 'held' | 'notHeld'; promises: readonly NewReviewPromise[] };

/** What a child told at a review. May be given with no signal, and needs nothing of the child's. */
export interface RecordConcern {
	type: 'recordConcern';
	/** From the list of reviews; or made with the concern, for a child that is in none. */
	childId: string;
	/** What the officer calls the child; empty for one from the list. */
	childName: string;
	reviewId: string | null;
	/** The day the child said it. */
	saidOn: PlainDate;
	saidTextId: TextId;
	wantsTextId: TextId | null;
	safeNow: 'yes' | 'no' | 'notSure' | 'notAsked';
	/** Whether somebody was telephoned already; asked where the child is not safe, or not surely. */
	phoned: 'yes' | 'notYet' | null;
	wantsAdvocate: 'yes' | 'no' | 'notAsked';
	/** A complaint at once, or settled where it was said. */
	next: 'raise' | 'sortHere';
}

/** Something promised to the child. */
export interface NewReviewPromise {
	promiseId: string;
	whatTextId: TextId;
	/** Who will do it, as the officer writes them. */
	who: string;
	/** By when; null where nobody said. */
	dueOn: PlainDate | null;
}
