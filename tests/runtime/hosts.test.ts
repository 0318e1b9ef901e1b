import { request as send } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createStaff } from '#lib/server/auth/accounts.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { startTestServer, type TestServer } from '../support/testServer.ts';

const PUBLIC_HOST = 'say.example.gov.uk';
const STAFF_HOST = 'staff.example.gov.uk';

const AMIRA = {
	username: 'amira',
	displayName: 'Amira',
	email: '',
	telephone: '',
	teamId: null,
	roles: ['administrator' as const],
	password: 'a long enough password'
};

let server: TestServer;
beforeAll(async () => {
	server = await startTestServer({
		env: { PUBLIC_HOST, STAFF_HOST, PROTOCOL_HEADER: 'X-Forwarded-Proto' }
	});
});
afterAll(() => server.stop());

interface Answer {
	status: number;
	location: string | undefined;
	cookies: string[];
	body: string;
}

/** Asks as the council's proxy would; a `form` is posted from a page of `origin`. */
function ask(
	host: string,
	path: string,
	{
		form,
		origin = `https://${host}`,
		cookie = ''
	}: { form?: string; origin?: string; cookie?: string } = {}
): Promise<Answer> {
	const headers: Record<string, string> = {
		host,
		accept: 'text/html',
		'x-forwarded-proto': 'https',
		cookie
	};
	if (form !== undefined) {
		headers.origin = origin;
		headers['content-type'] = 'application/x-www-form-urlencoded';
	}
	const method = form === undefined ? 'GET' : 'POST';
	return new Promise((resolve, reject) => {
		const asked = send(
			{ host: '127.0.0.1', port: server.port, path, method, headers },
			(answer) => {
				let body = '';
				answer.setEncoding('utf8').on('data', (text) => (body += text));
				answer.on('end', () =>
					resolve({
						status: answer.statusCode!,
						location: answer.headers.location,
						cookies: answer.headers['set-cookie'] ?? [],
						body
					})
				);
			}
		);
		asked.on('error', reject).end(form ?? '');
	});
}

describe('with a host for each side', () => {
	it('a child posts a form on the public one', async () => {
		const first = await ask(PUBLIC_HOST, '/s/1');
		expect(first.status).toBe(200);
		const cookie = first.cookies.map((each) => each.split(';')[0]).join('; ');
		const posted = await ask(PUBLIC_HOST, '/s/1', { form: '', cookie });
		expect(posted.status).toBe(303);
		expect(posted.location).toMatch(/^\/s\//);
	});

	it('staff sign in by a form on the other', async () => {
		await asActor(server.service.db, 'system', (trx) => createStaff(trx, AMIRA, null));
		const form = new URLSearchParams({ name: AMIRA.username, password: AMIRA.password });
		const posted = await ask(STAFF_HOST, '/staff/sign-in', { form: form.toString() });
		expect(posted.status).toBe(303);
		expect(posted.location).toMatch(/^\/staff/);
		expect(posted.cookies.join()).toContain('__Host-staff=');
	});

	test.each([
		[PUBLIC_HOST, '/s/1', `https://${STAFF_HOST}`],
		[PUBLIC_HOST, '/s/1', 'https://attacker.example'],
		[STAFF_HOST, '/staff/sign-in', `https://${PUBLIC_HOST}`],
		[STAFF_HOST, '/staff/sign-in', 'null']
	])('a form posted to %s%s from %s is refused', async (host, path, origin) => {
		expect((await ask(host, path, { form: 'name=x', origin })).status).toBe(403);
	});

	test.each([
		[PUBLIC_HOST, '/staff/sign-in', 404],
		[STAFF_HOST, '/s/1', 404],
		['localhost', '/s/1', 421],
		['attacker.example', '/staff/sign-in', 421]
	])('no form of the other side is posted at %s%s', async (host, path, status) => {
		expect((await ask(host, path, { form: 'name=x' })).status).toBe(status);
	});

	it('the terminal names both', () => {
		expect(server.output()).toContain(`https://${PUBLIC_HOST}`);
		expect(server.output()).toContain(`https://${STAFF_HOST}/staff`);
	});
});
