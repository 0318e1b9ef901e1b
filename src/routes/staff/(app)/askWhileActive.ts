/** How often a page that somebody works on asks what has changed. */
const ASK_EVERY_MS = 60_000;
const SIGNS = ['pointerdown', 'keydown', 'scroll'] as const;

/**
 * Calls `ask` every minute in which somebody touched the page, and when it is looked at again.
 * A page left alone asks nothing, so that the sign-in ends by itself. Ends by the function given.
 */
export function askWhileActive(ask: () => void): () => void {
	let isActive = false;
	const note = () => (isActive = true);
	const timer = setInterval(() => {
		if (isActive) ask();
		isActive = false;
	}, ASK_EVERY_MS);
	const look = () => {
		if (document.visibilityState === 'visible') note();
	};
	for (const sign of SIGNS) window.addEventListener(sign, note, { passive: true });
	window.addEventListener('online', ask);
	document.addEventListener('visibilitychange', look);
	return () => {
		clearInterval(timer);
		for (const sign of SIGNS) window.removeEventListener(sign, note);
		window.removeEventListener('online', ask);
		document.removeEventListener('visibilitychange', look);
	};
}
