import type { OwnFullAnswer } from '#lib/server/complaints/fullAnswers/ownFullAnswers.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import type { AnswerPart } from '#lib/server/intake/my/answerPage.ts';
import { readerOf } from '#lib/server/intake/my/reader.ts';
import { strandsForPanel } from '#lib/server/intake/my/answeredStrands.ts';
import { promisedWhen } from '#lib/words/public/answer.ts';
import { PAPER_NAMES } from '#lib/words/public/fullAnswer.ts';

/** The full answer of stage 2 or 3: the letter, each decision, and what came with it. */
export interface FullAnswerPage {
	letters: readonly string[];
	parts: readonly AnswerPart[];
	actions: readonly { when: string; what: string; why: string | null; isRefused: boolean }[];
	papers: readonly { name: string; words: string | null; href: string | null }[];
	/** Where a panel is asked for; null where there is none to ask for. */
	nextHref: string | null;
	writeTo: string;
}

/** The answers of that stage that were sent; empty where none was. */
export function fullAnswersAt(own: OwnCase, stage: 2 | 3): readonly OwnFullAnswer[] {
	return own.fullAnswers.filter((answer) => answer.stage === stage);
}

/** The page of one stage, over every strand that was answered there. */
export function fullAnswerPage(own: OwnCase, stage: 2 | 3): FullAnswerPage {
	const answers = fullAnswersAt(own, stage);
	const { today } = own.rules;
	return {
		letters: answers.map(({ letter }) => letter),
		parts: answers.flatMap(({ points }) =>
			points.map(({ title, outcome, reason, promise }) => ({
				title,
				outcome,
				said: null,
				found: reason,
				sorry: null,
				actions: promise ? [{ when: promisedWhen(promise.dueOn, today), what: promise.what }] : []
			}))
		),
		actions: answers.flatMap(({ recommendations }) =>
			recommendations.map(({ words, accepted, reason, dueOn }) => ({
				when: !accepted
					? 'We will not do this'
					: dueOn === null
						? 'We will tell you when'
						: promisedWhen(dueOn, today),
				what: words,
				why: accepted ? null : reason,
				isRefused: !accepted
			}))
		),
		papers: answers.flatMap(({ papers }) =>
			papers.map(({ kind, words, documentId }) => ({
				name: PAPER_NAMES[kind],
				words,
				href: documentId === null ? null : `/my/answer/${stage}/${documentId}`
			}))
		),
		nextHref: stage === 2 && strandsForPanel(own).length > 0 ? '/my/next' : null,
		writeTo: readerOf(own).name ?? 'us'
	};
}
