import type { Instant } from '#lib/domain/calendar/england.ts';
import type { DeviceEvidence } from '#lib/domain/offline/whenReceived.ts';

/** The clocks of the device, or a test's. */
export interface DeviceClocks {
	/** What the device shows, in milliseconds since 1970. Evidence only. */
	wallMs(): number;
	/** Milliseconds since the app was started, by a clock that nobody sets. */
	steadyMs(): number;
	/** "Europe/London" */
	zone(): string;
}

/** The clocks of this browser. */
export const BROWSER_CLOCKS: DeviceClocks = {
	wallMs: () => Date.now(),
	steadyMs: () => performance.now(),
	zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone
};

/** The last time that the server told this device, and how long ago that was. */
export class ServerTime {
	readonly #clocks: DeviceClocks;
	#lastServerAt: string | null = null;
	#heardAtMs: number | null = null;

	constructor(clocks: DeviceClocks) {
		this.#clocks = clocks;
	}

	/** The server has just said that it is this time there. */
	hear(serverAt: Instant): void {
		this.#lastServerAt = new Date(serverAt).toISOString();
		this.#heardAtMs = this.#clocks.steadyMs();
	}

	/** It was this time there when the app last heard, before it was started. */
	remember(serverAt: string): void {
		this.#lastServerAt ??= serverAt;
	}

	/** What the device knows of this moment, to be kept with what is done now. */
	evidence(): DeviceEvidence {
		const { wallMs, steadyMs, zone } = this.#clocks;
		return {
			deviceAt: new Date(wallMs()).toISOString(),
			zone: zone(),
			sinceServerMs: this.#heardAtMs === null ? null : Math.max(0, steadyMs() - this.#heardAtMs),
			lastServerAt: this.#lastServerAt
		};
	}
}
