import { mediationPauses } from '#lib/domain/beside/mediationPauses.ts';
import { known, type Known } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClockFacts } from '#lib/domain/clocks/clockFacts.ts';
import { deemedReceivedOn } from '#lib/domain/clocks/deemedReceipt.ts';
import { explain } from '#lib/domain/clocks/explain.ts';
import { countingOf, type CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import { calendarRefusal } from '#lib/domain/complaint/stage1Dates.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/** The last days of stage 2, counted from the request. Each is null while a pause is open. */
export interface Stage2Dates {
	/** Day 25; the council's own length under the corporate procedure. */
	firstLimitOn: PlainDate | null;
	/** Day 65, the furthest an extension can take it; the council's own if corporate. */
	lastLimitOn: PlainDate | null;
	/** Whichever holds now: the first, or the new date told with an extension. */
	dueOn: PlainDate | null;
}

/** The facts of the stage 2 clock of a strand; null before it was asked for. */
export function stage2Facts(strand: Strand): ClockFacts | null {
	if (strand.stage2RequestedOn === null) return null;
	const { extensions } = strand.stage2;
	const facts = {
		dayZeroOn: strand.stage2RequestedOn,
		isExtended: extensions.length > 0,
		promisedOn: extensions.at(-1)?.newDueOn ?? null
	};
	return strand.procedure === 'corporate'
		? { clock: 'corporateStage2Response', ...facts }
		: { clock: 'stage2Response', ...facts, pauses: mediationPauses(strand.beside.adr) };
}

/**
 * When stage 2 of a strand runs out. Both limits count from the request, whenever more time was
 * told. All null where the strand has no such clock.
 *
 * Source: SI 2006/1738 reg 17(3) and (6); rules 8, C-1; Complaint Handling Code, stage 2.
 */
export function stage2Dates(strand: Strand, context: CountingContext): Known<Stage2Dates> {
	const facts = stage2Facts(strand);
	const { procedure } = strand;
	if (facts === null || (procedure !== 'statutory' && procedure !== 'corporate')) {
		return known({ firstLimitOn: null, lastLimitOn: null, dueOn: null });
	}
	const counting = countingOf(context);
	const first = explain({ ...facts, isExtended: false }, counting);
	if (!first.known) return { known: false, refusal: calendarRefusal(first.refusal) };
	const last = explain({ ...facts, isExtended: true }, counting);
	if (!last.known) return { known: false, refusal: calendarRefusal(last.refusal) };
	return known({
		firstLimitOn: first.value.limitOn,
		lastLimitOn: last.value.limitOn,
		dueOn: facts.isExtended ? last.value.dueOn : first.value.limitOn
	});
}

/**
 * The day the complainant had the full stage 2 answer: two working days after a letter was
 * posted, otherwise the day it was sent. Null before it was. Day 0 of the time to ask for a panel.
 *
 * Source: SI 2006/1738 reg 18; Interpretation Act 1978 s.7.
 */
export function stage2AnswerReceivedOn(
	{ stage2 }: Strand,
	{ holidays }: CountingContext
): Known<PlainDate | null> {
	if (stage2.respondedOn === null) return known(null);
	const by = stage2.respondedOnPaper ? 'firstClassPost' : 'website';
	return deemedReceivedOn({ sentOn: stage2.respondedOn, by }, holidays);
}

/**
 * The last of the 20 working days to ask for a panel; null before the full answer was sent, and
 * under the corporate procedure, which has no panel.
 */
export function stage3RequestUntil(
	strand: Strand,
	context: CountingContext
): Known<PlainDate | null> {
	if (strand.procedure === 'corporate') return known(null);
	const received = stage2AnswerReceivedOn(strand, context);
	if (!received.known || received.value === null) return received;
	const until = explain({ clock: 'stage3Request', dayZeroOn: received.value }, countingOf(context));
	return until.known
		? known(until.value.limitOn)
		: { known: false, refusal: calendarRefusal(until.refusal) };
}
