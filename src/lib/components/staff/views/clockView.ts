import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { CLOCK_TITLES, DAY_ZERO_WORDS, FORCE_WORDS } from '#lib/words/clockNames.ts';
import { explainClock, sayPosition } from '#lib/words/clocks.ts';
import { sayClockRefusal } from '#lib/words/clockRefusals.ts';
import {
	EXTENSION_REASON_WORDS,
	STAGE2_EXTENSION_REASON_WORDS
} from '#lib/words/complaintCodes.ts';
import { shortDay, shortDayWords } from '#lib/words/dates.ts';
import type { ClockBox } from '../clock/ClockBoxes.svelte';
import { dayWeeks } from '../clock/dayGrid.ts';
import type { RuleRow } from '../clock/RulesTable.svelte';
import { mayExtend, strandLabel } from './acts.ts';
import type { CaseFacts } from './caseFacts.ts';

/** The clocks of one strand, or of the whole complaint before triage, day by day. */
export interface StrandClocks {
	id: string;
	title: string;
	strand: Strand | null;
	explained: {
		boxes: readonly ClockBox[];
		weeks: ReturnType<typeof dayWeeks>;
		sentence: string;
		countedFrom: string;
		sourceName: string;
		rules: readonly RuleRow[];
	};
	/** The same as sentences, in the order to read them. */
	working: readonly string[];
	extensionFacts: readonly { lead: string; text: string }[];
	note: string;
	mayExtend: boolean;
}

/** Every strand's clocks with their working; those of the whole complaint stand first. */
export function strandClocks(facts: CaseFacts): StrandClocks[] {
	const { clocks, complaint } = facts;
	const whole = clocks.filter(({ strandId }) => strandId === null);
	const views = complaint.strands.map((strand) =>
		viewOf(facts, {
			strand,
			clocks: clocks.filter(({ strandId }) => strandId === strand.strandId),
			whole
		})
	);
	if (views.length === 0)
		return [viewOf(facts, { strand: null, clocks: whole, whole: [] })].flatMap((one) => one ?? []);
	return views.flatMap((one) => one ?? []);
}

interface Group {
	strand: Strand | null;
	clocks: readonly RunningClock[];
	whole: readonly RunningClock[];
}

function viewOf(facts: CaseFacts, { strand, clocks, whole }: Group): StrandClocks | null {
	const counted = clocks.filter(({ explanation }) => explanation !== null);
	const main = counted.find(({ isHeadline }) => isHeadline) ?? longest(counted);
	const explanation = main?.explanation;
	if (!main || !explanation) return null;
	const rows = [...whole, ...clocks];
	const limits = counted
		.filter(({ clock, dueOn }) => clock === main.clock && dueOn !== null)
		.flatMap(({ dueOn }) => dueOn ?? []);
	const widest =
		longest(counted.filter(({ clock }) => clock === main.clock))?.explanation ?? explanation;
	return {
		id: strand?.strandId ?? 'whole',
		title: strand ? strandLabel(facts, strand) : 'Before triage',
		strand,
		explained: {
			boxes: clocks.flatMap((clock) => boxOf(clock, facts) ?? []).slice(0, 3),
			weeks: dayWeeks({
				dayZeroOn: widest.dayZeroOn,
				dayZeroNumber: widest.dayZeroNumber,
				days: widest.days,
				todayOn: facts.context.today,
				limitsOn: limits
			}),
			sentence: skippedSentence(widest.skippedHolidays),
			countedFrom: `Counted from the day ${DAY_ZERO_WORDS[widest.dayZero]}`,
			sourceName: 'Source',
			rules: rows.map((clock, place) => ruleRow(clock, { place, today: facts.context.today }))
		},
		working: explainClock(explanation),
		...extensionOf(facts, strand)
	};
}

function longest(clocks: readonly RunningClock[]): RunningClock | undefined {
	return [...clocks].sort(
		(one, other) => (other.explanation?.days.length ?? 0) - (one.explanation?.days.length ?? 0)
	)[0];
}

