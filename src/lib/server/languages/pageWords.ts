import { kindOfPlace, patternOf, sayValue, type PlaceKind } from './values.ts';

/** Finds what to say in place of an English text; null where nobody has translated it. */
export type FindWords = (english: string) => string | null;

/** English texts with their places, and what stands for each of them. */
export type Words = Readonly<Record<string, string>>;

interface Pattern {
	matches: RegExp;
	places: readonly { name: string; kind: PlaceKind }[];
	words: string;
	/** So many characters of its own: the more, the surer. */
	certainty: number;
}

const PLACE = /\{([a-z]+\d*)\}/g;

/**
 * Looks texts up among these words, in that language. Where only a value tells a text from one of
 * them, such as a day or a name, the value is said as the language says it. Sentences that stand
 * in one line but were translated one by one are found one by one.
 */
export function lookUpIn(words: Words, locale: string): FindWords {
	const exact = new Map<string, string>();
	const patterns: Pattern[] = [];
	for (const [english, translated] of Object.entries(words)) {
		const pattern = patternFrom(english, translated);
		if (pattern) patterns.push(pattern);
		else exact.set(english, translated);
	}
	patterns.sort((one, other) => other.certainty - one.certainty);
	const findOne: FindWords = (english) =>
		exact.get(english) ??
		exact.get(capital(english)) ??
		findPattern(english, { patterns, locale, findOne });
	return (english) => findOne(english) ?? findSentences(english, findOne);
}

/** The pattern of a text with places; null where it has none. */
function patternFrom(english: string, words: string): Pattern | null {
	const places: { name: string; kind: PlaceKind }[] = [];
	const source = english
		.replace(/[\\^$.*+?()[\]|/]/g, '\\$&')
		.replace(PLACE, (place, name: string) => {
			const kind = kindOfPlace(name);
			if (kind === null) throw new UnknownPlace(place);
			places.push({ name, kind });
			return `(?<${name}>${patternOf(kind)})`;
		});
	if (places.length === 0) return null;
	return {
		matches: new RegExp(`^${source}$`),
		places,
		words,
		certainty: english.replace(PLACE, '').length
	};
}

/** A place of a kind that nothing can be put into. */
export class UnknownPlace extends Error {
	override name = 'UnknownPlace';
}

function findPattern(
	english: string,
	{
		patterns,
		locale,
		findOne
	}: { patterns: readonly Pattern[]; locale: string; findOne: FindWords }
): string | null {
	for (const { matches, places, words } of patterns) {
		const found = matches.exec(english)?.groups;
		if (!found) continue;
		const said = new Map(
			places.map(({ name, kind }) => {
				const value = (found[name] ?? '').trim();
				return [name, kind === 'words' ? findOne(value) : sayValue(kind, value, locale)];
			})
		);
		if ([...said.values()].includes(null)) continue;
		return words.replace(PLACE, (place, name: string) => said.get(name) ?? place);
	}
	return null;
}

function capital(english: string): string {
	return english.charAt(0).toUpperCase() + english.slice(1);
}

const SENTENCE_END = /(?<=[.?!:]”?)\s+/;

/** From the first on, each time as many sentences together as somebody translated together. */
function findSentences(english: string, findOne: FindWords): string | null {
	const sentences = english.split(SENTENCE_END);
	const found: string[] = [];
	for (let from = 0; from < sentences.length;) {
		let end = sentences.length;
		let words = findOne(sentences.slice(from, end).join(' '));
		while (words === null && end - 1 > from) {
			end -= 1;
			words = findOne(sentences.slice(from, end).join(' '));
		}
		if (words === null) return null;
		found.push(words);
		from = end;
	}
	return found.join(' ');
}
