import { describe, expect, it, test } from 'vitest';
import {
	planUpload,
	type KnownChild,
	type UploadedReview
} from '#lib/domain/reviews/planUpload.ts';

const today = '2026-06-01';
const jay: UploadedReview = {
	line: 2,
	child: 'jay',
	name: 'Jay Kaur',
	number: '',
	officerId: 'ravi',
	on: '2026-06-10',
	place: 'Elm House'
};

function known(changes: Partial<KnownChild['reviews'][number]> = {}): KnownChild {
	const review = { reviewId: 'r1', on: jay.on, place: jay.place, isUploaded: true, held: null };
	return {
		child: 'jay',
		officerId: 'ravi',
		hasNumber: false,
		reviews: [{ ...review, ...changes }]
	};
}

const changesOf = (lines: readonly UploadedReview[], children: readonly KnownChild[]) =>
	planUpload(lines, children, today).reviews.map(({ line, change }) => `${line} ${change}`);

describe('a list of reviews that an administrator uploads', () => {
	it('brings children that are not there yet, with their reviews', () => {
		const plan = planUpload([jay, { ...jay, line: 3, on: '2026-12-10' }], [], today);
		expect(plan.newChildren).toEqual([
			{ child: 'jay', name: 'Jay Kaur', number: '', officerId: 'ravi' }
		]);
		expect(plan.reviews.map(({ change }) => change)).toEqual(['add', 'add']);
		expect(plan.moved).toEqual([]);
	});

	it('changes nothing when it is uploaded again', () => {
		const plan = planUpload([jay], [known()], today);
		expect(plan).toMatchObject({ newChildren: [], moved: [], faults: [] });
		expect(plan.reviews.map(({ change }) => change)).toEqual(['same']);
	});

	it('changes the place of a review', () => {
		expect(changesOf([jay], [known({ place: 'School' })])).toEqual(['2 place']);
	});

	it('changes the day of one to come that the list has no more', () => {
		const plan = planUpload([jay], [known({ on: '2026-06-08' })], today);
		expect(plan.reviews).toEqual([{ ...jay, change: 'day', reviewId: 'r1', fromOn: '2026-06-08' }]);
	});

	it('moves none that was, and none that the officer typed in', () => {
		expect(changesOf([jay], [known({ on: '2026-05-29' })])).toEqual(['2 add']);
		expect(changesOf([jay], [known({ on: '2026-06-08', isUploaded: false })])).toEqual(['2 add']);
	});

	test.each(['held', 'notHeld'] as const)(
		'moves none of today that the officer has said was %s, and changes nothing of it',
		(held) => {
			expect(changesOf([jay], [known({ on: today, held })])).toEqual(['2 add']);
			const again = { ...jay, on: today, place: 'School' } as const;
			expect(changesOf([again], [known({ on: today, held })])).toEqual(['2 same']);
		}
	);

	it('moves one of today that nobody has said anything of', () => {
		expect(changesOf([jay], [known({ on: today })])).toEqual(['2 day']);
	});

	it('moves one review once', () => {
		const later = { ...jay, line: 3, on: '2026-06-11' as const };
		expect(changesOf([jay, later], [known({ on: '2026-06-08' })])).toEqual(['2 day', '3 add']);
	});

	it('gives a child to another officer', () => {
		const plan = planUpload([{ ...jay, officerId: 'nia' }], [known()], today);
		expect(plan.moved).toEqual([{ child: 'jay', name: 'Jay Kaur', fromId: 'ravi', toId: 'nia' }]);
		expect(plan.reviews.map(({ change }) => change)).toEqual(['same']);
	});

	it('writes the number onto a child who came without one, whichever of their lines has it', () => {
		const later: UploadedReview = { ...jay, line: 3, number: 'A1', on: '2026-12-10' };
		const written = { child: 'jay', name: 'Jay Kaur', number: 'A1' };
		expect(planUpload([jay, later], [known()], today).numbered).toEqual([written]);
		expect(planUpload([jay, later], [], today)).toMatchObject({
			newChildren: [{ ...written, officerId: 'ravi' }],
			numbered: []
		});
	});

	it('writes no number where there is one, and none of a line that is left out', () => {
		const numbered = { ...jay, number: 'A1' };
		expect(planUpload([numbered], [{ ...known(), hasNumber: true }], today).numbered).toEqual([]);
		const leftOut = { ...numbered, line: 3, officerId: 'nia' };
		expect(planUpload([jay, leftOut], [known()], today)).toMatchObject({
			numbered: [],
			faults: [{ line: 3, because: 'twoOfficers' }]
		});
	});

	it('names the line that gives a child a second officer, or says a review twice', () => {
		const plan = planUpload(
			[
				jay,
				{ ...jay, line: 3, officerId: 'nia', on: '2026-06-12' },
				{ ...jay, line: 4, place: 'School' }
			],
			[],
			today
		);
		expect(plan.faults).toEqual([
			{ line: 3, because: 'twoOfficers' },
			{ line: 4, because: 'saidTwice' }
		]);
		expect(plan.reviews.map(({ line }) => line)).toEqual([2]);
	});
});
