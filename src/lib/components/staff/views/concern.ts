import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { RecordConcern } from '#lib/wire/reviewOrders.ts';
import type { MyReviews } from '#lib/wire/reviews.ts';
import type { PushedText } from '#lib/wire/sync.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import type { FieldError } from '../controls/ErrorSummary.svelte';
import type { Option } from '../controls/StaffSelect.svelte';

/** A concern as it is being logged: six questions, and the day, which is known beforehand. */
export interface ConcernDraft {
	/** 'review ID', 'child ID', or 'other' for a child in no list. */
	child: string;
	otherName: string;
	/** 'YYYY-MM-DD'. */
	saidOn: string;
	words: string;
	wants: string;
	safe: string;
	/** Asked where they are not safe, or not surely. */
	phoned: string;
	advocate: string;
	next: string;
}

/** The ids of a concern and its words, made when it is begun, so that it is made once. */
export interface ConcernIds {
	concernId: string;
	childId: string;
	saidTextId: string;
	wantsTextId: string;
}

/** New ids, each from `newId`. */
export function concernIds(newId: () => string): ConcernIds {
	return { concernId: newId(), childId: newId(), saidTextId: newId(), wantsTextId: newId() };
}

/** A child that is in no list. */
export const OTHER_CHILD = 'other';

/** What may be chosen in each question. */
export const CONCERN_CHOICES = {
	safe: [
		{ value: 'yes', label: 'Yes' },
		{ value: 'no', label: 'No' },
		{ value: 'notSure', label: 'Not sure' },
		{ value: 'notAsked', label: 'Not asked' }
	],
	phoned: [
		{ value: 'yes', label: 'Yes, I have' },
		{ value: 'notYet', label: 'Not yet' }
	],
	advocate: [
		{ value: 'yes', label: 'Yes' },
		{ value: 'no', label: 'No' },
		{ value: 'notAsked', label: 'Not asked' }
	],
	next: [
		{ value: 'raise', label: 'Raise it as a complaint' },
		{ value: 'sortHere', label: 'Sort it here' }
	]
} as const;

/** The children to choose from: those with a review in the list first, each with its day. */
export function childOptions(mine: MyReviews): Option[] {
	const calledOf = new Map(mine.children.map(({ childId, called }) => [childId, called]));
	const listed = new Set(mine.reviews.map(({ childId }) => childId));
	return [
		...mine.reviews.map(({ reviewId, childId, on }) => ({
			value: `review ${reviewId}`,
			label: `${calledOf.get(childId) ?? ''}, review ${shortDayWords(on, mine.today)}`
		})),
		...mine.children
			.filter(({ childId }) => !listed.has(childId))
			.map(({ childId, called }) => ({ value: `child ${childId}`, label: called })),
		{ value: OTHER_CHILD, label: 'Another child' }
	];
}

/** A concern of which nothing is known but the review, if any, that it was begun from. */
export function blankConcern(mine: MyReviews | null, today: string, reviewId = ''): ConcernDraft {
	const review = mine?.reviews.find((one) => one.reviewId === reviewId);
	return {
		child: review ? `review ${reviewId}` : '',
		otherName: '',
		saidOn: review && review.on < today ? review.on : today,
		words: '',
		wants: '',
		safe: '',
		phoned: '',
		advocate: '',
		next: ''
	};
}

/** Whether the page shows whom to telephone, and asks whether somebody has. */
export function isUnsafe({ safe }: ConcernDraft): boolean {
	return safe === 'no' || safe === 'notSure';
}

/** What is missing, each with its field. What they want can wait. */
export function findConcernErrors(
	draft: ConcernDraft,
	today: string,
	mine: MyReviews | null
): FieldError[] {
	const { child, otherName, saidOn, words, safe, phoned, advocate, next } = draft;
	const missing = (isMissing: boolean, name: string, sentence: string) =>
		isMissing ? [{ fieldId: `concern-${name}`, sentence }] : [];
	return [
		...missing(child === '', 'child', 'Choose who told you'),
		...missing(
			child !== '' && !isListed(child, mine),
			'child',
			'That child is not in the list here. Choose “Another child” and write the name'
		),
		...missing(
			child === OTHER_CHILD && otherName.trim() === '',
			'otherName',
			'Enter what the child is called'
		),
		...missing(!isPlainDate(saidOn), 'saidOn', 'Enter the day they said it'),
		...missing(saidOn > today, 'saidOn', 'That day has not come yet. Enter the day they said it'),
		...missing(words.trim() === '', 'words', 'Write what they said'),
		...missing(safe === '', 'safe', 'Say whether they are safe, or that nobody asked'),
		...missing(isUnsafe(draft) && phoned === '', 'phoned', 'Say whether you have telephoned'),
		...missing(advocate === '', 'advocate', 'Say whether they want an advocate'),
		...missing(next === '', 'next', 'Choose whether to raise it or sort it here')
	];
}

/** Begun from a list that is not here now: whose review it was is not known any more. */
function isListed(child: string, mine: MyReviews | null): boolean {
	const options = mine ? childOptions(mine) : [{ value: OTHER_CHILD }];
	return options.some(({ value }) => value === child);
}

/** The concern as an order with its words. */
export function concernOrder(
	draft: ConcernDraft,
	ids: ConcernIds,
	mine: MyReviews | null
): { order: RecordConcern; texts: PushedText[] } {
	const [kind, id = ''] = draft.child.split(' ');
	const reviewId = kind === 'review' ? id : null;
	const known = kind === 'review' ? mine?.reviews.find((one) => one.reviewId === id)?.childId : id;
	const isOther = draft.child === OTHER_CHILD;
	const wants = draft.wants.trim();
	const texts: PushedText[] = [
		{ textId: ids.saidTextId, kind: 'whatHappened', words: draft.words.trim() }
	];
	if (wants) texts.push({ textId: ids.wantsTextId, kind: 'whatWouldHelp', words: wants });
	return {
		texts,
		order: {
			type: 'recordConcern',
			childId: isOther || !known ? ids.childId : known,
			childName: isOther ? draft.otherName.trim() : '',
			reviewId,
			saidOn: draft.saidOn as PlainDate,
			saidTextId: ids.saidTextId,
			wantsTextId: wants ? ids.wantsTextId : null,
			safeNow: draft.safe as RecordConcern['safeNow'],
			phoned: isUnsafe(draft) ? (draft.phoned as RecordConcern['phoned']) : null,
			wantsAdvocate: draft.advocate as RecordConcern['wantsAdvocate'],
			next: draft.next as RecordConcern['next']
		}
	};
}
