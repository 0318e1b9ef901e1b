import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	PANEL_SIZE,
	panelOf,
	sitting,
	stage2IndependentPersonOf
} from '#lib/domain/complaint/panelPeople.ts';
import { countingOf } from '#lib/domain/complaint/ruleContext.ts';
import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import type { Stage3 } from '#lib/domain/complaint/stage3State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import {
	keepsAll,
	planPanel,
	type PanelDay,
	type PanelDiary
} from '#lib/domain/panel/planPanel.ts';
import { CHANNEL_WORDS } from '#lib/words/complaintCodes.ts';
import { sayClockRefusal } from '#lib/words/clockRefusals.ts';
import { fullDate, shortDate, shortDayWords } from '#lib/words/dates.ts';
import { listed, lower } from '#lib/words/inSentence.ts';
import type { PanelDateOption } from '../panel/PanelDates.svelte';
import type { PanelSeat } from '../panel/PanelSeats.svelte';
import type { PanelStep } from '../panel/PanelSteps.svelte';
import { staffName, type CaseFacts } from './caseFacts.ts';

/** The plan of one review, as the page shows it. */
export interface PanelView {
	strand: Strand;
	/** 'Asked for on Thu 19 Nov 2026, letter. Day 8 of 30' */
	lead: string;
	steps: readonly PanelStep[];
	seats: readonly PanelSeat[];
	/** 'A chair and 2 of 2 members' */
	seatCount: string;
	dates: readonly PanelDateOption[];
	/** Why no days can be proposed; empty where they can. */
	problem: string;
	/** Whose diary can be written in. */
	people: readonly { value: string; label: string }[];
	/** Whether a date can still be fixed. */
	isOpen: boolean;
}

/** The reviews of a case that have been asked for, each with its plan. */
export function panelViews(facts: CaseFacts, diaries: readonly PanelDiary[]): PanelView[] {
	return facts.complaint.strands.flatMap((strand) =>
		strand.stage3 ? [panelView({ facts, strand, stage3: strand.stage3 }, diaries)] : []
	);
}

interface About {
	facts: CaseFacts;
	strand: Strand;
	stage3: Stage3;
}

function panelView(about: About, diaries: readonly PanelDiary[]): PanelView {
	const { facts, strand, stage3 } = about;
	const { context } = facts;
	const panel = panelOf(strand);
	const planned = planPanel(
		{
			requestedOn: stage3.requestedOn,
			today: context.today,
			diaries,
			papersSentOn: stage3.papers?.sentOn ?? null,
			chairAppointedOn: panel.firstChairOn
		},
		countingOf(context)
	);
	const days = planned.known ? planned.value.days : [];
	const meeting = clockOf(about, 'stage3PanelMeeting');
	const { position } = meeting ?? {};
	return {
		strand,
		lead: [
			`Asked for on ${shortDate(stage3.requestedOn)}, ${lower(CHANNEL_WORDS[stage3.channel])}.`,
			position ? ` Day ${position.day + position.late} of ${position.of ?? 30}` : ''
		].join(''),
		steps: stepsOf(about, days.find(({ panelOn }) => panelOn === stage3.panelOn) ?? null),
		seats: seatsOf(about),
		seatCount: `${panel.chair ? 'A chair' : 'No chair'} and ${panel.members.length} of ${PANEL_SIZE - 1} members`,
		dates: days.map((day) => optionOf(about, day)),
		problem: planned.known ? '' : problemOf(planned.refusal),
		people: diaries.map(({ personId }) => ({ value: personId, label: nameOf(facts, personId) })),
		isOpen: strand.stage === 'stage3Convening' || strand.stage === 'stage3Requested'
	};
}

function problemOf(refusal: { code: string }): string {
	return refusal.code === 'bankHolidaysRunOut'
		? sayClockRefusal(refusal as Parameters<typeof sayClockRefusal>[0])
		: 'These days cannot be counted. Ask an administrator to look at the bank holidays.';
}

/** Each step with its number of days, its latest day, and how it stands. */
function stepsOf(about: About, day: PanelDay | null): PanelStep[] {
	const { facts, stage3 } = about;
	const independent = stage2IndependentPersonOf(about.strand);
	const withWhom = independent ? `, with ${nameOf(facts, independent.personId)}` : '';
	const step = (
		clock: RunningClock['clock'],
		words: Pick<PanelStep, 'days' | 'what' | 'source'>,
		otherwise: { latest: PlainDate | null; state: string }
	): PanelStep => {
		const running = clockOf(about, clock);
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

function optionOf({ facts, stage3 }: About, day: PanelDay): PanelDateOption {
	const { panelOn, brokenBy, isPastLimit, keepsPapers, papersByOn } = day;
	const names = brokenBy.map((personId) => nameOf(facts, personId));
	const papers = keepsPapers
		? `Papers out by ${shortDayWords(papersByOn, facts.context.today)}`
		: `Papers were due ${shortDayWords(papersByOn, facts.context.today)}`;
	return {
		panelOn,
		title: fullDate(panelOn),
		day: `day ${day.day}`,
		papers,
		who: names.length === 0 ? 'Everybody is free' : `${listed(names)} cannot`,
		note: isPastLimit ? `Past day 30: only if ${facts.name} asks for it` : '',
		keepsAll: keepsAll(day),
		isPastLimit,
		isFixed: stage3.panelOn === panelOn
	};
}

/** The chair, the members, what is missing, and who of stage 2 cannot sit. */
function seatsOf({ facts, strand }: About): PanelSeat[] {
	const panel = panelOf(strand);
	const signed = new Map(
		strand.appointments.map((one) => [one.personId, one.declarationSignedOn] as const)
	);
	const seats = sitting(panel).map(({ personId }, place) => {
		const on = signed.get(personId) ?? null;
		return {
			id: personId,
			name: nameOf(facts, personId),
			part: panel.chair && place === 0 ? 'chair' : 'member',
			note: on ? `Signed ${shortDayWords(on, facts.context.today)}` : 'No declaration',
			isWrong: false
		};
	});
	const independent = stage2IndependentPersonOf(strand);
	if (!independent) return seats;
	const barred = {
		id: `barred-${independent.personId}`,
		name: nameOf(facts, independent.personId),
		part: 'cannot sit',
		note: 'Was the stage 2 independent person, reg 19(3)',
		isWrong: true
	};
	return [...seats, barred];
}

/** A member of staff, or a person of the case, by name. */
function nameOf({ pull, pulled }: CaseFacts, personId: string): string {
	const person = pulled.people.find((one) => one.personId === personId);
	return person ? person.name || 'The complainant' : staffName(pull, personId);
}

function clockOf({ facts, strand }: About, clock: RunningClock['clock']): RunningClock | undefined {
	return facts.clocks.find((one) => one.strandId === strand.strandId && one.clock === clock);
}
