import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerShell, type RegisteredShell } from '#lib/offline/shell/registerShell.ts';

// The browser's own part is stood in for: which worker leads the page, which one waits, and that a
// page starts anew.

class Worker extends EventTarget {
	readonly heard: unknown[] = [];
	readonly scriptURL = 'https://staff.example/service-worker.js';
	state = 'installed';

	postMessage(message: unknown): void {
		this.heard.push(message);
	}
}

class Registration extends EventTarget {
	installing: Worker | null = null;
	waiting: Worker | null = null;
	active: Worker | null = null;
	update = () => Promise.resolve();
}

let registration: Registration;
let container: EventTarget;
let startedAnew: number;
let offered: boolean[];
let isDirty: boolean;
let shell: RegisteredShell | null;
beforeEach(() => {
	startedAnew = 0;
	offered = [];
	isDirty = false;
	registration = new Registration();
	registration.active = new Worker();
	container = Object.assign(new EventTarget(), {
		controller: registration.active,
		register: () => Promise.resolve(registration),
		getRegistration: () => Promise.resolve(registration)
	});
	vi.stubGlobal('navigator', { serviceWorker: container });
	vi.stubGlobal('document', { readyState: 'complete' });
	vi.stubGlobal('location', {
		href: 'https://staff.example/staff/today',
		reload: () => (startedAnew += 1)
	});
	vi.stubGlobal(
		'MessageChannel',
		class {
			port1 = {};
			port2 = {};
		}
	);
});
afterEach(() => {
	shell?.stop();
	vi.unstubAllGlobals();
});

/** The app is opened while that worker of a newer version waits. */
async function openWith(waiting: Worker): Promise<void> {
	registration.waiting = waiting;
	shell = registerShell({ isDirty: () => isDirty, offer: (isReady) => offered.push(isReady) });
	await vi.waitFor(() => expect(offered).toContain(true));
}

async function press(): Promise<void> {
	shell?.update();
	await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('“Update now”', () => {
	it('has the newer version take over, and starts the page anew once it has', async () => {
		const newer = new Worker();
		await openWith(newer);
		await press();
		expect(newer.heard).toEqual([{ type: 'SKIP_WAITING' }]);
		expect(startedAnew).toBe(0);
		container.dispatchEvent(new Event('controllerchange'));
		expect(startedAnew).toBe(1);
	});

	it('starts the page anew where another window took it, while a yet newer one is fetched', async () => {
		await openWith(new Worker());
		registration.active = registration.waiting;
		registration.waiting = null;
		registration.installing = new Worker();
		await press();
		expect(startedAnew).toBe(1);
	});

	it('takes the yet newer one that took the place of the one that waited, after the press', async () => {
		const newer = new Worker();
		await openWith(newer);
		await press();
		const newest = new Worker();
		newer.state = 'redundant';
		registration.waiting = newest;
		const taken = () => expect(newest.heard).toEqual([{ type: 'SKIP_WAITING' }]);
		await vi.waitFor(taken, { timeout: 10_000 });
	});

	it('does nothing while something is half written', async () => {
		const newer = new Worker();
		await openWith(newer);
		isDirty = true;
		await press();
		expect(newer.heard).toEqual([]);
		expect(startedAnew).toBe(0);
	});
});
