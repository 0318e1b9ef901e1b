import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dayWords } from '#lib/words/dates.ts';
import type { PathReader } from '#lib/words/public/path.ts';

/** Once a date was missed: whose fault it is, the new date, and what they can do (H1, T6). */
export function lateWords(
	{ dueOn, newDueOn, mayAskSomeoneNew }: LateDates,
	{ name, today }: PathReader
): readonly string[] {
	const who = name ?? 'Someone';
	return [
		dueOn === null
			? 'You should have had an answer by now.'
			: `We said you would get an answer by ${dayWords(dueOn, today)}. We have not done it.`,
		`That is our fault, not yours. ${who} is still finding things out.`,
		newDueOn === null
			? 'We will give you a new date.'
			: `The new date is ${dayWords(newDueOn, today)}.`,
		mayAskSomeoneNew
			? 'You can wait, or you can ask for someone new to look at it now. You choose.'
			: 'You can wait, or you can talk to us. You choose.'
	];
}

/** The day that was missed, the day it is due by now, and whether stage 2 may be asked for. */
export interface LateDates {
	dueOn: PlainDate | null;
	newDueOn: PlainDate | null;
	mayAskSomeoneNew: boolean;
}

/** Late for the second time: who takes charge, and that nobody's OK is needed (H3). */
export function lateAgainWords(
	{ manager, writesByOn }: { manager: string; writesByOn: PlainDate },
	today: PlainDate
): readonly string[] {
	return [
		'This is late again. You should not have to keep waiting.',
		`${manager}, who runs our team, is now in charge of it.`,
		`${manager} will message you by ${dayWords(writesByOn, today)}.`,
		'You can also ask today for someone new to look. You do not need our OK.'
	];
}

/** More time was taken before the date had passed (H2). */
export function moreTimeWords(newDueOn: PlainDate, today: PlainDate): string {
	return `We need more time to do this well. Your new date is ${dayWords(newDueOn, today)}. If you are not OK with that, tell us. It will not get you in trouble.`;
}

/** What a child chose when it was late, as staff read it: the words of the button they pressed. */
export const LATE_CHOICES = {
	waitUntil: 'I can wait until',
	wait: 'I can wait for now',
	talk: 'It is late. Please talk to me.'
} as const;
