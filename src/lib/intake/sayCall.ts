import { timeInEngland } from '#lib/domain/calendar/england.ts';
import type { CallPromise } from '#lib/intake/promisedCall.ts';
import { clockTimeWords } from '#lib/words/dates.ts';

/** What has happened so far to an answer that a child may not be safe. */
export interface AlertSoFar {
	/** When it was raised, in milliseconds. */
	raisedAt: number;
	/** They gave a number and asked to be called. */
	wantsCall: boolean;
	promise: CallPromise;
	/** "Night and day team"; null where the council has named none. */
	nightAndDayTeam: string | null;
}

/** What the page says about it, a sentence a line. Nothing is said that may not be kept. */
export function sayCall(alert: AlertSoFar, nowMs: number): readonly string[] {
	const { promise, raisedAt, wantsCall, nightAndDayTeam } = alert;
	switch (promise.kind) {
		case 'noDutyRoute':
			return ['Please call one of these numbers.'];
		case 'nobodyNow':
			return [
				'No one is reading this page now.',
				nightAndDayTeam ? `Call the ${lowerFirst(nightAndDayTeam)}.` : 'Call one of these numbers.',
				...(wantsCall ? ['We have kept your number.'] : [])
			];
		case 'call':
			return [
				`We told our team at ${sayTime(raisedAt)}.`,
				!wantsCall
					? 'Give us your number and someone will try to call you.'
					: nowMs <= promise.byMs
						? `Someone will try to call you by ${sayTime(promise.byMs)}.`
						: `We said we would call by ${sayTime(promise.byMs)}. If no one has, call one of these numbers.`
			];
	}
}

function sayTime(ms: number): string {
	return clockTimeWords(timeInEngland(ms));
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
