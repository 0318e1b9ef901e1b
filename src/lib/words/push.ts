/** What a device says while the app is shut, and the English of turning that on. */

import type { NotTurned, PushKind, PushState } from '#lib/domain/offline/devicePush.ts';

/** One notice, as it stands on a screen that anybody may see. It says nothing of what, who or where. */
export interface ShownNotice {
	title: string;
	body: string;
	/** Where a press on it leads. */
	to: string;
}

export const PUSHED: Readonly<Record<PushKind, ShownNotice>> = {
	alert: {
		title: 'You are needed now',
		body: 'Open the app to see what it is.',
		to: '/staff/alerts'
	},
	date: {
		title: 'A date needs you today',
		body: 'Open the app to see your list.',
		to: '/staff/today'
	}
};

/** Where what came cannot be read: a browser wants something shown for each message. */
export const PUSHED_UNREAD: ShownNotice = {
	title: 'Something needs you',
	body: 'Open the app to see what it is.',
	to: '/staff/today'
};

const STATES: Readonly<Record<PushState, string>> = {
	asking: 'Looking how it stands.',
	cannot:
		'This browser cannot do it. On an iPhone or iPad, add this site to the Home Screen and open it from there.',
	notOffered: 'Your office has not turned this on. You are told by e-mail as before.',
	blocked:
		'The browser blocks it. Press the sign beside the address at the top, or open the settings of the app on your device, allow notifications, and come back.',
	off: 'Off. You are told by e-mail only.',
	on: 'On. You are told here as well as by e-mail.'
};

/** How it stands, and what to do where it cannot be turned on. */
export function pushStateWords(state: PushState): string {
	return STATES[state];
}

const NOT_TURNED: Readonly<Record<NotTurned, string>> = {
	notAllowed: 'Not turned on: the browser was not allowed to. Press the button again to be asked.',
	noService:
		'Not turned on: this browser has no way to be told that we can use. Another browser may.',
	noSignal: 'Nothing changed: that needs a signal. Try again when you have one.',
	signedOut: 'Nothing changed: you are signed out. Sign in and try again.',
	other: 'Nothing changed: something broke on our side. Try again in 5 minutes.'
};

/** Why nothing changed, and what to do. */
export function notTurnedWords(because: NotTurned): string {
	return NOT_TURNED[because];
}
