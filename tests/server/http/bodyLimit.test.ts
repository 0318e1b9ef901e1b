import { describe, expect, it } from 'vitest';
import { isTooLarge, largestBodyOf } from '#lib/server/http/bodyLimit.ts';

const PAPERS = '/staff/(app)/case/[id]/(head)/papers';
const NOTE = '/staff/(app)/case/[id]/(head)/note';

function aRequest(bytes: number | null): Request {
	const headers: Record<string, string> = bytes === null ? {} : { 'content-length': String(bytes) };
	return new Request('http://say.test/', { method: 'POST', body: 'words', headers });
}

describe('how large a request may be', () => {
	it('is three files of 10 MB where files are sent, and 4 MB anywhere else', () => {
		expect(largestBodyOf(PAPERS)).toBe(3 * 10 * 1024 * 1024 + 4_000_000);
		expect(largestBodyOf(NOTE)).toBe(4_000_000);
	});

	it('is looked at before any of it is read', () => {
		expect(isTooLarge(aRequest(4_000_000), NOTE)).toBe(false);
		expect(isTooLarge(aRequest(4_000_001), NOTE)).toBe(true);
		expect(isTooLarge(aRequest(4_000_001), PAPERS)).toBe(false);
	});

	it('must be said', () => {
		expect(isTooLarge(aRequest(null), PAPERS)).toBe(true);
		expect(isTooLarge(new Request('http://say.test/'), NOTE)).toBe(false);
	});
});
