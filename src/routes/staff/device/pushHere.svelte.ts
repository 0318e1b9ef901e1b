import { BROWSER_PUSH } from '#lib/offline/device/browserPush.ts';
import { lookAtPush, turnPushOff, turnPushOn } from '#lib/offline/device/devicePush.ts';
import type { PushState } from '#lib/domain/offline/devicePush.ts';
import { notTurnedWords } from '#lib/words/push.ts';

const askServer = (input: string, init?: RequestInit) => fetch(input, init);

/** Being told on this device, as its page shows it. */
export class PushHere {
	state = $state<PushState>('asking');
	failed = $state('');
	isTurning = $state(false);

	/** Looks how it stands for that device; with no signal it stays as it was. */
	async look(deviceId: string): Promise<void> {
		this.state = (await lookAtPush(askServer, BROWSER_PUSH, deviceId)) ?? this.state;
	}

	/** Turns it on or off, and says how it stands then. */
	async turn(deviceId: string, isOn: boolean): Promise<void> {
		this.isTurning = true;
		const act = isOn ? turnPushOn : turnPushOff;
		const because = await act(askServer, BROWSER_PUSH, deviceId);
		await this.look(deviceId);
		// Where the browser blocks it for good, how it stands says so.
		this.failed = because && this.state !== 'blocked' ? notTurnedWords(because) : '';
		this.isTurning = false;
	}

	/** The device is its person's no more: the browser's part goes too. */
	async end(): Promise<void> {
		await BROWSER_PUSH.turnOff().catch(() => undefined);
	}
}
