import { closeNotices } from '#lib/offline/shell/notices.ts';

/** What the tabs of one browser tell each other. */
const NAME = 'device';

/** Tells the other tabs of this browser that the device is handed to a young person, and clears its screen. */
export function sayHandedOver(): void {
	const channel = new BroadcastChannel(NAME);
	channel.postMessage('handedOver');
	channel.close();
	closeNotices();
}

/** Calls `act` when another tab hands the device over. Ends by the function given. */
export function onHandedOver(act: () => void): () => void {
	const channel = new BroadcastChannel(NAME);
	channel.onmessage = act;
	return () => channel.close();
}
