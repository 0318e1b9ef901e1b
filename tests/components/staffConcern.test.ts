import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import ConcernForm from '#lib/components/staff/reviews/ConcernForm.svelte';
import {
	blankConcern,
	childOptions,
	concernIds,
	concernOrder,
	findConcernErrors,
	type ConcernDraft
} from '#lib/components/staff/views/concern.ts';
import { reviewsView } from '#lib/components/staff/views/reviews.ts';
import type { MyReviews } from '#lib/wire/reviews.ts';
import { wordsOf } from '../support/minutesToTell.ts';

const mine: MyReviews = {
	asOf: '2026-11-02T07:40:00.000Z',
	today: '2026-11-02',
	reviews: [
		{ reviewId: 'r0', childId: 'ash', on: '2026-10-30', place: 'School', held: null },
		{ reviewId: 'r1', childId: 'jay', on: '2026-11-02', place: 'Elm House', held: null },
		{ reviewId: 'r2', childId: 'jay', on: '2026-11-12', place: '', held: null }
	],
	children: [
		{ childId: 'jay', called: 'Jay K.' },
		{ childId: 'ash', called: 'Ash' },
		{ childId: 'lee', called: 'Lee W.' }
	],
	promises: [
		{
			promiseId: 'p1',
			childId: 'jay',
			what: 'Mend the heating',
			who: 'Mo',
			madeOn: '2026-06-01',
			dueOn: '2026-10-01',
			found: 'partly',
			checkedOn: '2026-10-05'
		}
	],
	concerns: [
		{
			concernId: 'c1',
			childId: 'jay',
			called: 'Jay K.',
			officerId: 'ravi',
			saidOn: '2026-10-20',
			isDayInDoubt: false,
			state: 'escalated',
			step: 'teamManager',
			nextDueOn: '2026-10-30',
			allDueOn: '2026-11-20',
			safeNow: 'yes',
			wantsAdvocate: 'no',
			reference: null
		}
	],
	ladder: ['teamManager', 'serviceManager', 'headOfService', 'director'],
	duty: { name: 'Night and day team', telephone: '01632 960 123' },
	advocacy: { name: 'NYAS', telephone: '0808 808 1001' }
};

const plain = (words: string) => words.replaceAll('\u00a0', ' ');

describe('my reviews', () => {
	it('are grouped by day, with what to ask about and one press to log a concern', () => {
		const view = reviewsView(mine);
		expect(view.from).toBe('From 7.40am today');
		expect(view.days.map(({ heading }) => plain(heading))).toEqual([
			'Friday 30 October 2026: was it held?',
			'Today, Monday 2 November 2026',
			'Thursday 12 November 2026'
		]);
		const [review] = view.days[1]!.reviews;
		expect(review).toMatchObject({
			called: 'Jay K.',
			place: 'Elm House',
			logHref: '/staff/concern?review=r1',
			mayBeHeld: true
		});
		expect(review?.promises.map(({ about, isLate }) => [plain(about), isLate])).toEqual([
			['Mo, by Thu 1 Oct. Kept in part Mon 5 Oct.', true]
		]);
	});

	it('say how old they are where the device could not ask since', () => {
		const old = { ...mine, today: '2026-11-04' as const };
		expect(plain(reviewsView(old).from)).toBe('From 7.40am, Mon 2 Nov');
	});

	it('show where each concern stands, and which is late', () => {
		const [one] = reviewsView(mine).open;
		expect(plain(one?.stands ?? '')).toBe(
			'With the team manager. Answer due Fri 30 Oct. All of it by Fri 20 Nov.'
		);
		expect(one?.isLate).toBe(true);
	});
});

describe('logging a concern', () => {
	const ids = concernIds(() => 'id');
	const filled: ConcernDraft = {
		...blankConcern(mine, mine.today, 'r0'),
		words: ' My room is cold ',
		safe: 'yes',
		advocate: 'no',
		next: 'sortHere'
	};

	it('begins with the child and the day of the review it was begun from', () => {
		expect(filled).toMatchObject({ child: 'review r0', saidOn: '2026-10-30' });
		expect(blankConcern(mine, mine.today, 'r2').saidOn).toBe('2026-11-02');
		expect(childOptions(mine).map(({ label }) => plain(label))).toEqual([
			'Ash, review Fri 30 Oct',
			'Jay K., review Mon 2 Nov',
			'Jay K., review Thu 12 Nov',
			'Lee W.',
			'Another child'
		]);
	});

	it('is an order with the child of the list, or with one that is written', () => {
		expect(concernOrder(filled, ids, mine).order).toMatchObject({
			childId: 'ash',
			childName: '',
			reviewId: 'r0',
			wantsTextId: null,
			phoned: null
		});
		const other = { ...filled, child: 'other', otherName: ' Max ' };
		expect(concernOrder(other, ids, null)).toMatchObject({
			order: { childId: 'id', childName: 'Max', reviewId: null },
			texts: [{ kind: 'whatHappened', words: 'My room is cold' }]
		});
	});

	it('asks whether somebody was telephoned only of a child who is not safe, or not surely', () => {
		const unsafe = { ...filled, safe: 'notSure' };
		const fieldsOf = (draft: ConcernDraft) =>
			findConcernErrors(draft, mine.today, mine).map(({ fieldId }) => fieldId);
		expect(fieldsOf(filled)).toEqual([]);
		expect(fieldsOf(unsafe)).toEqual(['concern-phoned']);
		expect(pageOf(unsafe)).toContain('01632');
		expect(pageOf(filled)).not.toContain('01632');
	});

	it('says what is missing, but not what they want, which can wait', () => {
		const errors = findConcernErrors(blankConcern(mine, mine.today), mine.today, mine);
		expect(errors.map(({ fieldId }) => fieldId)).toEqual([
			'concern-child',
			'concern-words',
			'concern-safe',
			'concern-advocate',
			'concern-next'
		]);
	});
});

describe('the six questions of a concern, in two minutes (A16)', () => {
	/** As the robot of the public form reads, and an office worker types. */
	const READS = 100;
	const TYPES = 30;
	const PRESSES = 1 / 60 / 2;
	const STORY =
		'I was moved to a home on Friday and no one told me before. My bike and my books are still at the old place and my friends do not know where I am. I want them to say why.';

	const page = () =>
		pageOf(blankConcern(mine, mine.today))
			.replace(/<!--[\s\S]*?-->|<svg\b[\s\S]*?<\/svg>/g, '')
			.replace(/<\/summary>[\s\S]*?<\/details>/g, '</summary></details>');

	it('are six at most, on one screen', () => {
		const asked =
			page().match(/<(?:fieldset|select|textarea|input[^>]*type="(?:text|date))/g) ?? [];
		expect(asked).toHaveLength(6);
	});

	it('take no longer than two minutes with forty words', () => {
		expect(wordsOf(STORY)).toBe(40);
		const read = wordsOf(
			page()
				.replace(/<option[\s\S]*?<\/option>/g, '')
				.replace(/<[^>]*>/g, ' ')
		);
		const minutes = read / READS + STORY.length / 5 / TYPES + 6 * PRESSES;
		expect(minutes).toBeLessThanOrEqual(2);
	});
});

function pageOf(draft: ConcernDraft): string {
	const nothing = () => undefined;
	return render(ConcernForm, {
		props: {
			draft,
			children: childOptions(mine),
			duty: mine.duty,
			onchild: nothing,
			onchange: nothing,
			onsend: nothing
		}
	}).body;
}
