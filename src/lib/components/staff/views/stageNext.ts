import type { StepName } from '#lib/domain/complaint/nextSteps.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import type { CaseFacts } from './caseFacts.ts';
import { actLinks } from './stageCard.ts';
import { TASK_WORDS } from './taskWords.ts';

/** One thing to do, by when, and where. */
export interface NextLine {
	id: string;
	words: string;
	/** 'by Thu 10 Dec', 'was due Thu 10 Dec, 2 working days late'; empty where no day is set. */
	when: string;
	isLate: boolean;
	href: string | null;
}

/** The act that does each step; a step that is not here has a page of its own, or no form. */
const ACT_OF_STEP: Partial<Record<StepName, readonly string[]>> = {
	arrangeStage2: ['appoint'],
	agreeStatement: ['statementAgreed', 'statement'],
	finishStage2OrExtend: ['moreTimeStage2'],
	adjudicate: ['adjudicate'],
	sendStage2Documents: ['sendStage2'],
	acknowledgeCorporateStage2: ['acknowledgeCorporate'],
	answerCorporateStage2: ['fullAnswer', 'corporateStage2'],
	tellStage2Delay: ['stage2Delay'],
	carryOutRecommendation: ['recommendationDone'],
	decideLateStage3: ['decideLate'],
	acknowledgeStage3: ['acknowledgePanel'],
	appointPanel: ['appoint'],
	fixPanelDate: ['fixPanel'],
	sendPanelPapers: ['panelPapers'],
	holdPanel: ['holdPanel'],
	chasePanelReport: ['panelReport'],
	sendPanelReport: ['sendPanelReport'],
	respondStage3: ['answerPanel'],
	answerOmbudsmanEnquiry: ['answerOmbudsmanEnquiry'],
	completeOmbudsmanRecommendation: ['completeRecommended'],
	decideFreeze: ['decideFreeze'],
	sendJointReply: ['jointReply'],
	reviewSuspension: ['reviewSuspension'],
	tellRightToResubmit: ['tellRightToResubmit'],
	endAdr: ['endAdr'],
	decideChildIsTold: ['decideChildIsTold']
};

/** What is to be done next of those steps, about that strand or about the whole case. */
export function nextLines(
	facts: CaseFacts,
	strand: Strand | null,
	names: readonly StepName[]
): NextLine[] {
	const { steps, context } = facts;
	return steps
		.filter(({ what, strandId }) => names.includes(what) && strandId === (strand?.strandId ?? null))
		.map(({ what, dueOn, daysLate, aboutId }) => {
			const [link] = actLinks(facts, strand, ACT_OF_STEP[what] ?? []);
			const late = daysLate === 1 ? '1 working day late' : `${daysLate} working days late`;
			// It may break: in a narrow box with large text the whole date is wider than a line.
			const day = dueOn ? shortDayWords(dueOn, context.today).replaceAll('\u00a0', ' ') : '';
			return {
				id: [what, aboutId ?? '', dueOn ?? ''].join('-'),
				words: TASK_WORDS[what].task,
				when: day === '' ? '' : daysLate > 0 ? `was due ${day}, ${late}` : `by ${day}`,
				isLate: daysLate > 0,
				href: link?.href ?? null
			};
		});
}
