import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/server/database/connect.ts';
import { findHolder } from '#lib/server/database/dataFolderLock.ts';
import { APP_ROLE, EMBEDDED_SUPERUSER } from '#lib/server/database/roles.ts';
import type { Order, Pull, PushAnswer, PushedText } from '#lib/wire/sync.ts';
import { dumpAll } from '../support/databaseDump.ts';
import { HttpVisitor } from '../support/httpVisitor.ts';
import { startTestServer, type TestServer } from '../support/testServer.ts';

/** What must be found nowhere, by what it was typed for. */
const secrets = new Map<string, string>();
let server: TestServer;
let owner: Kysely<unknown>;
let administrator: string;
let session: string;
let complaintId: string;

/** A word that stands nowhere else. */
function secret(what: string): string {
	const word = `Zq${what}${secrets.size}wx`;
	secrets.set(what, word);
	return word;
}

function keep(what: string, value: string | undefined): string {
	if (!value) throw new Error(`There is no ${what}.`);
	secrets.set(what, value);
	return value;
}

const id = () => crypto.randomUUID();

beforeAll(async () => {
	server = await startTestServer({ env: { LOG_LEVEL: 'debug' } });
	const { appUrl } = findHolder(server.dataDir)!.database!;
	owner = openDatabase(appUrl.replace(APP_ROLE, EMBEDDED_SUPERUSER));
	await tellEverything();
	await workAsStaff();
	await goWrong();
}, 240_000);
afterAll(async () => {
	await owner.destroy();
	await server.stop();
});

describe('after a child and the office have used a running server', () => {
	it('its log holds nothing that anybody typed, no cookie and no six words', () => {
		const said = server.output();
		expect(said).toContain('page failed');
		expect(findIn(said)).toEqual([]);
	});

	it('the log names pages by their pattern, never by the address that was opened', () => {
		const lines = server
			.output()
			.split('\n')
			.filter((line) => line.startsWith('{'));
		const routes = lines.map((line) => (JSON.parse(line) as { route?: string }).route);
		expect(routes).toContain('/staff/(office)/people/new');
		expect(server.output()).not.toContain('?');
	});

	it('a dump of its database holds no session, cookie, six words, password, name or story', async () => {
		const dump = await dumpAll(owner);
		expect(dump).toContain('complaint_event: ');
		expect(findIn(dump)).toEqual([]);
	});

	it('neither do the files on its disk', () => {
		const files = readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name));
		expect(files.length).toBeGreaterThan(100);
		const found = files.flatMap((file) => {
			const bytes = readFileSync(file);
			return [...secrets].filter(([, value]) => bytes.includes(value)).map(([what]) => what);
		});
		expect([...new Set(found)]).toEqual([]);
	});

	it('a word kept open would be found', async () => {
		expect(secrets.size).toBeGreaterThan(25);
		expect(findIn(`x ${secrets.get('story')} y`)).toEqual(['story']);
		expect(findIn(Buffer.from(secrets.get('visit cookie')!).toString('hex'))).toEqual([
			'visit cookie'
		]);
	});
});

