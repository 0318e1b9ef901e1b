import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpVisitor } from '../support/httpVisitor.ts';
import { startTestServer, type TestServer } from '../support/testServer.ts';

const PAGES = [
	'/',
	'/help',
	'/advocate',
	'/private',
	'/privacy',
	'/privacy/adults',
	'/cookies',
	'/accessibility',
	'/languages',
	'/back',
	'/bye',
	'/s/51',
	'/s/41',
	'/family',
	'/carer',
	'/for-advocates',
	'/s/21',
	'/s/nowhere',
	'/nowhere'
];
/** What stands behind the six words. */
const OWN_PAGES = [
	'/my',
	'/my/messages',
	'/my/add',
	'/my/agree',
	'/my/helped',
	'/my/advocate',
	'/my/reach',
	'/my/stop',
	'/my/next',
	'/my/how',
	'/my/late',
	'/my/answer',
	'/my/words',
	'/more',
	'/more/talk',
	'/more/age',
	'/more/when',
	'/more/who',
	'/more/help',
	'/more/you'
];
/** A path or title with one of these tells whoever looks over a shoulder. */
const TELLING = /complain|abuse|social ?worker|council|safeguard|harm/i;

const STORY = 'I got moved on Friday.';

interface Seen {
	path: string;
	html: string;
	policy: string;
}

let server: TestServer;
/** The name of each cookie that any answer set. */
const cookieNames = new Set<string>();
/** Every page that a child's journey and a look round the site brought. */
const seen: Seen[] = [];

beforeAll(async () => {
	server = await startTestServer();
	const visitor = new HttpVisitor({
		baseUrl: () => server.baseUrl,
		story: STORY,
		instead: { safe: ['no'] },
		onAnswer({ path, answer: { body, headers } }) {
			for (const set of headers['set-cookie'] ?? []) cookieNames.add(set.replace(/=.*/, ''));
			if (!body.startsWith('<!doctype html>')) return;
			seen.push({ path, html: body, policy: headers['content-security-policy'] as string });
		}
	});
	const code = await visitor.tellUs();
	for (const path of OWN_PAGES) await visitor.get(path);
	await visitor.post('/my/words', [['words', code]]);
	for (const path of PAGES) await visitor.get(path);
	visitor.close();
});
afterAll(() => server.stop());

describe('every page of the public side, as the running server sends it', () => {
	it('is looked at: the whole journey and each page beside it', () => {
		const paths = new Set(seen.map(({ path }) => path));
		for (const path of ['/', '/s/3h', '/s/11', '/s/12', '/bye', '/my', '/my/messages'])
			expect(paths).toContain(path);
	});

	it('shows everything they told us only in answer to the words', () => {
		const told = seen.filter(({ path, html }) => path === '/my/words' && html.includes(STORY));
		expect(told).toHaveLength(1);
	});

	it('carries no script but public.js, and / and /bye not even that', () => {
		const wrong = seen.filter(({ path, html }) => {
			const scripts = html.match(/<script\b[^>]*>/g) ?? [];
			const allowed = path === '/' || path === '/bye' ? [] : ['<script defer="" src="/public.js">'];
			return (
				!scripts.every((script) => allowed.includes(script)) || scripts.length > allowed.length
			);
		});
		expect(wrong.map(({ path }) => path)).toEqual([]);
	});

	it('says on the cookie page the name of the one cookie that any page brought', () => {
		const [name, ...others] = [...cookieNames];
		expect(others).toEqual([]);
		const page = seen.find(({ path }) => path === '/cookies');
		expect(page?.html).toContain(`The cookie is called “${name}”`);
	});

	it('has no handler and no style in an attribute', () => {
		const wrong = seen.filter(({ html }) => /<[^>]+\s(on[a-z]+|style)=/.test(html));
		expect(wrong.map(({ path }) => path)).toEqual([]);
	});

	it('loads and posts nothing elsewhere, and no worker, manifest or icon of an app', () => {
		const elsewhere =
			/\b(src|action|srcset|poster)="(https?:)?\/\/|<link\b[^>]*href="(https?:)?\/\//;
		const wrong = seen.filter(
			({ html }) => elsewhere.test(html) || /serviceWorker|rel="manifest"|apple-touch/.test(html)
		);
		expect(wrong.map(({ path }) => path)).toEqual([]);
	});

	it('has a policy that allows nothing inline without its own nonce', () => {
		for (const { path, policy } of seen) {
			expect(policy, path).toContain("default-src 'self'");
			expect(policy, path).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
		}
	});

	it('offers the easier view by a form of its own, and shows it with the one cookie', async () => {
		const visitor = new HttpVisitor({ baseUrl: () => server.baseUrl, story: STORY });
		expect((await visitor.get('/help')).body).toMatch(/<html [^>]*data-view="usual"/);
		await visitor.get('/view');
		expect([...visitor.cookies]).toEqual([]);
		const chosen = await visitor.post('/view', [
			['to', '/help'],
			['view', 'easier']
		]);
		expect(chosen).toMatchObject({ status: 303, headers: { location: '/help' } });
		expect([...visitor.cookies.keys()]).toEqual([...cookieNames]);
		expect((await visitor.get('/help')).body).toMatch(/<html [^>]*data-view="easier"/);
		visitor.close();
	});

	it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/leave', '/staff', ''])(
		'leads from there to no page but its own: %s',
		async (to) => {
			const visitor = new HttpVisitor({ baseUrl: () => server.baseUrl, story: STORY });
			const { status, headers } = await visitor.post('/view', [['to', to]]);
			expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' });
			visitor.close();
		}
	);

	it('tells nothing by its address or its title', () => {
		const titles = seen.map(({ html }) => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? 'no title');
		const telling = [...titles, ...seen.map(({ path }) => path)].filter((text) =>
			TELLING.test(text)
		);
		expect(telling).toEqual([]);
		expect(titles).not.toContain('no title');
	});
});
