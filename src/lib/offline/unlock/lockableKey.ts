import type { OwnKey } from '#lib/offline/device/ownKey.ts';

/** The device was locked: whoever still holds its key can do nothing with it. */
export class DeviceLocked extends Error {
	override name = 'DeviceLocked';
}

/**
 * A key that can be taken from everybody who was given it. What was begun before ends as it would
 * have; whatever is begun after `drop` rejects with `DeviceLocked`.
 */
export function lockableKey(key: OwnKey): { key: OwnKey; drop: () => void } {
	let held: OwnKey | null = key;
	const use = (): OwnKey => {
		if (!held) throw new DeviceLocked();
		return held;
	};
	return {
		key: {
			seal: async (place, value) => use().seal(place, value),
			open: async (place, sealed) => use().open(place, sealed)
		},
		drop: () => {
			held = null;
		}
	};
}
