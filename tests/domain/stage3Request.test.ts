import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { BESIDE_ORDERS_HERE } from '../support/besideOrders.ts';
import {
	STRAND,
	TEXT,
	received,
	responded,
	stage2Requested,
	triaged,
	triagedCorporate,
	withdrawn
} from '../support/complaintHistory.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	REASON,
	lateDecided,
	panelAcknowledged,
	panelAppointed,
	panelAsked,
	panelAskedLate,
	panelFixed,
	reported,
	stage2Answered,
	stage3Responded
} from '../support/stage3History.ts';

function ask(facts: Partial<CommandOf<'requestStage3'>> = {}): CommandOf<'requestStage3'> {
	return {
		type: 'requestStage3',
		strandId: STRAND,
		requestedOn: '2026-09-21',
		channel: 'letter',
		pointsTextId: TEXT,
		...facts
	};
}

function decideLate(
	facts: Partial<CommandOf<'decideLateStage3'>> = {}
): CommandOf<'decideLateStage3'> {
	return {
		type: 'decideLateStage3',
		strandId: STRAND,
		accepted: true,
		decidedOn: '2026-10-22',
		reasonTextId: REASON,
		ombudsmanToldOn: null,
		...facts
	};
}

describe('asking for a review panel (SI 2006/1738 reg 18; guidance 3.9)', () => {
	it('is taken within 20 working days of the receipt of the stage 2 answer', () => {
		given(stage2Answered()).when(ask()).then(panelAsked());
		given(stage2Answered())
			.when(ask({ requestedOn: '2026-10-12' }))
			.then(panelAsked({ requestedOn: '2026-10-12' }));
	});

	it('is taken after that too, marked as late, and never refused by itself (20-003-273)', () => {
		given(stage2Answered())
			.when(ask({ requestedOn: '2026-10-13' }))
			.then(panelAsked({ requestedOn: '2026-10-13', isLate: true }));
		given(stage2Answered())
			.when(ask({ requestedOn: '2026-12-30' }))
			.then(panelAsked({ requestedOn: '2026-12-30', isLate: true }));
	});

	it('counts from receipt: a posted answer arrives two working days later', () => {
		given(stage2Answered({ sentOnPaper: true, releasedByStaffId: null }))
			.when(ask({ requestedOn: '2026-10-14' }))
			.then(panelAsked({ requestedOn: '2026-10-14', isLate: false }));
		given(stage2Answered({ sentOnPaper: true, releasedByStaffId: null }))
			.when(ask({ requestedOn: '2026-10-15' }))
			.then(panelAsked({ requestedOn: '2026-10-15', isLate: true }));
	});

	it('may be done by the complainant, and written down by a team manager', () => {
		given(stage2Answered()).when(ask(), { by: 'complainant' }).then(panelAsked());
		given(stage2Answered()).when(ask(), { by: 'teamManager' }).then(panelAsked());
		given(stage2Answered()).when(ask(), { by: 'dutyWorker' }).thenRefused('notPermitted');
	});

	it('knows no test of merit: also where everything was upheld (rules C-8)', () => {
		given(stage2Answered({}, 'upheld')).when(ask()).then(panelAsked());
	});

	it('waits until stage 2 is finished', () => {
		given(received(), triaged(), responded()).when(ask()).thenRefused('wrongStage');
		given(received(), triaged(), responded(), stage2Requested())
			.when(ask())
			.thenRefused('wrongStage', { stage: 'stage2Requested' });
	});

	it('cannot lie before the stage 2 answer was sent', () => {
		given(stage2Answered())
			.when(ask({ requestedOn: '2026-09-11' }))
			.thenRefused('dateBefore', { because: 'stage2Answered', earliest: '2026-09-14' });
	});

	it('is not for the corporate procedure', () => {
		given(received(), triagedCorporate(), responded()).when(ask()).thenRefused('wrongStage');
	});

	it('stays open after the strand was closed for want of a reply, or as content', () => {
		for (const reason of ['stage2AnsweredNoReply', 'answeredAndContent'] as const) {
			given(stage2Answered(), {
				type: 'strandClosed',
				strandId: STRAND,
				closedOn: '2026-10-13',
				reason
			})
				.when(ask({ requestedOn: '2026-11-02' }))
				.then(panelAsked({ requestedOn: '2026-11-02', isLate: true }));
		}
	});

	it('is not done twice, nor once the panel was answered, nor when it was taken back', () => {
		given(stage2Answered(), panelAsked()).when(ask()).thenRefused('wrongStage');
		given(reported(), stage3Responded()).when(ask()).thenRefused('wrongStage');
		given(stage2Answered(), withdrawn('2026-09-20')).when(ask()).thenRefused('wrongStage');
	});
});

