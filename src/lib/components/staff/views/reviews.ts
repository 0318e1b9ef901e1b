import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { daysBetween, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { promiseStanding } from '#lib/domain/reviews/promises.ts';
import type { ListedConcern, ListedPromise, ListedReview, MyReviews } from '#lib/wire/reviews.ts';
import { loneDate, shortDayWords, timeWords } from '#lib/words/dates.ts';
import { FOUND_WORDS, LADDER_WORDS } from '#lib/words/reviews.ts';

/** A promise as the list shows it, to be asked about. */
export interface PromiseLine {
	promiseId: string;
	what: string;
	/** "Mo, by Mon 16 Nov. Kept in part Mon 2 Nov." */
	about: string;
	isLate: boolean;
}

/** One review, with what to ask about and where one tap leads. */
export interface ReviewLine {
	reviewId: string;
	called: string;
	place: string;
	logHref: string;
	promises: readonly PromiseLine[];
	/** Its day has come: whether it was held may be said. */
	mayBeHeld: boolean;
	isHeld: boolean;
}

/** A concern as lists show it. */
export interface ConcernLine {
	concernId: string;
	href: string;
	called: string;
	/** "With the team manager. Answer due Mon 9 Nov." */
	stands: string;
	isLate: boolean;
	isOver: boolean;
}

/** My reviews as the page shows them, from what the server said or the device keeps. */
export interface ReviewsView {
	/** "From 7.40am today". */
	from: string;
	days: readonly { day: PlainDate; heading: string; reviews: readonly ReviewLine[] }[];
	open: readonly ConcernLine[];
	over: readonly ConcernLine[];
	/** Of children with no review in the list. */
	otherPromises: readonly (PromiseLine & { called: string })[];
}

/** My reviews by day, with what was promised last time, and the concerns. */
export function reviewsView(mine: MyReviews): ReviewsView {
	const calledOf = new Map(mine.children.map(({ childId, called }) => [childId, called]));
	const promisesOf = (childId: string) =>
		mine.promises.filter((one) => one.childId === childId).map((one) => promiseLine(one, mine));
	const lineOf = ({ reviewId, childId, on, place, held }: ListedReview): ReviewLine => ({
		reviewId,
		called: calledOf.get(childId) ?? '',
		place,
		logHref: `/staff/concern?review=${reviewId}`,
		promises: promisesOf(childId),
		mayBeHeld: on <= mine.today && held === null,
		isHeld: held === 'held'
	});
	const days = [...new Set(mine.reviews.map(({ on }) => on))].toSorted();
	const listed = new Set(mine.reviews.map(({ childId }) => childId));
	const concerns = mine.concerns.map((one) => concernLine(one, mine.today));
	return {
		from: fromWords(mine),
		days: days.map((day) => ({
			day,
			heading: dayHeading(day, mine.today),
			reviews: mine.reviews.filter(({ on }) => on === day).map(lineOf)
		})),
		open: concerns.filter(({ isOver }) => !isOver),
		over: concerns.filter(({ isOver }) => isOver),
		otherPromises: mine.promises
			.filter(({ childId }) => !listed.has(childId))
			.map((one) => ({ ...promiseLine(one, mine), called: calledOf.get(one.childId) ?? '' }))
	};
}

/** "From 7.40am today", or with the day where it is another: what is kept may be old. */
function fromWords({ asOf, today }: MyReviews): string {
	const on = dateInEngland(asOf);
	const time = timeWords(asOf);
	return on === today ? `From ${time} today` : `From ${time}, ${shortDayWords(on, today)}`;
}

function dayHeading(day: PlainDate, today: PlainDate): string {
	const away = daysBetween(today, day);
	if (away < 0) return `${loneDate(day)}: was it held?`;
	if (away === 0) return `Today, ${loneDate(day)}`;
	return away === 1 ? `Tomorrow, ${loneDate(day)}` : loneDate(day);
}

/** A promise with who, by when, and what was found last. */
export function promiseLine(promise: ListedPromise, { today }: { today: PlainDate }): PromiseLine {
	const { promiseId, what, who, dueOn, found, checkedOn } = promise;
	const isLate = promiseStanding(promise, today) === 'late';
	const by = dueOn === null ? '' : `, by ${shortDayWords(dueOn, today)}`;
	const was =
		found && checkedOn ? ` ${FOUND_WORDS[found]} ${shortDayWords(checkedOn, today)}.` : '';
	return { promiseId, what, about: `${who}${by}.${was}`, isLate };
}

/** A concern with where it stands and by when something must happen. */
export function concernLine(concern: ListedConcern, today: PlainDate): ConcernLine {
	const { concernId, called, nextDueOn, state } = concern;
	return {
		concernId,
		href: `/staff/concern/${concernId}`,
		called: called || 'A child',
		stands: standsWords(concern, today),
		isLate: nextDueOn !== null && nextDueOn < today,
		isOver: state === 'settled' || state === 'complaint'
	};
}

/** Where a concern stands, in a sentence or two. */
export function standsWords(
	{ state, step, nextDueOn, allDueOn, reference }: ListedConcern,
	today: PlainDate
): string {
	const by = (words: string, day: PlainDate | null) =>
		day === null ? '' : ` ${words} ${shortDayWords(day, today)}.`;
	switch (state) {
		case 'beingSettled':
			return `Being settled where it was said.${by('To be settled by', nextDueOn)}`;
		case 'escalated':
			return `With ${step ? LADDER_WORDS[step] : 'a manager'}.${by('Answer due', nextDueOn)}${by('All of it by', allDueOn)}`;
		case 'settled':
			return 'Settled.';
		case 'complaint':
			return reference ? `A complaint now: ${reference}.` : 'A complaint now.';
	}
}
