import type { StepName } from '#lib/domain/complaint/nextSteps.ts';

/** Each next step as an instruction, whole and as a phone shows it. */
export const TASK_WORDS = {
	acknowledge: { task: 'Say we have it', onPhone: 'Say we have it' },
	decideTriage: { task: 'Decide the route, and say we have it', onPhone: 'Decide the route' },
	chaseAdvocate: {
		task: 'Ask the provider who the advocate is',
		onPhone: 'Chase the advocate'
	},
	sendAnswerOrExtend: {
		task: 'Send the answer, or take more time in writing',
		onPhone: 'Answer, or extend'
	},
	sendAnswer: { task: 'Send the answer', onPhone: 'Send the answer' },
	tellRightToStage2: {
		task: 'Tell them they can go to stage 2 now',
		onPhone: 'Tell of stage 2'
	},
	arrangeStage2: { task: 'Set up the investigation', onPhone: 'Set up stage 2' },
	followProceedings: {
		task: 'Ask how the proceedings stand',
		onPhone: 'Check the proceedings'
	},
	close: { task: 'Close it, if nothing more has come', onPhone: 'Close it' }
} as const satisfies Record<StepName, { task: string; onPhone: string }>;
