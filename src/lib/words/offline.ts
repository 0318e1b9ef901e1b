import { dateInEngland, type Instant } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { shortDayWords, timeWords } from '#lib/words/dates.ts';

/** Where one thing that somebody did on a device stands, as it says beside it. */
export type ItemShown =
	| { at: 'saved' }
	/** Of a recording or a picture, how much of it has gone, in bytes. */
	| { at: 'sending'; part?: { sentBytes: number; allBytes: number } }
	| { at: 'sent'; sentAt: Instant; today: PlainDate }
	| { at: 'needsYou' };

/** The words beside it: one of four, with the time or how far it is. */
export function itemWords(item: ItemShown): string {
	switch (item.at) {
		case 'saved':
			return 'Saved on this device. Not sent yet.';
		case 'sending':
			return item.part ? `Sending… ${partWords(item.part)}` : 'Sending…';
		case 'sent':
			return `Sent ${momentWords(item.sentAt, item.today)}`;
		case 'needsYou':
			return 'Needs you';
	}
}

/** The two ways of leaving a form that works with no signal. */
export const FINISH_AND_SEND = 'Finish and send';
export const KEEP_AS_DRAFT = 'Keep as draft';

/** On a case as the device holds it: what is not here. */
export const HELD_HERE =
	'This is what the device holds. Messages, papers and other people need a signal.';

/** Why an order cannot be given now. */
export const NEEDS_SIGNAL =
	'This needs a signal. Write a note now, and do it when you are back online.';

/** Of something that was to be taken out of what waits. */
export const GONE = 'It was not deleted: it may have been sent already.';
export const NOT_PUT_BACK =
	'It is not back yet: this device could not keep it. Stay on this page and press “Put it back” again.';

/** Why the device could not keep something, and what to do. */
export function notSavedWords(
	because: 'diskRefused' | 'notFoundAgain' | 'tooManyWaiting',
	press: string
): string {
	switch (because) {
		case 'diskRefused':
			return `Not saved. This device has no room for it, or does not let us keep it. It is only on this page. Leave the page open, and press ${press} again when you have a signal.`;
		case 'notFoundAgain':
			return `Not saved. We looked, and this device had not kept it. It is only on this page. Press ${press} again.`;
		case 'tooManyWaiting':
			return `Not saved. 500 things wait on this device already. It is only on this page. Go where there is a signal, wait until they are sent, then press ${press} again.`;
	}
}

/** Why what was written anew was not kept in the place of what was written. */
export function notEditedWords(
	because: 'diskRefused' | 'notFoundAgain' | 'onItsWay' | 'writtenElsewhere',
	press: string
): string {
	const asItWas = 'What you wrote first is still on this device.';
	switch (because) {
		case 'diskRefused':
			return `Not changed. This device has no room for it, or does not let us keep it. ${asItWas} Make room, then press ${press} again.`;
		case 'notFoundAgain':
			return `Not changed yet. We looked, and this device had not kept it. Press ${press} again.`;
		case 'onItsWay':
			return `Not changed. ${CANNOT_EDIT} Write what is new as a note on the case.`;
		case 'writtenElsewhere':
			return 'Not changed. It was changed in another window since you opened it. Open it again from the outbox to see how it is now.';
	}
}

/** Of something that was to be opened again. */
export const CANNOT_EDIT =
	'It is sent, or on its way, or was deleted, so it cannot be changed here.';

/** Above a form, where another of it was left half written, and what opens that. */
export const OTHER_HALF_WRITTEN = 'You have another one of these half written.';
export const GO_ON_WITH_OTHER = 'Go on with that one';

/** Said to who does not see it, once that is opened. */
export const OTHER_IS_HERE = 'The other one is open now.';

/** Of a form that its author leaves half written; `isOnDevice`: it outlives the app. */
export function keptAsDraftWords(isOnDevice: boolean): string {
	return isOnDevice
		? 'Kept on this device. Not sent yet.'
		: 'Kept while this app is open. Not sent yet.';
}

/** Of a draft that goes to its case by itself, until it is there. */
export const DRAFT_KEPT_HERE = 'Draft kept on this device';

