import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClosingReason } from '#lib/domain/complaint/codes.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	STRAND,
	received,
	resolved,
	responded,
	stage2Requested,
	told,
	triaged,
	withdrawn
} from '../support/complaintHistory.ts';

function close(reason: ClosingReason, closedOn: PlainDate): CommandOf<'closeStrand'> {
	return { type: 'closeStrand', strandId: STRAND, closedOn, reason };
}

function closed(reason: ClosingReason, closedOn: PlainDate): ComplaintEvent {
	return { type: 'strandClosed', strandId: STRAND, closedOn, reason };
}

const reinstate: CommandOf<'reinstateStrand'> = {
	type: 'reinstateStrand',
	strandId: STRAND,
	reinstatedOn: '2026-07-20'
};

describe('closing after an answer (guidance 3.5)', () => {
	it('waits for the 20 working days that are advised, where there was no reply', () => {
		given(received(), triaged(), responded())
			.when(close('answeredNoReply', '2026-07-10'))
			.thenRefused('stillTimeToAsk', { until: '2026-07-10' });
		given(received(), triaged(), responded())
			.when(close('answeredNoReply', '2026-07-13'))
			.then(closed('answeredNoReply', '2026-07-13'));
	});

	it('counts them from the day a letter arrives', () => {
		given(received(), triaged(), responded({ sentOnPaper: true, releasedByStaffId: null }))
			.when(close('answeredNoReply', '2026-07-13'))
			.thenRefused('stillTimeToAsk', { until: '2026-07-14' });
	});

	it('is at once where the complainant says that they are content', () => {
		given(received(), triaged(), responded())
			.when(close('answeredAndContent', '2026-06-12'), { by: 'complainant' })
			.then(closed('answeredAndContent', '2026-06-12'));
	});

	it('is for an officer in every other case', () => {
		given(received(), triaged(), responded())
			.when(close('answeredNoReply', '2026-07-13'), { by: 'complainant' })
			.thenRefused('notPermitted');
		given(received(), triaged(), withdrawn())
			.when(close('withdrawn', '2026-07-13'), { by: 'complainant' })
			.thenRefused('notPermitted');
	});

	it('has a reason that fits where it stands', () => {
		given(received(), triaged())
			.when(close('answeredNoReply', '2026-07-13'))
			.thenRefused('closingReasonDoesNotFit', { stage: 'stage1Open' });
		given(received(), triaged(), resolved())
			.when(close('resolved', '2026-06-10'))
			.then(closed('resolved', '2026-06-10'));
		given(received(), triaged(), told())
			.when(close('notPursued', '2026-07-13'))
			.then(closed('notPursued', '2026-07-13'));
	});

	it('is not before what it ends', () => {
		given(received(), triaged(), responded())
			.when(close('answeredAndContent', '2026-06-11'))
			.thenRefused('dateBefore', { because: 'responded' });
		given(received(), triaged(), resolved())
			.when(close('resolved', '2026-06-09'))
			.thenRefused('dateBefore', { because: 'resolved' });
	});

	it('never happens at stage 2: it goes on until it is answered (reg 17)', () => {
		given(received(), triaged(), responded(), stage2Requested())
			.when(close('answeredAndContent', '2026-07-13'))
			.thenRefused('wrongStage', { stage: 'stage2Requested' });
	});
});

describe('withdrawing (SI 2006/1738 reg 7; guidance 3.4)', () => {
	it('is for the complainant at any stage, or for an officer who is told', () => {
		for (const history of [[], [told()], [responded()], [responded(), stage2Requested()]]) {
			for (const by of ['complainant', 'complaintsOfficer'] as const) {
				given(received(), triaged(), history)
					.when(
						{
							type: 'withdrawStrand',
							strandId: STRAND,
							withdrawnOn: '2026-07-14',
							channel: 'website'
						},
						{ by }
					)
					.then(withdrawn('2026-07-14'));
			}
		}
	});

	it('never goes through the manager who answers', () => {
		given(received(), triaged())
			.when(
				{
					type: 'withdrawStrand',
					strandId: STRAND,
					withdrawnOn: '2026-06-05',
					channel: 'inPerson'
				},
				{ by: 'teamManager' }
			)
			.thenRefused('notPermitted');
	});

	it('can be before triage, and taken back', () => {
		const takenBack: ComplaintEvent = {
			type: 'complaintWithdrawn',
			withdrawnOn: '2026-06-02',
			channel: 'website'
		};
		given(received())
			.when(
				{ type: 'withdrawComplaint', withdrawnOn: '2026-06-02', channel: 'website' },
				{ by: 'complainant' }
			)
			.then(takenBack);
		const complaint = given(received(), takenBack)
			.when({ type: 'reinstateComplaint', reinstatedOn: '2026-06-03' }, { by: 'complainant' })
			.thenComplaint();
		expect(complaint).toMatchObject({ phase: 'received', withdrawnOn: null });
		given(received(), takenBack)
			.when({ type: 'reinstateComplaint', reinstatedOn: '2026-06-01' })
			.thenRefused('dateBefore', { because: 'withdrawn' });
	});
});

describe('taking it up again (guidance 3.4)', () => {
	it('comes back to where it stood, with its clock unstopped', () => {
		for (const [history, stage] of [
			[[], 'stage1Open'],
			[[told()], 'stage1Overdue'],
			[[responded()], 'stage1Responded'],
			[[responded(), stage2Requested()], 'stage2Requested']
		] as const) {
			const complaint = given(received(), triaged(), history, withdrawn('2026-07-14'))
				.when(reinstate, { by: 'complainant' })
				.thenComplaint();
			expect(complaint.strands[0]).toMatchObject({
				stage,
				withdrawnOn: null,
				stageBefore: null,
				pauses: []
			});
		}
	});

	it('is still possible after it was closed', () => {
		const complaint = given(
			received(),
			triaged(),
			withdrawn('2026-06-05'),
			closed('withdrawn', '2026-07-06')
		)
			.when(reinstate)
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({ stage: 'stage1Open', closed: null });
		const notPursued = given(received(), triaged(), told(), closed('notPursued', '2026-07-06'))
			.when(reinstate)
			.thenComplaint();
		expect(notPursued.strands[0]?.stage).toBe('stage1Overdue');
	});

	it('is not before the day it was withdrawn or closed', () => {
		given(received(), triaged(), withdrawn('2026-07-21'))
			.when(reinstate)
			.thenRefused('dateBefore', { because: 'withdrawn' });
		given(received(), triaged(), told(), closed('notPursued', '2026-07-21'))
			.when(reinstate)
			.thenRefused('dateBefore', { because: 'closed' });
	});

	it('is not for what was answered or settled: that goes on by stage 2', () => {
		given(received(), triaged(), responded(), closed('answeredNoReply', '2026-07-13'))
			.when(reinstate)
			.thenRefused('wrongStage', { stage: 'closed' });
	});
});
