import type { OmbudsmanCase } from '#lib/domain/beside/ombudsmanCase.ts';
import {
	runClock,
	type ClockContext,
	type RunningClock
} from '#lib/domain/complaint/runningClocks.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';

/**
 * The clocks of what is with the Ombudsman: each enquiry by the day the Ombudsman gave, each
 * recommendation by its own. They run whatever the complaint does.
 */
export function ombudsmanClocks(
	cases: readonly OmbudsmanCase[],
	context: ClockContext
): RunningClock[] {
	return cases.flatMap(({ enquiries, recommendations }) => [
		...enquiries.map(({ enquiryId, receivedOn, dueOn, answeredOn }) =>
			runClock(
				{
					facts: { clock: 'ombudsmanEnquiry', dayZeroOn: receivedOn, setOn: dueOn },
					strandId: null,
					aboutId: enquiryId,
					doneOn: answeredOn
				},
				context
			)
		),
		...recommendations.map(({ recommendationId, madeOn, dueOn, doneOn }) =>
			runClock(
				{
					facts: { clock: 'action', dayZeroOn: madeOn, setOn: dueOn },
					strandId: null,
					aboutId: recommendationId,
					doneOn
				},
				context
			)
		)
	]);
}

/**
 * The next look at a suspension, and the year to bring it back once the proceedings are over.
 * That year binds the complainant, so it is never late: it ends.
 *
 * Source: SI 2006/1738 reg 8.
 */
export function suspensionClocks(strand: Strand, context: ClockContext): RunningClock[] {
	const { strandId, stage, closed } = strand;
	const { suspension } = strand.beside;
	if (!suspension) return [];
	const isStopped = stage !== 'suspended';
	const { reviewOn, toldOn, lastReviewedOn, endedOn } = suspension;
	const clocks: RunningClock[] = [];
	if (reviewOn !== null) {
		const facts = { dayZeroOn: lastReviewedOn ?? toldOn, setOn: reviewOn };
		clocks.push(
			runClock(
				{
					facts: { clock: 'suspensionReview', ...facts },
					strandId,
					isStopped: isStopped || endedOn !== null
				},
				context
			)
		);
	}
	if (endedOn !== null) {
		const year = runClock(
			{
				facts: { clock: 'oneYearToResubmit', dayZeroOn: endedOn },
				strandId,
				doneOn: closed?.reason === 'resubmitted' ? closed.on : null,
				isStopped
			},
			context
		);
		clocks.push(
			year.outcome === 'late' ? { ...year, outcome: 'stopped', daysLate: 0, position: null } : year
		);
	}
	return clocks;
}

/** A duplicate is answered with the complaint it stands for: nothing is owed on it by itself. */
export function stoppedForDuplicate(
	{ beside }: Complaint,
	clocks: readonly RunningClock[]
): RunningClock[] {
	if (!beside.duplicateOf) return [...clocks];
	return clocks.map((clock) => {
		const isOwed = ['running', 'late', 'paused'].includes(clock.outcome);
		const stopped = { outcome: 'stopped' as const, daysLate: 0, position: null };
		return { ...clock, isHeadline: false, ...(isOwed ? stopped : {}) };
	});
}
