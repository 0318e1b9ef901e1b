import { keepKeyFile, type KeyFilePlace } from '#lib/server/backup/keyFile.ts';
import type { Service } from '#lib/server/service.ts';

/** A destroyed key is gone from the key backup this soon, also where its writing failed before. */
const LOOK_EVERY_MS = 10_000;

/**
 * Has the key backup written anew whenever a key was destroyed: at once where `eraseCase` says so,
 * and by looking every few seconds. `onFailed` is told once a trouble, not at each look.
 */
export function startKeeping(
	service: Service,
	place: KeyFilePlace,
	onFailed: (error: unknown) => void
): { stop(): Promise<void> } {
	const keep = () => keepKeyFile(service, place);
	service.keepKeyBackup = keep;
	let isFailing = false;
	let looking: Promise<void> | null = null;
	const look = async () => {
		try {
			await keep();
			isFailing = false;
		} catch (error) {
			if (!isFailing) onFailed(error);
			isFailing = true;
		}
	};
	const lookUnlessLooking = () => {
		looking ??= look().finally(() => {
			looking = null;
		});
	};
	lookUnlessLooking();
	const timer = setInterval(lookUnlessLooking, LOOK_EVERY_MS);
	return {
		async stop() {
			clearInterval(timer);
			await looking;
		}
	};
}
