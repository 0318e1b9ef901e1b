import { beforeAll, describe, expect, it } from 'vitest';
import { openLine } from '#lib/offline/device/deviceLine.ts';
import { ownKeyOf, type OwnKey } from '#lib/offline/device/ownKey.ts';
import type { PackedCase } from '#lib/wire/pack.ts';

const PRIYA = 'person-priya';
const BYTES = new Uint8Array(32).fill(7);
const PLACE = { store: 'cases', id: 'case of Jay', personId: PRIYA } as const;
const CASE: PackedCase = {
	...{ complaintId: 'case of Jay', stamp: '7', reference: '26-0001', calledName: 'Jay' },
	...{ officerId: PRIYA, responderId: null, teamId: null, version: 1 },
	...{ events: [], texts: [], safeContact: [], promises: [] }
};

let key: OwnKey;
beforeAll(async () => {
	key = await ownKeyOf(BYTES);
});

/** The way to a server that answers so. */
function lineTo(status: number, body: unknown, headers: Record<string, string> = {}) {
	const answer = typeof body === 'string' ? body : JSON.stringify(body);
	const fetch = async () => new Response(answer, { status, headers });
	return openLine({ fetch, key, personId: PRIYA, deviceId: 'tablet', credential: 'secret' });
}

const PUSH = { epoch: 'now', deviceId: 'tablet', items: [] };
const PULL = { epoch: 'now', held: [], deviceId: 'tablet', needing: [] };

describe('the way from a device to the server', () => {
	it('gives what the server answered', async () => {
		const answered = { kind: 'answered', epoch: 'now', durable: 3, answers: [] };
		expect(await lineTo(200, answered).push(PUSH)).toEqual(answered);
	});

	it('seals each case before it is kept: its words are nowhere to be read', async () => {
		const changes = { kind: 'changes', epoch: 'now', durable: 3, forget: [], isMore: false };
		const reply = await lineTo(200, { ...changes, cases: [CASE] }).pull(PULL);
		if (reply.kind !== 'changes') throw new Error(reply.kind);
		const [kept] = reply.cases;
		expect(Object.keys(kept!)).toEqual(['complaintId', 'stamp', 'sealed']);
		expect(Buffer.from(kept!.sealed).toString('latin1')).not.toContain('26-0001');
		expect(await key.open(PLACE, kept!.sealed)).toEqual({ value: CASE });
	});

	it.each([
		[401, {}, { kind: 'signedOut', isOver: false }],
		[413, {}, { kind: 'tooLarge' }],
		[400, {}, { kind: 'tooLarge' }],
		[429, { 'retry-after': '30' }, { kind: 'busy', retryAfterMs: 30_000 }],
		[503, {}, { kind: 'busy', retryAfterMs: null }],
		[500, { 'retry-after': 'Fri, 27 Nov 2026' }, { kind: 'busy', retryAfterMs: null }]
	])('takes %i %o for %o', async (status, headers, reply) => {
		expect(await lineTo(status, { status }, headers).push(PUSH)).toEqual(reply);
	});

	it.each(['<html>Welcome to the café’s wireless</html>', '{"kind":', '{}'])(
		'knows nothing from “%s”',
		async (body) => {
			await expect(lineTo(200, body).push(PUSH)).rejects.toThrow();
			await expect(lineTo(200, body).pull(PULL)).rejects.toThrow();
		}
	);
});

describe('what a person reads on their device', () => {
	it('opens for its own key alone, in its own place, unchanged', async () => {
		const sealed = await key.seal(PLACE, CASE);
		const other = await ownKeyOf(new Uint8Array(32).fill(8));
		expect(await key.open(PLACE, sealed)).toEqual({ value: CASE });
		expect(await other.open(PLACE, sealed)).toBeNull();
		expect(await key.open({ ...PLACE, id: 'case of Tia' }, sealed)).toBeNull();
		expect(await key.open({ ...PLACE, personId: 'person-sam' }, sealed)).toBeNull();
		expect(await key.open(PLACE, sealed.with(20, sealed[20]! ^ 1))).toBeNull();
		expect(await key.open(PLACE, sealed.slice(0, 5))).toBeNull();
	});

	it('is sealed another way each time', async () => {
		expect(await key.seal(PLACE, CASE)).not.toEqual(await key.seal(PLACE, CASE));
	});
});
