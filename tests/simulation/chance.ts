/** Chance that a seed decides: the same seed, the same schedule. */
export interface Chance {
	/** 0 up to, not including, 1. */
	next(): number;
	/** 0 up to, not including, `count`. */
	below(count: number): number;
	/** True so many times in a hundred. */
	percent(percent: number): boolean;
	pick<T>(from: readonly T[]): T;
}

/** A small generator of 32 bits (mulberry32), good enough to choose what happens next. */
export function chanceOf(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (count: number) => Math.floor(next() * count);
	return {
		next,
		below,
		percent: (percent) => next() * 100 < percent,
		pick: <T>(from: readonly T[]) => from[below(from.length)]!
	};
}
