import type { ChildPath } from '#lib/domain/complaint/childPath.ts';
import type { ChildSituation } from '#lib/domain/complaint/childSituation.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import {
	messageWords,
	pathOfOwn,
	readerOf,
	type MessageWords
} from '#lib/server/intake/my/reader.ts';
import {
	hasAnswer,
	isNewestElsewhere,
	strandsForPanel,
	strandsOpenTo
} from '#lib/server/intake/my/answeredStrands.ts';
import { promiseInterpreter } from '#lib/server/intake/promisedInterpreter.ts';
import { promiseTalk } from '#lib/server/intake/promisedTalk.ts';
import { stoppingOf } from '#lib/server/intake/my/stopping.ts';
import { startAgainUntil } from '#lib/words/public/stop.ts';
import { pathWords, type PathStepWords } from '#lib/words/public/path.ts';
import { lateWords } from '#lib/words/public/late.ts';
import {
	ANSWER_BEFORE,
	ANSWER_ELSEWHERE,
	ANSWER_HEADINGS,
	ANSWER_READY,
	happeningWords
} from '#lib/words/public/tracking.ts';

/** What is happening (T1). */
export interface TrackingPage {
	heading: string;
	lead: { before: string; date: string } | null;
	more: readonly string[];
	steps: readonly PathStepWords[];
	late: { words: string; href: string } | null;
	ready: { href: string; heading: string; words: string } | null;
	latest: MessageWords | null;
	/** Where they ask for a panel; null where there is none to ask for. */
	panelHref: string | null;
	/** Nothing is being done any more because they asked for that: they may start again. */
	isStopped: boolean;
}

/** Where the heading says that they have an answer. */
const HAVE_IT: readonly ChildSituation[] = ['answered', 'answeredAgain', 'lastAnswer'];

/** The page as it stands today. */
export function trackingPage(own: OwnCase): TrackingPage {
	const path = pathOfOwn(own);
	const reader = readerOf(own);
	const happening = happeningWords(path, reader);
	const latest = own.messages.at(-1);
	return {
		...happening,
		more: [
			...happening.more,
			...(HAVE_IT.includes(path.situation) && isNewestElsewhere(own) ? [ANSWER_ELSEWHERE] : []),
			...startingAgain(own),
			...talkPromised(own, path)
		],
		steps: pathWords(path, reader),
		late: isLateNow(path) ? { words: lateLines(own, path).join(' '), href: '/my/late' } : null,
		ready: readyAnswer(own),
		latest: latest ? messageWords(latest, own, { withDay: true }) : null,
		panelHref: strandsForPanel(own).length > 0 ? '/my/next' : null,
		isStopped: path.situation === 'stopped'
	};
}

/** Until when they may start again themselves, once they asked us to stop. */
function startingAgain(own: OwnCase): readonly string[] {
	const stopping = stoppingOf(own);
	if (stopping.kind === 'running' || !stopping.mayUndo || !stopping.undoByOn) return [];
	return [startAgainUntil(stopping.undoByOn, own.rules.today)];
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
	const isBefore = isNewestElsewhere(own);
	const said = isBefore
		? { heading: ANSWER_HEADINGS.before, words: ANSWER_BEFORE }
		: { heading: ANSWER_HEADINGS.newest, words: ANSWER_READY };
	const last = own.fullAnswers.at(-1);
	if (last) return { href: `/my/answer/${last.stage}`, ...said };
	return hasAnswer(own) ? { href: '/my/answer', ...said } : null;
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
