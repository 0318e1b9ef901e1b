import { addDays } from '#lib/domain/calendar/plainDate.ts';
import type { StageFact } from '#lib/domain/complaint/stageFacts.ts';
import { isOpenOn, isWithin, type Period } from '#lib/server/reports/period.ts';

/** How one stage of one procedure moved through the period. The last is worked out by itself. */
export interface StageFlow {
	broughtForward: number;
	received: number;
	resolved: number;
	outsideScope: number;
	notPursued: number;
	carriedForward: number;
}

/** A stage was counted as open at both ends in a way that the flow does not explain: a bug. */
export class FlowDoesNotBalance extends Error {
	override name = 'FlowDoesNotBalance';
}

const OUTSIDE_SCOPE = ['outside_scope'];
const NOT_PURSUED = ['not_pursued', 'withdrawn', 'disengaged', 'discontinued', 'declined'];

/**
 * How a stage of a procedure moved: open at the start, received, ended in each way, open at the
 * end. Received counts day 0 in the period; ended counts the day it ended.
 *
 * Closing balance = opening + received − all that ended, and it must.
 * Source: guidance ch. 5 items 2 and 6; rules 7.
 */
export function stageFlow(
	facts: readonly StageFact[],
	about: { procedure: StageFact['procedure']; stage: StageFact['stage'] },
	period: Period
): StageFlow {
	const mine = facts.filter(
		(fact) => fact.procedure === about.procedure && fact.stage === about.stage
	);
	const ended = mine.filter(
		(fact) => isWithin(fact.completedOn, period) && fact.closure !== 'open'
	);
	const count = (closures: readonly string[]) =>
		ended.filter((fact) => closures.includes(fact.closure)).length;
	const outsideScope = count(OUTSIDE_SCOPE);
	const notPursued = count(NOT_PURSUED);
	const flow = {
		broughtForward: mine.filter((fact) => isOpenOn(fact, addDays(period.from, -1))).length,
		received: mine.filter((fact) => isWithin(fact.requestedOn, period)).length,
		resolved: ended.length - outsideScope - notPursued,
		outsideScope,
		notPursued,
		carriedForward: mine.filter((fact) => isOpenOn(fact, period.to)).length
	};
	if (flow.broughtForward + flow.received - ended.length !== flow.carriedForward) {
		throw new FlowDoesNotBalance(JSON.stringify({ ...about, ...flow }));
	}
	return flow;
}
