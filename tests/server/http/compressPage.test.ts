import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { compressPage } from '#lib/server/http/compressPage.ts';

const WORDS = 'Tell us what is wrong. '.repeat(200);

function answer(
	path: string,
	accepted: string,
	{ type = 'text/html', method = 'GET' } = {}
): Promise<Response> {
	const request = new Request(`http://localhost:3000${path}`, {
		method,
		headers: { 'accept-encoding': accepted }
	});
	return compressPage(request, new Response(WORDS, { headers: { 'content-type': type } }));
}

describe('pages on a slow phone', () => {
	it('come in brotli where the browser reads it, else in gzip, else as they are', async () => {
		const brotli = await answer('/s/1', 'gzip, deflate, br, zstd');
		expect(brotli.headers.get('content-encoding')).toBe('br');
		expect(brotliDecompressSync(await brotli.bytes()).toString()).toBe(WORDS);

		const zipped = await answer('/s/1', 'gzip, br;q=0');
		expect(zipped.headers.get('content-encoding')).toBe('gzip');
		expect(gunzipSync(await zipped.bytes()).toString()).toBe(WORDS);

		const plain = await answer('/s/1', 'identity');
		expect(plain.headers.get('content-encoding')).toBeNull();
		expect(await plain.text()).toBe(WORDS);
	});

	it('tell every cache on the way that the answer depends on the browser', async () => {
		expect((await answer('/s/1', 'identity')).headers.get('vary')).toBe('Accept-Encoding');
	});
});

describe('pages with a secret', () => {
	test.each(['/s/12', '/my', '/my/message', '/staff/today', '/api/sync/pull'])(
		'%s is never compressed, so its length tells nothing',
		async (path) => {
			expect((await answer(path, 'br')).headers.get('content-encoding')).toBeNull();
		}
	);

	it('are that only once something was typed: where six words are asked for, all get the same', async () => {
		const asked = await answer('/back', 'br');
		expect(asked.headers.get('content-encoding')).toBe('br');
		const typed = await answer('/back', 'br', { method: 'POST' });
		expect(typed.headers.get('content-encoding')).toBeNull();
	});

	it('are told by their whole path', async () => {
		expect((await answer('/s/1', 'br')).headers.get('content-encoding')).toBe('br');
		expect((await answer('/mystery', 'br')).headers.get('content-encoding')).toBe('br');
	});

	it('are not JSON either', async () => {
		const json = await answer('/s/1', 'br', { type: 'application/json' });
		expect(json.headers.get('content-encoding')).toBeNull();
	});
});
