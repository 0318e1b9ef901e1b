/**
 * The keys of the staff side. A single letter works only outside fields and can be switched off
 * (WCAG 2.1.4). No key sends, closes or deletes by itself: a key moves, opens or asks.
 */

/** What a key asks for. The page decides what it means there, or leaves it. */
export type StaffAct =
	| 'search'
	| 'logContact'
	| 'goToday'
	| 'goNew'
	| 'goCases'
	| 'nextRow'
	| 'previousRow'
	| 'before'
	| 'next'
	| 'decide1'
	| 'decide2'
	| 'decide3'
	| 'decide4'
	| 'note'
	| 'message'
	| 'extend'
	| 'findAct'
	| 'nextPart'
	| 'allKeys';

/** One press, as the browser reports it. */
export interface KeyPress {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
	/** True while the focus is in something a person types or picks in. */
	inField: boolean;
}

/** What a press does: an act, or the start of a pair such as `G` then `T`, or nothing. */
export interface KeyAnswer {
	act: StaffAct | null;
	/** True after `G`: the next letter names a place. */
	waitsForPlace: boolean;
}

const NOTHING: KeyAnswer = { act: null, waitsForPlace: false };

const SINGLE_KEYS: Readonly<Record<string, StaffAct>> = {
	'/': 'search',
	n: 'logContact',
	j: 'nextRow',
	ArrowDown: 'nextRow',
	k: 'previousRow',
	ArrowUp: 'previousRow',
	'[': 'before',
	']': 'next',
	'1': 'decide1',
	'2': 'decide2',
	'3': 'decide3',
	'4': 'decide4',
	a: 'note',
	m: 'message',
	e: 'extend',
	f: 'findAct',
	'?': 'allKeys'
};

const PLACE_KEYS: Readonly<Record<string, StaffAct>> = {
	t: 'goToday',
	n: 'goNew',
	c: 'goCases'
};

/**
 * What this press asks for. `waitsForPlace` is the answer's from the press before; the page forgets
 * it after two seconds.
 */
export function readKey(press: KeyPress, waitsForPlace: boolean): KeyAnswer {
	if (press.key === 'Enter' && (press.ctrlKey || press.metaKey) && !press.altKey) {
		return { act: 'nextPart', waitsForPlace: false };
	}
	if (press.inField || press.ctrlKey || press.metaKey || press.altKey) return NOTHING;

	const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
	if (waitsForPlace) return { act: PLACE_KEYS[key] ?? null, waitsForPlace: false };
	if (key === 'g') return { act: null, waitsForPlace: true };
	return { act: SINGLE_KEYS[key] ?? null, waitsForPlace: false };
}

/** One line of the help: the caps to press, in order, and what they do. */
export interface KeyHelp {
	caps: readonly string[];
	/** 'then' when pressed one after the other, 'or' when either does. */
	join?: 'then' | 'or';
	words: string;
}

/** Every key, in the order of the help page. */
export const ALL_KEYS: readonly KeyHelp[] = [
	{ caps: ['/'], words: 'Search' },
	{ caps: ['N'], words: 'Log a contact' },
	{ caps: ['G', 'T'], join: 'then', words: 'Today' },
	{ caps: ['G', 'N'], join: 'then', words: 'New' },
	{ caps: ['G', 'C'], join: 'then', words: 'Cases' },
	{ caps: ['J', 'Down'], join: 'or', words: 'Next row' },
	{ caps: ['K', 'Up'], join: 'or', words: 'Row before' },
	{ caps: ['Enter'], words: 'Open the row' },
	{ caps: ['[', ']'], join: 'or', words: 'Before and next in New' },
	{ caps: ['1', '2', '3', '4'], join: 'or', words: 'Decide in New; it asks once more' },
	{ caps: ['A'], words: 'Add a note to the case' },
	{ caps: ['M'], words: 'Write a message in the case' },
	{ caps: ['E'], words: 'Extend' },
	{ caps: ['F'], words: 'Find what you can do with the case' },
	{ caps: ['Ctrl', 'Enter'], words: 'Next part of the answer' },
	{ caps: ['?'], words: 'All keys' }
];
