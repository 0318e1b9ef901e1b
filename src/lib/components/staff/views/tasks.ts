import { instantToMs } from '#lib/domain/calendar/england.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { isToBePassedOn } from '#lib/domain/complaint/decideDealtWith.ts';
import type { NextStep } from '#lib/domain/complaint/nextSteps.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import { shortDay } from '#lib/words/dates.ts';
import { chaseTask, lateContactTasks } from './advocateTasks.ts';
import { unreadCount, type CaseFacts } from './caseFacts.ts';
import { dueOf, noDate } from './dueOf.ts';
import { fullAnswerTasks, releaseTasks } from './releaseTasks.ts';
import { baseRow, isAskedOf, type Task } from './taskRows.ts';
import { talkTasks } from './talkTasks.ts';
import { ANSWER_WANTED_TASKS, TASK_WORDS, TURNED_TASK } from './taskWords.ts';

/** Everything one case asks of the signed-in person. */
export function tasksOf(facts: CaseFacts): Task[] {
	const tasks = [
		...facts.steps.filter((step) => isTheirs(step, facts)).map((step) => stepTask(step, facts)),
		...releaseTasks(facts),
		...fullAnswerTasks(facts),
		...promiseTasks(facts),
		...lateContactTasks(facts),
		...promisedAsideTasks(facts),
		...talkTasks(facts)
	];
	if (tasks.length === 0 && unreadCount(facts.pulled) > 0) return [unreadTask(facts)];
	return tasks.map((task, place) =>
		place === 0 ? task : { ...task, row: { ...task.row, unread: undefined } }
	);
}

/** Saying that we have it goes with the route while that is not decided. */
function isTheirs(step: NextStep, facts: CaseFacts): boolean {
	const { what } = step;
	if (what === 'acknowledge' && facts.complaint.phase === 'received') return false;
	if (what === 'sendAnswer' || what === 'sendAnswerOrExtend') return true;
	if (isOwned(step, facts)) return true;
	return findRoleFor(facts.pull.me.roles, 'decideTriage') !== null;
}

/** A recommendation that the signed-in person, or one they cover for, carries out. */
function isOwned({ aboutId, strandId }: NextStep, { complaint, pull }: CaseFacts): boolean {
	const strand = complaint.strands.find((one) => one.strandId === strandId);
	const found = strand?.recommendations.find((one) => one.recommendationId === aboutId);
	return isAskedOf(pull, found?.ownerId);
}

function stepTask(step: NextStep, facts: CaseFacts): Task {
	const { pulled, context, complaint } = facts;
	const isTurned = step.what === 'decideTriage' && complaint.turnedOn !== null;
	const chase = step.what === 'chaseAdvocate' ? chaseTask(facts, step.dueOn) : null;
	const words = chase?.words ?? (isTurned ? TURNED_TASK : TASK_WORDS[step.what]);
	const dueOn = chase ? chase.dueOn : step.dueOn;
	const base = baseRow(facts, step.strandId);
	return {
		dueOn,
		isMine: isOwned(step, facts),
		row: {
			...base,
			id: `${pulled.complaintId}-${step.what}-${step.strandId ?? ''}${step.aboutId ?? ''}`,
			href: hrefOf(step, pulled.complaintId),
			due: dueOn === null ? noDate(context) : dueOf(dueOn, context),
			task: words.task,
			// On a phone a short instruction stands beside a counted clock without the name.
			...(base.clock ? {} : { taskOnPhone: words.onPhone })
		}
	};
}

function hrefOf({ what, strandId }: NextStep, complaintId: string): string {
	const home = `/staff/case/${complaintId}`;
	switch (what) {
		case 'decideTriage':
			return `/staff/new/${complaintId}`;
		case 'sendAnswerOrExtend':
		case 'sendAnswer':
			return `${home}/answer/${strandId}`;
		case 'acknowledge':
			return `${home}/act/acknowledge`;
		case 'chaseAdvocate':
			return `${home}/people`;
		case 'tellRightToStage2':
			return `${home}/act/tellStage2?strand=${strandId}`;
		case 'close':
			return `${home}/act/close?strand=${strandId}`;
		case 'answerOmbudsmanEnquiry':
		case 'decideFreeze':
			return `${home}/act/${what}`;
		case 'completeOmbudsmanRecommendation':
			return `${home}/act/completeRecommended`;
		case 'sendJointReply':
			return `${home}/act/jointReply`;
		case 'reviewSuspension':
		case 'tellRightToResubmit':
		case 'endAdr':
		case 'decideChildIsTold':
			return `${home}/act/${what}?strand=${strandId}`;
		case 'appointPanel':
		case 'fixPanelDate':
		case 'sendPanelPapers':
		case 'holdPanel':
		case 'chasePanelReport':
		case 'sendPanelReport':
		case 'respondStage3':
			return `${home}/panel?strand=${strandId}`;
		case 'decideLateStage3':
			return `${home}/act/decideLate?strand=${strandId}`;
		case 'acknowledgeStage3':
			return `${home}/act/acknowledgePanel?strand=${strandId}`;
		case 'followEarlyReferral':
		case 'arrangeStage2':
			return `${home}/act/appoint?strand=${strandId}`;
		case 'agreeStatement':
			return `${home}/act/statement?strand=${strandId}`;
		case 'finishStage2OrExtend':
			return `${home}/act/moreTimeStage2?strand=${strandId}`;
		case 'adjudicate':
			return `${home}/act/adjudicate?strand=${strandId}`;
		case 'sendStage2Documents':
			return `${home}/act/sendStage2?strand=${strandId}`;
		case 'acknowledgeCorporateStage2':
			return `${home}/act/acknowledgeCorporate?strand=${strandId}`;
		case 'answerCorporateStage2':
			return `${home}/full-answer/2/${strandId}`;
		case 'tellStage2Delay':
			return `${home}/act/stage2Delay?strand=${strandId}`;
		case 'carryOutRecommendation':
			return `${home}/act/recommendationDone?strand=${strandId}`;
		case 'followProceedings':
			return `${home}/act/suspend`;
		case 'finishStage2':
			return `${home}/clock`;
	}
}

