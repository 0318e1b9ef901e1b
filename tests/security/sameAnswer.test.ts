import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookUpWords } from '#lib/server/intake/checkWords.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { makeSecret } from '#lib/server/intake/visitCookie.ts';
import type { Service } from '#lib/server/service.ts';
import { openSiteInProcess, type Answer, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor } from '../support/visitor.ts';

/** Whether somebody has told us, by what a person who wonders may know of them. */
const KNOWN = {
	name: 'Jay',
	telephone: '07700 900 982',
	email: 'jay@example.com',
	address: '1 Any Street, Anytown',
	trusted: 'Ms Reed'
};
const UNKNOWN = {
	name: 'Kai',
	telephone: '07700 900 355',
	email: 'kai@example.com',
	address: '2 Any Street, Anytown',
	trusted: 'Ms Dean'
};
const SAFE = { whoCanSee: 'justMe', goodTimes: ['evening'] };

/** Pairs at each public address that takes such a thing; two thousand in all, with the words. */
const PAIRS = 250;
const PAIRS_OF_WORDS = 20;
const PAIRS_OF_LOOKUPS = 2_000 - 7 * PAIRS - PAIRS_OF_WORDS;

type Facts = Readonly<Record<keyof typeof KNOWN, string>>;
const FORMS: Readonly<Record<string, (facts: Facts) => Record<string, string>>> = {
	'/s/9': ({ name }) => ({ name }),
	'/s/6': ({ name }) => ({ happened: `${name} told you already.` }),
	'/s/3h': ({ telephone }) => ({ number: telephone }),
	'/s/10a': ({ telephone }) => ({ to: telephone, whoCanSee: 'justMe' }),
	'/s/10c': ({ email }) => ({ to: email, whoCanSee: 'justMe' }),
	'/s/10d': ({ address }) => ({ to: address, whoCanSee: 'justMe' }),
	'/s/10e': ({ trusted, telephone }) => ({ name: trusted, to: telephone })
};

let test: TestDatabase;
let service: Service;
let site: SiteInProcess;
/** What the database was asked, a statement a line, without its values. */
let asked: string[] = [];
let words: readonly string[];

beforeAll(async () => {
	test = await createTestDatabase();
	const ticking = createTestService(test, '2026-06-01T10:00:00Z', { ticks: true });
	words = await tellUs(ticking);
	service = { ...ticking, db: test.db.withPlugin(recorder) };
	site = await openSiteInProcess(service);
}, 300_000);
afterAll(async () => {
	await site.close();
	await test.close();
});

const recorder: KyselyPlugin = {
	transformQuery({ node }) {
		asked.push(test.db.getExecutor().compileQuery(node, { queryId: 'recorded' }).sql);
		return node;
	},
	transformResult: ({ result }) => Promise.resolve(result)
};

it.each(Object.keys(FORMS))(
	'gives at %s the same answer to what is known as to what is not',
	async (path) => {
		const visitors = { known: await begun(), unknown: await begun() };
		for (let pair = 0; pair < PAIRS; pair += 1) {
			const known = await press(path, visitors.known, FORMS[path]!(KNOWN));
			const unknown = await press(path, visitors.unknown, FORMS[path]!(UNKNOWN));
			expect(known).toEqual(unknown);
			expect(known.status).toBe(303);
		}
	},
	300_000
);

it('says of five right words and one wrong just what it says of six wrong ones', async () => {
	const almost = [...words.slice(0, 5), words.includes('abacus') ? 'zebra' : 'abacus'].join(' ');
	const wrong = 'abacus baffle cabbage dabble eagle fabric'.padEnd(almost.length, '.');
	for (let pair = 0; pair < PAIRS_OF_WORDS; pair += 1) {
		const known = await press('/back', undefined, { words: almost });
		const unknown = await press('/back', undefined, { words: wrong });
		expect(known).toEqual(unknown);
		expect(known.status).toBe(400);
	}
	for (let pair = 0; pair < PAIRS_OF_LOOKUPS; pair += 1) {
		expect(await lookUp(almost)).toEqual(await lookUp(wrong));
	}
}, 300_000);

/** One press, as far as somebody outside could tell it from another, and what it asked. */
async function press(
	path: string,
	cookie: string | undefined,
	form: Record<string, string>
): Promise<Record<string, unknown>> {
	asked = [];
	const visit = `__Host-visit=${cookie ?? makeSecret()}`;
	const answer = await site.ask(path, { cookie: visit, form });
	return { status: answer.status, size: sizeClass(answer), headers: headersOf(answer), asked };
}

async function lookUp(typed: string): Promise<Record<string, unknown>> {
	asked = [];
	return { checked: await lookUpWords(service, typed), asked };
}

/** In steps of half a kilobyte; what was typed is as long in both. */
function sizeClass({ text }: Answer): number {
	return Math.round(text.length / 512);
}

function headersOf({ headers }: Answer): Record<string, string> {
	const kept = [...headers].filter(([name]) => !['date', 'etag', 'content-length'].includes(name));
	return Object.fromEntries(
		kept.map(([name, value]) => [name, value.replace(/[\w+/-]{20,}(\.\w+)?=*/g, 'something')])
	);
}

/** Somebody's cookie on a form that has gone as far as the safety question. */
async function begun(): Promise<string> {
	const visitor = new Visitor(service);
	await visitor.press('1');
	await visitor.press('2', { who: 'child' });
	await visitor.press('3', { safe: 'no' });
	await visitor.press('4', { how: 'type' });
	await visitor.press('10', { reach: ['code', 'textMessage', 'email', 'letter', 'trustedPerson'] });
	return visitor.cookie ?? '';
}

/** The child that is asked about has told us, with a name and every way to reach them. */
async function tellUs(as: Service): Promise<readonly string[]> {
	const child = new Visitor(as);
	await child.fillIn({
		'9': { name: KNOWN.name },
		'10': { reach: ['code', 'textMessage', 'email', 'letter', 'trustedPerson'] },
		'10a': { to: KNOWN.telephone, ...SAFE },
		'10c': { to: KNOWN.email, ...SAFE },
		'10d': { to: KNOWN.address, ...SAFE },
		'10e': { name: KNOWN.trusted, to: KNOWN.telephone }
	});
	const sending = await sendDraft(as, child.cookie);
	if (sending.kind === 'sent') child.cookie = sending.newCookie ?? child.cookie;
	const form = await openForm(as, child.cookie);
	return (form.kind === 'sent' && form.sent.words) || [];
}
