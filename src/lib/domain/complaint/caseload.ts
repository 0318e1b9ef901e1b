import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { nextStep } from '#lib/domain/complaint/nextSteps.ts';
import type { CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint, Strand, StrandStage } from '#lib/domain/complaint/state.ts';

/**
 * Where a case stands in the lists. `new`: nobody has decided its route. `open`: something is
 * owed. `answered`: it was answered and may go on. `ended`: closed, withdrawn or passed on.
 * `old`: brought over from the old register.
 */
export const CASE_STANDINGS = ['new', 'open', 'answered', 'ended', 'old'] as const;
export type CaseStanding = (typeof CASE_STANDINGS)[number];

/**
 * What lists of cases are narrowed and sorted by: a copy of what the log says, the same on
 * whatever day it is worked out.
 */
export interface Caseload {
	standing: CaseStanding;
	/** The stage of the first strand that goes on, else of the first; null before triage. */
	stage: StrandStage | null;
	/** The END of the day by which the next thing is to be done; null where no day is set. */
	nextDueOn: PlainDate | null;
	/**
	 * The day the last strand ended; null while one goes on. Of what is in no procedure of ours, the
	 * day it was read as that, or the last day something was done about it.
	 */
	endedOn: PlainDate | null;
	procedures: readonly string[];
	categories: readonly string[];
	routes: readonly string[];
}

/** What lists need to know of a complaint. */
export function caseloadOf(complaint: Complaint, context: CountingContext): Caseload {
	const { strands, elements, importedElements, receivedOn } = complaint;
	const standing = standingOf(complaint);
	const leading = strands.find(({ stage }) => STANDING_OF[stage] !== 'ended') ?? strands[0];
	// Counted from the day of receipt: which day it is today moves no date, only how late it is.
	const next = receivedOn === null ? null : nextStep(complaint, { ...context, today: receivedOn });
	return {
		standing,
		stage: leading?.stage ?? null,
		nextDueOn: next?.dueOn ?? null,
		endedOn: standing === 'ended' || standing === 'old' ? endedOn(complaint) : null,
		procedures: distinct(strands.map(({ procedure }) => procedure)),
		categories: distinct([...elements, ...importedElements].map(({ category }) => category)),
		routes: distinct(elements.flatMap(({ routes }) => routes))
	};
}

/** Where a case stands in the lists. */
export function standingOf({ phase, strands, beside }: Complaint): CaseStanding {
	// A duplicate is dealt with under the complaint it is counted with.
	if (beside.duplicateOf) return 'ended';
	switch (phase) {
		case 'none':
		case 'received':
			return 'new';
		case 'withdrawn':
			return 'ended';
		case 'imported':
			return 'old';
		case 'triaged': {
			const each = strands.map(({ stage }) => STANDING_OF[stage]);
			if (each.includes('open')) return 'open';
			return each.includes('answered') ? 'answered' : 'ended';
		}
	}
}

const STANDING_OF = {
	stage1Open: 'open',
	stage1Paused: 'open',
	stage1Overdue: 'open',
	stage1Responded: 'answered',
	stage1Resolved: 'answered',
	stage2Requested: 'open',
	stage2Scoping: 'open',
	stage2Investigating: 'open',
	stage2Reported: 'open',
	stage2Adjudicated: 'answered',
	corporateAnswered: 'answered',
	stage3Requested: 'open',
	stage3Convening: 'open',
	stage3PanelHeld: 'open',
	stage3Reported: 'open',
	stage3Responded: 'answered',
	referredEarly: 'answered',
	suspended: 'open',
	withdrawn: 'ended',
	closed: 'ended',
	imported: 'ended'
} as const satisfies Record<StrandStage, 'open' | 'answered' | 'ended'>;

/** Every place where a strand can stand, in the order of the procedure. */
export const STRAND_STAGES = Object.keys(STANDING_OF) as readonly StrandStage[];

function endedOn(complaint: Complaint): PlainDate | null {
	const { withdrawnOn, strands, beside, triagedOn, dealtWith } = complaint;
	if (beside.duplicateOf) return beside.duplicateOf.on;
	const parts =
		strands.length > 0 ? strands.map(strandEndedOn) : [triagedOn, ...dealtWith.map(({ on }) => on)];
	const days = [withdrawnOn, ...parts].filter((day) => day !== null);
	return days.sort().at(-1) ?? null;
}

function strandEndedOn({ closed, withdrawnOn, importedStages }: Strand): PlainDate | null {
	return closed?.on ?? withdrawnOn ?? importedStages.at(-1)?.completedOn ?? null;
}

function distinct(codes: readonly string[]): string[] {
	return [...new Set(codes)];
}
