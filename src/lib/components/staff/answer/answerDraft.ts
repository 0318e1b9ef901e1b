import type { CheckedWords } from '#lib/words/checks.ts';

/** One thing that will happen: what, who and by when ('YYYY-MM-DD' or empty). */
export interface ActionDraft {
	/** Made on the device, and final. */
	id: string;
	what: string;
	/** The name as the child reads it. */
	who: string;
	/** The member of staff of that name, or empty. */
	ownerId: string;
	byOn: string;
}

/** The answer to one part, as it is being written: the one source of both readings. */
export interface PartAnswerDraft {
	found: string;
	outcome: string;
	/** What the child is told, in plain words. */
	told: string;
	sorry: string;
	actions: ActionDraft[];
	spokenFirst: string;
}

/** A run of the child's text; `flagged` is a word a check asks to change. */
export type PreviewRun = string | { flagged: string };

/** What the child will see of one part. */
export interface ChildPart {
	/** 'Part 1. When you moved' */
	heading: string;
	/** 'We agree with you.' */
	outcome: string;
	paragraphs: readonly (readonly PreviewRun[])[];
	/** 'About 20 seconds to read' */
	reading: string;
	/** The buttons under the answer: 'I have a question'. */
	buttons: readonly string[];
}

/** The same part for the file, the manager and the advocate. */
export interface FormalPart {
	/** 'Element 1: move on 6 November 2026 without notice' */
	heading: string;
	/** 'File, manager, advocate' */
	readers: string;
	/** 'Finding: upheld.' and what follows it. */
	paragraphs: readonly { lead: string; text: string }[];
}

/** A word to change. `to` is what a button puts there, '' to leave it out; null where a person chooses. */
export interface WordSwap {
	from: string;
	to: string | null;
	/** What to say instead, for a person to read. */
	say: string;
}

/** One live check of what the child will read. */
export type Check =
	| { kind: 'words'; swaps: readonly WordSwap[] }
	/** `grade` is null for a text too short to grade. */
	| { kind: 'grade'; grade: number | null; limit: number }
	| { kind: 'sentence'; words: number; limit: number }
	| { kind: 'address'; hits: readonly string[]; clearedBy?: string | undefined };

/** Why a check has no result: the text is too short to grade. Undefined where it has one. */
export function withoutResult(check: Check): string | undefined {
	return check.kind === 'grade' && check.grade === null
		? `Not graded: too short. The limit is ${check.limit}.`
		: undefined;
}

/** How the checks stand, in one line. An empty text has none. */
export function checksLine(checks: readonly Check[]): string {
	if (checks.length === 0) return 'Not checked yet';
	const failed = checks.filter((check) => !isPassed(check));
	if (failed.length > 0) return failed.map(checkHeading).join(', ');
	return checks.some((check) => withoutResult(check) !== undefined)
		? 'Checks passed. Too short to grade'
		: 'All checks passed';
}

/** True where nothing is to be done. An address passes once a second person has looked. */
export function isPassed(check: Check): boolean {
	switch (check.kind) {
		case 'words':
			return check.swaps.length === 0;
		case 'grade':
			return check.grade === null || check.grade <= check.limit;
		case 'sentence':
			return check.words <= check.limit;
		case 'address':
			return check.hits.length === 0 || check.clearedBy !== undefined;
	}
}

/** The checks with the failed ones first, otherwise in their order. */
export function failedFirst(checks: readonly Check[]): Check[] {
	return [...checks.filter((check) => !isPassed(check)), ...checks.filter(isPassed)];
}

/** What a check says of itself: '1 word to change', 'Reading grade'. */
export function checkHeading(check: Check): string {
	switch (check.kind) {
		case 'words': {
			const count = check.swaps.length;
			if (count === 0) return 'Words';
			return count === 1 ? '1 word to change' : `${count} words to change`;
		}
		case 'grade':
			return 'Reading grade';
		case 'sentence':
			return 'Longest sentence';
		case 'address':
			return 'Address guard';
	}
}

/**
 * The checks of a text as the panel shows them. `clearedBy` names the second person who has looked
 * at its addresses: 'Priya looked, 9.50am'. An empty text passes nothing: it has no checks yet.
 */
export function checksFrom(checked: CheckedWords, clearedBy?: string): Check[] {
	if (checked.longestSentence.words === 0 && checked.passed) return [];
	return [
		{
			kind: 'words',
			swaps: checked.banned.map(({ found, say, swapWith }) => ({
				from: found,
				to: swapWith,
				say: say ?? ''
			}))
		},
		{ kind: 'grade', grade: checked.grade, limit: checked.gradeLimit },
		{ kind: 'sentence', words: checked.longestSentence.words, limit: checked.sentenceLimit },
		{ kind: 'address', hits: checked.addresses.map(({ found }) => found), clearedBy }
	];
}

/** A text as runs, with the words that have to be changed marked where they stand. */
export function markWords(
	text: string,
	banned: readonly { start: number; end: number }[]
): PreviewRun[] {
	const runs: PreviewRun[] = [];
	let from = 0;
	for (const { start, end } of banned) {
		if (start > from) runs.push(text.slice(from, start));
		runs.push({ flagged: text.slice(start, end) });
		from = end;
	}
	if (from < text.length) runs.push(text.slice(from));
	return runs;
}
