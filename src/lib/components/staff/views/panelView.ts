import {
	PANEL_SIZE,
	panelOf,
	sitting,
	stage2IndependentPersonOf,
	type PanelPeople
} from '#lib/domain/complaint/panelPeople.ts';
import { countingOf } from '#lib/domain/complaint/ruleContext.ts';
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
import type { CaseFacts } from './caseFacts.ts';
import { panelClock, panelName, type PanelAbout } from './panelAbout.ts';
import { panelPapersOf, type PanelPapersView } from './panelPapersView.ts';
import { layRibbon, type Ribbon } from './panelRibbon.ts';
import { ribbonDays } from './panelRibbonDays.ts';
import { panelSteps } from './panelSteps.ts';

/** The plan of one review, as the page shows it. */
export interface PanelView {
	strand: Strand;
	/** 'Asked for on Thu 19 Nov 2026, letter. Day 8 of 30' */
	lead: string;
	steps: readonly PanelStep[];
	/** The same days in the calendar. */
	ribbon: Ribbon;
	/** What goes to everybody and by when; null where it cannot be counted. */
	papers: PanelPapersView | null;
	seats: readonly PanelSeat[];
	/** 'A chair and 2 of 2 members' */
	seatCount: string;
	/** 'Find a third member' */
	appointWords: string;
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

function panelView(about: PanelAbout, diaries: readonly PanelDiary[]): PanelView {
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
	const day = days.find(({ panelOn }) => panelOn === stage3.panelOn) ?? null;
	const meeting = panelClock(about, 'stage3PanelMeeting');
	const { position } = meeting ?? {};
	return {
		strand,
		lead: [
			`Asked for on ${shortDate(stage3.requestedOn)}, ${lower(CHANNEL_WORDS[stage3.channel])}.`,
			position ? ` Day ${position.day + position.late} of ${position.of ?? 30}` : ''
		].join(''),
		steps: panelSteps(about, day),
		ribbon: layRibbon(ribbonDays(about, day), context.holidays),
		papers: panelPapersOf(about),
		seats: seatsOf(about),
		seatCount: `${panel.chair ? 'A chair' : 'No chair'} and ${panel.members.length} of ${PANEL_SIZE - 1} members`,
		appointWords: appointWords(panel),
		dates: days.map((day) => optionOf(about, day)),
		problem: planned.known ? '' : problemOf(planned.refusal),
		people: diaries.map(({ personId }) => ({ value: personId, label: panelName(facts, personId) })),
		isOpen: strand.stage === 'stage3Convening' || strand.stage === 'stage3Requested'
	};
}

/** Who is to be found next; anybody may be replaced once all three sit. */
function appointWords({ chair, members }: PanelPeople): string {
	if (chair === null) return 'Find a chair';
	const next = ['Find a second member', 'Find a third member'][members.length];
	return next ?? 'Appoint somebody';
}

function problemOf(refusal: { code: string }): string {
	return refusal.code === 'bankHolidaysRunOut'
		? sayClockRefusal(refusal as Parameters<typeof sayClockRefusal>[0])
		: 'These days cannot be counted. Ask an administrator to look at the bank holidays.';
}

function optionOf({ facts, stage3 }: PanelAbout, day: PanelDay): PanelDateOption {
	const { panelOn, brokenBy, isPastLimit, keepsPapers, papersByOn } = day;
	const names = brokenBy.map((personId) => panelName(facts, personId));
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
function seatsOf({ facts, strand }: PanelAbout): PanelSeat[] {
	const panel = panelOf(strand);
	const signed = new Map(
		strand.appointments.map((one) => [one.personId, one.declarationSignedOn] as const)
	);
	const seats = sitting(panel).map(({ personId }, place) => {
		const on = signed.get(personId) ?? null;
		return {
			id: personId,
			name: panelName(facts, personId),
			part: panel.chair && place === 0 ? 'chair' : 'member',
			note: on ? `Signed ${shortDayWords(on, facts.context.today)}` : 'No declaration',
			isWrong: false
		};
	});
	const independent = stage2IndependentPersonOf(strand);
	if (!independent) return seats;
	const barred = {
		id: `barred-${independent.personId}`,
		name: panelName(facts, independent.personId),
		part: 'cannot sit',
		note: 'Was the stage 2 independent person, reg 19(3)',
		isWrong: true
	};
	return [...seats, barred];
}
