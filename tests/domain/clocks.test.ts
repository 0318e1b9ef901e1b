import { describe, expect, it, test } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { ClockFacts, Counting } from '#lib/domain/clocks/clockFacts.ts';
import { dueOn, explain, type Explanation } from '#lib/domain/clocks/explain.ts';
import {
	STATUTORY_CLOCKS,
	clockOf,
	stage2Clocks,
	type ClockName
} from '#lib/domain/clocks/statutoryClocks.ts';

const counting: Counting = { holidays: BUILT_IN_BANK_HOLIDAYS };

function explained(facts: ClockFacts, how: Counting = counting): Explanation {
	const explanation = explain(facts, how);
	if (!explanation.known) throw new Error(JSON.stringify(explanation.refusal));
	return explanation.value;
}

describe('the time limits, written out again', () => {
	test.each<[ClockName, string, number | null, number | null, string, string]>([
		['acknowledgement', 'ACK-2', 2, null, 'workingDays', 'localPolicy'],
		['sufficientInterest', 'ELIG-3', 3, null, 'workingDays', 'target'],
		['stage1Response', 'S1-10', 10, 20, 'workingDays', 'law'],
		['stage2Request', 'S2-REQ-20', 20, null, 'workingDays', 'advice'],
		['stage2Response', 'S2-25', 25, 65, 'workingDays', 'law'],
		['stage2FromStatement', 'S2-AGREED-25', 25, 65, 'workingDays', 'shadow'],
		['stage2Statement', 'S2-SOC-10', 10, null, 'workingDays', 'target'],
		['stage2Appointments', 'S2-APPT-5', 5, null, 'workingDays', 'target'],
		['stage3Request', 'S3-REQ-20', 20, null, 'workingDays', 'law'],
		['stage3Acknowledgement', 'S3-ACK-2', 2, null, 'workingDays', 'guidance'],
		['stage3Chair', 'S3-CHAIR-10', 10, null, 'workingDays', 'guidance'],
		['stage3PanelMeeting', 'S3-PANEL-30', 30, null, 'workingDays', 'law'],
		['stage3Papers', 'S3-PAPERS', -10, null, 'workingDays', 'guidance'],
		['stage3Report', 'S3-REPORT-5', 5, null, 'workingDays', 'law'],
		['stage3ReportSent', 'S3-REPORT-SENT-5', 5, null, 'workingDays', 'law'],
		['stage3Response', 'S3-RESP-15', 15, null, 'workingDays', 'law'],
		['oneYearToComplain', 'REG9-1Y', 1, null, 'calendarYears', 'law'],
		['oneYearToResubmit', 'REG8-1Y', 1, null, 'calendarYears', 'law'],
		['suspensionReview', 'REG8-REVIEW', null, null, 'dateSet', 'localPolicy'],
		['ombudsmanEnquiry', 'LGSCO-ENQ', null, null, 'dateSet', 'information'],
		['action', 'ACTION', null, null, 'dateSet', 'localPolicy'],
		['ombudsman', 'LGSCO-12M', 12, null, 'calendarMonths', 'information'],
		['dataComplaintAcknowledgement', 'DP-30', 30, null, 'calendarDays', 'law'],
		['corporateStage1Response', 'CORP-15', 15, 25, 'workingDays', 'localPolicy'],
		['corporateStage2Acknowledgement', 'CORP-S2-ACK-5', 5, null, 'workingDays', 'localPolicy'],
		['corporateStage2Response', 'CORP-S2-20', 20, 40, 'workingDays', 'localPolicy']
	])('%s is %s: %s, at most %s %s, by %s', (name, rule, length, extended, unit, force) => {
		expect(clockOf(name)).toMatchObject({ rule, length, extendedLength: extended, unit, force });
	});

	it('has no others, and each says its source', () => {
		expect(Object.keys(STATUTORY_CLOCKS)).toHaveLength(26);
		for (const name of Object.keys(STATUTORY_CLOCKS) as ClockName[]) {
			expect(clockOf(name).source, name).not.toBe('');
			expect(clockOf(name).extendedSource === null, name).toBe(
				clockOf(name).extendedLength === null
			);
		}
	});

	it('lets only stage 1 wait for an advocate', () => {
		const waiting = (Object.keys(STATUTORY_CLOCKS) as ClockName[]).filter((name) =>
			clockOf(name).pausedBy.includes('advocate')
		);
		expect(waiting).toEqual(['stage1Response']);
	});

	it('never holds a late complainant to the day by itself', () => {
		const bindsComplainant = (Object.keys(STATUTORY_CLOCKS) as ClockName[]).filter(
			(name) => clockOf(name).binds === 'complainant'
		);
		expect(bindsComplainant).toEqual([
			'stage2Request',
			'stage3Request',
			'oneYearToComplain',
			'oneYearToResubmit',
			'ombudsman'
		]);
	});
});