describe('a late request (SI 2006/1738 reg 18; a discretion, with a recorded reason)', () => {
	it('waits for its decision, and nothing is arranged before', () => {
		given(stage2Answered(), panelAskedLate())
			.when({
				type: 'fixPanelDate',
				strandId: STRAND,
				panelOn: '2026-11-20',
				atComplainantsWish: false,
				reasonTextId: null
			})
			.thenRefused('lateRequestUndecided');
		// Saying that we have it is owed all the same.
		const complaint = given(stage2Answered(), panelAskedLate())
			.when({ type: 'acknowledgeStage3', strandId: STRAND, acknowledgedOn: '2026-10-21' })
			.thenComplaint();
		expect(complaint.strands[0]?.stage).toBe('stage3Requested');
	});

	it('is accepted for a reason, and then goes on like any other', () => {
		given(stage2Answered(), panelAskedLate()).when(decideLate()).then(lateDecided(true));
		const complaint = given(stage2Answered(), panelAskedLate(), panelAcknowledged('2026-10-21'))
			.when(decideLate())
			.thenComplaint();
		expect(complaint.strands[0]?.stage).toBe('stage3Convening');
	});

	it('is refused only with the way to the Ombudsman, and that ends the procedure', () => {
		given(stage2Answered(), panelAskedLate())
			.when(decideLate({ accepted: false }))
			.thenRefused('ombudsmanNotTold');
		const complaint = given(stage2Answered(), panelAskedLate())
			.when(decideLate({ accepted: false, ombudsmanToldOn: '2026-10-22' }))
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'closed',
			closed: { on: '2026-10-22', reason: 'stage3RefusedLate' }
		});
	});

	it('waits to be refused for what the child is told, where an adult complained (s.26(7))', () => {
		const fromAdult = stage2Answered().map((event): ComplaintEvent => {
			if (event.type === 'complaintReceived') return { ...event, madeBy: 'adult' };
			if (event.type !== 'triageDecided') return event;
			return { ...event, elements: event.elements.map((one) => ({ ...one, person: 'P4' })) };
		});
		const refusal = decideLate({ accepted: false, ombudsmanToldOn: '2026-10-22' });
		given(fromAdult, panelAskedLate()).when(refusal).thenRefused('childNotDecided');
		given(fromAdult, panelAskedLate()).when(decideLate()).then(lateDecided(true));
		const decided: ComplaintEvent = {
			...BESIDE_ORDERS_HERE.decideChildIsTold,
			type: 'childIsToldDecided'
		};
		const ended = given(fromAdult, panelAskedLate(), decided).when(refusal).thenComplaint();
		expect(ended.strands[0]?.stage).toBe('closed');
	});

	it('may be asked for again after a refusal, and is decided again', () => {
		given(stage2Answered(), panelAskedLate(), lateDecided(false))
			.when(ask({ requestedOn: '2026-11-30' }))
			.then(panelAsked({ requestedOn: '2026-11-30', isLate: true }));
	});

	it('is decided once, and one in time is not decided at all', () => {
		given(stage2Answered(), panelAsked()).when(decideLate()).thenRefused('requestNotLate');
		given(stage2Answered(), panelAskedLate(), lateDecided(true))
			.when(decideLate())
			.thenRefused('requestNotLate');
	});

	it('is not for the complainant or a team manager to decide', () => {
		for (const by of ['complainant', 'teamManager'] as const) {
			given(stage2Answered(), panelAskedLate())
				.when(decideLate(), { by })
				.thenRefused('notPermitted');
		}
	});
});

describe('saying that we have the request (guidance 3.13)', () => {
	it('is done once, not before the request', () => {
		const acknowledge = (acknowledgedOn: `${number}-${number}-${number}`) => ({
			type: 'acknowledgeStage3' as const,
			strandId: STRAND,
			acknowledgedOn
		});
		given(stage2Answered(), panelAsked()).when(acknowledge('2026-09-22')).then(panelAcknowledged());
		given(stage2Answered(), panelAsked())
			.when(acknowledge('2026-09-18'))
			.thenRefused('dateBefore', { because: 'stage3Requested' });
		given(stage2Answered(), panelAsked(), panelAcknowledged())
			.when(acknowledge('2026-09-23'))
			.thenRefused('alreadyAcknowledged');
	});

	it.each([
		['it was acknowledged', [panelAcknowledged()]],
		['a chair was appointed', panelAppointed()],
		['a date was fixed', [panelFixed()]]
	] as const)('begins the convening once %s', (_what, events) => {
		const complaint = given(stage2Answered(), panelAsked(), [...events])
			.when({
				type: 'correctStage3Date',
				strandId: STRAND,
				which: 'requested',
				happenedOn: '2026-09-21',
				reasonTextId: REASON
			})
			.thenComplaint();
		expect(complaint.strands[0]?.stage).toBe('stage3Convening');
	});
});
