import { beforeAll, describe, expect, it } from 'vitest';
import { openLine, type ServerSaid } from '#lib/offline/device/deviceLine.ts';
import { ownKeyOf, type OwnKey } from '#lib/offline/device/ownKey.ts';
import type { GrantedNow } from '#lib/wire/deviceRecord.ts';
import type { PackedCase } from '#lib/wire/pack.ts';

const PRIYA = 'person-priya';
const BYTES = new Uint8Array(32).fill(7);
const PLACE = { store: 'cases', id: 'case of Jay', personId: PRIYA } as const;
const CASE: PackedCase = {
	...{ complaintId: 'case of Jay', stamp: '7', reference: '26-0001', calledName: 'Jay' },
	...{ officerId: PRIYA, responderId: null, teamId: null, version: 1 },
	...{ events: [], facts: null, texts: [], safeContact: [], promises: [] }
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

	it('says when the server spoke, and what the device may do now', async () => {
		const said: ServerSaid[] = [];
		const granted = { caseLimit: 40 } as GrantedNow;
		const at = '2026-11-02T10:00:00Z';
		const answers: unknown[] = [
			{ kind: 'answered', epoch: 'now', durable: 3, at, answers: [] },
			{ kind: 'changes', epoch: 'now', at, granted, cases: [], forget: [], isMore: false }
		];
		const fetch = async () => new Response(JSON.stringify(answers.shift()));
		const own = { personId: PRIYA, deviceId: 'tablet', credential: 'abc' };
		const line = openLine({ ...own, fetch, key, onHeard: (one) => said.push(one) });
		await line.push(PUSH);
		await line.pull(PULL);
		expect(said).toEqual([
			{ at, granted: null },
			{ at, granted }
		]);
	});

	it('keeps no case where nothing on the device can be read', async () => {
		const changes = { kind: 'changes', epoch: 'now', durable: 3, forget: [], isMore: false };
		const fetch = async () => new Response(JSON.stringify({ ...changes, cases: [CASE] }));
		const own = { personId: PRIYA, deviceId: 'tablet', credential: 'abc' };
		expect(await openLine({ ...own, fetch, key: null }).pull(PULL)).toMatchObject({ cases: [] });
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

describe('a device whose person is not let in', () => {
	/** A server that lets nobody in, and says so of the device's own standing. */
	function shutLine(shut: number, deposit: () => Response) {
		const asked: [string, string | null][] = [];
		const fetch = async (path: string, init?: RequestInit) => {
			asked.push([path, new Headers(init?.headers).get('authorization')]);
			return path === '/api/sync/deposit' ? deposit() : new Response('{}', { status: shut });
		};
		const line = openLine({ fetch, key, personId: PRIYA, deviceId: 'tablet', credential: 'abc' });
		return { line, asked };
	}
	const standing = (standing: string) => () =>
		new Response(JSON.stringify({ kind: 'otherEpoch', epoch: 'now', standing }));

	it.each([
		['signedOut', { kind: 'signedOut', isOver: false }],
		['over', { kind: 'signedOut', isOver: true }],
		['removed', { kind: 'removed', isKnown: true }]
	])('asks how they stand by its own credential: %s', async (said, reply) => {
		const { line, asked } = shutLine(401, standing(said));
		expect(await line.push(PUSH)).toEqual(reply);
		expect(await line.pull(PULL)).toEqual(reply);
		expect(asked[1]).toEqual(['/api/sync/deposit', 'Device tablet.abc']);
	});

	it('forgets nothing where that is not answered', async () => {
		const signedOut = { kind: 'signedOut', isOver: false };
		expect(await shutLine(401, () => new Response('', { status: 500 })).line.push(PUSH)).toEqual(
			signedOut
		);
		const broken = () => {
			throw new TypeError('Failed to fetch');
		};
		expect(await shutLine(401, broken).line.push(PUSH)).toEqual(signedOut);
	});

	it('hears by a door that is not there for them whether they left, and else waits', async () => {
		expect(await shutLine(404, standing('over')).line.push(PUSH)).toEqual({
			kind: 'signedOut',
			isOver: true
		});
		expect(await shutLine(404, standing('signedOut')).line.pull(PULL)).toEqual({
			kind: 'busy',
			retryAfterMs: null
		});
	});
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
