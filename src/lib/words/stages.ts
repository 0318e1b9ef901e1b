import type { Phase, StrandStage } from '#lib/domain/complaint/state.ts';

/** Where a strand stands, as staff say it. */
export function stageWords(stage: StrandStage): string {
	switch (stage) {
		case 'stage1Open':
			return 'Stage 1';
		case 'stage1Paused':
			return 'Stage 1, waiting for an advocate';
		case 'stage1Overdue':
			return 'Stage 1, overdue';
		case 'stage1Responded':
			return 'Stage 1 answered';
		case 'stage1Resolved':
			return 'Settled at stage 1';
		case 'stage2Requested':
			return 'Stage 2 asked for';
		case 'stage2Scoping':
			return 'Stage 2, agreeing the statement';
		case 'stage2Investigating':
			return 'Stage 2, investigating';
		case 'stage2Reported':
			return 'Stage 2, both reports are in';
		case 'stage2Adjudicated':
			return 'Stage 2 answered';
		case 'corporateAnswered':
			return 'Corporate stage 2 answered';
		case 'stage3Requested':
			return 'Stage 3 asked for';
		case 'stage3Convening':
			return 'Stage 3, panel being arranged';
		case 'stage3PanelHeld':
			return 'Stage 3, panel has met';
		case 'stage3Reported':
			return 'Stage 3, panel has reported';
		case 'stage3Responded':
			return 'Stage 3 answered';
		case 'referredEarly':
			return 'Referred early to the Ombudsman';
		case 'suspended':
			return 'Suspended for proceedings';
		case 'withdrawn':
			return 'Withdrawn';
		case 'closed':
			return 'Closed';
		case 'imported':
			return 'Old record';
	}
}

/** Where a complaint stands as a whole, as staff say it. */
export function phaseWords(phase: Phase): string {
	switch (phase) {
		case 'none':
			return 'Not received';
		case 'received':
			return 'New, not triaged';
		case 'withdrawn':
			return 'Withdrawn before triage';
		case 'triaged':
			return 'Triaged';
		case 'imported':
			return 'Old record';
	}
}
