/** One thing that will happen: what, who and by when ('YYYY-MM-DD' or empty). */
export interface ActionDraft {
	/** Made on the device, and final. */
	id: string;
	what: string;
	who: string;
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

/** One live check of what the child will read. */
export type Check =
	| { kind: 'words'; swaps: readonly { from: string; to: string }[] }
	| { kind: 'grade'; grade: number; limit: number }
	| { kind: 'sentence'; words: number; limit: number }
	| { kind: 'address'; hits: readonly string[]; clearedBy?: string | undefined };

/** True where nothing is to be done. An address passes once a second person has looked. */
export function isPassed(check: Check): boolean {
	switch (check.kind) {
		case 'words':
			return check.swaps.length === 0;
		case 'grade':
			return check.grade <= check.limit;
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
