import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { isWorkingDay } from '#lib/domain/calendar/workingDays.ts';
import { pathForChild } from '#lib/domain/complaint/childPath.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import { decide } from '#lib/domain/complaint/decide.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { evolve, rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { toRows } from '#lib/domain/complaint/rows.ts';
import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { NO_COMPLAINT, type Complaint, type StrandStage } from '#lib/domain/complaint/state.ts';
import { readEvent } from '#lib/wire/eventSchema.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import { reviewable } from '../support/randomStage3.ts';
import { orderBy, randomChances, type Chance } from '../support/randomHistory.ts';

// Written out again on purpose: where each stage may lead, and nowhere else. Staying is allowed.
const MAY_LEAD_TO: Record<StrandStage, readonly StrandStage[]> = {
	stage1Open: [
		'stage1Paused',
		'stage1Overdue',
		'stage1Responded',
		'stage1Resolved',
		'stage2Requested',
		'suspended',
		'withdrawn',
		'closed'
	],
	stage1Paused: ['stage1Open', 'stage2Requested', 'suspended', 'withdrawn', 'closed'],
	stage1Overdue: [
		'stage1Responded',
		'stage1Resolved',
		'stage2Requested',
		'suspended',
		'withdrawn',
		'closed'
	],
	stage1Responded: ['stage2Requested', 'suspended', 'withdrawn', 'closed'],
	stage1Resolved: ['stage2Requested', 'suspended', 'withdrawn', 'closed'],
	// Straight to its last answer only under the corporate procedure.
	stage2Requested: [
		'stage2Scoping',
		'stage2Investigating',
		'corporateAnswered',
		'suspended',
		'withdrawn',
		'closed'
	],
	corporateAnswered: ['suspended', 'withdrawn', 'closed'],
	stage2Scoping: ['stage2Investigating', 'suspended', 'withdrawn', 'closed'],
	stage2Investigating: ['stage2Reported', 'suspended', 'withdrawn'],
	stage2Reported: ['stage2Adjudicated', 'suspended', 'withdrawn'],
	stage2Adjudicated: ['stage3Requested', 'referredEarly', 'suspended', 'withdrawn', 'closed'],
	stage3Requested: ['stage3Convening', 'suspended', 'withdrawn', 'closed'],
	// A date put right may turn out late, and is then decided on.
	stage3Convening: ['stage3PanelHeld', 'stage3Requested', 'suspended', 'withdrawn'],
	stage3PanelHeld: ['stage3Reported', 'suspended', 'withdrawn'],
	stage3Reported: ['stage3Responded', 'suspended', 'withdrawn'],
	stage3Responded: ['suspended', 'withdrawn', 'closed'],
	referredEarly: ['stage3Requested', 'suspended', 'withdrawn', 'closed'],
	suspended: ['withdrawn', 'closed'],
	withdrawn: [
		'stage1Open',
		'stage1Paused',
		'stage1Overdue',
		'stage1Responded',
		'stage1Resolved',
		'stage2Requested',
		'stage2Scoping',
		'stage2Investigating',
		'stage2Reported',
		'stage2Adjudicated',
		'corporateAnswered',
		'stage3Requested',
		'stage3Convening',
		'stage3PanelHeld',
		'stage3Reported',
		'stage3Responded',
		'referredEarly',
		'suspended',
		'closed'
	],
	closed: [
		'stage1Open',
		'stage1Paused',
		'stage1Overdue',
		'stage1Responded',
		'stage1Resolved',
		'suspended',
		'stage2Requested',
		'stage2Scoping',
		'stage2Investigating',
		'stage2Reported',
		'stage2Adjudicated',
		'corporateAnswered',
		'stage3Requested',
		'stage3Convening',
		'stage3PanelHeld',
		'stage3Reported',
		'stage3Responded',
		'referredEarly'
	],
	imported: []
};

interface Step {
	before: Complaint;
	after: Complaint;
	events: readonly ComplaintEvent[];
	today: PlainDate;
}