describe('stage 1 (SI 2006/1738 reg 14)', () => {
	const received = { clock: 'stage1Response', dayZeroOn: '2023-02-06' } as const;

	it('is due at the end of day 10', () => {
		expect(dueOn(received, counting)).toEqual({ known: true, value: '2023-02-20' });
	});

	it('counts an extension from the original day 0, and still shows day 10', () => {
		const extended = explained({ ...received, isExtended: true });
		expect(extended).toMatchObject({
			rule: 'S1-20',
			dueOn: '2023-03-06',
			limitOn: '2023-03-06',
			unextendedLimitOn: '2023-02-20'
		});
	});

	it('goes on after day 20 while the complainant agreed to wait, and keeps the limit', () => {
		const waiting = explained({ ...received, isExtended: true, waitsUntilOn: '2023-03-20' });
		expect(waiting.dueOn).toBe('2023-03-20');
		expect(waiting.limitOn).toBe('2023-03-06');
	});

	it('is not brought forward by an agreement to wait for less', () => {
		expect(explained({ ...received, waitsUntilOn: '2023-02-10' }).dueOn).toBe('2023-02-20');
	});

	it('shows each day: counted, weekend, holiday by name', () => {
		const { days, skippedHolidays } = explained({
			clock: 'stage1Response',
			dayZeroOn: '2023-03-30'
		});
		expect(days.slice(0, 3)).toEqual([
			{ date: '2023-03-31', kind: 'counted', number: 1 },
			{ date: '2023-04-01', kind: 'weekend' },
			{ date: '2023-04-02', kind: 'weekend' }
		]);
		expect(days.at(-1)).toEqual({ date: '2023-04-17', kind: 'counted', number: 10 });
		expect(skippedHolidays).toEqual([
			{ date: '2023-04-07', name: 'Good Friday' },
			{ date: '2023-04-10', name: 'Easter Monday' }
		]);
	});

	it('says that day 0 was no working day', () => {
		expect(explained({ ...received, dayZeroOn: '2023-02-11' }).dayZeroKind).toEqual({
			kind: 'weekend'
		});
		expect(explained({ ...received, dayZeroOn: '2022-06-02' }).dayZeroKind).toEqual({
			kind: 'holiday',
			name: 'Spring bank holiday'
		});
	});
});

