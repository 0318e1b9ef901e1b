import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OmbudsmanEvent } from '#lib/domain/beside/besideEvents.ts';
import type {
	EnquiryId,
	OmbudsmanCaseId,
	OmbudsmanReferralKind,
	RecommendationId
} from '#lib/domain/beside/codes.ts';
import type { TextId } from '#lib/domain/complaint/codes.ts';

/** One matter that is, or was, with the Ombudsman. It may span years and several decisions. */
export interface OmbudsmanCase {
	ombudsmanCaseId: OmbudsmanCaseId;
	madeOn: PlainDate;
	kind: OmbudsmanReferralKind;
	referenceTextId: TextId | null;
	enquiries: readonly Enquiry[];
	/** The latest decision; an earlier one stays in the log. */
	decision: { decidedOn: PlainDate; label: string } | null;
	recommendations: readonly TrackedRecommendation[];
}

/** A set of questions, with the day the Ombudsman gave for the answer. */
export interface Enquiry {
	enquiryId: EnquiryId;
	receivedOn: PlainDate;
	dueOn: PlainDate;
	answeredOn: PlainDate | null;
}

/** One recommendation, from the day it was made until the Ombudsman is satisfied. */
export interface TrackedRecommendation {
	recommendationId: RecommendationId;
	textId: TextId;
	madeOn: PlainDate;
	dueOn: PlainDate;
	doneOn: PlainDate | null;
	evidenceTextId: TextId | null;
	/** The Ombudsman said that it is met; null until then. */
	confirmedOn: PlainDate | null;
}

/** The Ombudsman matters of a complaint, or the one that stands alone, after one more event. */
export function evolveOmbudsman(
	cases: readonly OmbudsmanCase[],
	event: OmbudsmanEvent
): readonly OmbudsmanCase[] {
	if (event.type === 'ombudsmanReferralRecorded') {
		const { ombudsmanCaseId, madeOn, kind, referenceTextId } = event;
		const opened = { ombudsmanCaseId, madeOn, kind, referenceTextId };
		return [...cases, { ...opened, enquiries: [], decision: null, recommendations: [] }];
	}
	return cases.map((one) =>
		one.ombudsmanCaseId === event.ombudsmanCaseId ? evolveOne(one, event) : one
	);
}

/** Whether anything is still to be done or waited for: no decision, or a recommendation open. */
export function isOmbudsmanCaseOpen({ decision, enquiries, recommendations }: OmbudsmanCase) {
	return (
		decision === null ||
		enquiries.some(({ answeredOn }) => answeredOn === null) ||
		recommendations.some(({ doneOn }) => doneOn === null)
	);
}

type LaterEvent = Exclude<OmbudsmanEvent, { type: 'ombudsmanReferralRecorded' }>;

function evolveOne(one: OmbudsmanCase, event: LaterEvent): OmbudsmanCase {
	switch (event.type) {
		case 'ombudsmanEnquiryRecorded': {
			const { enquiryId, receivedOn, dueOn } = event;
			const asked = { enquiryId, receivedOn, dueOn, answeredOn: null };
			return { ...one, enquiries: [...one.enquiries, asked] };
		}
		case 'ombudsmanEnquiryAnswered':
			return {
				...one,
				enquiries: one.enquiries.map((enquiry) =>
					enquiry.enquiryId === event.enquiryId
						? { ...enquiry, answeredOn: event.answeredOn }
						: enquiry
				)
			};
		case 'ombudsmanDecisionRecorded':
			return {
				...one,
				decision: { decidedOn: event.decidedOn, label: event.decision },
				recommendations: [
					...one.recommendations,
					...event.recommendations.map((made) => tracked(made, event.decidedOn))
				]
			};
		case 'ombudsmanRecommendationAdded':
			return { ...one, recommendations: [...one.recommendations, tracked(event, event.madeOn)] };
		case 'ombudsmanRecommendationCompleted': {
			const { doneOn, evidenceTextId } = event;
			return withRecommendation(one, event.recommendationId, { doneOn, evidenceTextId });
		}
		case 'ombudsmanComplianceConfirmed':
			return withRecommendation(one, event.recommendationId, { confirmedOn: event.confirmedOn });
	}
}

function tracked(
	{
		recommendationId,
		textId,
		dueOn
	}: Pick<TrackedRecommendation, 'recommendationId' | 'textId' | 'dueOn'>,
	madeOn: PlainDate
): TrackedRecommendation {
	const nothingYet = { doneOn: null, evidenceTextId: null, confirmedOn: null };
	return { recommendationId, textId, madeOn, dueOn, ...nothingYet };
}

function withRecommendation(
	one: OmbudsmanCase,
	recommendationId: RecommendationId,
	change: Partial<TrackedRecommendation>
): OmbudsmanCase {
	return {
		...one,
		recommendations: one.recommendations.map((made) =>
			made.recommendationId === recommendationId ? { ...made, ...change } : made
		)
	};
}
