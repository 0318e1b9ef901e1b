import { mayReleaseFull } from '#lib/domain/complaint/fullAnswerRelease.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import type { CaseFacts } from './caseFacts.ts';
import { isAskedOf, strandTask, type Task } from './taskRows.ts';

/** An answer that waits for a second person who is me, or anybody but its writers. */
export function releaseTasks(facts: CaseFacts): Task[] {
	const { pulled, pull } = facts;
	const { staffId, roles } = pull.me;
	return pulled.answers
		.filter(
			({ state, secondPersonId, writers }) =>
				state === 'waitingForRelease' &&
				!writers.includes(staffId) &&
				(secondPersonId === null || secondPersonId === staffId) &&
				mayAct(roles, 'releaseAnswer')
		)
		.map(({ strandId, secondPersonId }) => ({
			...strandTask(facts, strandId, {
				id: `release-${strandId}`,
				page: `answer/${strandId}`,
				task: 'Read the answer, and let it go or send it back'
			}),
			isMine: secondPersonId === staffId
		}));
}

/**
 * A full answer of stage 2 or 3 that waits for the signed-in person, or for one they cover for;
 * or one that they prepared and that was sent back. Never to release what they wrote.
 */
export function fullAnswerTasks(facts: CaseFacts): Task[] {
	const { pulled, pull, complaint } = facts;
	const { staffId, roles } = pull.me;
	return pulled.fullAnswers.flatMap(({ strandId, stage, state, ...answer }): Task[] => {
		const strand = complaint.strands.find((one) => one.strandId === strandId);
		const page = `full-answer/${stage}/${strandId}`;
		const releases =
			state === 'waitingForRelease' &&
			isAskedOf(pull, answer.secondPersonId) &&
			!answer.writers.includes(staffId) &&
			strand !== undefined &&
			mayReleaseFull({ strand, stage }, { staffId, roles });
		const putsRight = state === 'sentBack' && isAskedOf(pull, answer.writtenBy);
		if (!releases && !putsRight) return [];
		const words = releases ? RELEASE_FULL[stage] : PUT_FULL_RIGHT[stage];
		const id = `full-${stage}-${strandId}`;
		return [{ ...strandTask(facts, strandId, { id, page, ...words }), isMine: true }];
	});
}

const RELEASE_FULL = {
	2: {
		task: 'Read the stage 2 answer, and let it go or send it back',
		taskOnPhone: 'Release stage 2'
	},
	3: {
		task: 'Read the stage 3 response, and let it go or send it back',
		taskOnPhone: 'Release stage 3'
	}
} as const;

const PUT_FULL_RIGHT = {
	2: {
		task: 'Put the stage 2 answer right: it was sent back',
		taskOnPhone: 'Stage 2: sent back'
	},
	3: {
		task: 'Put the stage 3 response right: it was sent back',
		taskOnPhone: 'Stage 3: sent back'
	}
} as const;
