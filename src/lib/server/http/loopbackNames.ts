import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The `Origin` header to go by on one machine, where the same site is also reached as
 * 127.0.0.1: a form posted from http://127.0.0.1:3000 to itself counts as posted from
 * http://localhost:3000. The header is left alone unless it names the very host asked for, on
 * the site's own port, and both names mean this machine.
 */
export function originOnThisMachine(
	headers: IncomingHttpHeaders,
	origin: string
): string | undefined {
	const site = new URL(origin);
	const given = headers.origin ? URL.parse(headers.origin) : null;
	if (!given || !LOOPBACK.has(site.hostname) || !LOOPBACK.has(given.hostname))
		return headers.origin;
	const isSameSite = given.protocol === site.protocol && given.port === site.port;
	return isSameSite && given.host === headers.host ? origin : headers.origin;
}
