import type { NextStep, StepName } from '#lib/domain/complaint/nextSteps.ts';
import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/** What a strand at stage 2 asks for next: the part that comes now, and the answer as a whole. */
export function stage2Steps(strand: Strand, clocks: readonly RunningClock[]): NextStep[] {
	const { strandId, stage2 } = strand;
	const mine = clocks.filter((clock) => clock.strandId === strandId);
	const target = (name: RunningClock['clock']) => mine.find(({ clock }) => clock === name);
	const step = (what: StepName, clock: RunningClock | undefined): NextStep => ({
		what,
		strandId,
		dueOn: clock?.dueOn ?? null,
		daysLate: clock?.daysLate ?? 0
	});
	if (strand.procedure === 'corporate') {
		const answer = step('answerCorporateStage2', target('corporateStage2Response'));
		if (stage2.acknowledgedOn !== null) return [answer];
		return [step('acknowledgeCorporateStage2', target('corporateStage2Acknowledgement')), answer];
	}
	const naming = target('stage2Appointments');
	const statement = target('stage2Statement');
	const headline = mine.find(({ isHeadline }) => isHeadline);
	const limit = mine.find(({ clock, isExtended }) => clock === 'stage2Response' && isExtended);
	const isLimitPast = limit?.outcome === 'late' && limit.explanation?.promisedOn === null;
	return [
		...(strand.stage === 'stage2Requested' ? [step('arrangeStage2', naming)] : []),
		...(statement && stage2.statementSettled === null ? [step('agreeStatement', statement)] : []),
		...(headline ? [step(wholeStep(strand, headline), headline)] : []),
		...(isLimitPast && stage2.delayTold.length === 0 ? [step('tellStage2Delay', limit)] : [])
	];
}

/** What is left to do for the full answer, and whether more time can still be told in time. */
function wholeStep({ stage, stage2 }: Strand, headline: RunningClock): StepName {
	if (stage2.adjudication !== null) return 'sendStage2Documents';
	if (stage === 'stage2Reported') return 'adjudicate';
	return stage2.extensions.length === 0 && headline.outcome === 'running'
		? 'finishStage2OrExtend'
		: 'finishStage2';
}
