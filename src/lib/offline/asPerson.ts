import type { Fetch } from '#lib/offline/server.ts';
import { PERSON_HEADER } from '#lib/wire/deviceRecord.ts';

/**
 * A way to the server that says for whom it asks, once a device is somebody's: where another person
 * is signed in in the same browser, the server answers as to nobody, and writes nothing in their name.
 */
export class AsPerson {
	/** Null while the device is nobody's: whoever is signed in is asked for. */
	personId: string | null = null;
	readonly fetch: Fetch;

	constructor(fetch: Fetch) {
		this.fetch = (input, init) => fetch(input, this.#withPerson(init));
	}

	#withPerson(init: RequestInit = {}): RequestInit {
		if (this.personId === null) return init;
		const headers = new Headers(init.headers);
		headers.set(PERSON_HEADER, this.personId);
		return { ...init, headers };
	}
}
