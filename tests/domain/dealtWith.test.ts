import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { isAside, isToBePassedOn } from '#lib/domain/complaint/decideDealtWith.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { given } from '../support/givenWhenThen.ts';
import { element, received, triaged } from '../support/complaintHistory.ts';

/** Received on Monday 1 June, and read on the 2nd as this, in no procedure. */
function readAs(route: 'REPRESENTATION' | 'COMPLIMENT'): ComplaintEvent[] {
	return triaged({ elements: [element({ strandId: null, routes: [route] })], strands: [] }).filter(
		({ type }) => type === 'triageDecided'
	);
}

const passedOn: CommandOf<'recordDealtWith'> = {
	type: 'recordDealtWith',
	dealtWithOn: '2026-06-03',
	how: 'passedOn'
};
const wasPassedOn: ComplaintEvent = {
	type: 'contactDealtWith',
	dealtWithOn: '2026-06-03',
	how: 'passedOn'
};

describe('what was done about an idea or a thank-you (journeys 2.7)', () => {
	it('is recorded with its day: passed on, or answered by letter, telephone or in person', () => {
		given(received(), readAs('COMPLIMENT')).when(passedOn).then(wasPassedOn);
		for (const how of ['answeredByLetter', 'answeredByPhone', 'answeredInPerson'] as const) {
			given(received(), readAs('REPRESENTATION'))
				.when({ ...passedOn, how })
				.then({ ...wasPassedOn, how });
		}
	});

	it('may have been done on the day it came, and on no day before or after today', () => {
		const thanks = given(received(), readAs('COMPLIMENT'));
		thanks
			.when({ ...passedOn, dealtWithOn: '2026-06-01' })
			.then({ ...wasPassedOn, dealtWithOn: '2026-06-01' });
		thanks
			.when({ ...passedOn, dealtWithOn: '2026-05-31' })
			.thenRefused('dateBefore', { because: 'received' });
		thanks.when({ ...passedOn, dealtWithOn: '2027-06-01' }).thenRefused('dateInFuture');
	});

	it('is not how a complaint is answered, nor what nobody has read yet', () => {
		given(received(), triaged()).when(passedOn).thenRefused('elementInProcedure');
		given(received()).when(passedOn).thenRefused('wrongPhase');
	});

	it('is owed for a thank-you until it was passed on, and not for an idea', () => {
		const thanks = [received(), ...readAs('COMPLIMENT')];
		expect(isToBePassedOn(rebuild(thanks))).toBe(true);
		const answered = { ...wasPassedOn, how: 'answeredByPhone' } as const;
		expect(isToBePassedOn(rebuild([...thanks, answered]))).toBe(true);
		expect(isToBePassedOn(rebuild([...thanks, wasPassedOn]))).toBe(false);
		expect(isToBePassedOn(rebuild([received(), ...readAs('REPRESENTATION')]))).toBe(false);
		expect(isAside(rebuild([received(), ...readAs('REPRESENTATION')]))).toBe(true);
		expect(isAside(rebuild([received(), ...triaged()]))).toBe(false);
	});

	it('begins again where an idea becomes a complaint and is then taken for an idea once more', () => {
		const turned: ComplaintEvent = { type: 'turnedIntoComplaint', turnedOn: '2026-06-09' };
		const answered = { ...wasPassedOn, how: 'answeredByLetter' } as const;
		const before = [received(), ...readAs('REPRESENTATION'), answered];
		expect(rebuild(before).dealtWith).toEqual([{ on: '2026-06-03', how: 'answeredByLetter' }]);
		expect(rebuild([...before, turned]).dealtWith).toEqual([]);
	});
});
