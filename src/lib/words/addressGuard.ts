/** What an address or number is. "street" also stands for a flat or a house number. */
export type AddressKind = 'postcode' | 'street' | 'phone' | 'email';

/** A way to a person's door or phone in a text: `start` inclusive, `end` exclusive. */
export interface FoundAddress {
	found: string;
	start: number;
	end: number;
	kind: AddressKind;
}

/**
 * Postcodes, house numbers with their street, phone numbers and e-mail addresses in a text, in
 * order: each stops the text for a second person. Helplines and the numbers in `ourNumbers`, which
 * the council prints itself, do not count.
 *
 * It would rather stop a harmless text than let an address go: a child's address once went to
 * somebody who should not have had it.
 */
export function findAddresses(
	text: string,
	ourNumbers: readonly string[] = []
): readonly FoundAddress[] {
	const known = new Set([...HELPLINES, ...ourNumbers].map(digitsOf));
	const all = [
		...matchesOf(text, EMAIL, 'email'),
		...matchesOf(text, POSTCODE, 'postcode'),
		...matchesOf(text, PHONE, 'phone').filter((one) => isPhone(one, known)),
		...matchesOf(text, FLAT, 'street'),
		...findStreets(text)
	].sort((a, b) => a.start - b.start || b.end - a.end);
	let reached = 0;
	return all.filter(({ end }) => {
		const isInAnother = end <= reached;
		reached = Math.max(reached, end);
		return !isInAnother;
	});
}

/** Free and public: telling a child of them is what we want. */
const HELPLINES = ['0800 1111', '0808 800 5000', '116 111', '116 123', '0808 802 0003'];

const EMAIL =
	/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/giu;

/** Royal Mail's format, with or without its space; letters in either case. */
const POSTCODE =
	/(?<![\p{L}\p{N}])(?:gir[\s\u00a0]*0aa|[a-pr-uwyz](?:\d{1,2}|\d[a-hjkps-uw]|[a-hk-y]\d{1,2}|[a-hk-y]\d[abehmnprvwxy])[\s\u00a0]{0,2}\d[abd-hjlnp-uw-z]{2})(?![\p{L}\p{N}])/giu;

/** +44, 0044 or a leading 0, then nine or ten digits however they are spaced. */
const PHONE =
	/(?<![\p{L}\p{N}])(?:(?:\+|00)[\s.-]*44[\s.-]*(?:\(0\)[\s.-]*)?\(?|\(?0[\s.-]*)(?:\d[\s\u00a0().-]*){8,9}\d(?!\d)/gu;

const FLAT =
	/(?<![\p{L}\p{N}])(?:flat|apartment|apt\.?|bedsit)[\s\u00a0]+\d{1,4}[a-z]?(?![\p{L}\p{N}])/giu;

const SURE_TYPES =
	'road|rd|street|str|avenue|ave|lane|ln|crescent|cres|terrace|gardens|gdns|grove|mews|boulevard';
const LIKELY_TYPES =
	'st|close|cl|drive|dr|way|court|ct|place|pl|hill|row|square|sq|park|walk|view|rise|green|parade|' +
	'broadway|wharf|quay|yard|fields|meadow|meadows|mount|vale|path|croft|end|heights|villas|cottages';
const NUMBERED_THINGS =
	'stage|part|page|room|step|section|reg|regulation|form|point|option|year|class|group';

/** A house number or two, up to three words of a name, and a kind of street. */
const STREET = new RegExp(
	`(?<![\\p{L}\\p{N}£]|\\d[.,:/-])(?<!\\b(?:${NUMBERED_THINGS})[\\s\\u00a0])` +
		'\\d{1,4}[a-z]?(?:[\\s\\u00a0]*[-–/][\\s\\u00a0]*\\d{1,4}[a-z]?)?,?[\\s\\u00a0]+' +
		"(?<name>(?:\\p{L}[\\p{L}'’.-]*[\\s\\u00a0]+){1,3}?)" +
		`(?:(?<sure>${SURE_TYPES})|(?<likely>${LIKELY_TYPES}))(?![\\p{L}\\p{N}])`,
	'giu'
);

const NOT_IN_A_NAME = new RegExp(
	'^(?:' +
		'january|february|march|april|may|june|july|august|september|october|november|december|' +
		'jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|' +
		'(?:mon|tues|wednes|thurs|fri|satur|sun)day|' +
		'minutes?|mins?|hours?|days?|weeks?|months?|years?|times?|people|children|adults|of|to|at|in|' +
		'on|and|or|for|from|with|by|about|as|is|are|was|were|will|we|you|they|he|she|it|that|this|more|' +
		'other|working|good|big|long|half|miles?|am|pm|steps?|things?|parts?|reasons?|ways?' +
		')$',
	'iu'
);
const BEFORE_AN_ADDRESS =
	/\b(?:at|to|from|number|no\.?|address(?: is)?|flat \d+[a-z]?,?)[\s\u00a0]*$/iu;

function findStreets(text: string): FoundAddress[] {
	return [...text.matchAll(STREET)]
		.filter((match) => isStreet(match, text.slice(Math.max(0, match.index - 30), match.index)))
		.map((match) => found(match, 'street'));
}

/** "14 days on the road" and "2 June at Mill Lane" are no house; "14 mill lane" is one. */
function isStreet(match: RegExpExecArray, before: string): boolean {
	const name = (match.groups?.['name'] ?? '').trim().split(/[\s\u00a0]+/);
	if (name.some((word) => NOT_IN_A_NAME.test(word))) return false;
	const likely = match.groups?.['likely'];
	// "1 good way" is talk; a street of that kind has a capital, or follows "at" and the like.
	return (
		likely === undefined ||
		[...name, likely].some((word) => /^\p{Lu}/u.test(word)) ||
		BEFORE_AN_ADDRESS.test(before)
	);
}

/** A phone number, and no date such as 01.06.2026 with a time after it. */
function isPhone({ found }: FoundAddress, known: ReadonlySet<string>): boolean {
	return !known.has(digitsOf(found)) && !/^\d{2}[.\s-]\d{2}[.\s-](?:19|20)\d{2}\b/.test(found);
}

function matchesOf(text: string, pattern: RegExp, kind: AddressKind): FoundAddress[] {
	return [...text.matchAll(pattern)].map((match) => found(match, kind));
}

function found(match: RegExpExecArray, kind: AddressKind): FoundAddress {
	return { found: match[0], start: match.index, end: match.index + match[0].length, kind };
}

/** A number as it is dialled in the country: +44 and 0044 become 0. */
function digitsOf(number: string): string {
	return number
		.replace(/\(0\)/, '')
		.replace(/\D/g, '')
		.replace(/^(?:00)?44/, '0');
}
