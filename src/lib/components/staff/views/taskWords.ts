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
	agreeStatement: {
		task: 'Agree the statement of complaint with them',
		onPhone: 'Agree the statement'
	},
	finishStage2OrExtend: {
		task: 'Finish stage 2, or take more time in writing',
		onPhone: 'Stage 2, or extend'
	},
	finishStage2: { task: 'Finish stage 2', onPhone: 'Finish stage 2' },
	adjudicate: { task: 'Get the adjudication', onPhone: 'Adjudicate' },
	sendStage2Documents: {
		task: 'Send all three stage 2 documents',
		onPhone: 'Send stage 2'
	},
	acknowledgeCorporateStage2: {
		task: 'Say we have the request for corporate stage 2',
		onPhone: 'Say we have it'
	},
	answerCorporateStage2: {
		task: 'Send the corporate stage 2 answer, and tell them of the Ombudsman',
		onPhone: 'Answer stage 2'
	},
	tellStage2Delay: {
		task: 'Tell them stage 2 is late, and of the Ombudsman',
		onPhone: 'Tell of the delay'
	},
	carryOutRecommendation: {
		task: 'Carry out a recommendation',
		onPhone: 'Recommendation'
	},
	followProceedings: {
		task: 'Ask how the proceedings stand',
		onPhone: 'Check the proceedings'
	},
	answerOmbudsmanEnquiry: { task: 'Answer the Ombudsman', onPhone: 'Answer the Ombudsman' },
	completeOmbudsmanRecommendation: {
		task: 'Carry out what the Ombudsman recommended',
		onPhone: 'Ombudsman’s recommendation'
	},
	decideFreeze: {
		task: 'Have a manager decide whether the change waits',
		onPhone: 'Decide: does it wait?'
	},
	sendJointReply: { task: 'Send the one joint reply', onPhone: 'Send the joint reply' },
	reviewSuspension: {
		task: 'Look at the suspension again, and ask how the proceedings stand',
		onPhone: 'Check the suspension'
	},
	tellRightToResubmit: {
		task: 'Tell them they can bring it back',
		onPhone: 'Tell: bring it back'
	},
	endAdr: { task: 'Write down how the talks ended', onPhone: 'How did the talks end?' },
	decideChildIsTold: {
		task: 'Decide whether the child hears the outcome',
		onPhone: 'Does the child hear?'
	},
	decideLateStage3: {
		task: 'Decide on the late request for a panel',
		onPhone: 'Decide: late request'
	},
	acknowledgeStage3: {
		task: 'Say we have the request for a panel',
		onPhone: 'Say we have it'
	},
	appointPanel: { task: 'Appoint the three of the panel', onPhone: 'Appoint the panel' },
	fixPanelDate: { task: 'Fix the date of the panel', onPhone: 'Fix the panel date' },
	sendPanelPapers: { task: 'Send the papers to all', onPhone: 'Send the papers' },
	holdPanel: { task: 'Hold the panel', onPhone: 'Hold the panel' },
	chasePanelReport: { task: 'Get the panel’s report', onPhone: 'Get the report' },
	sendPanelReport: {
		task: 'Send the panel’s report to the complainant, the independent person and the others',
		onPhone: 'Send the report on'
	},
	respondStage3: {
		task: 'Send the response, with the stage 2 independent person',
		onPhone: 'Send the response'
	},
	followEarlyReferral: {
		task: 'Ask the Ombudsman how it stands',
		onPhone: 'Ask the Ombudsman'
	},
	close: { task: 'Close it, if nothing more has come', onPhone: 'Close it' }
} as const satisfies Record<StepName, { task: string; onPhone: string }>;

/** In place of "decide the route" where an idea or a question was made a complaint. */
export const TURNED_TASK = {
	task: 'Decide the route: their idea is a complaint now',
	onPhone: 'Decide the route'
} as const;

/** Where an idea or a thank-you was promised an answer. */
export const ANSWER_WANTED_TASKS = {
	idea: { task: 'Answer their idea or question', taskOnPhone: 'Answer the idea' },
	thanks: { task: 'Reply to their thank-you', taskOnPhone: 'Reply to the thanks' },
	passOn: { task: 'Pass on their thank-you', taskOnPhone: 'Pass on the thanks' }
} as const;

/** While a child waits for an advocate, by what is owed. */
export const ADVOCATE_TASKS = {
	find: {
		task: 'Find an advocate: no provider can help',
		onPhone: 'Find an advocate'
	},
	acknowledge: {
		task: 'Ask the provider if it has the request',
		onPhone: 'Chase the advocate'
	},
	contact: {
		task: 'Ask why the advocate is not in touch yet',
		onPhone: 'Chase the advocate'
	}
} as const;

/** What they asked for in place of writing. Their page names the day by which it is promised. */
export const TALK_TASKS = {
	call: { task: 'Call them: they asked to tell us that way', taskOnPhone: 'Call them' },
	meet: { task: 'Plan to meet them: they asked for it', taskOnPhone: 'Plan to meet' }
} as const;
