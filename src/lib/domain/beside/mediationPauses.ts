import type { Pause } from '#lib/domain/clocks/clockFacts.ts';
import type { Adr } from '#lib/domain/beside/besideState.ts';

/**
 * The times in which a statutory clock waits because both agreed to that in writing: until the
 * day stated, or the day the talks ended where that came first. Always with an end.
 *
 * Source: rules 3.4; Getting the Best from Complaints 6.
 */
export function mediationPauses(adr: readonly Adr[]): Pause[] {
	return adr.flatMap(({ agreedOn, pausesUntilOn, endedOn }) =>
		pausesUntilOn === null
			? []
			: [
					{
						from: agreedOn,
						to: endedOn !== null && endedOn < pausesUntilOn ? endedOn : pausesUntilOn,
						reason: 'mediation' as const
					}
				]
	);
}
