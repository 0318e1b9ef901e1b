import { describe, expect, it } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { childPath } from '#lib/intake/childPath.ts';
import { received, STRAND, strand, element, triaged } from '../support/complaintHistory.ts';

const settings = { acknowledgeWorkingDays: 2, corporateStage1WorkingDays: 15 };

/** What Jay sees on that day, with no-break spaces read as spaces. */
function seen(today: PlainDate, events: readonly ComplaintEvent[], looker: string | null = 'Sam') {
	const context = { today, looker, settings, holidays: BUILT_IN_BANK_HOLIDAYS };
	const path = childPath(rebuild(events), context);
	const plain = JSON.parse(JSON.stringify(path).replaceAll('\u00a0', ' ')) as typeof path;
	return {
		...plain,
		steps: plain.steps.map(({ title, note, state }) => `${state}: ${title} | ${note}`)
	};
}

const answeredOn = (sentOn: PlainDate): ComplaintEvent => ({
	type: 'stage1Responded',
	strandId: STRAND,
	sentOn,
	outcomes: [{ elementId: 'element-placement', outcome: 'upheld' }],
	delayReason: null,
	releasedByStaffId: 'staff-priya'
});

describe('the path a child sees', () => {
	it('on the day it was sent', () => {
		expect(seen('2026-06-01', [received()], null)).toEqual({
			heading: 'We have got it',
			lead: { before: 'You will get an answer by', date: 'Monday 15 June' },
			steps: [
				'done: You told us | Today, Monday 1 June',
				'now: We read it | By Wednesday 3 June',
				'next: Someone looks into it | We tell you their name',
				'next: You get an answer | By Monday 15 June',
				'next: If you are not happy, someone new looks | You choose'
			],
			late: null
		});
	});

	it('when nobody has read it by the promised day', () => {
		const path = seen('2026-06-04', [received()]);
		expect(path.steps[1]).toBe('late: We read it | It was Wednesday 3 June.');
		expect(path.late).toEqual({ promisedOn: '2026-06-03', newOn: null });
	});

	it('while Sam looks into it', () => {
		const path = seen('2026-06-03', [received(), ...triaged()]);
		expect(path.heading).toBe('Sam is looking into it');
		expect(path.lead?.date).toBe('Monday 15 June');
		expect(path.steps).toEqual([
			'done: You told us | Monday 1 June',
			'done: We read it | Tuesday 2 June',
			'now: Sam looks into it | We are still finding things out',
			'next: You get an answer | By Monday 15 June',
			'next: If you are not happy, someone new looks | You choose'
		]);
	});

	it('is not late at the weekend after a Friday, and is late from the next working day', () => {
		const events = [received({ receivedOn: '2026-05-29' }), ...triaged()];
		expect(seen('2026-06-13', events).late).toBeNull();
		const path = seen('2026-06-15', events);
		expect(path.late).toEqual({ promisedOn: '2026-06-12', newOn: null });
		expect(path.steps[3]).toBe('late: You get an answer | It was Friday 12 June.');
		expect(path.lead).toBeNull();
	});

	it('has the new date once more time was told in time', () => {
		const extended: ComplaintEvent = {
			type: 'stage1Extended',
			strandId: STRAND,
			reason: 'complex',
			toldOn: '2026-06-12',
			complainantsView: 'agrees',
			toldLate: false
		};
		const path = seen('2026-06-16', [received(), ...triaged(), extended]);
		expect(path.lead?.date).toBe('Monday 29 June');
		expect(path.late).toBeNull();
	});

	it('has the date they agreed to wait until', () => {
		const agreed: ComplaintEvent = {
			type: 'waitAgreed',
			strandId: STRAND,
			agreedOn: '2026-06-30',
			waitsUntilOn: '2026-07-10'
		};
		const path = seen('2026-07-01', [received(), ...triaged(), agreed]);
		expect(path.late).toEqual({ promisedOn: '2026-06-15', newOn: '2026-07-10' });
		expect(path.steps[3]).toBe(
			'late: You get an answer | It was Monday 15 June. The new date is Friday 10 July.'
		);
	});

	it('gives no date while it waits for their advocate', () => {
		const asked: ComplaintEvent = {
			type: 'advocateAskedFor',
			askedOn: '2026-06-01',
			askedBy: 'complainant'
		};
		expect(seen('2026-06-01', [received(), asked]).steps[3]).toBe(
			'next: You get an answer | By Monday 15 June. It may be later if we wait for your advocate.'
		);
		const path = seen('2026-06-20', [received(), asked, ...triaged()]);
		expect(path.heading).toBe('We are waiting for your advocate');
		expect([path.lead, path.late]).toEqual([null, null]);
	});

	it('once there is an answer, says until when to ask as advice and never as a limit', () => {
		const events = [received(), ...triaged(), answeredOn('2026-06-10')];
		const path = seen('2026-06-11', events);
		expect(path.heading).toBe('You have your answer');
		expect(path.steps[3]).toBe('done: You get an answer | Wednesday 10 June');
		expect(path.steps[4]).toBe(
			'now: If you are not happy, someone new looks | You choose. Try to ask by Wednesday 8 July. You can still ask after that.'
		);
		expect(seen('2026-09-01', events).steps[4]).toContain('You can still ask.');
	});

	it('counts stage 2 from the day they asked', () => {
		const asked: ComplaintEvent = {
			type: 'stage2Requested',
			strandId: STRAND,
			requestedOn: '2026-06-12',
			channel: 'website'
		};
		const path = seen('2026-06-15', [received(), ...triaged(), answeredOn('2026-06-10'), asked]);
		expect(path.steps.at(-1)).toBe(
			'now: Someone new looks | You asked on Friday 12 June. By Friday 17 July.'
		);
	});

	it('with two parts shows the one that is slower', () => {
		const other = strand({ strandId: 'other', procedure: 'corporate' });
		const two = triaged({
			elements: [element(), element({ elementId: 'e2', strandId: 'other', routes: ['CORPORATE'] })],
			strands: [strand(), other]
		});
		const path = seen('2026-06-11', [received(), ...two, answeredOn('2026-06-10')]);
		expect(path.heading).toBe('Sam is looking into it');
		expect(path.lead?.date).toBe('Monday 22 June');
	});

	it('says that we have stopped when they asked us to', () => {
		const withdrawn: ComplaintEvent = {
			type: 'strandWithdrawn',
			strandId: STRAND,
			withdrawnOn: '2026-06-09',
			channel: 'website'
		};
		const path = seen('2026-06-10', [received(), ...triaged(), withdrawn]);
		expect(path.heading).toBe('You asked us to stop, and we have stopped');
		expect(path.steps.at(-1)).toBe('done: We stopped | Tuesday 9 June');
	});

	it('promises no date that the bank holidays do not reach', () => {
		const path = seen('2030-12-30', [received({ receivedOn: '2030-12-30' })]);
		expect(path.lead).toBeNull();
		expect(path.steps[3]).toBe('next: You get an answer | We will tell you the date');
	});
});
