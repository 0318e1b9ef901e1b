import { SWAPS, type Audience, type Swap } from '#lib/words/swapList.ts';

/** Banned words found in a text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface FoundSwap {
	found: string;
	start: number;
	end: number;
	/** What to say instead, for a person to read; null where the words are simply left out. */
	say: string | null;
	/** What a button may put in their place, '' to leave them out; null where a person must choose. */
	swapWith: string | null;
}

/**
 * The words a text to this audience must not hold, in order. Where two overlap, the one that
 * starts first, and of those the longer: "not upheld" is one finding, not "upheld".
 */
export function findSwaps(text: string, audience: Audience): readonly FoundSwap[] {
	const all = PATTERNS.filter(({ swap }) => swap.notTo === 'anyone' || audience === 'child')
		.flatMap(({ swap, pattern }) =>
			[...text.matchAll(pattern)].map((match) => ({
				found: match[0],
				start: match.index,
				end: match.index + match[0].length,
				say: swap.say,
				swapWith: literalOf(swap.say)
			}))
		)
		.sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: FoundSwap[] = [];
	for (const found of all) if (found.start >= (kept.at(-1)?.end ?? 0)) kept.push(found);
	return kept;
}

/** "home" can stand where the word stood; "(their name)" and "Mum, or Dad" ask for a choice. */
function literalOf(say: string | null): string | null {
	if (say === null) return '';
	return /[(,]/.test(say) ? null : say;
}

const PATTERNS = SWAPS.map((swap) => ({ swap, pattern: patternOf(swap) }));

function patternOf({ phrases, isExact }: Swap): RegExp {
	const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
	const anyOf = longestFirst.map((phrase) =>
		phrase.replaceAll("'", "['’]").split(' ').join('[\\s\\u00a0\\-‐‑]+')
	);
	return new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${anyOf.join('|')})(?![\\p{L}\\p{N}])`,
		isExact ? 'gu' : 'giu'
	);
}
