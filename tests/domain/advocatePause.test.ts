import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { PERSON_CODES } from '#lib/domain/triage/codes.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	STRAND,
	advocateAppointed,
	advocateAsked,
	advocateDeclined,
	element,
	received,
	responded,
	triaged,
	triagedCorporate,
	withdrawn
} from '../support/complaintHistory.ts';

function ask(askedOn: PlainDate = '2026-06-03'): CommandOf<'askForAdvocate'> {
	return { type: 'askForAdvocate', askedOn, askedBy: 'complainant' };
}

function appoint(appointedOn: PlainDate): CommandOf<'recordAdvocateAppointed'> {
	return { type: 'recordAdvocateAppointed', appointedOn };
}

function decline(declinedOn: PlainDate): CommandOf<'recordAdvocateDeclined'> {
	return { type: 'recordAdvocateDeclined', declinedOn };
}

describe('asking for an advocate (CA 1989 s.26A; SI 2006/1738 reg 14)', () => {
	it('stops stage 1 of a child’s complaint from that day', () => {
		const complaint = given(received(), triaged()).when(ask()).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage1Paused',
			pauses: [{ from: '2026-06-03', to: null }]
		});
		expect(complaint.advocate).toMatchObject({ askedOn: '2026-06-03', isAwaited: true });
	});

	// Written out again on purpose: a child, a care leaver, or who stands as the child.
	test.each(PERSON_CODES.map((person) => [person, ['P1', 'P2', 'P3', 'P10'].includes(person)]))(
		'%s: stage 1 waits: %s',
		(person, waits) => {
			const point = element({ person: person as 'P1' });
			const complaint = given(
				received({ madeBy: 'childOrYoungPerson' }),
				triaged({ elements: [point] })
			)
				.when(ask())
				.thenComplaint();
			expect(complaint.strands[0]?.stage).toBe(waits ? 'stage1Paused' : 'stage1Open');
		}
	);

	it('is not for an adult’s own complaint', () => {
		given(received({ madeBy: 'adult' }))
			.when(ask())
			.thenRefused('advocateNotForAdults');
		given(received({ madeBy: 'helper' }), triaged({ elements: [element({ person: 'P4' })] }))
			.when(ask())
			.thenRefused('advocateNotForAdults');
	});

	it('is for a child whom an adult complains for, though nothing waits for it', () => {
		const complaint = given(
			received({ madeBy: 'helper' }),
			triaged({ elements: [element({ person: 'P11' })] })
		)
			.when(ask())
			.thenComplaint();
		expect(complaint.strands[0]?.stage).toBe('stage1Open');
	});

	it('stops nothing in the corporate procedure, or once answered', () => {
		for (const history of [
			[received(), ...triagedCorporate()],
			[received(), ...triaged(), responded()]
		]) {
			const complaint = given(history).when(ask('2026-06-15')).thenComplaint();
			expect(complaint.strands[0]?.pauses).toEqual([]);
		}
	});

	it('is not asked twice while it is waited for', () => {
		given(received(), triaged(), advocateAsked('2026-06-03'))
			.when(ask('2026-06-04'))
			.thenRefused('advocateAlreadyAsked', { askedOn: '2026-06-03' });
	});

	it('may be asked again after it was declined, from the day of that or later', () => {
		const declined = [
			received(),
			...triaged(),
			advocateAsked('2026-06-03'),
			advocateDeclined('2026-06-08')
		];
		given(declined).when(ask('2026-06-05')).thenRefused('dateBefore', { earliest: '2026-06-08' });
		const complaint = given(declined).when(ask('2026-06-10')).thenComplaint();
		expect(complaint.strands[0]?.pauses).toEqual([
			{ from: '2026-06-03', to: '2026-06-08' },
			{ from: '2026-06-10', to: null }
		]);
	});

	it('stops nothing again where one was appointed before', () => {
		const complaint = given(
			received(),
			triaged(),
			advocateAsked('2026-06-03'),
			advocateAppointed('2026-06-08')
		)
			.when(ask('2026-06-10'))
			.thenComplaint();
		expect(complaint.strands[0]?.stage).toBe('stage1Open');
		expect(complaint.advocate.isAwaited).toBe(true);
	});

	it('cannot be dated before the complaint or in the future', () => {
		given(received(), triaged()).when(ask('2026-05-31')).thenRefused('dateBefore');
		given(received(), triaged())
			.when(ask('2026-06-03'), { on: '2026-06-02' })
			.thenRefused('dateInFuture');
	});
});

describe('the end of the wait', () => {
	const waiting = [received(), ...triaged(), advocateAsked('2026-06-03')];

	test.each([
		['an advocate is appointed', appoint('2026-06-17')],
		['the child no longer wants one', decline('2026-06-17')]
	])('comes when %s', (_when, command) => {
		const complaint = given(waiting).when(command).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage1Open',
			pauses: [{ from: '2026-06-03', to: '2026-06-17' }]
		});
		expect(complaint.advocate.isAwaited).toBe(false);
	});

	it('may be the same day: then no day is lost', () => {
		const complaint = given(waiting).when(appoint('2026-06-03')).thenComplaint();
		expect(complaint.strands[0]?.pauses).toEqual([{ from: '2026-06-03', to: '2026-06-03' }]);
	});

	it('cannot come before it was asked', () => {
		given(waiting)
			.when(appoint('2026-06-02'))
			.thenRefused('dateBefore', { because: 'asked', earliest: '2026-06-03' });
		given(waiting).when(decline('2026-06-02')).thenRefused('dateBefore');
	});

	it('can be said by the child themselves', () => {
		given(waiting)
			.when(decline('2026-06-05'), { by: 'complainant' })
			.then(advocateDeclined('2026-06-05'));
		given(waiting).when(appoint('2026-06-05'), { by: 'complainant' }).thenRefused('notPermitted');
	});

	it('needs a wait to decline, but an advocate may come unasked', () => {
		given(received(), triaged()).when(decline('2026-06-05')).thenRefused('advocateNotAsked');
		given(received(), triaged()).when(appoint('2026-06-05')).then(advocateAppointed('2026-06-05'));
	});

	it('reaches a strand that was withdrawn meanwhile', () => {
		const back: ComplaintEvent = {
			type: 'strandReinstated',
			strandId: STRAND,
			reinstatedOn: '2026-06-20'
		};
		const complaint = given(waiting, withdrawn('2026-06-05'), advocateAppointed('2026-06-17'))
			.when({ type: 'reinstateStrand', strandId: STRAND, reinstatedOn: '2026-06-20' })
			.thenComplaint();
		expect(complaint.strands[0]?.stage).toBe('stage1Open');

		const askedMeanwhile = given(
			received(),
			triaged(),
			withdrawn('2026-06-05'),
			advocateAsked('2026-06-10'),
			back
		)
			.when(appoint('2026-06-22'))
			.thenComplaint();
		expect(askedMeanwhile.strands[0]?.pauses).toEqual([{ from: '2026-06-10', to: '2026-06-22' }]);
	});
});
