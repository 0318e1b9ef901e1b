import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookUpWords } from '#lib/server/intake/checkWords.ts';
import { makeSecret } from '#lib/server/intake/visitCookie.ts';
import type { Service } from '#lib/server/service.ts';
import { ASKED_OF, askAbout, begunBy, tellUsOf } from '../support/knownOrNot.ts';
import { openSiteInProcess, type Answer, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService } from '../support/visitor.ts';

/** Pairs at each public address that takes such a thing; two thousand in all, with the words. */
const PAIRS = 56;
const PAIRS_OF_WORDS = 20;
const PAIRS_OF_LOOKUPS = 2_000 - ASKED_OF.length * PAIRS - PAIRS_OF_WORDS;

let test: TestDatabase;
let service: Service;
let site: SiteInProcess;
/**
 * What the database was asked, a statement a line, without its values; and between them what was
 * hashed, sealed or drawn by chance.
 */
let asked: string[] = [];
let words: readonly string[];

/** Each of these is slow or leaves a trace: one more of them would tell. They still do their work. */
const HASHING = [
	'argon2',
	'argon2Sync',
	'createCipheriv',
	'createDecipheriv',
	'createHash',
	'createHmac',
	'hash',
	'hkdfSync',
	'randomBytes',
	'scrypt',
	'timingSafeEqual'
] as const;

beforeAll(async () => {
	for (const name of HASHING) {
		const real = crypto[name] as (...given: unknown[]) => unknown;
		crypto[name] = ((...given: unknown[]) => {
			asked.push(name);
			return real.apply(crypto, given);
		}) as never;
	}
	syncBuiltinESMExports();
	test = await createTestDatabase();
	const ticking = createTestService(test, '2026-06-01T10:00:00Z', { ticks: true });
	words = await tellUsOf(ticking);
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

it.each(ASKED_OF)(
	'gives at %s the same answer to what is known as to what is not',
	async (path) => {
		const visitors = {
			known: await begunBy(service, path),
			unknown: await begunBy(service, path)
		};
		for (let pair = 0; pair < PAIRS; pair += 1) {
			const known = await press(() =>
				askAbout(site, path, { cookie: visitors.known, who: 'known' })
			);
			const unknown = await press(() =>
				askAbout(site, path, { cookie: visitors.unknown, who: 'unknown' })
			);
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
		const known = await press(() => typeWords(almost));
		const unknown = await press(() => typeWords(wrong));
		expect(known).toEqual(unknown);
		expect(known.status).toBe(400);
	}
	for (let pair = 0; pair < PAIRS_OF_LOOKUPS; pair += 1) {
		expect(await lookUp(almost)).toEqual(await lookUp(wrong));
	}
}, 300_000);

/** One press, as far as somebody outside could tell it from another, and what it asked. */
async function press(ask: () => Promise<Answer>): Promise<Record<string, unknown>> {
	asked = [];
	const answer = await ask();
	return { status: answer.status, size: sizeClass(answer), headers: headersOf(answer), asked };
}

function typeWords(words: string): Promise<Answer> {
	return site.ask('/back', { cookie: `__Host-visit=${makeSecret()}`, form: { words } });
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
		kept.map(([name, value]) => [name, value.replace(/[\w+/-]{20,}(\.[\w-]+)?=*/g, 'something')])
	);
}
