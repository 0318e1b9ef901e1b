import { NO_ANSWERS, type Answers, type FilesOf } from '#lib/intake/answers.ts';
import { checkRows, type CheckRow } from '#lib/intake/checkRows.ts';
import type { StepId } from '#lib/intake/steps.ts';

/** What can stand begun in a form beside what is sent: a thank-you, and an idea or question. */
export const BESIDE_KINDS = ['thanks', 'idea'] as const;
export type BesideKind = (typeof BESIDE_KINDS)[number];

/** One that was begun beside, as the check page shows it before it is sent too. */
export interface BesideRow extends CheckRow {
	kind: BesideKind;
}

/** The page on which each is told. */
const TOLD_ON = { thanks: '41', idea: '51' } as const satisfies Record<BesideKind, StepId>;
const FILES = { thanks: 'goodFiles', idea: 'ideaFiles' } as const satisfies Record<
	BesideKind,
	FilesOf
>;

/**
 * A thank-you or an idea that was begun in the same form as what is sent: it goes along as a form
 * of its own, so that nothing typed is lost. Nobody writes back about it, and whoever is thanked
 * hears no more of its sender than was allowed: by then nothing else is asked.
 */
export function besideSent(answers: Answers): readonly { kind: BesideKind; answers: Answers }[] {
	return BESIDE_KINDS.filter((kind) => kind !== answers.door && isBegun(kind, answers)).map(
		(kind) => ({ kind, answers: apart(kind, answers) })
	);
}

/** The same, each with what was told. */
export function besideRows(answers: Answers): readonly BesideRow[] {
	return besideSent(answers).flatMap(({ kind, answers: own }) =>
		checkRows(own)
			.filter(({ href }) => href.startsWith(`/s/${TOLD_ON[kind]}?`))
			.map((row) => ({ ...row, kind }))
	);
}

/** The form without it: they leave it out. */
export function withoutBeside(answers: Answers, kind: BesideKind): Answers {
	return kind === 'thanks'
		? { ...answers, good: undefined, goodFiles: [], mayTell: undefined, wantsReply: undefined }
		: { ...answers, idea: undefined, ideaFiles: [], forWhom: undefined, wantsAnswer: undefined };
}

/** Its files, by their ids. */
export function filesBeside(answers: Answers, kind: BesideKind): readonly string[] {
	return (answers[FILES[kind]] ?? []).map(({ fileId }) => fileId);
}

function isBegun(kind: BesideKind, answers: Answers): boolean {
	const words = kind === 'thanks' ? answers.good : answers.idea;
	return (words ?? '').trim() !== '' || filesBeside(answers, kind).length > 0;
}

function apart(kind: BesideKind, { good, goodFiles, mayTell, ...rest }: Answers): Answers {
	const { idea, ideaFiles, forWhom } = rest;
	return kind === 'thanks'
		? {
				...NO_ANSWERS,
				door: 'thanks',
				good,
				goodFiles,
				mayTell: mayTell ?? 'no',
				wantsReply: 'no'
			}
		: { ...NO_ANSWERS, door: 'idea', idea, ideaFiles, forWhom, wantsAnswer: 'no' };
}
