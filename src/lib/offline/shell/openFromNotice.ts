/** What the worker says to a tab in which a notice was pressed for. */
export const OPEN_MESSAGE = 'OPEN_FROM_NOTICE';

/** Calls `open` with the address, on the staff side, of a notice that was pressed. Ends by the function given. */
export function onNoticePressed(open: (to: string) => void): () => void {
	if (!('serviceWorker' in navigator)) return () => undefined;
	const hear = ({ data }: MessageEvent<unknown>) => {
		const { type, to } = (data ?? {}) as { type?: unknown; to?: unknown };
		if (type === OPEN_MESSAGE && typeof to === 'string' && to.startsWith('/staff/')) open(to);
	};
	navigator.serviceWorker.addEventListener('message', hear);
	return () => navigator.serviceWorker.removeEventListener('message', hear);
}
