import { someoneNewAsked, threePeopleAsked } from '#lib/words/public/next.ts';
import { ADULT_FILE_PROBLEMS, FILE_LEFT_OUT, FILE_PROBLEMS } from '#lib/words/public/files.ts';
import { STOP_NOTICES, stoppedWords } from '#lib/words/public/stop.ts';
import { NOTICES } from '#lib/words/public/tracking.ts';
import type { FileRefusal } from '#lib/words/files.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/** What was just done. In an address it is one letter, which says nothing to whoever reads it. */
const NOTICE_KEYS = {
	a: 'added',
	b: 'advocateAsked',
	c: 'reachChanged',
	d: 'waiting',
	e: 'talk',
	f: 'thinking',
	g: 'content',
	h: 'goThrough',
	i: 'agreedAll',
	j: 'agreedSome',
	k: 'agreedNo',
	l: 'turned',
	m: 'rated',
	n: 'shareChanged',
	o: 'tookBack',
	v: 'agreedSomeNamed',
	w: 'readToMe',
	x: 'readToMeHow'
} as const satisfies Record<string, keyof typeof NOTICES>;

/** One of them, or of those with a date in it. */
export type NoticeKey = keyof typeof NOTICE_KEYS | 'p' | 'q' | 'r' | 's' | 't' | 'u';

/** Why a file was not taken while the rest came: one letter as well. */
const FILE_KEYS = {
	empty: 'a',
	tooBig: 'b',
	tooMany: 'c',
	wrongKind: 'd',
	applePhoto: 'e',
	video: 'f',
	pictureBroken: 'g',
	pictureTooLarge: 'h',
	soundBroken: 'i',
	virus: 'j',
	busy: 'k'
} as const satisfies Record<FileRefusal, string>;

/** What an address ends in where a file was left out; nothing where all came. */
export function addLeftOut(address: string, refused: FileRefusal | null): string {
	return refused === null ? address : `${address}&f=${FILE_KEYS[refused]}`;
}

/** What an address says of a file that was left out, a sentence each; none where all came. */
export function leftOutOf({ searchParams }: URL, { isAdult = false } = {}): readonly string[] {
	const key = searchParams.get('f');
	const refusals = Object.keys(FILE_KEYS) as FileRefusal[];
	const refused = refusals.find((refusal) => FILE_KEYS[refusal] === key);
	if (!refused) return [];
	return [FILE_LEFT_OUT, (isAdult ? ADULT_FILE_PROBLEMS : FILE_PROBLEMS)[refused]];
}

/** The dates that some of them hold. */
export interface NoticeDates {
	today: PlainDate;
	secondAnswerOn: PlainDate | null;
	panelByOn: PlainDate | null;
	undoByOn: PlainDate | null;
}

/**
 * What an address says was done, the first sentence first of all; null where it says nothing we
 * know.
 */
export function noticeOf(key: string | null, dates: NoticeDates): readonly string[] | null {
	switch (key) {
		case 'p':
			return [STOP_NOTICES.some];
		case 'q':
			return [STOP_NOTICES.pause];
		case 'r':
			return [STOP_NOTICES.again];
		case 's':
			return dates.undoByOn && [stoppedWords(dates.undoByOn, dates.today)];
		case 't':
			return someoneNewAsked(dates.secondAnswerOn, dates.today);
		case 'u':
			return threePeopleAsked(dates.panelByOn, dates.today);
	}
	return key !== null && isKnown(key) ? [NOTICES[NOTICE_KEYS[key]]] : null;
}

function isKnown(key: string): key is keyof typeof NOTICE_KEYS {
	return Object.hasOwn(NOTICE_KEYS, key);
}
