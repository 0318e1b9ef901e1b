import type { Answers } from '#lib/intake/answers.ts';
import type { Question } from '#lib/intake/question.ts';
import { changesForChild, changing, childsChanges } from '#lib/intake/questions/changes.ts';
import { better, theirWishes, wishesForChild } from '#lib/intake/questions/wishes.ts';
import { aboutWhom } from '#lib/intake/questions/adult/aboutWhom.ts';
import { court } from '#lib/intake/questions/adult/court.ts';
import { feelSafe } from '#lib/intake/questions/adult/feelSafe.ts';
import { link } from '#lib/intake/questions/adult/link.ts';
import { othersCheck } from '#lib/intake/questions/adult/othersCheck.ts';
import { theirAccount } from '#lib/intake/questions/adult/theirAccount.ts';
import { theirSubjects } from '#lib/intake/questions/adult/theirSubjects.ts';
import { whichChild } from '#lib/intake/questions/adult/whichChild.ts';
import { about } from '#lib/intake/questions/about.ts';
import { advocate } from '#lib/intake/questions/advocate.ts';
import { advocateMayKnow } from '#lib/intake/questions/advocateMayKnow.ts';
import { forWhom } from '#lib/intake/questions/aside/forWhom.ts';
import { good } from '#lib/intake/questions/aside/good.ts';
import { idea } from '#lib/intake/questions/aside/idea.ts';
import { mayTell } from '#lib/intake/questions/aside/mayTell.ts';
import { reply } from '#lib/intake/questions/aside/reply.ts';
import { textAsWell } from '#lib/intake/questions/aside/textAsWell.ts';
import { wantsAnswer } from '#lib/intake/questions/aside/wantsAnswer.ts';
import { isByPartner } from '#lib/intake/partner.ts';
import { begin } from '#lib/intake/questions/begin.ts';
import { check } from '#lib/intake/questions/check.ts';
import { childKnows } from '#lib/intake/questions/helper/childKnows.ts';
import { childSafe } from '#lib/intake/questions/helper/childSafe.ts';
import { childsWords } from '#lib/intake/questions/helper/childsWords.ts';
import { hearsChild } from '#lib/intake/questions/helper/hearsChild.ts';
import { helpedChild } from '#lib/intake/questions/helper/helpedChild.ts';
import { helperKind } from '#lib/intake/questions/helper/helperKind.ts';
import { helpersAccount } from '#lib/intake/questions/helper/helpersAccount.ts';
import { othersSafe } from '#lib/intake/questions/helper/othersSafe.ts';
import { happened } from '#lib/intake/questions/happened.ts';
import { helpNow } from '#lib/intake/questions/helpNow.ts';
import { helpersHow, how, theirHow } from '#lib/intake/questions/how.ts';
import { helpersLanguage, language, theirLanguage } from '#lib/intake/questions/language.ts';
import { name } from '#lib/intake/questions/name.ts';
import { childReach, firstReachPage, reach } from '#lib/intake/questions/reach.ts';
import { childReachPages, reachPages } from '#lib/intake/questions/reachDetails.ts';
import { safe } from '#lib/intake/questions/safe.ts';
import { saidBefore } from '#lib/intake/questions/saidBefore.ts';
import { FIRST_OF, who } from '#lib/intake/questions/who.ts';
import { ASIDE_STEP_IDS, type StepId } from '#lib/intake/steps.ts';

/** Every page of the form with something to press, in the order in which they can come. */
export const QUESTIONS: readonly Question[] = [
	begin,
	who,
	safe,
	helpNow,
	how,
	language,
	about,
	happened,
	better,
	changing,
	advocate,
	advocateMayKnow,
	helperKind,
	childKnows,
	childSafe,
	othersSafe,
	childsWords,
	hearsChild,
	helpersHow,
	helpersLanguage,
	helpersAccount,
	wishesForChild,
	changesForChild,
	helpedChild,
	childReach,
	...childReachPages,
	link,
	feelSafe,
	aboutWhom,
	court,
	theirHow,
	theirLanguage,
	theirSubjects,
	theirAccount,
	theirWishes,
	childsChanges,
	whichChild,
	othersCheck,
	good,
	mayTell,
	reply,
	idea,
	forWhom,
	wantsAnswer,
	textAsWell,
	name,
	reach,
	...reachPages,
	check
];

