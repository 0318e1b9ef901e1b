import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { BesideCommand } from '#lib/domain/beside/besideCommands.ts';
import { besideCommandsIn, BESIDE_COMMANDS_BY_PHASE } from '#lib/domain/beside/besideTable.ts';
import {
	ADR_KINDS,
	ADR_RESULTS,
	CHILDS_VIEWS,
	FREEZE_DECIDERS,
	PROCEEDINGS
} from '#lib/domain/beside/codes.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

const TEXT = '0190f5e2-0000-7000-8000-000000000021';

/** What chance decides of an order beside the stages. */
interface BesideChance {
	type: number;
	pick: number;
	isSecond: boolean;
}

type Maker<Type extends BesideCommand['type']> = () => Extract<BesideCommand, { type: Type }>;

/** An order beside the stages that chance gives, or null where the complaint has room for none. */
export function besideOrderBy(
	{ type, pick, isSecond }: BesideChance,
	complaint: Complaint,
	on: PlainDate
): BesideCommand | null {
	const { strands } = complaint;
	const strand = strands[(isSecond ? pick : 0) % Math.max(strands.length, 1)];
	const allowed = [
		...BESIDE_COMMANDS_BY_PHASE[complaint.phase],
		...(strand ? besideCommandsIn(strand.stage) : [])
	];
	const chosen = allowed[type % Math.max(allowed.length, 1)];
	if (chosen === undefined) return null;
	const makers = makersOf({ complaint, strandId: strand?.strandId ?? idOf(90), pick, on });
	return makers[chosen]();
}

interface Given {
	complaint: Complaint;
	strandId: string;
	pick: number;
	on: PlainDate;
}

function makersOf(given: Given): { [Type in BesideCommand['type']]: Maker<Type> } {
	return { ...ombudsmanMakers(given), ...decisionMakers(given), ...strandMakers(given) };
}

function ombudsmanMakers({ complaint, pick, on }: Given) {
	const { ombudsmanCases } = complaint.beside;
	const found = ombudsmanCases[pick % Math.max(ombudsmanCases.length, 1)];
	const ombudsmanCaseId = found?.ombudsmanCaseId ?? idOf(40);
	const enquiry = found?.enquiries.at(-1);
	const made = found?.recommendations.at(-1);
	const recommendationId = made?.recommendationId ?? idOf(60);
	return {
		recordOmbudsmanReferral: () => ({
			type: 'recordOmbudsmanReferral',
			ombudsmanCaseId: idOf(40 + ombudsmanCases.length),
			madeOn: on,
			kind: 'premature',
			referenceTextId: null
		}),
		recordOmbudsmanEnquiry: () => ({
			type: 'recordOmbudsmanEnquiry',
			ombudsmanCaseId,
			enquiryId: idOf(50 + (found?.enquiries.length ?? 0)),
			receivedOn: on,
			dueOn: addDays(on, pick * 5)
		}),
		answerOmbudsmanEnquiry: () => ({
			type: 'answerOmbudsmanEnquiry',
			ombudsmanCaseId,
			enquiryId: enquiry?.enquiryId ?? idOf(50),
			answeredOn: on
		}),
		recordOmbudsmanDecision: () => ({
			type: 'recordOmbudsmanDecision',
			ombudsmanCaseId,
			decidedOn: on,
			decision: 'Upheld: fault and injustice',
			recommendations: []
		}),
		addOmbudsmanRecommendation: () => ({
			type: 'addOmbudsmanRecommendation',
			ombudsmanCaseId,
			madeOn: on,
			recommendationId: idOf(60 + (found?.recommendations.length ?? 0)),
			textId: TEXT,
			dueOn: addDays(on, pick * 9)
		}),
		completeOmbudsmanRecommendation: () => ({
			type: 'completeOmbudsmanRecommendation',
			ombudsmanCaseId,
			recommendationId,
			doneOn: on,
			evidenceTextId: TEXT
		}),
		confirmOmbudsmanCompliance: () => ({
			type: 'confirmOmbudsmanCompliance',
			ombudsmanCaseId,
			recommendationId,
			confirmedOn: on
		})
	} satisfies Partial<{ [Type in BesideCommand['type']]: Maker<Type> }>;
}

