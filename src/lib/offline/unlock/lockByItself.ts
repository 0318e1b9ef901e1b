import { lockBecause, type InUse, type Moment } from './autoLock.ts';
import type { Bell } from './bell.ts';
import type { Keeper } from './keeper.ts';

const SIGNS = ['pointerdown', 'keydown', 'scroll'] as const;
/** How often it looks, beside looking whenever the page is seen again. */
const LOOK_EVERY_MS = 5_000;
/** How often the time that passed is written down, and other tabs hear that somebody is at it. */
const TELL_EVERY_MS = 60_000;
const TOUCHED_EVERY_MS = 10_000;

/**
 * Locks the device after a while out of sight or untouched, and when its page is closed. It looks
 * before a page that was out of sight is drawn again. Ends by the function given.
 */
export function lockByItself(keeper: Keeper, bell: Bell, now: () => Moment): () => void {
	let inUse: InUse = { touchedAt: now(), hiddenAt: document.hidden ? now() : null };
	let toldAt = now();
	let noteAt = now();

	const look = () => {
		const because = isOpen() ? lockBecause(inUse, now()) : null;
		if (because) keeper.lock(because);
		if (now().steadyMs - noteAt.steadyMs < TELL_EVERY_MS) return;
		noteAt = now();
		void keeper.look();
	};
	const touch = () => {
		// Whoever wakes a tablet touches it first: what was over by then stays over.
		look();
		inUse = { ...inUse, touchedAt: now() };
		if (now().steadyMs - toldAt.steadyMs < TOUCHED_EVERY_MS) return;
		toldAt = now();
		bell.ring('touched');
	};
	const see = () => {
		look();
		if (document.hidden) inUse = { ...inUse, hiddenAt: now() };
		else inUse = { touchedAt: now(), hiddenAt: null };
	};
	const close = () => keeper.lock('closed');
	// Where nothing is shown, nothing is locked: what is half written there lies nowhere else.
	const isOpen = () => keeper.current().at === 'unlocked';

	const unhear = bell.listen((what) => {
		if (what !== 'touched') return;
		look();
		inUse = { ...inUse, touchedAt: now() };
	});
	let wasOpen = false;
	const unsubscribe = keeper.subscribe(() => {
		if (isOpen() && !wasOpen) {
			inUse = { touchedAt: now(), hiddenAt: document.hidden ? now() : null };
		}
		wasOpen = isOpen();
	});
	const timer = setInterval(look, LOOK_EVERY_MS);
	for (const sign of SIGNS) window.addEventListener(sign, touch, { passive: true, capture: true });
	document.addEventListener('visibilitychange', see);
	window.addEventListener('pageshow', look);
	window.addEventListener('focus', look);
	window.addEventListener('pagehide', close);
	return () => {
		unhear();
		unsubscribe();
		clearInterval(timer);
		for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true });
		document.removeEventListener('visibilitychange', see);
		window.removeEventListener('pageshow', look);
		window.removeEventListener('focus', look);
		window.removeEventListener('pagehide', close);
	};
}
