import { describe, expect, it } from 'vitest';
import { lookUpCases, type ActField } from '#lib/components/staff/views/actForm.ts';
import { togetherPart } from '#lib/components/staff/views/besideOfCase.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { PulledOther } from '#lib/wire/sync.ts';
import { TEXT, received, triaged } from '../support/complaintHistory.ts';
import { factsOn, plain } from '../support/pulledCase.ts';

const linked: ComplaintEvent = {
	type: 'complaintLinked',
	otherComplaintId: 'other',
	why: 'sameFamily',
	linkedOn: '2026-06-03'
};
const same: ComplaintEvent = {
	type: 'duplicateMarked',
	ofComplaintId: 'other',
	markedOn: '2026-06-04',
	reasonTextId: TEXT
};
const other = (ties: Partial<PulledOther> = {}): PulledOther => ({
	complaintId: 'other',
	reference: '26-0204',
	linkedThere: null,
	duplicateSinceOn: null,
	...ties
});

function shown(events: readonly ComplaintEvent[], others: readonly PulledOther[]) {
	const [part] = togetherPart(
		factsOn('2026-06-10', [received(), ...triaged(), ...events], { others })
	);
	return {
		rows: part?.rows.map(({ words, second }) => [plain(words), second]) ?? [],
		opens: part?.links.filter(({ href }) => href === '/staff/case/other') ?? [],
		all: JSON.stringify(part ?? null)
	};
}

describe('a case that goes with another', () => {
	it('names it where both are theirs to see, and leads to it once', () => {
		const { rows, opens } = shown([linked, same], [other()]);
		expect(rows).toEqual([
			['The same as 26-0204, since Thu 4 Jun', 'It is counted and answered with that one.'],
			['Linked with 26-0204', 'From the same family.']
		]);
		expect(opens).toEqual([{ words: 'Open 26-0204', href: '/staff/case/other' }]);
	});

	it('neither names it nor leads to it where it is not theirs to see', () => {
		const { rows, opens, all } = shown([linked], []);
		expect(rows).toEqual([['Linked with another case', 'From the same family.']]);
		expect(opens).toEqual([]);
		expect(all).not.toContain('/staff/case/other');
	});

	it('is shown where only the other one has it written down', () => {
		const ties = {
			linkedThere: { why: 'sameFamily', on: '2026-06-03' },
			duplicateSinceOn: '2026-06-04'
		} as const;
		const { rows, opens } = shown([], [other(ties)]);
		expect(rows).toEqual([
			[
				'26-0204 is the same as this one, since Thu 4 Jun',
				'That one is counted and answered here.'
			],
			['Linked with 26-0204', 'From the same family. It is written down in that case.']
		]);
		expect(opens).toHaveLength(1);
	});

	it('is shown once where both have it written down', () => {
		const ties = { linkedThere: { why: 'sameFamily', on: '2026-06-05' } } as const;
		expect(shown([linked], [other(ties)]).rows).toHaveLength(1);
	});
});

describe('naming another case by its number', () => {
	const field: ActField = { kind: 'case', name: 'other', label: 'Number', missing: 'Enter it' };
	const look = (number: string, found: { complaintId: string; reference: string }[] | null) =>
		lookUpCases([field], { other: number }, () => Promise.resolve(found));

	it('finds the case of just that number', async () => {
		const both = [
			{ complaintId: 'a', reference: '26-0001' },
			{ complaintId: 'b', reference: '26-0002' }
		];
		expect(await look(' 26-0002 ', both)).toEqual({ ids: { 'other id': 'b' }, errors: [] });
	});

	it('says the same of a number that is no case and of one that is not theirs to see', async () => {
		expect(await look('26-0009', [])).toEqual({
			ids: {},
			errors: [
				{
					fieldId: 'act-other',
					sentence: 'There is no case of that number, or it is not yours to see. Check the number.'
				}
			]
		});
	});

	it('takes no case for another that a search for its name found', async () => {
		const found = await look('Jay', [{ complaintId: 'a', reference: '26-0001' }]);
		expect(found?.errors).toHaveLength(1);
	});

	it('decides nothing without an answer', async () => {
		expect(await look('26-0001', null)).toBeNull();
	});
});
