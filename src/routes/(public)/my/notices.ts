import { someoneNewAsked, threePeopleAsked } from '#lib/words/public/next.ts';
import { STOP_NOTICES, stoppedWords } from '#lib/words/public/stop.ts';
import { NOTICES } from '#lib/words/public/tracking.ts';
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
	m: 'rated'
} as const satisfies Record<string, keyof typeof NOTICES>;

/** One of them, or of those with a date in it. */
export type NoticeKey = keyof typeof NOTICE_KEYS | 'p' | 'q' | 'r' | 's' | 't' | 'u';

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
