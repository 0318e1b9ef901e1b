import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpVisitor } from '../support/httpVisitor.ts';
import { pressedOn, readToGoOn, typedOn, wordsOf } from '../support/minutesToTell.ts';
import { startTestServer, type TestServer } from '../support/testServer.ts';

/** How fast a child of ten reads and types on a phone, in words a minute; a word is five keys. */
const READS = 100;
const TYPES = 15;
const KEYS_OF_A_WORD = 5;
/** Each answer and each button is pressed in so many minutes. */
const PRESSES = 1 / 60 / 2;

const FORTY_WORDS =
	'I was moved to a home on Friday and no one told me before. My bike and my books are still at the old place and my friends do not know where I am. I want them to say why.';

let server: TestServer;
beforeAll(async () => {
	server = await startTestServer();
});
afterAll(() => server.stop());

describe('how long it takes to tell us, from the home page to the six words (docs/decisions/0012)', () => {
	it('is six minutes at most for a child who types forty words and answers everything', async () => {
		expect(wordsOf(FORTY_WORDS)).toBe(40);
		const minutes = await minutesOf({ happened: [FORTY_WORDS], wishesMore: [''] });
		expect(minutes).toBeLessThanOrEqual(6);
		expect(minutes, 'the forty words alone').toBeGreaterThan(40 / TYPES);
	});

	it('is two minutes at most for a child who asks us to call', async () => {
		expect(await minutesOf({ how: ['call'] })).toBeLessThanOrEqual(2);
	});

	it('is no page of more than 100 words of ours, whatever is read of it', async () => {
		const pages = await pagesOf({ happened: ['They did not ask me.'] });
		expect(pages.map(({ path }) => path)).toContain('/s/8');
		for (const { path, body } of pages) {
			// The check page is their own words; the last one has the path with its dates to keep.
			if (path === '/s/11' || path === '/s/12') continue;
			expect(wordsOf(body.replace(/<[^>]*>/g, ' ')), path).toBeLessThanOrEqual(100);
		}
	});
});

type Said = Readonly<Record<string, readonly string[]>>;

async function minutesOf(said: Said): Promise<number> {
	const pages = await pagesOf(said);
	const minutes = pages.map(({ body }) => {
		const keys = typedOn(body, said).length;
		return (
			wordsOf(readToGoOn(body, said)) / READS +
			keys / KEYS_OF_A_WORD / TYPES +
			pressedOn(body) * PRESSES
		);
	});
	return minutes.reduce((sum, one) => sum + one, 0);
}

/** What stands in main on each page of the way, without what is folded or hidden. */
async function pagesOf(instead: Said): Promise<{ path: string; body: string }[]> {
	const pages: { path: string; body: string }[] = [];
	const visitor = new HttpVisitor({
		baseUrl: () => server.baseUrl,
		story: '',
		instead,
		onAnswer({ method, path, answer: { status, body } }) {
			if (method !== 'GET' || status !== 200) return;
			const main = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(body)?.[1] ?? '';
			pages.push({ path, body: shownIn(main) });
		}
	});
	await visitor.tellUs();
	visitor.close();
	return pages;
}

function shownIn(main: string): string {
	return (
		main
			.replace(/<!--[\s\S]*?-->|<svg\b[\s\S]*?<\/svg>/g, '')
			.replace(/<\/summary>[\s\S]*?<\/details>/g, '</summary></details>')
			// What the script may say stands there unseen.
			.replace(/<div hidden[^>]*>(?:\s|<!--[\s\S]*?-->|<p data-say[\s\S]*?<\/p>)*<\/div>/g, '')
			.replace(/<span class="unseen[^>]*>[\s\S]*?<\/span>/g, '')
	);
}
