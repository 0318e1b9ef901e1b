import { Desk } from './desk.svelte.ts';

let here: Desk | null = null;

/**
 * The desk of this window. It outlives a look at a page outside of the app, and with it what somebody is
 * writing where no device is theirs.
 */
export function deskHere(): Desk {
	return (here ??= new Desk((input, init) => fetch(input, init)));
}