/** A child who gives every way of being reached, is not safe, and asks for everything. */
async function tellEverything(): Promise<void> {
	keep('telephone', '07700 900 341');
	const visitor = new HttpVisitor({
		baseUrl: () => server.baseUrl,
		story: secret('story'),
		instead: {
			safe: ['no'],
			number: ['07700 900 341'],
			about: ['home', 'worker', 'other'],
			wishes: ['sorry', 'stop', 'change'],
			wishesMore: [secret('wish')],
			changesWhen: [secret('when')],
			advocate: ['yes'],
			advocateMayKnow: ['story'],
			name: [secret('name')],
			reach: ['textMessage', 'telephone', 'email', 'letter', 'trustedPerson'],
			to: ['07700 900 341'],
			'/s/10c to': [`${secret('email')}@example.com`],
			'/s/10d to': [secret('address')],
			'/s/10e name': [secret('trusted')],
			'/s/10e to': [secret('friend')]
		},
		onAnswer: () => keepCookies(visitor)
	});
	const code = keep('six words', await visitor.tellUs());
	keep('six words in order', code.split(' ').sort().join(' '));
	const back = new HttpVisitor({ baseUrl: () => server.baseUrl, story: '' });
	await back.get('/back');
	await back.post('/back', [['words', `${secret('guess')} ${code.slice(4)}`]]);
	expect((await back.post('/back', [['words', code]])).headers.location).toBe('/my');
	keep('cookie of who came back', back.cookies.get('visit'));
	const wrote = await back.post('/my/messages?/send', [['words', secret('childMessage')]]);
	expect(wrote.headers.location).toBe('/my/messages?n=a');
	const added = await back.post('/my/add', [['more', secret('added')]]);
	expect(added.status).toBe(303);
	const told = await back.post('/my/words', [['words', code]]);
	expect(told.body).toContain(secrets.get('story'));
	visitor.close();
	back.close();
}

/** Each turn of the cookie and its secret. */
function keepCookies(visitor: HttpVisitor): void {
	const [cookie, turn] = (visitor.cookies.get('visit') ?? '').split('.');
	if (!cookie || !turn) return;
	secrets.set('visit cookie', cookie);
	secrets.set(`turn ${turn.slice(0, 4)}`, turn.length > 10 ? turn : cookie);
}

async function workAsStaff(): Promise<void> {
	const admin = new HttpVisitor({ baseUrl: () => server.baseUrl, story: '' });
	const password = secret('administrator');
	const setup = /this code: (\S+)/.exec(server.output())?.[1] ?? '';
	await admin.post('/staff/first', [
		['code', setup],
		['name', 'Ada'],
		['signInName', 'ada'],
		['password', password],
		['again', password]
	]);
	administrator = keep('session of the administrator', admin.cookies.get('__Host-staff'));
	const officerPassword = secret('officer');
	const officer = { name: 'Sam', signInName: 'sam', password: officerPassword };
	expect((await addPerson(administrator, officer)).headers.get('location')).toBe('/staff/people');
	admin.close();

	const sam = new HttpVisitor({ baseUrl: () => server.baseUrl, story: '' });
	await sam.post('/staff/sign-in', [
		['name', secret('signInName')],
		['password', secret('wrongPassword')]
	]);
	await sam.post('/staff/sign-in', [
		['name', 'sam'],
		['password', officerPassword]
	]);
	session = keep('session of the officer', sam.cookies.get('__Host-staff'));
	sam.close();
	await handleTheCase();
}

async function handleTheCase(): Promise<void> {
	const pulled = await fetch(`${server.baseUrl}/api/sync/pull`, {
		headers: { Cookie: `__Host-staff=${session}` }
	});
	const { cases } = (await pulled.json()) as Pull;
	complaintId = cases[0]!.complaintId;
	const [noteId, storyId] = [id(), id()];
	const done = [
		await give({ type: 'addNote', textId: noteId }, [
			{ textId: noteId, kind: 'note', words: secret('note') }
		]),
		await give({ type: 'nameSubject', personId: id(), name: secret('subject'), staffId: null }),
		await give({ type: 'sendMessage', messageId: id(), words: secret('message'), replyByOn: null }),
		await give(
			{
				type: 'logContact',
				receivedOn: today(),
				channel: 'telephone',
				madeBy: 'adult',
				complainantName: secret('complainant'),
				relationToChild: secret('relation'),
				childName: secret('child'),
				whatHappenedTextId: storyId,
				whatWouldHelpTextId: null,
				wantsAdvocate: false,
				safeNow: 'yes',
				safeContacts: [
					{
						safeContactId: id(),
						channel: 'letter',
						to: secret('loggedAddress'),
						name: secret('loggedName'),
						whoCanSee: 'justMe',
						voicemailAllowed: null,
						goodTimes: []
					}
				]
			},
			[{ textId: storyId, kind: 'whatHappened', words: secret('contact') }],
			id()
		)
	];
	expect(done).toEqual([true, true, true, true]);
}

