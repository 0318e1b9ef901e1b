import type {
	BesideComplaintCommand,
	BesideStrandCommand
} from '#lib/domain/beside/besideCommands.ts';
import type { Phase, StrandStage } from '#lib/domain/complaint/state.ts';

type ComplaintOrders = readonly BesideComplaintCommand['type'][];
type StrandOrders = readonly BesideStrandCommand['type'][];

/** The Ombudsman may be gone to at any time; a matter there goes on whatever happens here. */
const OMBUDSMAN = [
	'recordOmbudsmanReferral',
	'recordOmbudsmanEnquiry',
	'answerOmbudsmanEnquiry',
	'recordOmbudsmanDecision',
	'addOmbudsmanRecommendation',
	'completeOmbudsmanRecommendation',
	'confirmOmbudsmanCompliance'
] as const;

const HANDLED = [
	...OMBUDSMAN,
	'decideLateReceipt',
	'decideInterest',
	'recordConsent',
	'withdrawConsent',
	'freezeDecision',
	'decideFreeze',
	'liftFreeze',
	'recordJointComplaint',
	'recordJointReply',
	'linkComplaint',
	'unlinkComplaint',
	'markDuplicate',
	'unmarkDuplicate'
] as const;

/** The orders beside the stages about a whole complaint that each phase allows. */
export const BESIDE_COMMANDS_BY_PHASE = {
	none: [],
	received: HANDLED,
	withdrawn: [...OMBUDSMAN, 'liftFreeze', 'linkComplaint', 'unlinkComplaint', 'unmarkDuplicate'],
	triaged: [...HANDLED, 'suspendElement', 'redecideElement'],
	imported: [...OMBUDSMAN, 'linkComplaint', 'unlinkComplaint']
} as const satisfies Record<Phase, ComplaintOrders>;

/** Every order beside the stages, for those who handle complaints. */
export const BESIDE_ORDERS = [
	...HANDLED,
	'suspendElement',
	'redecideElement',
	'reviewSuspension',
	'recordProceedingsEnded',
	'tellRightToResubmit',
	'resubmitElement',
	'startAdr',
	'endAdr',
	'decideChildIsTold',
	'tellReviewingOfficer',
	'reopenStrand'
] as const satisfies readonly (BesideComplaintCommand | BesideStrandCommand)['type'][];

/** Whether an order is one of those beside the stages. */
export function isBesideOrder<Order extends { type: string }>(
	command: Order
): command is Extract<Order, { type: BesideOrderType }> {
	const orders: readonly string[] = BESIDE_ORDERS;
	return orders.includes(command.type);
}

type BesideOrderType = (typeof BESIDE_ORDERS)[number];

/** Talks, and who is told, at every stage that goes on. */
const WHILE_IT_GOES_ON: StrandOrders = [
	'startAdr',
	'endAdr',
	'decideChildIsTold',
	'tellReviewingOfficer'
];

/** Where a strand stands still or is over. Every other stage allows what goes on allows. */
const ELSEWHERE: Partial<Record<StrandStage, StrandOrders>> = {
	suspended: [
		'reviewSuspension',
		'recordProceedingsEnded',
		'tellRightToResubmit',
		'resubmitElement',
		'endAdr'
	],
	withdrawn: ['endAdr', 'decideChildIsTold', 'tellReviewingOfficer'],
	closed: ['startAdr', 'endAdr', 'decideChildIsTold', 'tellReviewingOfficer', 'reopenStrand'],
	imported: ['reopenStrand']
};

/** The orders beside the stages that a stage of a strand allows. */
export function besideCommandsIn(stage: StrandStage): StrandOrders {
	return ELSEWHERE[stage] ?? WHILE_IT_GOES_ON;
}
