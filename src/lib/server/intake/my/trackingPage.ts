import { isAllowedInStage } from '#lib/domain/complaint/stageTable.ts';
import type { ChildPath } from '#lib/domain/complaint/childPath.ts';
import type { StrandCommandType } from '#lib/domain/complaint/commands.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import {
	messageWords,
	pathOfOwn,
	readerOf,
	type MessageWords
} from '#lib/server/intake/my/reader.ts';
import { promiseInterpreter } from '#lib/server/intake/promisedInterpreter.ts';
import { promiseTalk } from '#lib/server/intake/promisedTalk.ts';
import { pathWords, type PathStepWords } from '#lib/words/public/path.ts';
import { lateWords } from '#lib/words/public/late.ts';
import { ANSWER_READY, happeningWords } from '#lib/words/public/tracking.ts';

/** What is happening (T1). */
export interface TrackingPage {
	heading: string;
	lead: { before: string; date: string } | null;
	more: readonly string[];
	steps: readonly PathStepWords[];
	late: { words: string; href: string } | null;
	ready: { href: string; words: string } | null;
	latest: MessageWords | null;
	/** Where they ask for a panel; null where there is none to ask for. */
	panelHref: string | null;
	/** Nothing is being done any more because they asked for that: they may start again. */
	isStopped: boolean;
}

/** The page as it stands today. */
export function trackingPage(own: OwnCase): TrackingPage {
	const path = pathOfOwn(own);
	const reader = readerOf(own);
	const happening = happeningWords(path, reader);
	const latest = own.messages.at(-1);
	return {
		...happening,
		more: [...happening.more, ...talkPromised(own, path)],
		steps: pathWords(path, reader),
		late: isLateNow(path) ? { words: lateLines(own, path).join(' '), href: '/my/late' } : null,
		ready: readyAnswer(own),
		latest: latest ? messageWords(latest, own, { withDay: true }) : null,
		panelHref: strandsForPanel(own).length > 0 ? '/my/next' : null,
		isStopped: path.situation === 'stopped'
	};
}

/** Who talks with them, and by when, until somebody has read what they told us. */
function talkPromised(own: OwnCase, path: ChildPath): readonly string[] {
	const { complaint, facts, rules, safeContact } = own;
	if (path.situation !== 'waitingToBeRead' || complaint.madeBy === 'helper') return [];
	const reached = {
		contacts: safeContact,
		whose: 'complainant' as const,
		byOn: path.steps.find(({ step }) => step === 'weReadIt')?.dueOn ?? null,
		isHere: true,
		telephone: '',
		today: rules.today
	};
	return [...promiseInterpreter(facts, reached), ...promiseTalk(facts, reached)];
}

/** The last answer to be read here; null while there is none. */
function readyAnswer(own: OwnCase): TrackingPage['ready'] {
	const last = own.fullAnswers.at(-1);
	if (last) return { href: `/my/answer/${last.stage}`, words: ANSWER_READY };
	return hasAnswer(own) ? { href: '/my/answer', words: ANSWER_READY } : null;
}

/** Whether an answer is owed and its day has passed. */
export function isLateNow({ situation }: ChildPath): boolean {
	return situation === 'late' || situation === 'someoneNewIsLate';
}

/** That it is late, whose fault it is, the new date and what they can do. */
export function lateLines(own: OwnCase, path: ChildPath): readonly string[] {
	const step = path.steps.find(({ status }) => status === 'late');
	return lateWords(
		{
			dueOn: step?.dueOn ?? null,
			newDueOn: path.answerDueOn,
			mayAskSomeoneNew: strandsOpenTo(own, 'requestStage2').length > 0
		},
		readerOf(own)
	);
}

/** Whether there is an answer, or terms that were agreed, to be read here. */
export function hasAnswer({ answers, texts }: OwnCase): boolean {
	return answers.length > 0 || texts.some(({ kind, words }) => kind === 'terms' && words !== null);
}

/** The strands that have the full answer of stage 2 and may still go to a panel. */
export function strandsForPanel(own: OwnCase): readonly string[] {
	const open = new Set(strandsOpenTo(own, 'requestStage3'));
	return own.complaint.strands
		.filter(
			({ strandId, procedure, stage2, stage3, closed }) =>
				open.has(strandId) &&
				procedure === 'statutory' &&
				stage2.respondedOn !== null &&
				(stage3 === null || stage3.respondedOn === null) &&
				closed?.reason !== 'withdrawn' &&
				closed?.reason !== 'stage3RefusedLate'
		)
		.map(({ strandId }) => strandId);
}

/** The strands whose stage allows an order, as far as the table says. */
export function strandsOpenTo(
	{ complaint }: OwnCase,
	command: StrandCommandType
): readonly string[] {
	return complaint.strands
		.filter(({ stage }) => isAllowedInStage(stage, command))
		.map(({ strandId }) => strandId);
}
