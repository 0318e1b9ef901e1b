import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type {
	ClosingReason,
	ElementId,
	ExtensionReason,
	Outcome,
	Procedure,
	StrandId
} from '#lib/domain/complaint/codes.ts';
import type { ImportedStage, TriagedElement } from '#lib/domain/complaint/events.ts';

/** Where the complaint as a whole stands, before and after it is divided into strands. */
export type Phase = 'none' | 'received' | 'triaged' | 'imported';

/** Where one strand stands (rules 3.1; the later stages come with their own rules). */
export type StrandStage =
	| 'stage1Open'
	| 'stage1Paused'
	| 'stage1Overdue'
	| 'stage1Responded'
	| 'stage1Resolved'
	| 'stage2Requested'
	| 'suspended'
	| 'withdrawn'
	| 'closed'
	| 'imported';

/** What the events so far say about one strand. Due dates are not here: they are worked out. */
export interface Strand {
	strandId: StrandId;
	procedure: Procedure | 'adult' | 'none';
	stage: StrandStage;
	elementIds: readonly ElementId[];
	/** Day 0 of stage 1: the complaint's receipt date, as corrected. */
	stage1DayZeroOn: PlainDate;
	/** Waiting for an advocate; `to` null while it still waits. */
	pauses: readonly { from: PlainDate; to: PlainDate | null }[];
	extension: { reason: ExtensionReason; toldOn: PlainDate; toldLate: boolean } | null;
	rightToStage2ToldOn: PlainDate | null;
	waitsUntilOn: PlainDate | null;
	respondedOn: PlainDate | null;
	resolvedOn: PlainDate | null;
	stage2RequestedOn: PlainDate | null;
	withdrawnOn: PlainDate | null;
	closed: { on: PlainDate; reason: ClosingReason } | null;
	/** Where the strand stood before it was withdrawn or closed, to come back to. */
	stageBefore: StrandStage | null;
	outcomes: Readonly<Record<ElementId, Outcome>>;
	importedStages: readonly ImportedStage[];
}

/** What the events so far say about one complaint. */
export interface Complaint {
	phase: Phase;
	/** The number of events; the next one gets this plus one. */
	version: number;
	receivedOn: PlainDate | null;
	madeBy: 'childOrYoungPerson' | 'helper' | 'adult' | null;
	madeOrally: boolean;
	acknowledgedOn: PlainDate | null;
	triagedOn: PlainDate | null;
	elements: readonly TriagedElement[];
	strands: readonly Strand[];
	advocate: {
		askedOn: PlainDate | null;
		appointedOn: PlainDate | null;
		declinedOn: PlainDate | null;
	};
}
