/**
 * What we use of the worker's own world. Its types from the language would change what `self` is in
 * every other file as well.
 */
interface WorkerScope {
	readonly registration: ServiceWorkerRegistration;
	skipWaiting(): Promise<void>;
	addEventListener(
		type: 'install' | 'activate' | 'message',
		listener: (event: LastingEvent) => void
	): void;
}

/** An event that lasts until what it waits for is done. */
export interface LastingEvent extends MessageEvent<unknown> {
	waitUntil(done: Promise<unknown>): void;
}

export const scope = self as unknown as WorkerScope;
