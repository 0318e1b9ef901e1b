import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { NextStep } from '#lib/domain/complaint/nextSteps.ts';
import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import { shortDay } from '#lib/words/dates.ts';
import { stageWords } from '#lib/words/stages.ts';
import type { RowClock, TaskRow } from '../today/ListRow.svelte';
import { standingOf, unreadCount, whoHas, type CaseFacts } from './caseFacts.ts';
import { dueOf, noDate } from './dueOf.ts';
import { TASK_WORDS } from './taskWords.ts';

/** One thing to do, with the day it is sorted by; null where no day is set. */
export interface Task {
	row: TaskRow;
	dueOn: PlainDate | null;
}

/** Everything one case asks of the signed-in person. */
export function tasksOf(facts: CaseFacts): Task[] {
	const tasks = [
		...facts.steps.filter((step) => isTheirs(step, facts)).map((step) => stepTask(step, facts)),
		...releaseTasks(facts),
		...promiseTasks(facts)
	];
	if (tasks.length === 0 && unreadCount(facts.pulled) > 0) return [unreadTask(facts)];
	return tasks.map((task, place) =>
		place === 0 ? task : { ...task, row: { ...task.row, unread: undefined } }
	);
}

/** Saying that we have it goes with the route while that is not decided. */
function isTheirs({ what }: NextStep, { complaint, pull }: CaseFacts): boolean {
	if (what === 'acknowledge' && complaint.phase === 'received') return false;
	if (what === 'sendAnswer' || what === 'sendAnswerOrExtend') return true;
	return findRoleFor(pull.me.roles, 'decideTriage') !== null;
}

function stepTask(step: NextStep, facts: CaseFacts): Task {
	const { pulled, context } = facts;
	const words = TASK_WORDS[step.what];
	const base = baseRow(facts, step.strandId);
	return {
		dueOn: step.dueOn,
		row: {
			...base,
			id: `${pulled.complaintId}-${step.what}-${step.strandId ?? ''}${step.aboutId ?? ''}`,
			href: hrefOf(step, pulled.complaintId),
			due: step.dueOn === null ? noDate(context) : dueOf(step.dueOn, context),
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
		case 'answerCorporateStage2':
			return `${home}/act/corporateStage2?strand=${strandId}`;
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

/** An answer that waits for a second person who is me, or anybody but its writers. */
function releaseTasks(facts: CaseFacts): Task[] {
	const { pulled, pull, clocks, context } = facts;
	const { staffId, roles } = pull.me;
	return pulled.answers
		.filter(
			({ state, secondPersonId, writers }) =>
				state === 'waitingForRelease' &&
				!writers.includes(staffId) &&
				(secondPersonId === null || secondPersonId === staffId) &&
				mayAct(roles, 'releaseAnswer')
		)
		.map(({ strandId }) => {
			const clock = clocks.find((one) => one.strandId === strandId && one.isHeadline);
			const dueOn = clock?.dueOn ?? null;
			return {
				dueOn,
				row: {
					...baseRow(facts, strandId),
					id: `${pulled.complaintId}-release-${strandId}`,
					href: `/staff/case/${pulled.complaintId}/answer/${strandId}`,
					due: dueOn === null ? noDate(context) : dueOf(dueOn, context),
					task: 'Read the answer, and let it go or send it back'
				}
			};
		});
}

function promiseTasks(facts: CaseFacts): Task[] {
	const { pulled, context, pull } = facts;
	if (!mayAct(pull.me.roles, 'completePromise')) return [];
	return pulled.promises
		.filter(({ doneOn }) => doneOn === null)
		.map(({ promiseId, dueOn }) => ({
			dueOn,
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

function unreadTask(facts: CaseFacts): Task {
	const { pulled, context } = facts;
	return {
		dueOn: context.today,
		row: {
			...baseRow(facts, null),
			id: `${pulled.complaintId}-unread`,
			href: `/staff/case/${pulled.complaintId}/messages`,
			due: dueOf(context.today, context),
			task: `Read what ${facts.name} wrote`,
			taskOnPhone: 'Read the message'
		}
	};
}

function baseRow(facts: CaseFacts, strandId: string | null) {
	const { pulled, complaint, clocks, name } = facts;
	const strand = complaint.strands.find((one) => one.strandId === strandId);
	const stage = strand ? stageWords(strand.stage) : standingOf(facts);
	const clock = clocks.find((one) => one.strandId === strandId && one.isHeadline);
	return {
		name,
		detail: `${pulled.reference} · ${lower(stage)}`,
		stage,
		clock: rowClock(clock),
		who: whoHas(facts),
		unread: unreadCount(pulled) || undefined
	};
}

/** The clock column: the count of a clock in working days; nothing where none runs. */
function rowClock(clock: RunningClock | undefined): RowClock | undefined {
	const position = clock?.position;
	if (!clock || !position || position.of === null || position.state === 'paused') return undefined;
	const { day, of, left, late } = position;
	const isOver = position.state === 'late';
	const rest =
		position.state === 'dueToday'
			? `of ${of}, last day`
			: isOver
				? `of ${of}`
				: `of ${of}, ${left} left`;
	return { kind: 'counted', days: { day: isOver ? of + late : day, limit: of }, rest };
}

function lower(words: string): string {
	return words.charAt(0).toLowerCase() + words.slice(1);
}
