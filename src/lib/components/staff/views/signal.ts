import type { SignalState } from '#lib/components/staff/shell/OfflineBar.svelte';

/** What the bar under the header goes by. */
interface Now {
	/** Null where nobody knows: nothing was heard yet, or the server is broken. */
	hasSignal: boolean | null;
	/** How many things are only on this device; null where it keeps none. */
	waiting: number | null;
}

/**
 * What the bar says next, from what it said before. With a signal again it says what still goes, and
 * once that all went, so, until somebody closes it or goes to another page.
 */
export function nextSignal(before: SignalState, { hasSignal, waiting }: Now): SignalState {
	if (hasSignal === false) return { state: 'offline', waiting };
	if (hasSignal === null) return before;
	const sending = waiting ?? 0;
	switch (before.state) {
		case 'online':
		case 'allSent':
			return before;
		case 'offline':
			if (sending > 0) return { state: 'back', sending };
			return (before.waiting ?? 0) > 0 ? { state: 'allSent' } : { state: 'online' };
		case 'back':
			return sending > 0 ? { state: 'back', sending } : { state: 'allSent' };
	}
}
