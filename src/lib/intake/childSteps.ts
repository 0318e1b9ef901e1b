import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { explain } from '#lib/domain/clocks/explain.ts';
import { countingOf, type CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import { isLate } from '#lib/domain/complaint/stage1Dates.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';
import { dayWords } from '#lib/words/dates.ts';

/** One step of the way, as a child sees it. Each state has a shape, a word and a colour. */
export interface ChildStep {
	title: string;
	note: string;
	state: 'done' | 'now' | 'next' | 'late';
}

/** What the path is drawn from, besides the complaint. */
export interface PathContext extends CountingContext {
	today: PlainDate;
	/** The first name of whoever looks into it; null where nobody is named yet. */
	looker: string | null;
}

/** The step that everybody waits for. */
export const ANSWER = 'You get an answer';

/** "You told us", on the day it was received. */
export function told({ receivedOn }: Complaint, context: PathContext): ChildStep {
	const day = say(receivedOn ?? context.today, context);
	return {
		title: 'You told us',
		note: receivedOn === context.today ? `Today, ${day}` : day,
		state: 'done'
	};
}

/** "We read it", once somebody has. */
export function read({ acknowledgedOn, triagedOn }: Complaint, context: PathContext): ChildStep {
	const on = acknowledgedOn ?? triagedOn;
	return { title: 'We read it', note: on ? say(on, context) : '', state: 'done' };
}

/** That somebody looked into it, and the answer or the settlement it came to. */
export function answered(strand: Strand, context: PathContext): ChildStep[] {
	const on = strand.respondedOn ?? strand.resolvedOn;
	if (on === null) return [{ title: looks(context), note: '', state: 'done' }];
	return [
		{ title: looks(context), note: '', state: 'done' },
		{
			title: strand.respondedOn ? ANSWER : 'We agreed what to do',
			note: say(on, context),
			state: 'done'
		}
	];
}

/** The step that is always left: somebody new looks. */
export function notHappy(note: string, state: ChildStep['state']): ChildStep {
	return { title: 'If you are not happy, someone new looks', note, state };
}

/** The date by which to ask is advice: there is no limit (guidance 3.5.8; decision 10). */
export function tryBy({ respondedOn }: Strand, context: PathContext): string {
	const on = respondedOn === null ? null : lastDay('stage2Request', respondedOn, context);
	return on === null || isPast(on, context)
		? 'You choose. You can still ask.'
		: `You choose. Try to ask by ${say(on, context)}. You can still ask after that.`;
}

/** The date that was missed and the new one, where there is one. */
export function lateNote(
	promisedOn: PlainDate,
	newOn: PlainDate | null,
	context: PathContext
): string {
	const was = `It was ${say(promisedOn, context)}.`;
	return newOn === null ? was : `${was} The new date is ${say(newOn, context)}.`;
}

/** "Sam looks into it". */
export function looks({ looker }: PathContext): string {
	return looker ? `${looker} looks into it` : 'Someone looks into it';
}

/** The last day of a clock; null where the calendar cannot say, and then no date is promised. */
export function lastDay(
	clock: 'acknowledgement' | 'stage1Response' | 'stage2Request' | 'stage2Response',
	dayZeroOn: PlainDate,
	context: PathContext,
	isExtended = false
): PlainDate | null {
	const explanation = explain({ clock, dayZeroOn, isExtended }, countingOf(context));
	return explanation.known ? explanation.value.dueOn : null;
}

/** Whether a promised day is over: the weekend after it is not late yet. */
export function isPast(on: PlainDate | null, context: PathContext): boolean {
	if (on === null) return false;
	const late = isLate(context.today, on, context);
	return late.known && late.value;
}

/** "By Monday 15 June", or that the date is not known. */
export function by(on: PlainDate | null, context: PathContext): string {
	return on === null ? 'We will tell you the date' : `By ${say(on, context)}`;
}

/** "Monday 15 June"; with the year where it is not this one. */
export function say(on: PlainDate, { today }: PathContext): string {
	return dayWords(on, today);
}
