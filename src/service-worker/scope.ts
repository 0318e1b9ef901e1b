/**
 * What we use of the worker's own world. Its types from the language would change what `self` is in
 * every other file as well.
 */
interface WorkerScope {
	readonly registration: ServiceWorkerRegistration;
	readonly clients: WorkerClients;
	skipWaiting(): Promise<void>;
	addEventListener(
		type: 'install' | 'activate' | 'message',
		listener: (event: LastingEvent) => void
	): void;
	addEventListener(type: 'push', listener: (event: PushedEvent) => void): void;
	addEventListener(type: 'notificationclick', listener: (event: PressedEvent) => void): void;
}

/** An event that lasts until what it waits for is done. */
export interface LastingEvent extends MessageEvent<unknown> {
	waitUntil(done: Promise<unknown>): void;
}

/** A message came, opened by the browser. */
export interface PushedEvent extends LastingEvent {
	readonly data: { text(): string } | null;
}

/** A notice was pressed. */
export interface PressedEvent extends LastingEvent {
	readonly notification: Notification;
}

/** The tabs of this browser. */
interface WorkerClients {
	matchAll(which: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly OpenTab[]>;
	openWindow(path: string): Promise<unknown>;
}

/** One of them. */
export interface OpenTab {
	readonly url: string;
	readonly focused: boolean;
	focus(): Promise<unknown>;
	postMessage(message: unknown): void;
}

export const scope = self as unknown as WorkerScope;
