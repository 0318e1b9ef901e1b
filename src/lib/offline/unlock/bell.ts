/** What the tabs of one device tell each other: to lock, that somebody is at it, that people changed. */
export type Ring = 'lock' | 'touched' | 'people';

export interface Bell {
	ring(what: Ring): void;
	/** Calls `hear` for what other tabs ring, never for one's own; until the returned function is called. */
	listen(hear: (what: Ring) => void): () => void;
}

/** The browser's own channel between tabs. */
export function openBell(name = 'say-so tabs'): Bell {
	const channel = new BroadcastChannel(name);
	return {
		ring: (what) => channel.postMessage(what),
		listen(hear) {
			const take = ({ data }: MessageEvent<Ring>) => hear(data);
			channel.addEventListener('message', take);
			return () => channel.removeEventListener('message', take);
		}
	};
}
