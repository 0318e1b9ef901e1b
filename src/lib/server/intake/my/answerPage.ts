import type { ChildPath } from '#lib/domain/complaint/childPath.ts';
import type { Outcome } from '#lib/domain/complaint/codes.ts';
import type { OwnPart } from '#lib/server/complaints/answers/ownAnswers.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { pathOfOwn, readerOf } from '#lib/server/intake/my/reader.ts';
import {
	hasLaterAnswer,
	strandsForStage2,
	strandsOpenTo
} from '#lib/server/intake/my/answeredStrands.ts';
import { dayWords } from '#lib/words/dates.ts';
import {
	actionWhen,
	AGREED_LEAD,
	ANSWER_TITLES,
	answerLead,
	SINCE_ANSWER
} from '#lib/words/public/answer.ts';

/** The answer (T3), a part at a time. */
export interface AnswerPage {
	/** That it is the first, where a later one was given. */
	title: string;
	lead: string;
	parts: readonly AnswerPart[];
	/** The day by which asking for someone new is advised; null once it is past. */
	tryBy: string | null;
	/** What has happened since, in place of the offer of someone new; null where that stands. */
	since: string | null;
	/** Whether someone new can still be asked for. */
	mayAskNew: boolean;
	/** Where the choice of what happens next is; null where none is left. */
	nextHref: string | null;
	writeTo: string;
}

/**
 * One part. `said` is null where their words would stand there a second time; `outcome` where it was
 * settled and nothing had to be found.
 */
export interface AnswerPart {
	title: string;
	outcome: Outcome | null;
	said: string | null;
	found: string;
	sorry: string | null;
	actions: readonly { when: string; what: string }[];
}

/** The answers that were sent, and what was agreed where it was settled with terms. */
export function answerPage(own: OwnCase): AnswerPage {
	const { name, today } = readerOf(own);
	const found = own.answers.flatMap((answer) => partsOf(own, answer));
	const parts = [...found, ...termsOf(own)];
	const path = pathOfOwn(own);
	const { askAdvisedByOn } = path;
	const hasChoice =
		strandsOpenTo(own, 'requestStage2').length + strandsOpenTo(own, 'closeStrand').length > 0;
	const isFirst = hasLaterAnswer(own.complaint);
	return {
		title: isFirst ? ANSWER_TITLES.first : ANSWER_TITLES.only,
		lead: leadOf(found),
		parts: parts.map((part, index) => (index === 0 ? part : { ...part, said: null })),
		tryBy: askAdvisedByOn && askAdvisedByOn >= today ? dayWords(askAdvisedByOn, today) : null,
		since: sinceOf(path, isFirst),
		mayAskNew: strandsForStage2(own).length > 0,
		nextHref: hasChoice ? '/my/next' : null,
		writeTo: name ?? 'us'
	};
}

/** Nothing was found where all of it was settled. */
function leadOf(found: readonly AnswerPart[]): string {
	if (found.length === 0) return AGREED_LEAD;
	const outcomes = found.flatMap(({ outcome }) => outcome ?? []);
	return answerLead(outcomes, { willDo: found.some(({ actions }) => actions.length > 0) });
}

function sinceOf({ situation }: ChildPath, isFirst: boolean): string | null {
	if (situation === 'someoneNewLooks' || situation === 'someoneNewIsLate') {
		return SINCE_ANSWER.someoneNewLooks;
	}
	return isFirst ? SINCE_ANSWER.newer : null;
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
	return [
		{
			title: 'What we agreed with you',
			outcome: null,
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
