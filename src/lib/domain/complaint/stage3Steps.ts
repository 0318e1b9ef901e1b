import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { ClockName } from '#lib/domain/clocks/statutoryClocks.ts';
import type { NextStep, StepName } from '#lib/domain/complaint/nextSteps.ts';
import { PANEL_SIZE, panelOf, sitting } from '#lib/domain/complaint/panelPeople.ts';
import type { ClockContext, RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { workingDaysLate } from '#lib/domain/complaint/stage1Dates.ts';
import { isLateUndecided, type Stage3 } from '#lib/domain/complaint/stage3State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/** A late request is decided within two working days. A target of ours. */
const LATE_DECISION_WORKING_DAYS = 2;

/** What a strand asks of the team next, once stage 2 was answered. */
export function stage3Steps(
	strand: Strand,
	clocks: readonly RunningClock[],
	context: ClockContext
): NextStep[] {
	const { strandId, stage, stage3 } = strand;
	const by = (what: StepName, clock: ClockName): NextStep => {
		const found = clocks.find((one) => one.strandId === strandId && one.clock === clock);
		return { what, strandId, dueOn: found?.dueOn ?? null, daysLate: found?.daysLate ?? 0 };
	};
	switch (stage) {
		case 'stage3Requested':
		case 'stage3Convening':
			return stage3 ? convening(strand, stage3, { by, context }) : [];
		case 'stage3PanelHeld':
			return [by('chasePanelReport', 'stage3Report')];
		case 'stage3Reported':
			return [
				...(stage3?.reportSent ? [] : [by('sendPanelReport', 'stage3ReportSent')]),
				by('respondStage3', 'stage3Response')
			];
		case 'stage3Responded':
			return [{ what: 'close', strandId, dueOn: null, daysLate: 0 }];
		case 'referredEarly':
			return [{ what: 'followEarlyReferral', strandId, dueOn: null, daysLate: 0 }];
		default:
			return [];
	}
}

function convening(
	strand: Strand,
	stage3: Stage3,
	{ by, context }: { by: (what: StepName, clock: ClockName) => NextStep; context: ClockContext }
): NextStep[] {
	const { strandId } = strand;
	const steps: NextStep[] = [];
	if (stage3.acknowledgedOn === null) steps.push(by('acknowledgeStage3', 'stage3Acknowledgement'));
	if (isLateUndecided(stage3)) {
		const dueOn = daysAfter(stage3.requestedOn, LATE_DECISION_WORKING_DAYS, context);
		return [...steps, stepOn({ what: 'decideLateStage3', strandId, dueOn }, context)];
	}
	const panel = panelOf(strand);
	if (panel.chair === null || sitting(panel).length < PANEL_SIZE) {
		steps.push(by('appointPanel', 'stage3Chair'));
	}
	if (stage3.panelOn === null) return [...steps, by('fixPanelDate', 'stage3PanelMeeting')];
	if (stage3.papers === null) steps.push(by('sendPanelPapers', 'stage3Papers'));
	const held = stepOn({ what: 'holdPanel', strandId, dueOn: stage3.panelOn }, context);
	return [...steps, held];
}

function daysAfter(from: PlainDate, days: number, { holidays }: ClockContext): PlainDate | null {
	const day = addWorkingDays(from, days, holidays);
	return day.known ? day.value : null;
}

function stepOn(step: Omit<NextStep, 'daysLate'>, context: ClockContext): NextStep {
	const late = workingDaysLate(context.today, step.dueOn, context);
	return { ...step, daysLate: late.known ? late.value : 0 };
}
