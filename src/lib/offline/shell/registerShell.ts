import { Workbox } from 'workbox-window';

/** What keeps the app itself on the device, as the pages see it. */
export interface RegisteredShell {
	/** Looks again whether a newer version may be offered: something may be half written now. */
	look(): void;
	/** Starts the newer version, where nothing is half written: this tab starts anew. */
	update(): void;
	/** Offers it no more until the app is started again, which is when it is taken anyway. */
	later(): void;
	stop(): void;
}

const WORKER = '/service-worker.js';
const SCOPE = '/staff/';
/** An app that stays open for days hears of a newer version all the same. */
const ASK_EVERY_MS = 60 * 60_000;
/** Whoever was told to take over has done so after so long, or another took its place. */
const TAKE_OVER_MS = 1_000;

/**
 * Keeps the staff app itself on this device, for the staff pages and no others, so that it opens with
 * no signal. A newer version is never started by itself: `offer` is told when there is one and nothing
 * is half written (`isDirty`), and again when that changes. Null where the browser cannot keep it.
 *
 * Source: security 3.9.
 */
export function registerShell({
	isDirty,
	offer
}: {
	isDirty: () => boolean;
	offer: (isReady: boolean) => void;
}): RegisteredShell | null {
	if (!('serviceWorker' in navigator)) return null;
	const workbox = new Workbox(WORKER, { scope: SCOPE });
	let isWaiting = false;
	const look = () => offer(isWaiting && !isDirty());
	workbox.addEventListener('waiting', () => {
		isWaiting = true;
		look();
	});
	// No signal, or a browser that forbids it: the app works all the same, only not without a signal.
	const ask = () => void workbox.update().catch(() => undefined);
	void workbox.register().catch(() => undefined);
	const asking = setInterval(ask, ASK_EVERY_MS);
	let isPressed = false;
	let lookingAgain: ReturnType<typeof setTimeout> | undefined;
	const startAnew = () => location.reload();
	const takeOver = async () => {
		const { controller } = navigator.serviceWorker;
		const there = await navigator.serviceWorker.getRegistration(SCOPE);
		// A page that was loaded past the worker is never told that another took over. And where none waits
		// any more, another window took it, or it has just taken over: what leads now is the newest there is.
		const isOver = controller === null || !there?.waiting;
		workbox.messageSkipWaiting();
		if (isOver) startAnew();
		// A yet newer one that was being fetched may take the place of the one that was told.
		else lookingAgain = setTimeout(() => void takeOver(), TAKE_OVER_MS);
	};
	return {
		look,
		update() {
			look();
			if (!isWaiting || isDirty() || isPressed) return;
			isPressed = true;
			workbox.addEventListener('controlling', startAnew);
			void takeOver();
		},
		later() {
			isWaiting = false;
			look();
		},
		stop() {
			clearInterval(asking);
			clearTimeout(lookingAgain);
		}
	};
}
