import { describe, expect, it } from 'vitest';
import { caseloadOf } from '#lib/domain/complaint/caseload.ts';
import { pathForChild } from '#lib/domain/complaint/childPath.ts';
import { clocksOf, headlineOf } from '#lib/domain/complaint/clocksOf.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { isTriagedAsIdea } from '#lib/domain/complaint/decideTurning.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { contextOf, given } from '../support/givenWhenThen.ts';
import { element, received, triaged, withdrawn } from '../support/complaintHistory.ts';

const turn: CommandOf<'turnIntoComplaint'> = { type: 'turnIntoComplaint', turnedOn: '2026-06-09' };
const turned: ComplaintEvent = { type: 'turnedIntoComplaint', turnedOn: '2026-06-09' };
/** On 2 June an officer took it for an idea, to be answered and in no procedure. */
const takenForIdea = triaged({
	elements: [element({ strandId: null, routes: ['REPRESENTATION'] })],
	strands: []
}).filter(({ type }) => type === 'triageDecided');

describe('an idea that becomes a complaint (Getting the Best from Complaints 2)', () => {
	it('is theirs alone to make one, at any time, triaged or not', () => {
		given(received()).when(turn, { by: 'complainant' }).then(turned);
		given(received(), takenForIdea).when(turn, { by: 'complainant' }).then(turned);
		given(received(), takenForIdea).when(turn).thenRefused('notPermitted');
		given(received(), takenForIdea)
			.when({ ...turn, turnedOn: '2026-06-01' }, { by: 'complainant' })
			.thenRefused('dateBefore', { because: 'triaged' });
	});

	it('is not made of what is in a procedure already, or was taken back', () => {
		given(received(), triaged())
			.when(turn, { by: 'complainant' })
			.thenRefused('elementInProcedure');
		const back: ComplaintEvent = {
			type: 'complaintWithdrawn',
			withdrawnOn: '2026-06-02',
			channel: 'website'
		};
		given(received(), back).when(turn, { by: 'complainant' }).thenRefused('wrongPhase');
		given(received(), triaged(), withdrawn())
			.when(turn, { by: 'complainant' })
			.thenRefused('elementInProcedure');
	});

	it('is new work from that day: its route is decided again within a day', () => {
		const complaint = rebuild([received(), ...takenForIdea, turned]);
		expect(isTriagedAsIdea(rebuild([received(), ...takenForIdea]))).toBe(true);
		expect(isTriagedAsIdea(complaint)).toBe(false);
		expect(caseloadOf(complaint, contextOf()).standing).toBe('new');
		const steps = nextSteps(complaint, contextOf({ on: '2026-06-09' }));
		expect(steps.map(({ what, dueOn }) => `${what} ${dueOn}`)).toEqual([
			'acknowledge 2026-06-03',
			'decideTriage 2026-06-10'
		]);
		expect(steps.map(({ daysLate }) => daysLate)).toEqual([4, 0]);
	});

	it('counts from the day the representation was first received (reg 14; S1-10)', () => {
		const complaint = rebuild([received(), ...takenForIdea, turned]);
		const clock = headlineOf(clocksOf(complaint, contextOf({ on: '2026-06-09' })), null);
		expect(clock).toMatchObject({ clock: 'stage1Response', dueOn: '2026-06-15' });
		const path = pathForChild(complaint, contextOf({ on: '2026-06-09' }));
		expect(path).toMatchObject({ situation: 'waitingToBeRead', answerDueOn: '2026-06-15' });
	});

	it('goes through the stages as any other once its route is decided', () => {
		const again = triaged({ decidedOn: '2026-06-10' });
		const complaint = rebuild([received(), ...takenForIdea, turned, ...again]);
		expect(complaint.strands).toHaveLength(1);
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage1Open',
			stage1DayZeroOn: '2026-06-01'
		});
	});
});