describe('waiting for an advocate (reg 14)', () => {
	const received = { clock: 'stage1Response', dayZeroOn: '2022-10-03' } as const;

	it('uses the days up to the day it was asked for, and goes on the day after the appointment', () => {
		const { days, dueOn, unpausedLimitOn } = explained({
			...received,
			pauses: [{ from: '2022-10-05', to: '2022-10-19' }]
		});
		expect(dueOn).toBe('2022-10-31');
		expect(unpausedLimitOn).toBe('2022-10-17');
		expect(days.filter(({ kind }) => kind === 'counted').slice(0, 3)).toEqual([
			{ date: '2022-10-04', kind: 'counted', number: 1 },
			{ date: '2022-10-05', kind: 'counted', number: 2 },
			{ date: '2022-10-20', kind: 'counted', number: 3 }
		]);
		expect(days.filter(({ kind }) => kind === 'paused')).toHaveLength(10);
	});

	it('leaves the date unknown while it lasts, with the date as it would be without', () => {
		const waiting = { ...received, pauses: [{ from: '2022-10-05', to: null }] } as const;
		expect(dueOn(waiting, counting)).toEqual({
			known: false,
			refusal: {
				code: 'clockPaused',
				clock: 'stage1Response',
				sinceOn: '2022-10-05',
				unpausedDueOn: '2022-10-17'
			}
		});
		expect(explained(waiting)).toMatchObject({
			dueOn: null,
			limitOn: null,
			pausedSinceOn: '2022-10-05',
			unpausedLimitOn: '2022-10-17'
		});
	});

	it('changes nothing when it begins on the last day or later: the time has run', () => {
		for (const from of ['2022-10-17', '2022-11-01'] as const) {
			expect(dueOn({ ...received, pauses: [{ from, to: null }] }, counting)).toEqual({
				known: true,
				value: '2022-10-17'
			});
		}
	});

	it('stops no day when it ends on the day it begins', () => {
		expect(
			dueOn({ ...received, pauses: [{ from: '2022-10-05', to: '2022-10-05' }] }, counting)
		).toEqual({ known: true, value: '2022-10-17' });
	});

	it('counts two overlapping pauses once', () => {
		expect(
			dueOn(
				{
					...received,
					pauses: [
						{ from: '2022-10-05', to: '2022-10-14' },
						{ from: '2022-10-10', to: '2022-10-19' }
					]
				},
				counting
			)
		).toEqual({ known: true, value: '2022-10-31' });
	});

	it('may have begun on the very day of receipt', () => {
		expect(
			dueOn({ ...received, pauses: [{ from: '2022-10-03', to: '2022-10-04' }] }, counting)
		).toEqual({ known: true, value: '2022-10-18' });
	});

	it('does not hide day 10 of a complaint extended and then paused', () => {
		expect(
			explained({ ...received, isExtended: true, pauses: [{ from: '2022-10-20', to: null }] })
		).toMatchObject({
			dueOn: null,
			unextendedLimitOn: '2022-10-17',
			unpausedLimitOn: '2022-10-31'
		});
	});

	it('is refused where it ends before it begins', () => {
		expect(
			dueOn({ ...received, pauses: [{ from: '2022-10-19', to: '2022-10-05' }] }, counting)
		).toMatchObject({ known: false, refusal: { code: 'pauseEndsBeforeItStarts' } });
	});
});

describe('stage 2 (SI 2006/1738 reg 17)', () => {
	it('runs from the request, with the agreed statement as a shadow beside it', () => {
		const request = { clock: 'stage2Response', dayZeroOn: '2023-01-09', isExtended: true } as const;
		const statement = {
			clock: 'stage2FromStatement',
			dayZeroOn: '2023-02-13',
			isExtended: true
		} as const;
		expect(explained(request)).toMatchObject({ dueOn: '2023-04-12', force: 'law' });
		expect(explained(statement)).toMatchObject({ dueOn: '2023-05-19', force: 'shadow' });
		expect(stage2Clocks('request')).toEqual({
			counts: 'stage2Response',
			shadow: 'stage2FromStatement'
		});
		expect(stage2Clocks('agreedStatement').counts).toBe('stage2FromStatement');
	});

	it('does not wait for an advocate', () => {
		expect(
			dueOn(
				{
					clock: 'stage2Response',
					dayZeroOn: '2023-01-09',
					pauses: [{ from: '2023-01-10', to: null, reason: 'advocate' }]
				},
				counting
			)
		).toEqual({
			known: false,
			refusal: { code: 'cannotBePaused', clock: 'stage2Response', reason: 'advocate' }
		});
	});

	it('stops for mediation only over a stated period the complainant agreed to', () => {
		expect(
			explained({
				clock: 'stage2Response',
				dayZeroOn: '2023-01-09',
				pauses: [{ from: '2023-01-13', to: '2023-01-27', reason: 'mediation' }]
			})
		).toMatchObject({ dueOn: '2023-02-27', unpausedLimitOn: '2023-02-13' });
	});
});

