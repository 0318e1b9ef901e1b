import type { Outcome } from '#lib/domain/complaint/codes.ts';
import type { OwnPart } from '#lib/server/complaints/answers/ownAnswers.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { pathOfOwn, readerOf } from '#lib/server/intake/my/reader.ts';
import { strandsOpenTo } from '#lib/server/intake/my/trackingPage.ts';
import { dayWords } from '#lib/words/dates.ts';
import { actionWhen, answerLead } from '#lib/words/public/answer.ts';

/** The answer (T3), a part at a time. */
export interface AnswerPage {
	lead: string;
	parts: readonly AnswerPart[];
	/** The day by which asking for someone new is advised; null once it is past. */
	tryBy: string | null;
	/** Where the choice of what happens next is; null where none is left. */
	nextHref: string | null;
	writeTo: string;
}

/** One part. `said` is null where their words would stand there a second time. */
export interface AnswerPart {
	title: string;
	outcome: Outcome;
	said: string | null;
	found: string;
	sorry: string | null;
	actions: readonly { when: string; what: string }[];
}

/** The answers that were sent, and what was agreed where it was settled with terms. */
export function answerPage(own: OwnCase): AnswerPage {
	const { name, today } = readerOf(own);
	const parts = [...own.answers.flatMap((answer) => partsOf(own, answer)), ...termsOf(own)];
	const { askAdvisedByOn } = pathOfOwn(own);
	const hasChoice =
		strandsOpenTo(own, 'requestStage2').length + strandsOpenTo(own, 'closeStrand').length > 0;
	return {
		lead: answerLead(parts.map(({ outcome }) => outcome)),
		parts: parts.map((part, index) => (index === 0 ? part : { ...part, said: null })),
		tryBy: askAdvisedByOn && askAdvisedByOn >= today ? dayWords(askAdvisedByOn, today) : null,
		nextHref: hasChoice ? '/my/next' : null,
		writeTo: name ?? 'us'
	};
}

function partsOf(own: OwnCase, { parts }: OwnCase['answers'][number]): AnswerPart[] {
	return parts.flatMap(({ elementId, outcome, told, sorry, actions }) =>
		outcome === null
			? []
			: [
					{
						title: titleOf(own, elementId),
						outcome,
						said: wordsOf(own, 'whatHappened'),
						found: told,
						sorry: sorry.trim() || null,
						actions: actions.map((action) => sayAction(own, action))
					}
				]
	);
}

function sayAction(
	{ rules }: OwnCase,
	{ who, what, byOn, doneOn }: OwnPart['actions'][number]
): { when: string; what: string } {
	return {
		when: actionWhen({ byOn, doneOn }, rules.today),
		what: who.trim() && !what.startsWith(who) ? `${who}: ${what}` : what
	};
}

/** Settled with terms: each part of it shows what was agreed. */
function termsOf(own: OwnCase): AnswerPart[] {
	const terms = wordsOf(own, 'terms');
	if (terms === null) return [];
	const outcomes = own.complaint.strands
		.filter(({ resolvedOn }) => resolvedOn !== null)
		.flatMap(({ outcomes }) => Object.values(outcomes));
	return [
		{
			title: 'What we agreed with you',
			outcome: outcomes[0] ?? 'upheld',
			said: wordsOf(own, 'whatHappened'),
			found: terms,
			sorry: null,
			actions: []
		}
	];
}

function titleOf(own: OwnCase, elementId: string): string {
	const element = own.complaint.elements.find((one) => one.elementId === elementId);
	const text = own.texts.find(({ textId }) => textId === element?.titleTextId);
	return text?.words ?? 'What you told us';
}

function wordsOf({ texts }: OwnCase, kind: string): string | null {
	return texts.find((text) => text.kind === kind)?.words ?? null;
}