function decisionMakers({ complaint, pick, on }: Given) {
	const { elements, beside, strands } = complaint;
	const element = elements[pick % Math.max(elements.length, 1)];
	const elementId = element?.elementId ?? idOf(11);
	const freezeId = beside.freezes.at(-1)?.freezeId ?? idOf(70);
	const strandId = idOf(100 + strands.length);
	return {
		decideLateReceipt: () => ({
			type: 'decideLateReceipt',
			elementId: element && pick % 2 ? elementId : null,
			decidedOn: on,
			aroseOn: addDays(on, -pick * 150),
			notReasonableEarlier: pick % 3 > 0,
			stillEffectiveAndFair: pick % 4 > 0,
			factors: ['trauma'],
			earlierReasonTextId: TEXT,
			fairReasonTextId: TEXT,
			toldOn: on
		}),
		decideInterest: () => ({
			type: 'decideInterest',
			decidedOn: on,
			isSufficient: pick % 2 > 0,
			childsViews: CHILDS_VIEWS[pick % 3] ?? 'heard',
			childsViewsTextId: TEXT,
			reasonTextId: TEXT,
			toldOn: pick % 3 > 0 ? on : null,
			childToldOn: null
		}),
		recordConsent: () => ({
			type: 'recordConsent',
			recordedOn: on,
			consent: 'given',
			evidence: 'spoken',
			evidenceTextId: TEXT,
			isSuitable: true
		}),
		withdrawConsent: () => ({ type: 'withdrawConsent', withdrawnOn: on, evidenceTextId: TEXT }),
		freezeDecision: () => ({
			type: 'freezeDecision',
			freezeId: idOf(70 + beside.freezes.length),
			elementId: null,
			frozenOn: on,
			whatTextId: TEXT
		}),
		decideFreeze: () => ({
			type: 'decideFreeze',
			freezeId,
			decidedOn: on,
			isDeferred: pick % 2 > 0,
			decidedBy: FREEZE_DECIDERS[pick % 4] ?? 'director',
			reasonTextId: TEXT
		}),
		liftFreeze: () => ({ type: 'liftFreeze', freezeId, liftedOn: on, reasonTextId: TEXT }),
		suspendElement: () => ({
			type: 'suspendElement',
			elementId,
			intoStrandId: strandId,
			proceedings: PROCEEDINGS[pick % 5] ?? 'court',
			proceedingsTextId: TEXT,
			reasonTextId: TEXT,
			toldOn: on,
			reviewOn: addDays(on, 1 + pick)
		}),
		redecideElement: () => ({
			type: 'redecideElement',
			decidedOn: on,
			element: {
				elementId,
				titleTextId: TEXT,
				person: 'P1',
				subject: 'S2',
				category: 'delay',
				routes: ['STAT_S1'],
				strandId,
				reasonTextId: TEXT
			},
			strand: { strandId, procedure: 'statutory', opensAt: 'stage1' }
		}),
		recordJointComplaint: () => ({
			type: 'recordJointComplaint',
			lead: 'council',
			otherBodyTextId: TEXT,
			consentOn: on
		}),
		recordJointReply: () => ({ type: 'recordJointReply', sentOn: on }),
		linkComplaint: () => ({
			type: 'linkComplaint',
			otherComplaintId: idOf(80 + pick),
			why: 'sameFamily',
			linkedOn: on
		}),
		unlinkComplaint: () => ({
			type: 'unlinkComplaint',
			otherComplaintId: idOf(80 + pick),
			unlinkedOn: on,
			reasonTextId: TEXT
		}),
		// Seldom: nothing is owed on a duplicate, and the histories are to go far.
		markDuplicate: () => ({
			type: 'markDuplicate',
			ofComplaintId: idOf(80),
			markedOn: pick === 0 ? on : addDays(on, 400),
			reasonTextId: TEXT
		}),
		unmarkDuplicate: () => ({ type: 'unmarkDuplicate', unmarkedOn: on, reasonTextId: TEXT })
	} satisfies Partial<{ [Type in BesideCommand['type']]: Maker<Type> }>;
}

function strandMakers({ complaint, strandId, pick, on }: Given) {
	const strand = complaint.strands.find((one) => one.strandId === strandId);
	const isForgetful = pick === 9;
	return {
		reviewSuspension: () => ({
			type: 'reviewSuspension',
			strandId,
			reviewedOn: on,
			mightStillPrejudice: pick % 2 > 0,
			nextReviewOn: isForgetful ? null : addDays(on, 20),
			reasonTextId: TEXT
		}),
		recordProceedingsEnded: () => ({ type: 'recordProceedingsEnded', strandId, endedOn: on }),
		tellRightToResubmit: () => ({ type: 'tellRightToResubmit', strandId, toldOn: on }),
		resubmitElement: () => ({
			type: 'resubmitElement',
			strandId,
			elementIds: strand?.elementIds ?? [],
			intoStrandId: idOf(100 + complaint.strands.length),
			opensAt: pick % 3 === 0 ? 'stage2' : 'stage1',
			resubmittedOn: on,
			channel: 'email'
		}),
		startAdr: () => ({
			type: 'startAdr',
			strandId,
			adrId: idOf(120 + (strand?.beside.adr.length ?? 0)),
			kind: ADR_KINDS[pick % 4] ?? 'mediation',
			agreedOn: on,
			agreedInWriting: !isForgetful,
			pausesUntilOn: pick % 2 > 0 ? addDays(on, pick * 4) : null
		}),
		endAdr: () => ({
			type: 'endAdr',
			strandId,
			adrId: strand?.beside.adr.at(-1)?.adrId ?? idOf(120),
			endedOn: on,
			result: ADR_RESULTS[pick % 4] ?? 'agreed'
		}),
		decideChildIsTold: () => ({
			type: 'decideChildIsTold',
			strandId,
			decidedOn: on,
			isTold: pick % 2 > 0,
			toldOn: null,
			childVersionTextId: TEXT,
			reasonTextId: TEXT
		}),
		tellReviewingOfficer: () => ({ type: 'tellReviewingOfficer', strandId, toldOn: on }),
		reopenStrand: () => ({ type: 'reopenStrand', strandId, reopenedOn: on, reasonTextId: TEXT })
	} satisfies Partial<{ [Type in BesideCommand['type']]: Maker<Type> }>;
}

function idOf(number: number): string {
	return `0190f5e2-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