describe('the other clocks', () => {
	it('counts papers back from the panel', () => {
		const papers = explained({ clock: 'stage3Papers', dayZeroOn: '2023-01-12' });
		expect(papers.dueOn).toBe('2022-12-28');
		expect(papers.days[0]).toEqual({ date: '2023-01-11', kind: 'counted', number: 1 });
		expect(papers.skippedHolidays.map(({ date }) => date)).toEqual(['2023-01-02']);
	});

	it('takes one year by the calendar, whatever day it ends on, past any list of holidays', () => {
		expect(dueOn({ clock: 'oneYearToComplain', dayZeroOn: '2020-02-29' }, counting)).toEqual({
			known: true,
			value: '2021-02-28'
		});
		expect(dueOn({ clock: 'oneYearToComplain', dayZeroOn: '2031-05-01' }, counting)).toEqual({
			known: true,
			value: '2032-05-01'
		});
	});

	it('takes 30 days by the calendar for a data-protection complaint', () => {
		expect(
			dueOn({ clock: 'dataComplaintAcknowledgement', dayZeroOn: '2026-07-01' }, counting)
		).toEqual({ known: true, value: '2026-07-31' });
	});

	it('takes 12 months for the Ombudsman', () => {
		expect(dueOn({ clock: 'ombudsman', dayZeroOn: '2026-01-31' }, counting)).toEqual({
			known: true,
			value: '2027-01-31'
		});
	});

	it('takes the date a person set for an action, and asks for one where there is none', () => {
		expect(
			dueOn({ clock: 'action', dayZeroOn: '2026-01-05', setOn: '2026-03-02' }, counting)
		).toEqual({ known: true, value: '2026-03-02' });
		expect(dueOn({ clock: 'action', dayZeroOn: '2026-01-05' }, counting)).toEqual({
			known: false,
			refusal: { code: 'dateNotSet', clock: 'action' }
		});
	});

	it('has no more time to give where the law has none', () => {
		expect(
			dueOn({ clock: 'stage3PanelMeeting', dayZeroOn: '2026-01-05', isExtended: true }, counting)
		).toEqual({
			known: false,
			refusal: { code: 'cannotBeExtended', clock: 'stage3PanelMeeting' }
		});
	});
});

describe('what a council may choose', () => {
	it('is its own length for its own promises, and never for the law’s', () => {
		const own = { ...counting, localLengths: { acknowledgement: 5, corporateStage1Response: 10 } };
		expect(dueOn({ clock: 'acknowledgement', dayZeroOn: '2026-02-02' }, own)).toEqual({
			known: true,
			value: '2026-02-09'
		});
		const corporate = { clock: 'corporateStage1Response', dayZeroOn: '2026-02-02' } as const;
		expect(explained(corporate, own).dueOn).toBe('2026-02-16');
		expect(explained({ ...corporate, isExtended: true }, own).length).toBe(20);
		const longer = { ...own, localExtensions: { corporateStage1Response: 3 } };
		expect(explained({ ...corporate, isExtended: true }, longer).length).toBe(13);
		expect(explained(corporate, longer).length).toBe(10);
		const cheating = {
			...counting,
			localLengths: { stage1Response: 40 } as object,
			localExtensions: { stage1Response: 40 } as object
		};
		expect(explained({ clock: 'stage1Response', dayZeroOn: '2026-02-02' }, cheating).length).toBe(
			10
		);
		const extendedByLaw = {
			clock: 'stage1Response',
			dayZeroOn: '2026-02-02',
			isExtended: true
		} as const;
		expect(explained(extendedByLaw, cheating).length).toBe(20);
	});

	it('is to count the day of receipt as day 1, which makes each date a working day earlier', () => {
		const early = { ...counting, receiptIsDayOne: true };
		const received = { clock: 'stage1Response', dayZeroOn: '2023-02-06' } as const;
		expect(explained(received, early)).toMatchObject({ dueOn: '2023-02-17', dayZeroNumber: 1 });
		expect(explained({ clock: 'oneYearToComplain', dayZeroOn: '2023-02-06' }, early).dueOn).toBe(
			'2024-02-06'
		);
		expect(explained({ clock: 'stage3Papers', dayZeroOn: '2023-06-16' }, early).dueOn).toBe(
			'2023-06-02'
		);
	});
});

describe('where the bank holidays run out', () => {
	it('no date is given, with a pause or without', () => {
		const late = { clock: 'stage2Response', dayZeroOn: '2030-12-02' } as const;
		const refusal = {
			code: 'bankHolidaysRunOut',
			date: '2031-01-01',
			from: '2012-01-01',
			to: '2030-12-31'
		};
		expect(dueOn(late, counting)).toEqual({ known: false, refusal });
		expect(dueOn({ clock: 'stage1Response', dayZeroOn: '2011-11-30' }, counting)).toMatchObject({
			known: false,
			refusal: { code: 'bankHolidaysRunOut', date: '2011-11-30' }
		});
	});
});
