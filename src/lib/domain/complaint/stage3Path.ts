import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PathStep } from '#lib/domain/complaint/childPath.ts';
import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { isLateUndecided } from '#lib/domain/complaint/stage3State.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';

/**
 * What is happening at stage 3, in one word, for the heading of the child's page.
 *
 * `askedLate`: asked for after the 20 working days, and nobody has decided yet. `tooLateToAsk`:
 * that was refused. `lastAnswer`: the response to the panel was sent, or the last answer of the
 * corporate procedure, which has no panel, and no step of ours is left.
 */
export type Stage3Situation =
	| 'askedLate'
	| 'threePeopleLook'
	| 'threePeopleAreLate'
	| 'lastAnswer'
	| 'withOmbudsman'
	| 'tooLateToAsk';

/** Being reviewed: a panel was asked for, and its answer has not been sent. */
export function isAtStage3({ stage }: Strand): boolean {
	return (
		stage === 'stage3Requested' ||
		stage === 'stage3Convening' ||
		stage === 'stage3PanelHeld' ||
		stage === 'stage3Reported'
	);
}

/** What is happening to strands of which none waits for an answer of stage 1 or 2; null if not here. */
export function stage3Situation(
	strands: readonly Strand[],
	{ isLate }: { isLate: boolean }
): Stage3Situation | null {
	const atStage3 = strands.filter(isAtStage3);
	if (atStage3.length > 0) {
		if (isLate) return 'threePeopleAreLate';
		return atStage3.every(({ stage3 }) => stage3 !== null && isLateUndecided(stage3))
			? 'askedLate'
			: 'threePeopleLook';
	}
	// "No reply" after an answer closes it; what it came to still stands.
	if (strands.some(({ stage3 }) => (stage3?.respondedOn ?? null) !== null)) return 'lastAnswer';
	if (strands.some(({ stage }) => stage === 'referredEarly')) return 'withOmbudsman';
	if (strands.some(({ closed }) => closed?.reason === 'referredEarly')) return 'withOmbudsman';
	if (strands.some(({ closed }) => closed?.reason === 'stage3RefusedLate')) return 'tooLateToAsk';
	return null;
}

/** The day the panel meets, the last of several strands; null while a strand has none. */
export function panelDayOf({ strands }: Complaint): PlainDate | null {
	const days = strands
		.filter((strand) => isAtStage3(strand) && strand.stage3?.heldOn === null)
		.map(({ stage3 }) => stage3?.panelOn ?? null);
	return days.includes(null)
		? null
		: days.reduce((last, on) => ((last ?? '') < (on ?? '') ? on : last), null);
}

/** The steps from the panel on: the three people, and their and our last answer. */
export function stage3PathSteps(
	complaint: Complaint,
	situation: Stage3Situation,
	owed: RunningClock | null
): PathStep[] {
	const blank = { doneOn: null, dueOn: null, newDueOn: null };
	const look = { step: 'threePeopleLook', ...blank } as const;
	const answer = { step: 'lastAnswer', ...blank } as const;
	const heldOn = heldOnOf(complaint);
	const state = situation === 'threePeopleAreLate' ? 'late' : 'now';
	switch (situation) {
		case 'askedLate':
			return [{ ...look, status: 'next' }];
		case 'threePeopleLook':
		case 'threePeopleAreLate':
			return heldOn === null
				? [
						{ ...look, ...meetingOf(complaint, state, owed) },
						{ ...answer, status: 'next' }
					]
				: [
						{ ...look, status: 'done', doneOn: heldOn },
						{ ...answer, status: state, dueOn: answerDueOn(owed) }
					];
		case 'lastAnswer':
			if (complaint.strands.every(({ stage3 }) => stage3 === null)) return [];
			return [
				{ ...look, status: 'done', doneOn: heldOn },
				{ ...answer, status: 'done', doneOn: respondedOnOf(complaint) }
			];
		case 'withOmbudsman':
		case 'tooLateToAsk':
			return [];
	}
}

/** When they meet; where that is late, the day it should have been and the day it is now. */
function meetingOf(complaint: Complaint, status: 'now' | 'late', owed: RunningClock | null) {
	const panelOn = panelDayOf(complaint);
	const byOn = owed?.dueOn ?? null;
	return status === 'late'
		? { status, dueOn: byOn, newDueOn: panelOn !== null && panelOn > (byOn ?? '') ? panelOn : null }
		: { status, dueOn: panelOn ?? byOn };
}

/** Only the response has a day for the child; the panel's report is between us and the panel. */
function answerDueOn(owed: RunningClock | null): PlainDate | null {
	return owed?.clock === 'stage3Response' ? owed.dueOn : null;
}

/** The day the last panel met; null while one has still to meet. */
function heldOnOf({ strands }: Complaint): PlainDate | null {
	const days = strands.flatMap(({ stage3 }) => (stage3 ? [stage3.heldOn] : []));
	return days.includes(null)
		? null
		: days.reduce((last, on) => ((last ?? '') < (on ?? '') ? on : last), null);
}

function respondedOnOf({ strands }: Complaint): PlainDate | null {
	return strands
		.map(({ stage3 }) => stage3?.respondedOn ?? null)
		.reduce((last, on) => ((last ?? '') < (on ?? '') ? on : last), null);
}
