import type { CallPromise } from '#lib/intake/promisedCall.ts';
import {
	calledLateWords,
	nobodyNowWords,
	numberKeptWords,
	toldWithoutNumberWords,
	toldWords,
	type NightTeam
} from '#lib/words/public/safety.ts';

/** What has happened so far to an answer that a child may not be safe. */
export interface AlertSoFar {
	/** When it was raised, in milliseconds. */
	raisedAt: number;
	/** They gave a number and asked to be called. */
	wantsCall: boolean;
	promise: CallPromise;
	nightTeam: NightTeam;
}

/** Who is told, as the pages name them. */
export const TOLD_TEAM = 'our team';

/** What the page says about it, a sentence a line. Nothing is said that may not be kept. */
export function sayCall(alert: AlertSoFar, nowMs: number): readonly string[] {
	const { promise, raisedAt, wantsCall, nightTeam } = alert;
	const told = { team: TOLD_TEAM, toldAt: raisedAt };
	switch (promise.kind) {
		case 'noDutyRoute':
		case 'nobodyNow':
			return [...(wantsCall ? numberKeptWords(TOLD_TEAM) : []), ...nobodyNowWords(nightTeam)];
		case 'call':
			if (!wantsCall) return toldWithoutNumberWords({ ...told, callBy: null });
			return nowMs <= promise.byMs
				? toldWords({ ...told, callBy: promise.byMs })
				: calledLateWords(promise.byMs);
	}
}
