import { dateInEngland, type Instant } from '#lib/domain/calendar/england.ts';
import { shortDay, timeWords } from '#lib/words/dates.ts';

/** The English of a device that keeps work for when there is no signal. */

/** What trying to unlock came to, as `keeperState.ts` has it. */
const NOT_UNLOCKED = {
	wrong: 'That is not your passphrase. Try again: small and capital letters do not matter.',
	gone: 'What could be read here is deleted, because the time for it was over. Sign in to set the device up again. What is not sent is still here.',
	cancelled: 'The passkey was not used. Press the button again, or use your passphrase.',
	noSecret: 'This passkey does not open the device any more. Use your passphrase.',
	notThere: 'That passkey is not on this device. Use your passphrase.',
	cannotStretch: 'The device has too little memory free. Close other apps and try again.',
	storageRefused:
		'The browser does not let us read what is kept here. Close the app and open it again.',
	overtaken: 'It was locked in another tab. Try again.'
} as const;

/** Why a device did not open, and what to do. */
export function notUnlockedWords(because: keyof typeof NOT_UNLOCKED): string {
	return NOT_UNLOCKED[because];
}

/** Why a passkey was not made for a device, and what to do instead. */
export function noPasskeyWords(because: 'cancelled' | 'noSecret' | 'notThere'): string {
	switch (because) {
		case 'cancelled':
			return 'No passkey was made. Press the button again, or choose a passphrase.';
		case 'noSecret':
			return 'The passkeys of this device cannot lock what is kept here. Choose a passphrase.';
		case 'notThere':
			return 'This browser has no passkeys for us. Choose a passphrase.';
	}
}

/** Why a device was not set up, and what to do. */
export function notSetUpWords(
	because:
		| 'tooManyDevices'
		| 'noSignal'
		| 'signedOut'
		| 'storageRefused'
		| 'cannotStretch'
		| 'missing'
		| 'other'
): string {
	switch (because) {
		case 'tooManyDevices':
			return 'You have as many devices as one person may. Remove one of them below, then try again.';
		case 'noSignal':
			return 'Not set up: that needs a signal. Try again when you have one.';
		case 'signedOut':
			return 'Not set up: you are signed out. Sign in and try again.';
		case 'storageRefused':
			return 'This browser keeps nothing for us. A private window does that, or a full disk. Open this page in a normal window, or make room, and try again.';
		case 'cannotStretch':
			return 'The device has too little memory free for a passphrase. Close other apps and try again.';
		case 'missing':
			return 'Your work here needs a signal: nothing of it is kept on a device.';
		case 'other':
			return 'Not set up: something broke on our side. Try again in 5 minutes.';
	}
}

/** '2 things are still only on this device. Send them or they will be lost.' */
export function onlyHereWords(count: number): string {
	return count === 1
		? '1 thing is still only on this device. Send it or it will be lost.'
		: `${count} things are still only on this device. Send them or they will be lost.`;
}

/** How far a passphrase is from being long enough, said while it is typed. */
export function passphraseWords({
	isLongEnough,
	words,
	length
}: {
	isLongEnough: boolean;
	words: number;
	length: number;
}): string {
	if (length === 0) return 'Five words or more, such as things you see from your window.';
	if (isLongEnough) return 'Long enough.';
	const counted = words === 1 ? '1 word so far' : `${words} words so far`;
	return `Too short: ${counted}. Five different words, or 20 letters.`;
}

/** '1.2 MB', '0 MB' for nothing. */
export function spaceWords(bytes: number): string {
	const mb = bytes / 1_000_000;
	return mb >= 10 ? `${Math.round(mb)} MB` : `${Math.round(mb * 10) / 10} MB`;
}

/** Since when a device is somebody's, and when it last reached us, in two sentences. */
export function reachedWords(device: { enrolledAt: Instant; lastHeardAt: Instant | null }): string {
	const { enrolledAt, lastHeardAt } = device;
	const day = (at: Instant) => shortDay(dateInEngland(at));
	const since = `Set up ${day(enrolledAt)}.`;
	if (lastHeardAt === null) return `${since} It has not reached us since.`;
	return `${since} Last reached us ${day(lastHeardAt)} at ${timeWords(lastHeardAt)}.`;
}

/** What becomes of a device that was taken from its person. */
export const DEVICE_REMOVED = 'Removed. It forgets everything when it next reaches us.';

/** Before somebody signs out, or hands the device over, with what is half written in the page alone. */
export const HALF_ON_PAGE = 'You have something half written. It is only on this page.';
export const HALF_LOST_BY_SIGN_OUT = 'If you sign out now, it is lost.';
export const HALF_LOST_BY_LENDING = 'Finish it first: it is lost when you hand the device over.';
