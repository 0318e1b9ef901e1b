import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dayWords } from '#lib/words/dates.ts';

/** What is wrong with the choice of what happens next (T4) or of what to do when late (T6). */
export const NEXT_PROBLEMS = { blank: 'Choose what you want to do next' } as const;

/** What staff read as a message where the choice was to talk about it first. */
export const TALK_FIRST = 'I want to talk about the answer with you first.';

/** After they asked for someone new to look (T4, H24, H25). `dueOn`: the full answer. */
export function someoneNewAsked(dueOn: PlainDate | null, today: PlainDate): readonly string[] {
	return [
		'We have started. We are counting the days from today.',
		...(dueOn === null ? [] : [`You will get the full answer by ${dayWords(dueOn, today)}.`]),
		'First we need to be sure what you want looked at. Someone will help you write a list.'
	];
}

/** After they asked for three people to look. `meetByOn`: null while a late ask is decided. */
export function threePeopleAsked(meetByOn: PlainDate | null, today: PlainDate): readonly string[] {
	return meetByOn === null
		? [
				'We have it. You asked after the day we gave you. That is OK.',
				'We will tell you soon if they can look, and why.'
			]
		: [
				'We have it. We are counting the days from today.',
				`Three people will meet to look at it by ${dayWords(meetByOn, today)}.`,
				'You can come. You can bring your advocate and one more person.'
			];
}

/** What asking for three people means, before they choose it. `askByOn`: the last day in time. */
export function threePeopleWords(askByOn: PlainDate | null, today: PlainDate): string {
	const what =
		'Three people who do not work for us can look at it. You can come, and bring someone. They meet in about six weeks.';
	if (askByOn === null) return what;
	const day = dayWords(askByOn, today);
	return askByOn >= today
		? `${what} Ask by ${day}.`
		: `${what} The day to ask was ${day}. You can still ask. We will tell you if they can look.`;
}