function promiseTasks(facts: CaseFacts): Task[] {
	const { pulled, context, pull } = facts;
	if (!mayAct(pull.me.roles, 'completePromise')) return [];
	return pulled.promises
		.filter(({ doneOn }) => doneOn === null)
		.map(({ promiseId, dueOn, ownerId }) => ({
			dueOn,
			isMine: isAskedOf(pull, ownerId),
			row: {
				...baseRow(facts, null),
				id: promiseId,
				href: `/staff/case/${pulled.complaintId}/promises`,
				due: dueOf(dueOn, context),
				task: 'See that the promise is kept',
				taskOnPhone: 'Keep the promise',
				clock: {
					kind: 'words' as const,
					lines: ['No legal clock', `Promised for ${shortDay(dueOn)}`]
				}
			}
		}));
}

/**
 * What was promised to an idea or a thank-you: an answer, until somebody has written to them or
 * answered another way; and that thanks reach those they are for, until they did.
 */
function promisedAsideTasks(facts: CaseFacts): Task[] {
	const { pulled, complaint, pull } = facts;
	const { answerWanted } = pulled;
	if (complaint.receivedOn === null || findRoleFor(pull.me.roles, 'decideTriage') === null)
		return [];
	const isAwaited =
		complaint.phase === 'triaged' && complaint.strands.length === 0 && !isAnswered(facts);
	const { complaintId } = pulled;
	return [
		...(answerWanted && isAwaited
			? [asideTask(facts, answerWanted, `/staff/case/${complaintId}/messages`)]
			: []),
		...(isToBePassedOn(complaint)
			? [asideTask(facts, 'passOn', `/staff/case/${complaintId}/act/dealtWith`)]
			: [])
	];
}

function asideTask(facts: CaseFacts, what: keyof typeof ANSWER_WANTED_TASKS, href: string): Task {
	const { pulled, complaint, context, pull } = facts;
	const { answerIdeaWorkingDays, passOnThanksWorkingDays } = pull.council;
	const days = what === 'idea' ? answerIdeaWorkingDays : passOnThanksWorkingDays;
	const { receivedOn } = complaint;
	const by =
		days === undefined || receivedOn === null
			? null
			: addWorkingDays(receivedOn, days, context.holidays);
	const dueOn = by?.known ? by.value : null;
	return {
		dueOn,
		isMine: false,
		row: {
			...baseRow(facts, null),
			id: `${pulled.complaintId}-${what === 'passOn' ? 'pass-on' : 'answer-wanted'}`,
			href,
			due: dueOn === null ? noDate(context) : dueOf(dueOn, context),
			...ANSWER_WANTED_TASKS[what]
		}
	};
}

/**
 * Whether a person has written to them since the route was decided, or answered another way. A
 * letter of the procedure says that we have it, and what the clock writes says less: neither is
 * the answer.
 */
function isAnswered({ pulled: { events, messages }, complaint }: CaseFacts): boolean {
	if (complaint.dealtWith.some(({ how }) => how !== 'passedOn')) return true;
	const decided = events.filter(({ event }) => event.type === 'triageDecided').at(-1);
	if (!decided) return false;
	const since = Math.min(instantToMs(decided.givenAt), instantToMs(decided.recordedAt));
	return messages.some(
		({ direction, state, party, authorId, isLetter, sentAt }) =>
			direction === 'toComplainant' &&
			state === 'sent' &&
			party !== 'helper' &&
			authorId !== null &&
			!isLetter &&
			instantToMs(sentAt) >= since
	);
}

/** Whose unread words they are: the advocate's where nobody else wrote. */
function whoWrote({ pulled, called }: CaseFacts): string {
	const unread = pulled.messages.filter(
		({ direction, readAt }) => direction === 'fromComplainant' && readAt === null
	);
	return unread.every(({ party }) => party === 'advocate') ? 'the advocate' : called;
}

function unreadTask(facts: CaseFacts): Task {
	const { pulled, context } = facts;
	return {
		dueOn: context.today,
		isMine: false,
		row: {
			...baseRow(facts, null),
			id: `${pulled.complaintId}-unread`,
			href: `/staff/case/${pulled.complaintId}/messages`,
			due: dueOf(context.today, context),
			task: `Read what ${whoWrote(facts)} wrote`,
			taskOnPhone: 'Read the message'
		}
	};
}
