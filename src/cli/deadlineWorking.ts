import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { known, refused, type Known } from '#lib/domain/calendar/known.ts';
import { parsePlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Pause } from '#lib/domain/clocks/clockFacts.ts';
import { explain, type Explanation } from '#lib/domain/clocks/explain.ts';
import { findRule } from '#lib/domain/clocks/ruleNames.ts';
import { CLOCK_TITLES } from '#lib/words/clockNames.ts';
import { sayClockRefusal } from '#lib/words/clockRefusals.ts';
import { explainClock } from '#lib/words/clocks.ts';
import { fullDate, shortDate } from '#lib/words/dates.ts';

/** What a due date is worked out with, besides the rule and the date. */
export interface Given {
	holidays: BankHolidayList;
	pauses: Pause[];
	waitsUntilOn: PlainDate | null;
}

/** The working of a rule from a date, both as they were typed, or a sentence that says why not. */
export function workOut(rule: string, date: string, given: Given): Known<Explanation, string> {
	const named = findRule(rule);
	if (!named)
		return refused(`“${tame(rule)}” is not the name of a rule. See: say-so deadline --rules`);
	const dayZeroOn = readDate(date.trim());
	if (!dayZeroOn.known) return dayZeroOn;
	const { holidays, pauses, waitsUntilOn } = given;
	const explanation = explain(
		{ ...named, dayZeroOn: dayZeroOn.value, pauses, waitsUntilOn },
		{ holidays }
	);
	return explanation.known ? explanation : refused(plain(sayClockRefusal(explanation.refusal)));
}

/** A date as it was typed, or a sentence that says what is wrong with it. */
export function readDate(text: string): Known<PlainDate, string> {
	const date = parsePlainDate(text);
	return date.known ? date : refused(plain(sayClockRefusal(date.refusal)));
}

/** A pause typed as FROM/TO, or FROM/ while it lasts. */
export function readPause(text: string): Known<Pause, string> {
	const [from = '', to, ...more] = text.split('/');
	if (to === undefined || more.length > 0) {
		return refused(`“${tame(text)}” is not a pause. Write it as FROM/TO, or FROM/ while it lasts.`);
	}
	const begins = readDate(from);
	if (!begins.known) return begins;
	if (to === '') return known({ from: begins.value, to: null });
	const ends = readDate(to);
	return ends.known ? known({ from: begins.value, to: ends.value }) : ends;
}

/** The answer for a person to read. */
export function toText(explanation: Explanation, holidays: BankHolidayList): string {
	const { rule, clock, dueOn } = explanation;
	const due = dueOn === null ? 'not known yet' : fullDate(dueOn);
	const lines = [
		`${rule}, ${CLOCK_TITLES[clock]}: ${due}`,
		'',
		...explainClock(explanation),
		`Bank holidays are known from ${shortDate(holidays.from)} to ${shortDate(holidays.to)}.`
	];
	return plain(`${lines.join('\n')}\n`);
}

/** The answer for another program. */
export function toJson(
	{ rule, date }: { rule: string; date: string },
	explanation: Explanation
): string {
	const sentences = explainClock(explanation).map(plain);
	const answer = { rule, date, due: explanation.dueOn, explanation: { ...explanation, sentences } };
	return `${JSON.stringify(answer, null, '\t')}\n`;
}

/** A terminal shows no-break spaces badly, and they cannot be searched for. */
function plain(text: string): string {
	return text.replaceAll('\u00a0', ' ');
}

function tame(text: string): string {
	return text.replace(/\p{Cc}/gu, '?').slice(0, 60);
}
