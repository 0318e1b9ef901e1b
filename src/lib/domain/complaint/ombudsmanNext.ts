import { isTakenBack, type ChildSituation } from '#lib/domain/complaint/childSituation.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';

/** The ends after which nobody of the council looks at a strand again. */
type LastWord = 'lastAnswer' | 'referredEarly' | 'refusedLate' | 'notAgreed';

/**
 * Why the Ombudsman is who looks next.
 *
 * `lastAnswer`: the response to the panel, or the last of the corporate procedure. `partAnswered`:
 * that for some strands, while another still has a step of ours. `referredEarly`: it went there
 * without a panel. `refusedLate`: the panel was asked for late and refused. `notAgreed`: stage 2
 * ended because what to look at could not be agreed. `late`: stage 2 or 3 is owed and its day has
 * passed; the Ombudsman need not wait for us then.
 */
export type OmbudsmanReason = LastWord | 'partAnswered' | 'late';

const BY_WEIGHT: readonly LastWord[] = ['lastAnswer', 'referredEarly', 'refusedLate', 'notAgreed'];

/**
 * Why they are told of the Ombudsman today; null while a step of ours comes first. A strand that
 * was taken back does not count.
 *
 * Source: SI 2006/1738 reg 20; Getting the Best from Complaints 3.3, 3.18, 3.19.
 */
export function ombudsmanNext(
	{ strands }: Complaint,
	situation: ChildSituation
): OmbudsmanReason | null {
	const standing = strands.filter((strand) => !isTakenBack(strand));
	const ended = standing.map(lastWordOn);
	const found = BY_WEIGHT.find((reason) => ended.includes(reason));
	// Of the others what is said is true of that part alone.
	if (found) return found === 'lastAnswer' && ended.includes(null) ? 'partAnswered' : found;
	return situation === 'threePeopleAreLate' || situation === 'someoneNewIsLate' ? 'late' : null;
}

function lastWordOn({ procedure, stage, stage2, stage3, closed }: Strand): LastWord | null {
	if (procedure === 'corporate' && stage2.respondedOn !== null) return 'lastAnswer';
	if ((stage3?.respondedOn ?? null) !== null) return 'lastAnswer';
	if (stage === 'referredEarly' || closed?.reason === 'referredEarly') return 'referredEarly';
	if (closed?.reason === 'stage3RefusedLate') return 'refusedLate';
	return closed?.reason === 'scopeNotAgreed' ? 'notAgreed' : null;
}
