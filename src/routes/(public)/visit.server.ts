import type { Cookies } from '@sveltejs/kit';

/** What a route needs of its event to read and set the visitor's one cookie. */
export interface CookieEvent {
	cookies: Cookies;
	url: URL;
}

/** A value that is no visit: what the cookie has between two halves of being taken away. */
export const SHUT = 'shut';
/** Over plain http a browser refuses the name that promises https. */
const NAMES = { https: '__Host-visit', http: 'visit' } as const;

/** What the visitor's cookie is called at that address. */
export function nameOfVisit(url: URL): string {
	return nameAt(url);
}

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

/**
 * The first half of taking it away: it gets a value that opens nothing. The page that comes next
 * does the other half.
 *
 * Chromium drops the pages it kept once their cookie has changed, but takes one change off for a
 * page whose own answer, or the redirect to it, brought a cookie. So leaving changes it twice.
 */
export function shutVisit(event: CookieEvent): void {
	if (readVisit(event) !== undefined) setVisit(event, SHUT);
}

/** The same first half as a header, for an answer that takes the cookie away itself. */
export function shutVisitHeader({ url }: CookieEvent): string {
	const secure = url.protocol === 'https:' ? '; Secure' : '';
	return `${nameAt(url)}=${SHUT}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

function nameAt(url: URL): string {
	return url.protocol === 'https:' ? NAMES.https : NAMES.http;
}
