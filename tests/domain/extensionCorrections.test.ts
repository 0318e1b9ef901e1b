import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { toRows } from '#lib/domain/complaint/rows.ts';
import { eventWords } from '#lib/words/events.ts';
import {
	STRAND,
	TEXT,
	corporateAnswered,
	extended,
	investigating,
	received,
	resolved,
	responded,
	stage2Extended,
	stage2Requested,
	triaged,
	triagedCorporate
} from '../support/complaintHistory.ts';
import { contextOf, given } from '../support/givenWhenThen.ts';
import { plain } from '../support/pulledCase.ts';

const byManager = { by: 'complaintsManager' } as const;

describe('correcting the notice of more time at stage 1 (SI 2006/1738 reg 14)', () => {
	// Received on Monday 1 June 2026: day 10 is 15 June, day 20 is 29 June.
	const history: readonly ComplaintEvent[] = [received(), ...triaged(), extended()];
	const correct = (
		facts: Partial<CommandOf<'correctStage1Extension'>> = {}
	): CommandOf<'correctStage1Extension'> => ({
		type: 'correctStage1Extension',
		strandId: STRAND,
		toldOn: '2026-06-16',
		reason: 'advocate',
		reasonTextId: TEXT,
		...facts
	});

	it('writes down the right day and reason, and works out anew whether it was told late', () => {
		given(history)
			.when(correct(), { on: '2026-06-20' })
			.then({ ...correct(), type: 'stage1ExtensionCorrected', toldLate: true });
		given(history)
			.when(correct({ toldOn: '2026-06-15' }), { on: '2026-06-20' })
			.then({
				...correct({ toldOn: '2026-06-15' }),
				type: 'stage1ExtensionCorrected',
				toldLate: false
			});
	});

	it('counts by the right notice: day 10 is met by it, or missed', () => {
		const first = (corrected: readonly ComplaintEvent[]) =>
			clocksOf(rebuild([...history, ...corrected]), contextOf({ on: '2026-06-20' })).find(
				({ clock, isExtended }) => clock === 'stage1Response' && !isExtended
			);
		const event = { ...correct(), type: 'stage1ExtensionCorrected', toldLate: true } as const;
		expect(first([])).toMatchObject({ outcome: 'met' });
		expect(first([event])).toMatchObject({ outcome: 'missed', doneOn: '2026-06-16' });
		expect(rebuild([...history, event]).strands[0]?.extension).toEqual({
			reason: 'advocate',
			toldOn: '2026-06-16',
			toldLate: true
		});
		expect(plain(eventWords(event))).toMatch(
			/^More time at stage 1 corrected: told Tue 16 Jun 2026, after day 10\. /
		);
	});

	it('keeps to the same limits as the notice itself, and needs one to correct', () => {
		given(history)
			.when(correct({ toldOn: '2026-06-30' }), { on: '2026-07-01' })
			.thenRefused('extensionPastLimit', { limitOn: '2026-06-29' });
		given(history)
			.when(correct({ toldOn: '2026-05-29' }), { on: '2026-07-01' })
			.thenRefused('dateBefore', { because: 'received' });
		given(history)
			.when(correct({ toldOn: '2026-06-20' }), { on: '2026-06-19' })
			.thenRefused('dateInFuture');
		given(received(), triaged())
			.when(correct(), { on: '2026-06-20' })
			.thenRefused('nothingToCorrect');
	});

	it('is put right also after the answer went', () => {
		given(history, responded({ sentOn: '2026-06-18' }))
			.when(correct({ toldOn: '2026-06-15' }), { on: '2026-07-01' })
			.then({
				...correct({ toldOn: '2026-06-15' }),
				type: 'stage1ExtensionCorrected',
				toldLate: false
			});
	});

	it('cannot have been told after the answer went, or after it was settled', () => {
		const on = { on: '2026-07-01' } as const;
		given(history, responded({ sentOn: '2026-06-18' }))
			.when(correct({ toldOn: '2026-06-18' }), on)
			.then({
				...correct({ toldOn: '2026-06-18' }),
				type: 'stage1ExtensionCorrected',
				toldLate: true
			});
		given(history, responded({ sentOn: '2026-06-18' }))
			.when(correct({ toldOn: '2026-06-19' }), on)
			.thenRefused('toldAfterAnswer', { toldOn: '2026-06-19', answeredOn: '2026-06-18' });
		given(history, resolved('2026-06-18'))
			.when(correct({ toldOn: '2026-06-19' }), on)
			.thenRefused('toldAfterAnswer', { toldOn: '2026-06-19', answeredOn: '2026-06-18' });
	});
});

