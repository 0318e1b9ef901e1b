/** What the worker and its tabs say to each other of notices on the device's screen. */
export const NOTICE_MESSAGES = { open: 'OPEN_FROM_NOTICE', close: 'CLOSE_NOTICES' } as const;

/**
 * Takes every notice of ours off the screen. The worker does it, since the page may be on its way out;
 * where none leads the page there is none to take.
 */
export function closeNotices(): void {
	if (!('serviceWorker' in navigator)) return;
	navigator.serviceWorker.controller?.postMessage({ type: NOTICE_MESSAGES.close });
}

/** Calls `open` with the address, on the staff side, of a notice that was pressed. Ends by the function given. */
export function onNoticePressed(open: (to: string) => void): () => void {
	if (!('serviceWorker' in navigator)) return () => undefined;
	const hear = ({ data }: MessageEvent<unknown>) => {
		const { type, to } = (data ?? {}) as { type?: unknown; to?: unknown };
		const isOurs = type === NOTICE_MESSAGES.open && typeof to === 'string';
		if (isOurs && to.startsWith('/staff/')) open(to);
	};
	navigator.serviceWorker.addEventListener('message', hear);
	return () => navigator.serviceWorker.removeEventListener('message', hear);
}
