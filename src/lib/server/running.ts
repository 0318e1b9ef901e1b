import type { Service } from '#lib/server/service.ts';

/** Kept on `globalThis`: when the development server reloads this module, the service stays. */
const PLACE = Symbol.for('say-so.service');
const holder = globalThis as { [PLACE]?: Service | undefined };

/** A page asked for the service before it was started: a bug in the start. */
export class NotStarted extends Error {
	override name = 'NotStarted';
}

/** The service of this process, as routes use it. Throws `NotStarted`. */
export function getService(): Service {
	const service = holder[PLACE];
	if (!service) throw new NotStarted('The service was not started');
	return service;
}

/** Sets the service at the start, and takes it away at the end. */
export function setService(service: Service | undefined): void {
	holder[PLACE] = service;
}
