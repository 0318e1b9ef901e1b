import {
	ombudsmanRows,
	suspensionDates,
	type OmbudsmanRows
} from '#lib/domain/beside/besideRows.ts';
import { mediationPauses } from '#lib/domain/beside/mediationPauses.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { explain } from '#lib/domain/clocks/explain.ts';
import type {
	ClosingReason,
	ComplaintId,
	ElementId,
	Outcome,
	StrandId
} from '#lib/domain/complaint/codes.ts';
import { caseOutcome } from '#lib/domain/complaint/caseOutcome.ts';
import { importedElementRow, importedStrandRow } from '#lib/domain/complaint/importedRows.ts';
import { countingOf, type CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import { stage1Dates } from '#lib/domain/complaint/stage1Dates.ts';
import type { Complaint, Phase, Strand, StrandStage } from '#lib/domain/complaint/state.ts';

/** Everything the tables hold that is worked out from the log. */
export interface Rows {
	complaint: ComplaintRow;
	strands: readonly StrandRow[];
	elements: readonly ElementRow[];
	/** The matters at the Ombudsman's. */
	ombudsman: OmbudsmanRows;
}

export interface ComplaintRow {
	version: number;
	phase: Exclude<Phase, 'none'>;
	receivedOn: PlainDate;
	madeBy: Complaint['madeBy'];
	/** The complaint it is counted with. */
	duplicateOf: ComplaintId | null;
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
	stage2DueOn: PlainDate | null;
	stage2LimitOn: PlainDate | null;
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
	outcome: Outcome | string | null;
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
			duplicateOf: complaint.beside.duplicateOf?.complaintId ?? null
		},
		strands: complaint.strands.map((strand, position) =>
			strand.stage === 'imported'
				? importedStrandRow(strand, position)
				: strandRow(strand, position, context)
		),
		elements: [
			...elementRows(complaint),
			...complaint.importedElements.map((element, position) =>
				importedElementRow(element, position)
			)
		],
		ombudsman: ombudsmanRows(complaint.beside.ombudsmanCases)
	};
}

function strandRow(strand: Strand, position: number, context: CountingContext): StrandRow {
	const isAtStage1 = strand.stage1AcceptedOn !== null;
	const stage1 = isAtStage1 ? stage1Dates(strand, context) : null;
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
		stage2DueOn: stage2LimitOn(strand, false, context),
		stage2LimitOn: stage2LimitOn(strand, true, context),
		withdrawnOn: strand.withdrawnOn,
		closedOn: strand.closed?.on ?? null,
		closingReason: strand.closed?.reason ?? null,
		outcome: caseOutcome(Object.values(strand.outcomes)),
		...suspensionDates(strand)
	};
}

/** Day 25, or day 65, from the request; the corporate procedure has no such limit here. */
function stage2LimitOn(
	{ procedure, stage2RequestedOn, beside }: Strand,
	isExtended: boolean,
	context: CountingContext
): PlainDate | null {
	if (procedure !== 'statutory' || stage2RequestedOn === null) return null;
	const explanation = explain(
		{
			clock: 'stage2Response',
			dayZeroOn: stage2RequestedOn,
			pauses: mediationPauses(beside.adr),
			isExtended
		},
		countingOf(context)
	);
	return explanation.known ? explanation.value.limitOn : null;
}

function elementRows({ elements, strands }: Complaint): ElementRow[] {
	return elements.map((element, position) => {
		const strand = strands.find(({ strandId }) => strandId === element.strandId);
		return {
			elementId: element.elementId,
			strandId: element.strandId,
			position,
			titleTextId: element.titleTextId,
			person: element.person,
			subject: element.subject,
			category: element.category,
			routes: element.routes,
			outcome: strand?.outcomes[element.elementId] ?? null
		};
	});
}
