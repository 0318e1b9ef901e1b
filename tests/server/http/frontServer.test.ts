import { request as send, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, test } from 'vitest';
import {
	closeFrontServer,
	createFrontServer,
	type SiteHandler
} from '#lib/server/http/frontServer.ts';
import { readEnvironment } from '#lib/server/settings/environment.ts';

const PUBLIC_HOST = 'say.example.gov.uk';
const STAFF_HOST = 'staff.example.gov.uk';
const running: Server[] = [];
afterEach(() => Promise.all(running.splice(0).map(closeFrontServer)));

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** Tells what the built site would have been asked. */
const echo: SiteHandler = (request, response) => {
	response.end(`${request.method} ${request.url} from ${request.headers.origin ?? 'nowhere'}`);
};

async function serve(env: Record<string, string>, handler = echo): Promise<number> {
	const site = { handler, isFile: (path: string) => path === '/public.js' };
	const server = createFrontServer(readEnvironment(env), site);
	running.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

function ask(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const request = send({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
			let body = '';
			response.setEncoding('utf8').on('data', (text) => (body += text));
			response.on('end', () =>
				resolve({ status: response.statusCode!, headers: response.headers, body })
			);
		});
		request.on('error', reject).end();
	});
}

describe('with a host for each side', () => {
	const hosts = { PUBLIC_HOST, STAFF_HOST };

	test.each([
		[PUBLIC_HOST, '/', 200],
		[PUBLIC_HOST, '/s/1', 200],
		[PUBLIC_HOST, '/public.js', 200],
		[PUBLIC_HOST, '/stafford', 200],
		[PUBLIC_HOST, '/staff', 404],
		[PUBLIC_HOST, '/staff/today', 404],
		[PUBLIC_HOST, '/api/sync/push', 404],
		[PUBLIC_HOST, '/service-worker.js', 404],
		[PUBLIC_HOST, '/staff/manifest.webmanifest', 404],
		[PUBLIC_HOST, '/staff/shell', 404],
		[PUBLIC_HOST, '/staff/icon-192.png', 404],
		[PUBLIC_HOST, '/x/../staff/today', 404],
		[PUBLIC_HOST, '/%73taff/today', 404],
		[STAFF_HOST, '/', 302],
		[STAFF_HOST, '/staff/today', 200],
		[STAFF_HOST, '/api/sync/push', 200],
		[STAFF_HOST, '/service-worker.js', 200],
		[STAFF_HOST, '/_app/immutable/a.js', 200],
		[STAFF_HOST, '/public.js', 200],
		[STAFF_HOST, '/s/1', 404],
		[STAFF_HOST, '/my', 404],
		['say.example.gov.uk.attacker.example', '/', 421],
		['localhost:3000', '/', 421]
	])('%s%s answers %i', async (host, path, status) => {
		const port = await serve(hosts);
		expect((await ask(port, path, { host })).status).toBe(status);
	});

	it('lets a form of a page that browsers keep lead to the public host, and no further', async () => {
		const port = await serve(hosts);
		const { headers } = await ask(port, '/staff/shell', { host: STAFF_HOST });
		expect(headers['content-security-policy']).toContain(`form-action 'self' ${PUBLIC_HOST}`);
	});

	it('goes by the header the proxy sets, when one is named', async () => {
		const port = await serve({ ...hosts, HOST_HEADER: 'X-Forwarded-Host' });
		const headers = { host: 'inside:3000', 'x-forwarded-host': PUBLIC_HOST };
		expect((await ask(port, '/', headers)).status).toBe(200);
	});

	it('keeps browsers to https, unless the proxy says that they came without', async () => {
		const port = await serve({ ...hosts, PROTOCOL_HEADER: 'X-Forwarded-Proto' });
		const name = 'strict-transport-security';
		const https = { host: PUBLIC_HOST, 'x-forwarded-proto': 'https' };
		expect((await ask(port, '/', https)).headers[name]).toBe('max-age=31536000');
		const http = { host: PUBLIC_HOST, 'x-forwarded-proto': 'http' };
		expect((await ask(port, '/', http)).headers[name]).toBeUndefined();
	});
});

describe('on one machine', () => {
	test.each([
		['http://localhost:3000', 'localhost:3000', 'http://localhost:3000'],
		['http://127.0.0.1:3000', '127.0.0.1:3000', 'http://localhost:3000'],
		['http://127.0.0.1:3000', 'localhost:3000', 'http://127.0.0.1:3000'],
		['http://127.0.0.1:4000', '127.0.0.1:4000', 'http://127.0.0.1:4000'],
		['http://attacker.example:3000', 'attacker.example:3000', 'http://attacker.example:3000'],
		['null', 'localhost:3000', 'null']
	])('a form from %s to %s counts as from %s', async (origin, host, counted) => {
		const port = await serve({ PORT: '3000' });
		expect((await ask(port, '/s/1', { origin, host })).body).toBe(`GET /s/1 from ${counted}`);
	});

	it('where the site has another address, every origin is left as it is', async () => {
		const port = await serve({ ORIGIN: 'https://say.example.gov.uk' });
		const headers = { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' };
		expect((await ask(port, '/', headers)).body).toContain('from http://127.0.0.1:3000');
	});
});

describe('every answer', () => {
	it('carries the security headers, files too', async () => {
		const { headers } = await ask(await serve({}), '/public.js');
		expect(headers).toMatchObject({
			'referrer-policy': 'same-origin',
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'cache-control': 'no-cache'
		});
		expect(headers['permissions-policy']).toContain('geolocation=()');
	});
});

describe('stopping', () => {
	it('lets a request finish that has begun', async () => {
		let finish = () => {};
		const port = await serve({}, (_request, response) => {
			finish = () => response.end('kept');
		});
		const answer = ask(port, '/s/1');
		while (String(finish) === '() => {}') await new Promise((resolve) => setTimeout(resolve, 5));
		const closed = closeFrontServer(running.pop()!);
		await expect(ask(port, '/')).rejects.toThrow('ECONNREFUSED');
		finish();
		expect((await answer).body).toBe('kept');
		await closed;
	});
});