function boxOf(running: RunningClock, { context }: CaseFacts): ClockBox | null {
	const { clock, dueOn, isExtended, position, outcome, explanation } = running;
	if (
		!explanation ||
		(clock !== 'stage1Response' &&
			clock !== 'corporateStage1Response' &&
			clock !== 'corporateStage2Response' &&
			clock !== 'stage2Response' &&
			clock !== 'stage2FromStatement')
	) {
		return null;
	}
	const kind = explanation.force === 'shadow' ? 'shadow' : isExtended ? 'limit' : 'target';
	const isToday = position?.state === 'dueToday';
	return {
		kind,
		...(outcome === 'late'
			? { state: 'late' as const }
			: isToday
				? { state: 'today' as const }
				: {}),
		heading: `${CLOCK_TITLES[clock]}, day ${explanation.length}`,
		date: dueOn ? shortDayWords(dueOn, context.today) : 'Not known yet',
		words: stateWords(running)
	};
}

function ruleRow(
	running: RunningClock,
	{ place, today }: { place: number; today: CaseFacts['context']['today'] }
): RuleRow {
	const { clock, dueOn, explanation, outcome, refusal, isExtended } = running;
	const length = explanation?.length;
	return {
		id: `${clock}-${isExtended}-${place}`,
		what: `${CLOCK_TITLES[clock]}${length ? `, ${Math.abs(length)} days` : ''}`,
		due: dueOn ? shortDayWords(dueOn, today) : refusal ? 'Not known' : 'Not set yet',
		state:
			outcome === 'met'
				? { words: stateWords(running), icon: 'tick' }
				: outcome === 'late' || outcome === 'missed'
					? { words: stateWords(running), icon: 'alert' }
					: running.position?.state === 'dueToday'
						? { words: 'Due today', tone: 'sun' }
						: { words: stateWords(running) },
		source: explanation ? `${FORCE_WORDS[explanation.force]}: ${explanation.source}` : '',
		weight: running.isHeadline ? 'strong' : explanation?.force === 'law' ? undefined : 'quiet'
	};
}

/** How a clock stands, in a few words. */
export function stateWords({
	outcome,
	doneOn,
	daysLate,
	position,
	refusal,
	explanation
}: RunningClock): string {
	switch (outcome) {
		case 'notStarted':
			return 'Not started';
		case 'running':
		case 'late':
		case 'paused':
			return position && explanation ? sayPosition(position, explanation.unit) : 'Running';
		case 'met':
			return doneOn ? `Done ${shortDay(doneOn)}` : 'Done';
		case 'missed':
			return `Done ${doneOn ? shortDay(doneOn) : ''}, ${daysLate === 1 ? '1 day' : `${daysLate} days`} late`;
		case 'stopped':
			return 'Nothing is owed any more';
		case 'notKnown':
			return refusal ? sayClockRefusal(refusal) : 'Not known';
	}
}

function skippedSentence(
	holidays: readonly { date: CaseFacts['context']['today']; name: string }[]
): string {
	const skipped = holidays.map(({ date, name }) => `${shortDay(date)} (${name})`);
	const lead =
		skipped.length === 0
			? 'Weekends are skipped; no bank holiday falls in these days.'
			: `Skipped: weekends, ${skipped.join(', ')}.`;
	return `${lead} Days on which our offices are closed do count.`;
}

/** Each notice of more time at stage 2, with its new date. */
function stage2Told({ stage2 }: Strand) {
	return stage2.extensions.map(({ reason, toldOn, newDueOn, toldLate }) => ({
		lead: `More time at stage 2, until ${shortDay(newDueOn)}:`,
		text: `${STAGE2_EXTENSION_REASON_WORDS[reason]}. Told ${shortDay(toldOn)}${toldLate ? ', after the limit' : ''}`
	}));
}

function extensionOf(facts: CaseFacts, strand: Strand | null) {
	if (!strand) return { extensionFacts: [], note: '', mayExtend: false };
	const { extension, pauses, waitsUntilOn } = strand;
	const told = extension
		? [
				{ lead: 'More time:', text: EXTENSION_REASON_WORDS[extension.reason] },
				{
					lead: 'Told:',
					text: `${shortDay(extension.toldOn)}${extension.toldLate ? ', after day 10' : ''}`
				}
			]
		: [{ lead: 'More time:', text: 'not taken' }];
	const waits = waitsUntilOn
		? [{ lead: 'They agreed to wait until:', text: shortDay(waitsUntilOn) }]
		: [];
	const note =
		pauses.length === 0
			? 'Pauses: none.'
			: `Pauses: ${pauses.map(({ from, to }) => `${shortDay(from)} to ${to ? shortDay(to) : 'now'}`).join('; ')}, waiting for an advocate.`;
	return {
		extensionFacts: [...told, ...stage2Told(strand), ...waits],
		note,
		mayExtend: mayExtend(facts, strand)
	};
}
