import { sayRefused } from '#lib/components/staff/views/refused.ts';
import type { Given } from '#lib/offline/store.ts';
import { NEEDS_SIGNAL, notSavedWords } from '#lib/words/offline.ts';
import type { PartNames } from '#lib/words/refusals.ts';

/**
 * What an act came to: done, or a sentence that says why not and what to do. `isRefused`: the rules
 * said no, so nothing was changed; without an answer that is not known.
 */
export type Done =
	/** `isKept`: it lies on this device, and goes when there is a signal. */
	| { done: true; isKept: boolean; commandId: string }
	| { done: false; sentence: string; isRefused: boolean };

/** The button that was pressed, as a sentence names it. */
export function pressOf(button: string | undefined): string {
	return button ? `“${button}”` : 'the button';
}

interface Saying {
	parts: PartNames;
	press: string;
	keepsHere: boolean;
}

/** What an order came to, in words. The page itself says what is still safe: here stands only what happened, and what to press. */
export function sayGiven(given: Given, { parts, press, keepsHere }: Saying): Done {
	const { commandId } = given;
	if (given.done) return { done: true, isKept: false, commandId };
	if ('kept' in given) return { done: true, isKept: true, commandId };
	if ('refusal' in given) {
		return { done: false, sentence: sayRefused(given.refusal, parts), isRefused: true };
	}
	const notSent = (sentence: string): Done => ({ done: false, sentence, isRefused: false });
	if (given.diskSays) return notSent(notSavedWords(given.diskSays, press));
	switch (given.standing) {
		case 'signedOut':
			return notSent(
				`Not sent. You are signed out. Sign in again in another tab, then press ${press} again.`
			);
		case 'noSignal':
			return notSent(
				keepsHere
					? NEEDS_SIGNAL
					: `Not sent. It is only on this page. Press ${press} again when you have a signal.`
			);
		case 'asking':
		case 'upToDate':
		case 'serverBroken':
			return notSent(`Not sent. Something broke on our side. Press ${press} again in 5 minutes.`);
	}
}
