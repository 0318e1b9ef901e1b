import type { BrowserSubscription } from '#lib/wire/devicePush.ts';

/** What the browser itself knows of telling its person, and does. */
export interface BrowserPush {
	/** `cannot`: this browser has no such thing. */
	permission(): 'cannot' | 'granted' | 'denied' | 'default';
	/** Asks the person. Only on a press of theirs. */
	ask(): Promise<'granted' | 'denied' | 'default'>;
	/** What was turned on here, and by which key; null for nothing. */
	current(): Promise<(BrowserSubscription & { publicKey: string }) | null>;
	/** Turns it on, in place of what was on by another key. Null where the browser has no service. */
	turnOn(publicKey: string): Promise<BrowserSubscription | null>;
	turnOff(): Promise<void>;
	/** One after the other over all tabs: else what is said anew undoes what is just being turned off. */
	alone<Result>(act: () => Promise<Result>): Promise<Result>;
}

const SCOPE = '/staff/';

/** This browser. */
export const BROWSER_PUSH: BrowserPush = {
	permission: () => (isHere() ? Notification.permission : 'cannot'),
	ask: () => Notification.requestPermission(),
	async current() {
		const found = await findSubscription();
		const read = found && readSubscription(found);
		if (!read) return null;
		return { ...read, publicKey: writeBytes(found.options.applicationServerKey) };
	},
	async turnOn(publicKey) {
		const found = await findSubscription();
		if (found && writeBytes(found.options.applicationServerKey) !== publicKey) {
			await found.unsubscribe();
		}
		const registration = await navigator.serviceWorker.getRegistration(SCOPE);
		try {
			const made = await registration?.pushManager.subscribe({
				userVisibleOnly: true,
				applicationServerKey: publicKey
			});
			return made ? readSubscription(made) : null;
		} catch {
			// No line to the browser's own service, or it has none.
			return null;
		}
	},
	async turnOff() {
		await (await findSubscription())?.unsubscribe();
	},
	alone: (act) => navigator.locks?.request('push', act) ?? act()
};

function isHere(): boolean {
	return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

async function findSubscription(): Promise<PushSubscription | null> {
	if (!isHere()) return null;
	const registration = await navigator.serviceWorker.getRegistration(SCOPE);
	return (await registration?.pushManager.getSubscription()) ?? null;
}

function readSubscription(subscription: PushSubscription): BrowserSubscription | null {
	const [p256dh, auth] = [subscription.getKey('p256dh'), subscription.getKey('auth')];
	if (!p256dh || !auth) return null;
	return { endpoint: subscription.endpoint, p256dh: writeBytes(p256dh), auth: writeBytes(auth) };
}

function writeBytes(bytes: ArrayBuffer | null): string {
	const text = String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer()));
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
