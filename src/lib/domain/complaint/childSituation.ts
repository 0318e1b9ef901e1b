import { headlineOf, isWaitingForAnswer } from '#lib/domain/complaint/clocksOf.ts';
import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { isStage2Open } from '#lib/domain/complaint/stage2Clocks.ts';
import {
	isAtStage3,
	stage3Situation,
	type Stage3Situation
} from '#lib/domain/complaint/stage3Path.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';

/**
 * What is happening, in one word, for the heading of the child's page.
 *
 * `late`: an answer is owed and its day has passed. `answeredAgain`: with the full answer of
 * stage 2. `onHold`: only proceedings elsewhere stop
 * it. `closed`: ended without an answer, or an old record. `stopped`: taken back. `passedOn`:
 * triage found nothing in it that our procedures look at.
 */
export type ChildSituation =
	| 'waitingToBeRead'
	| 'lookingIntoIt'
	| 'waitingForAdvocate'
	| 'late'
	| 'someoneNewLooks'
	| 'someoneNewIsLate'
	| 'answeredAgain'
	| Stage3Situation
	| 'answered'
	| 'settled'
	| 'onHold'
	| 'closed'
	| 'stopped'
	| 'passedOn';

/** What is happening to the complaint as a whole. A strand that is owed an answer comes first. */
export function situationOf(complaint: Complaint, owed: RunningClock | null): ChildSituation {
	const isLate = owed?.outcome === 'late';
	switch (complaint.phase) {
		case 'none':
		case 'imported':
			return 'closed';
		case 'withdrawn':
			return 'stopped';
		case 'received':
			if (isLate) return 'late';
			return complaint.acknowledgedOn === null ? 'waitingToBeRead' : 'lookingIntoIt';
		case 'triaged':
			break;
	}
	const { strands } = complaint;
	if (strands.some(isWaitingForAnswer)) {
		if (isLate) return 'late';
		return owed?.outcome === 'paused' ? 'waitingForAdvocate' : 'lookingIntoIt';
	}
	if (strands.some(isStage2Open)) return isLate ? 'someoneNewIsLate' : 'someoneNewLooks';
	const standing = strands.filter((strand) => !isTakenBack(strand));
	return stage3Situation(standing, { isLate }) ?? situationAfterAnswers(strands);
}

/**
 * The clock that decides when the child has the whole answer: of the strands that owe one at
 * stage 1, or else at stage 2, or else at stage 3. The one most late first, then one that waits for an advocate, and
 * of those in time the one that ends last. Null where nothing is owed.
 */
export function slowestOf(
	{ strands }: Complaint,
	clocks: readonly RunningClock[]
): RunningClock | null {
	if (strands.length === 0) return headlineOf(clocks, null);
	const owing = strands.some(isWaitingForAnswer)
		? strands.filter(isWaitingForAnswer)
		: strands.some(isStage2Open)
			? strands.filter(isStage2Open)
			: strands.filter(isAtStage3);
	const headlines = owing.flatMap(({ strandId }) => headlineOf(clocks, strandId) ?? []);
	return headlines.reduce<RunningClock | null>(
		(slowest, clock) => (slowest === null || isSlower(clock, slowest) ? clock : slowest),
		null
	);
}

/** Taken back by the complainant, and not taken up again. */
export function isTakenBack({ stage, closed }: Strand): boolean {
	return stage === 'withdrawn' || closed?.reason === 'withdrawn';
}

function situationAfterAnswers(strands: readonly Strand[]): ChildSituation {
	const kept = strands.filter((strand) => !isTakenBack(strand));
	const standing = kept.filter((strand) => !hasLastCorporateAnswer(strand));
	if (standing.length === 0 && kept.length > 0) return 'lastAnswer';
	if (standing.some(({ stage2 }) => stage2.respondedOn !== null)) return 'answeredAgain';
	if (standing.some(({ respondedOn }) => respondedOn !== null)) return 'answered';
	if (standing.some(({ resolvedOn }) => resolvedOn !== null)) return 'settled';
	if (standing.some(({ stage }) => stage === 'suspended')) return 'onHold';
	if (standing.length > 0) return 'closed';
	return strands.length > 0 ? 'stopped' : 'passedOn';
}

/** The corporate procedure ends with stage 2: after that only the Ombudsman is left. */
function hasLastCorporateAnswer({ procedure, stage2 }: Strand): boolean {
	return procedure === 'corporate' && stage2.respondedOn !== null;
}

function isSlower(one: RunningClock, other: RunningClock): boolean {
	if (one.daysLate !== other.daysLate) return one.daysLate > other.daysLate;
	if (one.outcome === 'paused' || other.outcome === 'paused') return one.outcome === 'paused';
	return (one.dueOn ?? '') > (other.dueOn ?? '');
}