/** Gives up to 45 orders by chance, and keeps what was carried out, after what had happened before. */
function giveAll(
	firstOn: PlainDate,
	chances: readonly Chance[],
	before: readonly ComplaintEvent[] = []
) {
	const steps: Step[] = [];
	const history: ComplaintEvent[] = [...before];
	let complaint = before.reduce(evolve, NO_COMPLAINT);
	let today = firstOn;
	for (const chance of chances) {
		today = addDays(today, chance.passed);
		const order = orderBy(chance, complaint, today);
		const decision = decide(complaint, order, contextOf({ by: chance.role, on: today }));
		if (!decision.accepted) continue;
		const after = decision.events.reduce(evolve, complaint);
		steps.push({ before: complaint, after, events: decision.events, today });
		history.push(...decision.events);
		complaint = after;
	}
	return { steps, history };
}

function forEveryHistory(check: (given: ReturnType<typeof giveAll>) => void) {
	fc.assert(
		fc.property(randomChances, ({ firstOn, chances }) => {
			check(giveAll(firstOn, chances));
		}),
		{ numRuns: 400, seed: 20_060_901 }
	);
	// By chance alone few complaints come to a panel: these begin where stage 2 was answered.
	fc.assert(
		fc.property(randomChances, ({ firstOn, chances }) => {
			const { events, answeredOn } = reviewable(firstOn);
			check(giveAll(answeredOn, chances.map(atFirst), events));
		}),
		{ numRuns: 400, seed: 20_060_901 }
	);
}

function atFirst(chance: Chance): Chance {
	return { ...chance, isSecond: false, isWild: false, isBeside: false, isReview: true };
}

describe('any history that the rules let happen', () => {
	it('never goes where the procedure does not lead, nor from one procedure to another', () => {
		const seen = new Set<string>();
		forEveryHistory(({ steps }) => {
			for (const { before, after } of steps) {
				for (const strand of after.strands) {
					const was = before.strands.find(({ strandId }) => strandId === strand.strandId);
					if (!was) continue;
					expect(strand.procedure).toBe(was.procedure);
					// Nothing joins a strand later; an element that stops, or comes back, leaves it.
					for (const id of strand.elementIds) expect(was.elementIds).toContain(id);
					if (strand.stage === was.stage) continue;
					expect(MAY_LEAD_TO[was.stage]).toContain(strand.stage);
					seen.add(`${was.stage} ${strand.stage}`);
				}
			}
		});
		// The histories are worth something only where they go far.
		expect(seen.size).toBeGreaterThan(45);
		expect(seen).toContain('stage2Reported stage2Adjudicated');
		expect(seen).toContain('stage3Convening stage3PanelHeld');
		expect(seen).toContain('stage3Reported stage3Responded');
	});

	it('never holds a day before receipt or after the day it was written down', () => {
		forEveryHistory(({ steps }) => {
			for (const { after, today, events } of steps) {
				for (const date of datesIn(events)) expect(date <= today).toBe(true);
				const { receivedOn } = after;
				for (const date of datesIn(events))
					expect(receivedOn !== null && date >= receivedOn).toBe(true);
			}
		});
	});

	it('keeps every element in exactly the strand it says, and loses none', () => {
		forEveryHistory(({ steps }) => {
			for (const { before, after } of steps) {
				expect(after.elements.length).toBeGreaterThanOrEqual(before.elements.length);
				for (const { elementId, strandId } of after.elements) {
					const holding = after.strands.filter(({ elementIds }) => elementIds.includes(elementId));
					expect(holding.map((one) => one.strandId)).toEqual(strandId === null ? [] : [strandId]);
				}
			}
		});
	});

	it('has rows that equal the replay of its log, also after the log was stored and read', () => {
		forEveryHistory(({ steps, history }) => {
			const last = steps.at(-1)?.after;
			if (!last) return;
			const stored = history.map((event) => readEvent(JSON.parse(JSON.stringify(event))));
			expect(stored).toEqual(history);
			expect(rebuild(stored)).toEqual(last);
			expect(last.version).toBe(history.length);
			expect(toRows(rebuild(stored), contextOf())).toEqual(toRows(last, contextOf()));
		});
	});

	it('explains every clock, day by day', () => {
		forEveryHistory(({ steps }) => {
			for (const { after, today } of steps) {
				const clocks = clocksOf(after, contextOf({ on: today }));
				for (const clock of clocks) expectExplained(clock);
				for (const { strandId } of after.strands) {
					const headlines = clocks.filter((one) => one.strandId === strandId && one.isHeadline);
					expect(headlines.length).toBeLessThanOrEqual(1);
				}
			}
		});
	});

	it('always has a next step or nothing owed, and a path with one thing happening now', () => {
		forEveryHistory(({ steps }) => {
			for (const { after, today } of steps) {
				const context = contextOf({ on: today });
				const { steps: path, situation } = pathForChild(after, context);
				expect(path.filter(({ status }) => status === 'now').length).toBeLessThanOrEqual(1);
				const isOwed = ['late', 'lookingIntoIt', 'waitingToBeRead', 'waitingForAdvocate'];
				// A duplicate is answered with the complaint it is counted with.
				if (isOwed.includes(situation) && after.beside.duplicateOf === null) {
					expect(nextSteps(after, context).length).toBeGreaterThan(0);
				}
			}
		});
	});
});