/** Orders and addresses that are refused, are not there, or break on a fault of ours. */
async function goWrong(): Promise<void> {
	const noteId = id();
	const twice = { textId: noteId, kind: 'note' as const, words: secret('twice') };
	await give({ type: 'addNote', textId: noteId }, [twice]);
	await give({ type: 'addNote', textId: noteId }, [{ ...twice, words: secret('again') }]);
	await give({ type: secret('order') } as never);
	await breakTheServer();
	for (const path of [
		`/${secret('path')}?${secret('query')}=1`,
		`/s/${secret('step')}`,
		`/%E0%A4%A${secret('badEscape')}`,
		`/api/sync/case/${secret('caseId')}`,
		`/staff/people/${secret('personId')}`
	]) {
		await fetch(server.baseUrl + path, { headers: { Cookie: `__Host-staff=${session}` } });
	}
}

/** A fault of ours, where PostgreSQL repeats in its message the row it could not keep. */
async function breakTheServer(): Promise<void> {
	await sql`create function fail() returns trigger language plpgsql as
		$$ begin raise exception 'This cannot be kept: %', new; end $$`.execute(owner);
	await sql`create trigger fault before insert on staff
		for each row execute function fail()`.execute(owner);
	const added = await addPerson(administrator, {
		name: secret('faultyName'),
		signInName: secret('faultySignIn').toLowerCase(),
		email: `${secret('faultyEmail')}@example.com`,
		password: secret('faultyPassword')
	});
	expect(added.status).toBe(500);
	await sql`drop trigger fault on staff`.execute(owner);
}

function addPerson(by: string, person: Record<string, string>) {
	return fetch(`${server.baseUrl}/staff/people/new?${secret('asked')}`, {
		method: 'POST',
		headers: { Accept: 'text/html', Cookie: `__Host-staff=${by}`, Origin: server.baseUrl },
		redirect: 'manual',
		body: new URLSearchParams({
			email: '',
			phone: '',
			team: '',
			roles: 'complaintsOfficer',
			...person
		})
	});
}

/** Whether the order was carried out. */
async function give(
	order: Order,
	texts: readonly PushedText[] = [],
	about = complaintId
): Promise<boolean> {
	const command = {
		commandId: id(),
		complaintId: about,
		basedOnVersion: 1,
		givenAt: new Date().toISOString(),
		texts,
		order
	};
	const answer = await fetch(`${server.baseUrl}/api/sync/push`, {
		method: 'POST',
		headers: {
			Cookie: `__Host-staff=${session}`,
			Origin: server.baseUrl,
			'Sec-Fetch-Site': 'same-origin',
			'Content-Type': 'application/json'
		},
		body: JSON.stringify({ commands: [command] })
	});
	if (answer.status !== 200) return false;
	return ((await answer.json()) as PushAnswer).results[0]?.done ?? false;
}

function today() {
	return new Date().toISOString().slice(0, 10) as `${number}-${number}-${number}`;
}

/** Which secrets stand in the text, as they are or in any form a database might keep them in. */
function findIn(text: string): string[] {
	return [...secrets]
		.filter(([, value]) => formsOf(value).some((form) => text.includes(form)))
		.map(([what]) => what);
}

function formsOf(value: string): string[] {
	const bytes = Buffer.from(value);
	const decoded = /^[\w-]{16,}$/.test(value) ? Buffer.from(value, 'base64url').toString('hex') : '';
	return [
		value,
		value.toLowerCase(),
		value.replaceAll(' ', ''),
		value.replaceAll(' ', '-'),
		bytes.toString('hex'),
		bytes.toString('base64').replace(/=+$/, ''),
		encodeURIComponent(value),
		...(decoded ? [decoded] : [])
	];
}
