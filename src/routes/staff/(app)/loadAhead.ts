import { keeperHere } from '#lib/offline/unlock/browserKeeper.ts';

/**
 * Begins to load a part of the app at once where no lock stands before it, so that it is on its way
 * before there is anything to draw it in. Behind a lock it comes in its own time.
 */
export function loadAhead(load: () => Promise<unknown>): void {
	// The server reads this file too, and has no device.
	if (typeof indexedDB === 'undefined') return;
	let isDone = false;
	const unsubscribe = keeperHere().keeper.subscribe((state) => {
		if (isDone || state.at === 'opening') return;
		isDone = true;
		// Where it does not come, that is said by what was to draw it.
		if (!('people' in state)) load().catch(() => undefined);
		queueMicrotask(() => unsubscribe());
	});
}
