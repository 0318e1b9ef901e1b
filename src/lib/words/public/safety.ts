import type { Instant } from '#lib/domain/calendar/england.ts';
import { timeWords } from '#lib/words/dates.ts';
import { wholeNumber } from '#lib/words/telephones.ts';

/** Who is told of somebody who may not be safe, and what may be promised. */
export interface ToldOfDanger {
	/** "the duty team". */
	team: string;
	toldAt: Instant;
	/** The latest moment at which somebody calls; null where no call can be promised. */
	callBy: Instant | null;
}

/** The night and day team; `telephone` empty where the council has given none. */
export interface NightTeam {
	name: string;
	telephone: string;
}

/** What happened because of the answer, once a call can be promised (C4b). */
export function toldWords({ team, toldAt, callBy }: ToldOfDanger): readonly string[] {
	const told = `We have told ${team} at ${timeWords(toldAt)}.`;
	return callBy === null ? [told] : [told, `Someone will try to call you by ${timeWords(callBy)}.`];
}

/** What happened, with no number to call them on: the alert stands all the same. */
export function toldWithoutNumberWords({ team, toldAt }: ToldOfDanger): readonly string[] {
	return [
		`We have told ${team} at ${timeWords(toldAt)}.`,
		'Give us a number and someone will try to call you.'
	];
}

/** Nobody would see it before the office opens again: whom to ring instead. */
export function nobodyNowWords({ name, telephone }: NightTeam): readonly string[] {
	const call =
		telephone === ''
			? 'Call 999 or Childline.'
			: `Call the ${lower(name)} on ${wholeNumber(telephone)}.`;
	return ['No one is reading this page now.', call];
}

/** They left a number while nobody is there: what becomes of it, before whom to ring instead. */
export function numberKeptWords(team: string): readonly string[] {
	return [`We have your number. ${upper(team)} will see it when they are back.`];
}

/**
 * The first line of the check page: what has gone already, and what has not (C12). Where nobody
 * is there to see it, it does not say that anybody was told.
 */
export function checkStatus(
	toldTeam: string | null,
	isSomeoneThere: boolean,
	whom: 'you' | 'someone' = 'you'
): string {
	if (toldTeam === null) return 'Nothing has been sent yet.';
	const told = isSomeoneThere
		? `We have told ${toldTeam} ${whom} may not be safe.`
		: `${upper(toldTeam)} will see that ${whom} may not be safe when they are back.`;
	return `${told} The rest has not been sent yet.`;
}

/** Deleting what was written does not take back an alert (C4b, C12). */
export function alertStaysWords(toldTeam: string): string {
	return `We have told ${toldTeam} you may not be safe. That is not deleted. They will still try to help.`;
}

function upper(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

function lower(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The time by which somebody was to call has passed. */
export function calledLateWords(callBy: Instant): readonly string[] {
	return [
		`We said someone would call by ${timeWords(callBy)}.`,
		'If no one has called, that is our fault. Please call one of these numbers.'
	];
}

/** The page of help where the child they tell us of is not safe: it speaks of the child. */
export const HELPERS_HELP = {
	heading: 'Let us get the child help now',
	danger: 'If the child is in danger',
	childline: 'For the child. Free, any time.',
	call: 'Can we call you about this?',
	callLater: 'Can we call you about this when we are back?'
} as const;