/** Above a draft whose case could not be asked how it stands there; `keepsHere`: a device of their own. */
export function draftUnknownWords(keepsHere: boolean): string {
	const kept = keepsHere
		? 'What you write is kept on this device'
		: 'What you write is only on this page';
	return `We could not check what is written of this answer already. ${kept}, and goes to the case when there is a signal.`;
}

/** Above the form of a letter, where what was typed in it is on this device and not kept in its case. */
export const LETTER_FOUND = {
	notKept: 'What you had typed and not kept is here again. Press “Keep the draft”.',
	older:
		'This letter was changed after you typed this, so it cannot be kept. Copy what you need, then delete it here to see how the letter is now.'
} as const;
export const DELETE_LETTER_HERE = 'Delete what I typed';

/** A letter that was to be kept and no answer came; `keepsHere`: on a device of their own. */
export function letterNotKept(keepsHere: boolean): string {
	return keepsHere
		? 'Not kept in the case: there is no signal, or something broke on our side. It is kept on this device. Press “Keep the draft” again when you have a signal.'
		: 'Not kept: there is no signal, or something broke on our side. It is only on this page. Press “Keep the draft” again when you have a signal.';
}

/** On a form that is opened again, where it says how somebody may be reached. */
export const ENTER_AGAIN =
	'Numbers, addresses and names of trusted people cannot be read again on this device. Enter them again.';

/** The bar while there is no signal, on a device that keeps nothing. */
export const NOTHING_SENDS_ITSELF =
	'You are offline. You can read and write here, but nothing sends itself: press its button when you have a signal.';

/** The bar under the header while there is no signal. `waiting`: how many things are not sent. */
export function offlineWords(waiting: number): string {
	const start = 'You are offline. You can keep working.';
	return waiting === 0 ? start : `${start} ${things(waiting)} will send when you are back.`;
}

/** The same bar once there is a signal again; `waiting` is how many things still go. */
export function backOnlineWords(waiting: number): string {
	return waiting === 0 ? 'All sent.' : `Back online. Sending ${things(waiting)}.`;
}

/** At the top of a page that shows what the device heard last. */
export function heardLastWords(heardAt: Instant, today: PlainDate): string {
	return `From ${momentWords(heardAt, today)}. We could not check for changes.`;
}

/** Before somebody signs out with work that only this device has; null where there is none. */
export function signOutWords(waiting: number): string | null {
	if (waiting === 0) return null;
	return waiting === 1
		? '1 thing is still only on this device. Send it or it will be lost.'
		: `${waiting} things are still only on this device. Send them or they will be lost.`;
}

/**
 * That the device's clock is wrong, by so many milliseconds, fast where more than 0. Null where it
 * is right, or cannot be told.
 */
export function clockErrorWords(errorMs: number | null): string | null {
	if (errorMs === null || errorMs === 0) return null;
	const howWrong = `${roughly(Math.abs(errorMs))} ${errorMs > 0 ? 'fast' : 'slow'}`;
	return `The clock on this device is about ${howWrong}. No deadline is counted by it. Please put it right.`;
}

/** "2.32pm" today, "Tue 1 Dec, 2.32pm" on another day. */
export function momentWords(at: Instant, today: PlainDate): string {
	const date = dateInEngland(at);
	return date === today ? timeWords(at) : `${shortDayWords(date, today)}, ${timeWords(at)}`;
}

function things(count: number): string {
	return count === 1 ? '1 thing' : `${count} things`;
}

const BYTES_A_MB = 1_000_000;

/** "3 of 5 MB": what has gone is rounded down, and the whole up, so that it is never done too soon. */
function partWords({ sentBytes, allBytes }: { sentBytes: number; allBytes: number }): string {
	return `${Math.floor(sentBytes / BYTES_A_MB)} of ${Math.ceil(allBytes / BYTES_A_MB)} MB`;
}

const MINUTE_MS = 60_000;

/** From one of a unit to the next there are two of it: 90 minutes, then 2 hours. */
function roughly(ms: number): string {
	const minutes = ms / MINUTE_MS;
	if (minutes < 120) return amount(minutes, 'minute');
	if (minutes < 2 * 1440) return amount(minutes / 60, 'hour');
	if (minutes < 2 * 525_600) return amount(minutes / 1440, 'day');
	return amount(minutes / 525_600, 'year');
}

function amount(count: number, unit: string): string {
	const whole = Math.max(1, Math.round(count));
	return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
