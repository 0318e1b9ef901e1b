import type { KeptDrafts } from '#lib/offline/unlock/drafts.ts';
import type { DeviceHere } from '../deviceHere.svelte.ts';

/**
 * Saves what is half written when the page goes out of sight, is closed, or the device locks. `filesKept`
 * ends once the recordings and pictures beside it lie there too.
 */
export function saveOnLeaving(
	drafts: KeptDrafts,
	device: DeviceHere,
	filesKept: () => Promise<void>
): () => void {
	const save = () => void drafts.save();
	document.addEventListener('visibilitychange', save);
	window.addEventListener('pagehide', save, { capture: true });
	const unhear = device.onLock(async () => {
		await Promise.all([drafts.save(), filesKept()]);
	});
	return () => {
		document.removeEventListener('visibilitychange', save);
		window.removeEventListener('pagehide', save, { capture: true });
		unhear();
	};
}
