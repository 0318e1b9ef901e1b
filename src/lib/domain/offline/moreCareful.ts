/** What is known of one way of reaching somebody: what may be done, never the number itself. */
export interface SafeWay {
	isAllowed: boolean;
	/** Who else may see or hear it; null where nobody asked. */
	whoCanSee: 'justMe' | 'others' | 'notSure' | null;
	/** Null where nobody asked. */
	voicemailAllowed: boolean | null;
	/** Empty where nobody asked; `any` where every time is good. */
	goodTimes: readonly string[];
}

/**
 * Of two answers about the same way of reaching somebody, what both of them allow. If either says
 * "do not text", no text goes. It holds at once; then a person confirms it.
 */
export function moreCareful(one: SafeWay, other: SafeWay): SafeWay {
	const goodTimes = timesOfBoth(one.goodTimes, other.goodTimes);
	return {
		isAllowed: one.isAllowed && other.isAllowed && goodTimes !== null,
		whoCanSee:
			WARIEST_FIRST.find((who) => who === one.whoCanSee || who === other.whoCanSee) ?? null,
		voicemailAllowed: allowedByBoth(one.voicemailAllowed, other.voicemailAllowed),
		goodTimes: goodTimes ?? []
	};
}

/** Of two moments at which something was read, the later. Null where it was not. */
export function laterRead(oneMs: number | null, otherMs: number | null): number | null {
	if (oneMs === null || otherMs === null) return oneMs ?? otherMs;
	return Math.max(oneMs, otherMs);
}

const WARIEST_FIRST: readonly SafeWay['whoCanSee'][] = ['others', 'notSure', null, 'justMe'];

function allowedByBoth(one: boolean | null, other: boolean | null): boolean | null {
	if (one === false || other === false) return false;
	return one === null || other === null ? null : true;
}

/** Null where no time is good by both: then nothing is allowed before a person has asked. */
function timesOfBoth(one: readonly string[], other: readonly string[]): readonly string[] | null {
	if (isAnyTime(one)) return other;
	if (isAnyTime(other)) return one;
	const both = one.filter((time) => other.includes(time));
	return both.length === 0 ? null : both;
}

function isAnyTime(times: readonly string[]): boolean {
	return times.length === 0 || times.includes('any');
}