/** Counts the days of a clock again, one by one, and compares. */
function expectExplained({ outcome, explanation, dueOn }: RunningClock) {
	if (outcome === 'notStarted') return;
	expect(explanation).not.toBeNull();
	if (!explanation || explanation.limitOn === null || explanation.length === null) return;
	const { dayZeroOn, limitOn, length, pauses, unit } = explanation;
	if (unit !== 'workingDays') {
		expect(limitOn >= dayZeroOn).toBe(true);
		return;
	}
	if (length < 0) return expectCountedBack(explanation);
	let counted = 0;
	let date: PlainDate = dayZeroOn;
	while (date < limitOn) {
		date = addDays(date, 1);
		const day = isWorkingDay(date, contextOf().holidays);
		const isPaused = pauses.some(({ from, to }) => from < date && (to === null || date <= to));
		if (day.known && day.value && !isPaused) counted += 1;
	}
	expect(counted).toBe(length);
	expect(dueOn === null || dueOn >= (explanation.promisedOn ?? limitOn)).toBe(true);
	expect(explanation.promisedOn === null || explanation.promisedOn < limitOn).toBe(true);
}

/** The working days from the end of a backward count to the day before day 0. */
function expectCountedBack({
	dayZeroOn,
	limitOn,
	length
}: NonNullable<RunningClock['explanation']>) {
	let counted = 0;
	for (let date = limitOn ?? dayZeroOn; date < dayZeroOn; date = addDays(date, 1)) {
		const day = isWorkingDay(date, contextOf().holidays);
		if (day.known && day.value) counted += 1;
	}
	expect(counted).toBe(-(length ?? 0));
}

/** What may lie ahead. */
const NOT_HAPPENED: readonly string[] = [
	'panelOn',
	'waitsUntilOn',
	'dueOn',
	'reviewOn',
	'nextReviewOn',
	'pausesUntilOn',
	'newDueOn',
	'expectedOn'
];
/** What may lie before the complaint was received. */
const BEFORE_RECEIPT: readonly string[] = ['aroseOn', 'madeOn', 'declarationSignedOn'];

/** Every day an event says something happened on; not those that are still to come. */
function datesIn(events: readonly ComplaintEvent[]): PlainDate[] {
	return events.flatMap((event) =>
		Object.entries(event)
			.filter(([key, value]) => key.endsWith('On') && value !== null)
			.filter(([key]) => ![...NOT_HAPPENED, ...BEFORE_RECEIPT].includes(key))
			.filter(([key]) => !(event.type.startsWith('ombudsman') && key !== 'dueOn'))
			.map(([, value]) => value as PlainDate)
	);
}