describe('correcting the last notice of more time at stage 2 (reg 17(6))', () => {
	// Asked for on Wednesday 1 July 2026: day 25 is 5 August, day 65 is 1 October.
	const history: readonly ComplaintEvent[] = [...investigating(), stage2Extended()];
	const correct = (
		facts: Partial<CommandOf<'correctStage2Extension'>> = {}
	): CommandOf<'correctStage2Extension'> => ({
		type: 'correctStage2Extension',
		strandId: STRAND,
		reason: 'complex',
		toldOn: '2026-08-04',
		newDueOn: '2026-09-10',
		reasonTextId: TEXT,
		...facts
	});
	const corrected = (facts: Partial<CommandOf<'correctStage2Extension'>> = {}, toldLate = false) =>
		({ ...correct(facts), type: 'stage2ExtensionCorrected', toldLate }) as const;

	function dueOn(today: PlainDate, events: readonly ComplaintEvent[]) {
		return clocksOf(rebuild(events), contextOf({ on: today })).find(({ isHeadline }) => isHeadline)
			?.dueOn;
	}

	it('moves the new date, and is judged by what stood before that notice', () => {
		expect(dueOn('2026-08-10', history)).toBe('2026-09-11');
		given(history)
			.when(correct(), { ...byManager, on: '2026-08-10' })
			.then(corrected());
		expect(dueOn('2026-08-10', [...history, corrected()])).toBe('2026-09-10');
		given(history)
			.when(correct({ toldOn: '2026-08-07' }), { ...byManager, on: '2026-08-10' })
			.then(corrected({ toldOn: '2026-08-07' }, true));
		expect(toRows(rebuild([...history, corrected()]), contextOf()).strands[0]).toMatchObject({
			stage2DueOn: '2026-09-10'
		});
		expect(plain(eventWords(corrected()))).toMatch(
			/^More time at stage 2 corrected: until Thu 10 Sep 2026, told Tue 4 Aug 2026\. /
		);
	});

	it('puts right the last of several, and leaves the earlier as they were', () => {
		const second = stage2Extended({ toldOn: '2026-09-08', newDueOn: '2026-09-25' });
		const right = corrected({ toldOn: '2026-09-09', newDueOn: '2026-09-28' });
		given(history, second)
			.when(correct({ toldOn: '2026-09-09', newDueOn: '2026-09-28' }), {
				...byManager,
				on: '2026-09-10'
			})
			.then(right);
		const { stage2 } = rebuild([...history, second, right]).strands[0] ?? {};
		expect(stage2?.extensions.map(({ newDueOn }) => newDueOn)).toEqual([
			'2026-09-11',
			'2026-09-28'
		]);
	});

	it('goes no further than the law, gives more time, and is the manager’s to put right', () => {
		const on = { ...byManager, on: '2026-08-10' } as const;
		given(history)
			.when(correct({ newDueOn: '2026-10-02' }), on)
			.thenRefused('stage2ExtensionTooLong', { limitOn: '2026-10-01' });
		given(history)
			.when(correct({ newDueOn: '2026-08-05' }), on)
			.thenRefused('stage2ExtensionNotLater', { after: '2026-08-05' });
		given(history).when(correct(), { on: '2026-08-10' }).thenRefused('notPermitted');
		given(investigating()).when(correct(), on).thenRefused('nothingToCorrect');
	});

	it('cannot have been told after the answer went', () => {
		const asked = [received(), ...triagedCorporate(), responded(), stage2Requested()];
		const more = stage2Extended({ toldOn: '2026-07-28', newDueOn: '2026-08-12' });
		const went = { sentOn: '2026-07-30', ombudsmanToldOn: '2026-07-30' } as const;
		given(asked, more, corporateAnswered(went))
			.when(correct({ toldOn: '2026-07-31', newDueOn: '2026-08-12' }), {
				...byManager,
				on: '2026-08-20'
			})
			.thenRefused('toldAfterAnswer', { toldOn: '2026-07-31', answeredOn: '2026-07-30' });
	});

	it('asks for the reason where an answer that went turns out late', () => {
		const asked = [received(), ...triagedCorporate(), responded(), stage2Requested()];
		const more = stage2Extended({ toldOn: '2026-07-28', newDueOn: '2026-08-12' });
		const late = { sentOn: '2026-08-12', ombudsmanToldOn: '2026-08-12' } as const;
		const facts = { toldOn: '2026-07-28', newDueOn: '2026-08-10' } as const;
		const on = { ...byManager, on: '2026-08-20' } as const;
		given(asked, more, corporateAnswered(late))
			.when(correct(facts), on)
			.thenRefused('delayReasonMissing', { dueOn: '2026-08-10' });
		const right = { ...corrected(facts), delayReason: 'serviceDelay' as const };
		given(asked, more, corporateAnswered(late))
			.when(correct({ ...facts, delayReason: 'serviceDelay' }), on)
			.then(right);
		expect(
			rebuild([...asked, more, corporateAnswered(late), right]).strands[0]?.stage2.delayReason
		).toBe('serviceDelay');
	});
});
