import {
	ombudsmanRows,
	suspensionDates,
	type OmbudsmanRows
} from '#lib/domain/beside/besideRows.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type {
	ClosingReason,
	ComplaintId,
	ElementId,
	Outcome,
	StrandId
} from '#lib/domain/complaint/codes.ts';
import { caseOutcome } from '#lib/domain/complaint/caseOutcome.ts';
import {
	importedElementRow,
	importedStrandRow,
	withOldStages
} from '#lib/domain/complaint/importedRows.ts';
import type { CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import { stage1Dates } from '#lib/domain/complaint/stage1Dates.ts';
import { stage2AnswerReceivedOn, stage2Dates } from '#lib/domain/complaint/stage2Dates.ts';
import type { Appointment, Recommendation } from '#lib/domain/complaint/stage2State.ts';
import { isOutsideAtWish, panelLimitOn } from '#lib/domain/complaint/stage3Clocks.ts';
import type { Complaint, Phase, Strand, StrandStage } from '#lib/domain/complaint/state.ts';

/** Everything the tables hold that is worked out from the log. */
export interface Rows {
	complaint: ComplaintRow;
	strands: readonly StrandRow[];
	elements: readonly ElementRow[];
	/** The matters at the Ombudsman's. */
	ombudsman: OmbudsmanRows;
	appointments: readonly AppointmentRow[];
	recommendations: readonly RecommendationRow[];
}

/** Somebody's part on a strand, with the strand. */
export interface AppointmentRow extends Appointment {
	strandId: StrandId;
	position: number;
}

/** A recommendation, with the strand it was made on. */
export interface RecommendationRow extends Recommendation {
	strandId: StrandId;
	position: number;
}

export interface ComplaintRow {
	version: number;
	phase: Exclude<Phase, 'none'>;
	receivedOn: PlainDate;
	madeBy: Complaint['madeBy'];
	/** The complaint it is counted with. */
	duplicateOf: ComplaintId | null;
	/** The complaints it is linked with, as its own log says. */
	linkedWith: readonly ComplaintId[];
}

/**
 * One strand. Its due dates are copies for lists to sort by, without any agreed wait; null while
 * the clock waits, where there is none, and where the bank holiday list does not reach.
 */
export interface StrandRow {
	strandId: StrandId;
	position: number;
	procedure: Strand['procedure'];
	stage: StrandStage;
	stage1DayZeroOn: PlainDate;
	/** The limit that holds now: day 10, or day 20 once extended. */
	stage1DueOn: PlainDate | null;
	/** Day 20, extended or not. */
	stage1LimitOn: PlainDate | null;
	isExtended: boolean;
	isPaused: boolean;
	respondedOn: PlainDate | null;
	resolvedOn: PlainDate | null;
	stage2RequestedOn: PlainDate | null;
	/** The limit that holds now: day 25, or the new date told with an extension. */
	stage2DueOn: PlainDate | null;
	/** Day 65, extended or not. */
	stage2LimitOn: PlainDate | null;
	stage2StatementAgreedOn: PlainDate | null;
	stage2RespondedOn: PlainDate | null;
	/** The day the complainant is taken to have had the full answer. */
	stage2ReceivedOn: PlainDate | null;
	stage3RequestedOn: PlainDate | null;
	/** Day 30 from the request, by which the panel meets. */
	stage3DueOn: PlainDate | null;
	/** The day the panel is to meet, or met. */
	panelOn: PlainDate | null;
	panelHeldOn: PlainDate | null;
	/** The panel is after day 30 because the complainant asked for that. */
	isPanelOutsideAtWish: boolean;
	stage3RespondedOn: PlainDate | null;
	withdrawnOn: PlainDate | null;
	closedOn: PlainDate | null;
	/** One of ours, or the old register's own word. */
	closingReason: ClosingReason | string | null;
	outcome: Outcome | string | null;
	/** The day to look at a suspension again; null where it is not suspended, or is over. */
	suspensionReviewOn: PlainDate | null;
	/** The last day to bring it back after proceedings. */
	resubmitByOn: PlainDate | null;
}

export interface ElementRow {
	elementId: ElementId;
	strandId: StrandId | null;
	position: number;
	titleTextId: string | null;
	person: string | null;
	subject: string | null;
	category: string;
	routes: readonly string[];
	/** What was found last: at stage 2 where it was answered, else at stage 1. */
	outcome: Outcome | string | null;
	stage2Outcome: Outcome | null;
}

/** A complaint of which nothing is known yet has no rows: a bug in whoever asked. */
export class NothingReceived extends Error {
	override name = 'NothingReceived';
}

/** The rows of a complaint as its events so far make them. */
export function toRows(complaint: Complaint, context: CountingContext): Rows {
	const { phase, receivedOn, version, madeBy } = complaint;
	if (phase === 'none' || receivedOn === null) throw new NothingReceived();
	return {
		complaint: {
			version,
			phase,
			receivedOn,
			madeBy,
			duplicateOf: complaint.beside.duplicateOf?.complaintId ?? null,
			linkedWith: complaint.beside.links.map(({ otherComplaintId }) => otherComplaintId)
		},
		strands: complaint.strands.map((strand, position) =>
			strand.stage === 'imported'
				? importedStrandRow(strand, position)
				: withOldStages(strand, strandRow(strand, position, context))
		),
		elements: [
			...elementRows(complaint),
			...complaint.importedElements.map((element, position) =>
				importedElementRow(complaint, element, position)
			)
		],
		ombudsman: ombudsmanRows(complaint.beside.ombudsmanCases),
		appointments: complaint.strands.flatMap(({ strandId, appointments }) =>
			appointments.map((one, place) => ({ ...one, strandId, position: place }))
		),
		recommendations: complaint.strands.flatMap(({ strandId, recommendations }) =>
			recommendations.map((one, place) => ({ ...one, strandId, position: place }))
		)
	};
}

function strandRow(strand: Strand, position: number, context: CountingContext): StrandRow {
	const isAtStage1 = strand.stage1AcceptedOn !== null;
	const stage1 = isAtStage1 ? stage1Dates(strand, context) : null;
	const stage2 = stage2Dates(strand, context);
	const received = stage2AnswerReceivedOn(strand, context);
	return {
		strandId: strand.strandId,
		position,
		procedure: strand.procedure,
		stage: strand.stage,
		stage1DayZeroOn: strand.stage1DayZeroOn,
		stage1DueOn: stage1?.known ? stage1.value.dueOn : null,
		stage1LimitOn: stage1?.known ? stage1.value.lastLimitOn : null,
		isExtended: strand.extension !== null,
		isPaused: strand.stage === 'stage1Paused',
		respondedOn: strand.respondedOn,
		resolvedOn: strand.resolvedOn,
		stage2RequestedOn: strand.stage2RequestedOn,
		stage2DueOn: stage2.known ? stage2.value.dueOn : null,
		stage2LimitOn: stage2.known ? stage2.value.lastLimitOn : null,
		stage2StatementAgreedOn: strand.stage2.statementAgreedOn,
		stage2RespondedOn: strand.stage2.respondedOn,
		stage2ReceivedOn: received.known ? received.value : null,
		...stage3Columns(strand, context),
		withdrawnOn: strand.withdrawnOn,
		closedOn: strand.closed?.on ?? null,
		closingReason: strand.closed?.reason ?? null,
		outcome: caseOutcome(Object.values({ ...strand.outcomes, ...strand.stage2.outcomes })),
		...suspensionDates(strand)
	};
}

function stage3Columns(strand: Strand, context: CountingContext) {
	const { stage3 } = strand;
	const due = panelLimitOn(strand, context);
	return {
		stage3RequestedOn: stage3?.requestedOn ?? null,
		stage3DueOn: due.known ? due.value : null,
		panelOn: stage3?.panelOn ?? null,
		panelHeldOn: stage3?.heldOn ?? null,
		isPanelOutsideAtWish: isOutsideAtWish(strand, context),
		stage3RespondedOn: stage3?.respondedOn ?? null
	};
}

function elementRows({ elements, strands }: Complaint): ElementRow[] {
	return elements.map((element, position) => {
		const strand = strands.find(({ strandId }) => strandId === element.strandId);
		const stage2Outcome = strand?.stage2.outcomes[element.elementId] ?? null;
		return {
			elementId: element.elementId,
			strandId: element.strandId,
			position,
			titleTextId: element.titleTextId,
			person: element.person,
			subject: element.subject,
			category: element.category,
			routes: element.routes,
			outcome: stage2Outcome ?? strand?.outcomes[element.elementId] ?? null,
			stage2Outcome
		};
	});
}
