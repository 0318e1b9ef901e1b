import type { DelayReason } from '#lib/domain/complaint/codes.ts';
import type { ComplaintEvent, ElementOutcome } from '#lib/domain/complaint/events.ts';
import type { RecommendationDecision } from '#lib/domain/complaint/stage3Codes.ts';
import type { OfflineOrder } from '#lib/domain/offline/offlineOrders.ts';

/**
 * Whether somebody wrote down the very thing that this order says, so that once is enough. Of the
 * same sort, of the same strand, with the same days and choices.
 *
 * An order that brings words is never the same: its words would be lost.
 */
export function saysTheSame(order: OfflineOrder, event: ComplaintEvent): boolean {
	switch (order.type) {
		case 'recordConcern':
		case 'addNote':
		case 'logContact':
		case 'completePromise':
		case 'decideTriage':
			return false;
		case 'extendStage1':
			return (
				event.type === 'stage1Extended' &&
				areEqual(order, event, ['strandId', 'reason', 'toldOn', 'complainantsView'])
			);
		case 'extendStage2':
			return (
				event.type === 'stage2Extended' &&
				areEqual(order, event, ['strandId', 'reason', 'toldOn', 'newDueOn', 'complainantsView'])
			);
		case 'requestStage2':
			return (
				event.type === 'stage2Requested' &&
				areEqual(order, event, ['strandId', 'requestedOn', 'channel'])
			);
		case 'requestStage3':
			return (
				event.type === 'stage3Requested' &&
				order.pointsTextId === null &&
				areEqual(order, event, ['strandId', 'requestedOn', 'channel'])
			);
		case 'holdPanel':
			return (
				event.type === 'panelHeld' &&
				areEqual(order, event, ['strandId', 'heldOn']) &&
				areSameSet(order.attended, event.attended)
			);
		case 'respondStage1':
			return (
				event.type === 'stage1Responded' &&
				areEqual({ ...order, ...POSTED }, event, ['strandId', 'sentOn', 'sentOnPaper']) &&
				areSameFindings(order, event)
			);
		case 'sendStage2Response':
			return (
				event.type === 'stage2Responded' &&
				areEqual({ ...order, ...POSTED }, event, ['strandId', 'sentOn', 'sentOnPaper']) &&
				areSameReason(order.delayReason, event.delayReason) &&
				areSameSet(order.documents, event.documents)
			);
		case 'respondCorporateStage2':
			return (
				event.type === 'corporateStage2Responded' &&
				areEqual({ ...order, ...POSTED }, event, [
					'strandId',
					'sentOn',
					'sentOnPaper',
					'ombudsmanToldOn'
				]) &&
				areSameFindings(order, event)
			);
		case 'respondStage3':
			return (
				event.type === 'stage3Responded' &&
				areEqual({ ...order, ...POSTED }, event, [
					'strandId',
					'sentOn',
					'sentOnPaper',
					'ombudsmanToldOn',
					'independentPersonTookPartOn'
				]) &&
				areSameReason(order.delayReason, event.delayReason) &&
				areSameDecisions(order.decisions, event.decisions)
			);
	}
}

/** No other answer may be recorded with no signal. */
const POSTED = { sentOnPaper: true } as const;

function areEqual<Order extends object, Event extends object>(
	order: Order,
	event: Event,
	keys: readonly (keyof Order & keyof Event)[]
): boolean {
	return keys.every((key) => (order[key] as unknown) === event[key]);
}

/** What an answer found. One that brings a promise brings words. */
function areSameFindings(order: Answered & { promised?: object | null }, event: Answered): boolean {
	return (
		(order.promised ?? null) === null &&
		areSameReason(order.delayReason, event.delayReason) &&
		areSameOutcomes(order.outcomes, event.outcomes)
	);
}

interface Answered {
	delayReason: DelayReason | null;
	outcomes: readonly ElementOutcome[];
}

/** A reason that was given, and not kept because the answer was in time, makes no difference. */
function areSameReason(given: DelayReason | null, kept: DelayReason | null): boolean {
	return kept === null || given === kept;
}

function areSameSet<Item>(one: readonly Item[], other: readonly Item[]): boolean {
	return one.length === other.length && one.every((item) => other.includes(item));
}

function areSameOutcomes(
	one: readonly ElementOutcome[],
	other: readonly ElementOutcome[]
): boolean {
	const said = ({ elementId, outcome }: ElementOutcome) => `${elementId} ${outcome}`;
	return areSameSet(one.map(said), other.map(said));
}

/** A reason for not accepting one is words. */
function areSameDecisions(
	one: readonly RecommendationDecision[],
	other: readonly RecommendationDecision[]
): boolean {
	const said = ({ recommendationId, accepted, ownerId, dueOn }: RecommendationDecision) =>
		[recommendationId, accepted, ownerId, dueOn].join(' ');
	return (
		one.every(({ reasonTextId }) => reasonTextId === null) &&
		areSameSet(one.map(said), other.map(said))
	);
}
