import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { stage2IndependentPersonOf } from '#lib/domain/complaint/panelPeople.ts';
import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import type { PanelDay } from '#lib/domain/panel/planPanel.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import type { PanelStep } from '../panel/PanelSteps.svelte';
import type { CaseFacts } from './caseFacts.ts';
import { panelClock, panelName, type PanelAbout } from './panelAbout.ts';

/** Each step with its number of days, its latest day, and how it stands. */
export function panelSteps(about: PanelAbout, day: PanelDay | null): PanelStep[] {
	const { facts, stage3 } = about;
	const independent = stage2IndependentPersonOf(about.strand);
	const withWhom = independent ? `, with ${panelName(facts, independent.personId)}` : '';
	const step = (
		clock: RunningClock['clock'],
		words: Pick<PanelStep, 'days' | 'what' | 'source'>,
		otherwise: { latest: PlainDate | null; state: string }
	): PanelStep => {
		const running = panelClock(about, clock);
		const dueOn = running?.dueOn ?? otherwise.latest;
		return {
			id: clock,
			...words,
			latest: dueOn === null ? 'Not set yet' : shortDayWords(dueOn, facts.context.today),
			...stateOf(running, facts, otherwise.state)
		};
	};
	const none = { latest: null, state: '' };
	return [
		step(
			'stage3Acknowledgement',
			{ days: 2, what: 'Say we have the request', source: 'From the request. Guidance' },
			none
		),
		step(
			'stage3Chair',
			{ days: 10, what: 'Chair and panel appointed', source: 'From the request. Guidance' },
			none
		),
		step(
			'stage3Papers',
			{ days: 10, what: 'Papers to everyone', source: 'Before the panel date, counted back' },
			{ latest: null, state: 'Fix the date first' }
		),
		step(
			'stage3PanelMeeting',
			{ days: 30, what: 'Panel meets', source: 'SI 2006/1738 reg 19(4)' },
			none
		),
		step(
			'stage3Report',
			{ days: 5, what: 'Panel’s report', source: 'Reg 20, or as soon as practicable' },
			{ latest: day?.reportByOn ?? null, state: 'From the meeting' }
		),
		step(
			'stage3ReportSent',
			{ days: 5, what: 'Its report to the others', source: 'Reg 20(2), from the meeting' },
			{ latest: day?.reportByOn ?? null, state: 'From the meeting' }
		),
		step(
			'stage3Response',
			{
				days: 15,
				what: `Our response${withWhom}`,
				source: 'Reg 20(3). Independent person, stage 2'
			},
			{ latest: day?.responseByOn ?? null, state: 'From the report' }
		)
	].map((one) =>
		one.id === 'stage3PanelMeeting' && stage3.panelOn !== null && stage3.heldOn === null
			? { ...one, state: `Booked ${shortDayWords(stage3.panelOn, facts.context.today)}` }
			: one
	);
}

function stateOf(
	running: RunningClock | undefined,
	{ context }: CaseFacts,
	otherwise: string
): Pick<PanelStep, 'state' | 'kind'> {
	const late = (days: number) => (days === 1 ? '1 day late' : `${days} days late`);
	switch (running?.outcome) {
		case 'met':
			return {
				state: running.doneOn ? `Done ${shortDayWords(running.doneOn, context.today)}` : 'Done',
				kind: 'done'
			};
		case 'missed':
			return { state: `Done, ${late(running.daysLate)}`, kind: 'late' };
		case 'late':
			return { state: late(running.daysLate), kind: 'late' };
		case 'running': {
			const left = running.position?.left ?? 0;
			if (running.position?.state === 'dueToday') return { state: 'Due today', kind: 'soon' };
			return {
				state: left === 1 ? '1 day left' : `${left} days left`,
				kind: left <= 2 ? 'soon' : 'plain'
			};
		}
		case 'stopped':
			return { state: 'Nothing is owed any more', kind: 'plain' };
		case 'notKnown':
			return { state: 'Not known', kind: 'plain' };
		case 'notStarted':
		case 'paused':
		case undefined:
			return { state: otherwise, kind: 'plain' };
	}
}
