import { NOTHING_BESIDE_STRAND } from '#lib/domain/beside/besideState.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { NO_STAGE2 } from '#lib/domain/complaint/stage2State.ts';
import type { Strand, StrandStage } from '#lib/domain/complaint/state.ts';
import type {
	HistoryImported,
	OpenedStrand,
	TriagedElement
} from '#lib/domain/complaint/events.ts';

/** A strand as triage opens it. Stage 2 begins with the request that follows at once. */
export function openStrand(
	opened: OpenedStrand,
	elements: readonly TriagedElement[],
	dayZeroOn: PlainDate
): Strand {
	return {
		...emptyStrand(opened.strandId, dayZeroOn),
		procedure: opened.procedure,
		stage: FIRST_STAGE[opened.opensAt],
		elementIds: elements
			.filter(({ strandId }) => strandId === opened.strandId)
			.map(({ elementId }) => elementId)
	};
}

/** A strand of the old register: its stages as printed, and no clock of ours. */
export function importStrand(event: HistoryImported): Strand {
	return {
		...emptyStrand(event.strandId, event.receivedOn),
		procedure: event.procedure,
		stage: 'imported',
		elementIds: event.elements.map(({ elementId }) => elementId),
		importedStages: event.stages
	};
}

const FIRST_STAGE = {
	stage1: 'stage1Open',
	stage2: 'stage2Requested',
	suspended: 'suspended'
} as const satisfies Record<OpenedStrand['opensAt'], StrandStage>;

function emptyStrand(strandId: string, dayZeroOn: PlainDate): Strand {
	return {
		strandId,
		procedure: 'none',
		stage: 'imported',
		elementIds: [],
		stage1AcceptedOn: null,
		stage1DayZeroOn: dayZeroOn,
		pauses: [],
		extension: null,
		rightToStage2ToldOn: null,
		waitsUntilOn: null,
		respondedOn: null,
		answeredOnPaper: false,
		delayReason: null,
		resolvedOn: null,
		stage2RequestedOn: null,
		appointments: [],
		stage2: NO_STAGE2,
		recommendations: [],
		stage3: null,
		earlyReferral: null,
		withdrawnOn: null,
		closed: null,
		stageBefore: null,
		outcomes: {},
		importedStages: [],
		beside: NOTHING_BESIDE_STRAND
	};
}
