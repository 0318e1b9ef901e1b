import { describe, expect, it } from 'vitest';
import { openStore, type Known } from '#lib/offline/store.ts';
import type { Pull, PulledCase, PushedCommand } from '#lib/wire/sync.ts';

const JAY = '0b1f5c1e-0000-4000-8000-000000000001';
const TEXT = '0b1f5c1e-0000-4000-8000-000000000002';
const OTHER_TEXT = '0b1f5c1e-0000-4000-8000-000000000003';

describe('the store of the staff app', () => {
	it('tells every page of what the server said', async () => {
		const server = aServer();
		const store = openStore(server.fetch, () => 1_000);
		const heard: Known[] = [];
		const stop = store.subscribe((known) => heard.push(known));
		await store.refresh();
		stop();
		await store.refresh();
		expect(heard.map(({ standing }) => standing)).toEqual(['asking', 'upToDate']);
		expect(store.findCase(JAY)?.calledName).toBe('Jay');
		expect(store.current().checkedAtMs).toBe(1_000);
	});

	it('has the words of a case once it was opened, and asks for more when there is more', async () => {
		const server = aServer();
		const store = openStore(server.fetch);
		await store.refresh();
		expect(store.findCase(JAY)?.isWhole).toBe(false);
		expect(await store.openCase(JAY)).toMatchObject({ found: true });
		expect(store.findCase(JAY)?.texts).toHaveLength(1);
		server.version = 2;
		await store.refresh();
		expect(store.findCase(JAY)).toMatchObject({ isWhole: false, texts: [{ words: 'Cold' }] });
	});

	it('sends an order again with the same id when the answer is lost', async () => {
		const server = aServer();
		server.loseAnswers = 1;
		const store = openStore(server.fetch);
		const given = await store.give(JAY, {
			type: 'acknowledgeComplaint',
			acknowledgedOn: '2026-11-02'
		});
		expect(given).toMatchObject({ done: true });
		expect(server.pushed).toHaveLength(2);
		expect(server.pushed[0]?.commandId).toBe(server.pushed[1]?.commandId);
	});

	it('sends nothing by itself, and the same order given again keeps its id', async () => {
		const server = aServer();
		server.loseAnswers = 3;
		const store = openStore(server.fetch);
		const note = (textId: string) =>
			store.give(JAY, { type: 'addNote', textId }, [{ textId, kind: 'note', words: 'Joan rang' }]);
		expect(await note(TEXT)).toMatchObject({ done: false, standing: 'noSignal' });
		expect(store.current().standing).toBe('noSignal');
		expect(server.pushed).toHaveLength(3);
		// Left and come back to, the page made its words a new id: it is still the same note.
		expect(await note(OTHER_TEXT)).toMatchObject({ done: true });
		const [first, , , last] = server.pushed;
		expect(last).toEqual(first);
	});

	it('gives what was answered, or says something else, an id of its own', async () => {
		const server = aServer();
		const store = openStore(server.fetch);
		const acknowledge = (acknowledgedOn: '2026-11-02' | '2026-11-03') =>
			store.give(JAY, { type: 'acknowledgeComplaint', acknowledgedOn });
		await acknowledge('2026-11-02');
		await acknowledge('2026-11-02');
		server.loseAnswers = 3;
		await acknowledge('2026-11-02');
		await acknowledge('2026-11-03');
		expect(new Set(server.pushed.map(({ commandId }) => commandId)).size).toBe(4);
	});

	it('shows nothing any more once the person is signed out', async () => {
		const server = aServer();
		const store = openStore(server.fetch);
		await store.refresh();
		await store.openCase(JAY);
		server.isSignedOut = true;
		await store.refresh();
		expect(store.current()).toMatchObject({ standing: 'signedOut', pull: null, cases: [] });
	});

	it('forgets a case that is no longer theirs', async () => {
		const server = aServer();
		const store = openStore(server.fetch);
		await store.openCase(JAY);
		server.hasCase = false;
		expect(await store.openCase(JAY)).toEqual({ found: false, because: 'notYours' });
		expect(store.findCase(JAY)).toBeNull();
	});
});

/** The three sync routes with one case, as a function in the place of the network. */
function aServer() {
	const server = {
		version: 1,
		hasCase: true,
		isSignedOut: false,
		loseAnswers: 0,
		pushed: [] as PushedCommand[],
		async fetch(path: string, init?: RequestInit): Promise<Response> {
			if (server.isSignedOut) return new Response('{}', { status: 401 });
			if (path === '/api/sync/push') return push(String(init?.body));
			if (path === '/api/sync/pull') return Response.json(aPull(server));
			return server.hasCase
				? Response.json(aCase(server.version, true))
				: new Response('{}', { status: 404 });
		}
	};
	function push(body: string): Response {
		const { commands } = JSON.parse(body) as { commands: PushedCommand[] };
		server.pushed.push(...commands);
		if (server.loseAnswers > 0) {
			server.loseAnswers -= 1;
			throw new TypeError('Failed to fetch');
		}
		return Response.json({
			results: commands.map(({ commandId }) => ({ commandId, done: true, version: 2 }))
		});
	}
	return server;
}

function aPull({ version, hasCase }: { version: number; hasCase: boolean }): Pull {
	const me = {
		staffId: JAY,
		displayName: 'Sam',
		roles: ['complaintsOfficer'] as const,
		teamId: null
	};
	return {
		asOf: '2026-11-02T10:00:00.000Z',
		today: '2026-11-02',
		me,
		council: {
			siteName: 'Have your say',
			councilName: 'The council',
			acknowledgeWorkingDays: 2,
			corporateStage1WorkingDays: 15,
			teams: [],
			categories: [],
			ourNumbers: [],
			advocacyProvider: null
		},
		holidays: { from: '2012-01-01', to: '2030-12-31', days: [] },
		staff: [{ ...me, lineManagerId: null, kind: 'inside', validUntil: null }],
		cases: hasCase ? [aCase(version, false)] : [],
		alerts: [],
		cover: [],
		reminders: [],
		views: []
	};
}

function aCase(version: number, isWhole: boolean): PulledCase {
	return {
		isWhole,
		complaintId: JAY,
		reference: '26-0001',
		version,
		officerId: null,
		responderId: null,
		teamId: null,
		events: [],
		calledName: 'Jay',
		people: [],
		texts: isWhole
			? [
					{
						textId: JAY,
						kind: 'whatHappened',
						words: 'Cold',
						authorKind: 'complainant',
						authorId: null,
						writtenAt: '2026-11-02T10:00:00.000Z'
					}
				]
			: [],
		messages: [],
		facts: null,
		safeContact: [],
		advocateRequests: [],
		answers: [],
		fullAnswers: [],
		promises: [],
		views: [],
		others: [],
		seenByCount: 0,
		seenByAdvocates: 0
	};
}
