import type { Cookies } from '@sveltejs/kit';

/** What a route needs of its event to read and set the visitor's one cookie. */
export interface CookieEvent {
	cookies: Cookies;
	url: URL;
}

/** Over plain http a browser refuses the name that promises https. */
const NAMES = { https: '__Host-visit', http: 'visit' } as const;

/** The value of the visitor's cookie, whatever it is worth. */
export function readVisit({ cookies, url }: CookieEvent): string | undefined {
	return cookies.get(nameAt(url));
}

/** Gives the browser its cookie; null leaves the one it has. It goes when the browser closes. */
export function setVisit({ cookies, url }: CookieEvent, value: string | null): void {
	if (value === null) return;
	cookies.set(nameAt(url), value, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
}

/** Takes the cookie away by name, and nothing else of this host. */
export function clearVisit({ cookies, url }: CookieEvent): void {
	cookies.delete(nameAt(url), { path: '/', secure: url.protocol === 'https:' });
}

function nameAt(url: URL): string {
	return url.protocol === 'https:' ? NAMES.https : NAMES.http;
}
