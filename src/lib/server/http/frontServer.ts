import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerForHost } from './hostSides.ts';
import { originOnThisMachine } from './loopbackNames.ts';
import { HTTPS_ONLY, SECURITY_HEADERS } from './securityHeaders.ts';
import type { Environment } from '#lib/server/settings/environment.ts';

/** The built site's own answer to a request. */
export type SiteHandler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: (error?: unknown) => void
) => void;

/** What stands behind the front server. */
export interface Site {
	handler: SiteHandler;
	/** Whether a path, such as `/robots.txt`, is a file of the built site. */
	isFile: (path: string) => boolean;
}

/**
 * Pages bring their own policy, which takes the place of this one or, prerendered, adds to it: where
 * forms may lead is known only here, since handing a device over leads to the other host.
 */
function policyForFiles({ hosts }: Environment): string {
	const forms = hosts ? `'self' ${hosts.publicHost}` : "'self'";
	return `base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action ${forms}`;
}

const STOP_TIMEOUT_MS = 10_000;

/**
 * The web server in front of the built site. It sets the headers that files and prerendered
 * pages would otherwise lack, and keeps the two hosts apart.
 */
export function createFrontServer(environment: Environment, site: Site): Server {
	const forFiles = policyForFiles(environment);
	return createServer((request, response) => {
		for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
		if (isHttps(request, environment)) response.setHeader(...HTTPS_ONLY);
		response.setHeader('Content-Security-Policy', forFiles);
		// Files that may change are asked for each time; pages and hashed files say otherwise themselves.
		response.setHeader('Cache-Control', 'no-cache');

		if (!request.url?.startsWith('/')) return answer(response, 400, 'Bad request');
		if (environment.hosts && !isServedThere(request, response, environment, site)) return;
		if (environment.origin) {
			const origin = originOnThisMachine(request.headers, environment.origin);
			if (origin !== undefined) request.headers.origin = origin;
		}
		site.handler(request, response, () => answer(response, 404, 'Page not found'));
	});
}

/** Takes no new requests, waits for those under way (10 seconds at most), and closes. */
export async function closeFrontServer(server: Server): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	const idle = setInterval(() => server.closeIdleConnections(), 50);
	const end = setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT_MS);
	server.closeIdleConnections();
	await closed;
	clearInterval(idle);
	clearTimeout(end);
}

/** Answers the request itself and gives false where the host is not the one for this path. */
function isServedThere(
	request: IncomingMessage,
	response: ServerResponse,
	environment: Environment,
	site: Site
): boolean {
	const host = header(request, environment.proxy.hostHeader ?? 'host') ?? '';
	const path = pathOf(request);
	switch (answerForHost({ host, path }, environment.hosts!, site.isFile)) {
		case 'served':
			return true;
		case 'toStaff':
			response.writeHead(302, { Location: '/staff' }).end();
			return false;
		case 'notHere':
			answer(response, 404, 'Page not found');
			return false;
		case 'unknownHost':
			answer(response, 421, 'This address is not known here');
			return false;
	}
}

function isHttps(request: IncomingMessage, { origin, proxy }: Environment): boolean {
	if (origin) return origin.startsWith('https:');
	return proxy.protocolHeader ? header(request, proxy.protocolHeader) === 'https' : true;
}

function header(request: IncomingMessage, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value[0] : value;
}

/** As the router behind will read it: resolved and decoded, so that `/x/../%73taff` is no way round. */
function pathOf(request: IncomingMessage): string {
	const path = URL.parse(`http://host${request.url ?? '/'}`)?.pathname ?? '/';
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

function answer(response: ServerResponse, status: number, title: string): void {
	response.writeHead(status, {
		'Content-Type': 'text/html; charset=utf-8',
		'Cache-Control': 'no-store',
		'Content-Security-Policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'"
	});
	response.end(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/plain.css">
<main><h1>${title}</h1></main>
</html>
`);
}
