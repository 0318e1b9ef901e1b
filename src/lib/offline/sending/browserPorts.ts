import type { SenderPorts } from '#lib/offline/sending/sender.ts';
import type { Fetch } from '#lib/offline/server.ts';

/** What this browser gives a sender: one lock and one channel for all tabs of a person. */
export function browserPorts(personId: string, fetch: Fetch): SenderPorts {
	const name = `say-so sending ${personId}`;
	return {
		fetch,
		alone: <T>(work: () => Promise<T>) =>
			navigator.locks.request(name, { ifAvailable: true }, (lock) =>
				lock ? work() : Promise.resolve(null)
			) as Promise<T | null>,
		tabs: openTabs(name),
		later(waitMs, work) {
			const timer = setTimeout(work, waitMs);
			return () => clearTimeout(timer);
		},
		chance: () => Math.random()
	};
}

function openTabs(name: string): SenderPorts['tabs'] {
	const channel = new BroadcastChannel(name);
	let isOpen = true;
	return {
		// A run that was under way when its sender was stopped ends later, and has nobody to tell.
		tell: () => {
			if (isOpen) channel.postMessage('changed');
		},
		hear(listener) {
			channel.addEventListener('message', listener);
			return () => {
				isOpen = false;
				channel.close();
			};
		}
	};
}

/** How often a page that is looked at sends and hears. */
const EVERY_MS = 60_000;

/**
 * Calls `send` at once, when the signal comes back, when the page is looked at again, and every
 * minute while it is. Ends by the function given.
 */
export function sendAtTheRightTimes(send: () => void): () => void {
	const look = () => {
		if (document.visibilityState === 'visible') send();
	};
	const timer = setInterval(look, EVERY_MS);
	window.addEventListener('online', send);
	document.addEventListener('visibilitychange', look);
	send();
	return () => {
		clearInterval(timer);
		window.removeEventListener('online', send);
		document.removeEventListener('visibilitychange', look);
	};
}
