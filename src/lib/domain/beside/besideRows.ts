import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { lastDayToResubmit } from '#lib/domain/beside/decideSuspension.ts';
import { isOmbudsmanCaseOpen, type OmbudsmanCase } from '#lib/domain/beside/ombudsmanCase.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/** What the tables hold of the matters at the Ombudsman's. */
export interface OmbudsmanRows {
	cases: readonly OmbudsmanCaseRow[];
	enquiries: readonly EnquiryRow[];
	recommendations: readonly RecommendationRow[];
}

export interface OmbudsmanCaseRow {
	ombudsmanCaseId: string;
	madeOn: PlainDate;
	kind: OmbudsmanCase['kind'];
	referenceTextId: string | null;
	decidedOn: PlainDate | null;
	decision: string | null;
	isOpen: boolean;
	/** The earliest day on which something is owed; null where nothing is. */
	nextDueOn: PlainDate | null;
}

export interface EnquiryRow {
	enquiryId: string;
	ombudsmanCaseId: string;
	receivedOn: PlainDate;
	dueOn: PlainDate;
	answeredOn: PlainDate | null;
}

export interface RecommendationRow {
	recommendationId: string;
	ombudsmanCaseId: string;
	textId: string;
	madeOn: PlainDate;
	dueOn: PlainDate;
	doneOn: PlainDate | null;
	confirmedOn: PlainDate | null;
}

/** The rows of these matters, with a complaint of ours or without. */
export function ombudsmanRows(cases: readonly OmbudsmanCase[]): OmbudsmanRows {
	return {
		cases: cases.map((one) => ({
			ombudsmanCaseId: one.ombudsmanCaseId,
			madeOn: one.madeOn,
			kind: one.kind,
			referenceTextId: one.referenceTextId,
			decidedOn: one.decision?.decidedOn ?? null,
			decision: one.decision?.label ?? null,
			isOpen: isOmbudsmanCaseOpen(one),
			nextDueOn: nextDueOn(one)
		})),
		enquiries: cases.flatMap(({ ombudsmanCaseId, enquiries }) =>
			enquiries.map((enquiry) => ({ ombudsmanCaseId, ...enquiry }))
		),
		recommendations: cases.flatMap(({ ombudsmanCaseId, recommendations }) =>
			recommendations.map(({ evidenceTextId: _evidence, ...made }) => ({
				ombudsmanCaseId,
				...made
			}))
		)
	};
}

/** The days of a suspended strand that lists sort by; both null where it is not suspended. */
export function suspensionDates({ stage, beside }: Strand): {
	suspensionReviewOn: PlainDate | null;
	resubmitByOn: PlainDate | null;
} {
	const { suspension } = beside;
	if (stage !== 'suspended' || !suspension) return { suspensionReviewOn: null, resubmitByOn: null };
	const resubmitByOn = lastDayToResubmit(suspension);
	return { suspensionReviewOn: resubmitByOn === null ? suspension.reviewOn : null, resubmitByOn };
}

function nextDueOn({ enquiries, recommendations }: OmbudsmanCase): PlainDate | null {
	const owed = [
		...enquiries.filter(({ answeredOn }) => answeredOn === null),
		...recommendations.filter(({ doneOn }) => doneOn === null)
	].map(({ dueOn }) => dueOn);
	return owed.reduce<PlainDate | null>(
		(first, on) => (first === null || on < first ? on : first),
		null
	);
}