/** The page after which nothing is asked. */
const LAST: StepId = '12';

/** The pages on which a form can begin, by the doors of the home page. */
export const BEGINNINGS: ReadonlySet<StepId> = new Set<StepId>(['1', '41', '51']);
const ASIDE_STEPS: ReadonlySet<string> = new Set(ASIDE_STEP_IDS);
/** What is asked of everybody, or of nobody: no answers of a complaint yet. */
const NO_ANSWERS_YET: ReadonlySet<string> = new Set(['1', '2', '11']);

/** Where an advocate begins of whom all that comes before is known. */
const FIRST_OF_PARTNER: StepId = '23';

/** The question on that page; null for the last page, which asks nothing. */
export function findQuestion(id: StepId): Question | null {
	return QUESTIONS.find((question) => question.id === id) ?? null;
}

/** A thank-you, an idea or a question: a way beside complaints, on which nobody is asked who they are. */
export function isAside({ door }: Answers): boolean {
	return door === 'thanks' || door === 'idea';
}

/** Whether that page is one of a thank-you's or an idea's own. */
export function isAsideStep(id: StepId): boolean {
	return ASIDE_STEPS.has(id);
}

/**
 * Whether anything was answered on the way of a complaint, whatever door they came by last. What
 * stands before the first question about them, and who is telling, are no answers yet.
 */
export function isComplaintBegun({ seen }: Answers): boolean {
	return seen.some((step) => !ASIDE_STEPS.has(step) && !NO_ANSWERS_YET.has(step));
}

/** Where this visitor's way begins: past "who is telling us" for those who came by an adults' door. */
export function firstPage(answers: Answers): StepId {
	const { door, who } = answers;
	if (door === 'thanks') return '41';
	if (door === 'idea') return '51';
	if (door === undefined || door === 'wrong' || who === undefined) return '1';
	if (isByPartner(answers)) return FIRST_OF_PARTNER;
	return who === 'child' ? '1' : FIRST_OF[who];
}

/** The pages this visitor goes through, in order, given what they have answered so far. */
export function pathOf(answers: Answers): readonly StepId[] {
	const first = firstPage(answers);
	const path: StepId[] = [first];
	for (let id: StepId = first; id !== LAST;) {
		const next: StepId = findQuestion(id)?.next(answers) ?? LAST;
		path.push(next);
		id = next;
	}
	return path;
}

/**
 * The pages whose answers are sent: those on their way, what they told before they asked for a call
 * or to meet, and how to reach them where asking for a call said it. Nothing they said or recorded
 * is left behind.
 */
export function toldOn(answers: Answers): ReadonlySet<StepId> {
	const path = new Set(pathOf(answers));
	if (isAside(answers)) return path;
	if (firstReachPage(answers) !== '10') path.add('10');
	for (const step of saidBefore(answers)) path.add(step);
	return path;
}

/**
 * Where Back leads from a page, worked out from the path and never written by hand: to the
 * nearest page before it that was answered. Null on the first page.
 */
export function backFrom(id: StepId, answers: Answers): StepId | null {
	if (BEGINNINGS.has(id)) return null;
	const path = pathOf(answers);
	const place = path.indexOf(id);
	if (place === -1) return firstUndone(answers);
	const before = path.slice(0, place);
	return before.findLast((one) => findQuestion(one)?.isDone(answers)) ?? before[0] ?? null;
}

/** The first page on the path that still needs an answer; the check page where none does. */
export function firstUndone(answers: Answers): StepId {
	return pathOf(answers).find((id) => !findQuestion(id)?.isDone(answers)) ?? '11';
}

/** Whether nothing is missing, so that it may be sent. */
export function isComplete(answers: Answers): boolean {
	const next = firstUndone(answers);
	return next === '11' || next === LAST;
}
