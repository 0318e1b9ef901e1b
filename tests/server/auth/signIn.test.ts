import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeStaff, listStaff, resetPassword } from '#lib/server/auth/accounts.ts';
import { findSignedIn, sessionsOf } from '#lib/server/auth/sessions.ts';
import { makeFirstAdministrator, makeSetupCode } from '#lib/server/auth/setupCode.ts';
import { signIn } from '#lib/server/auth/signIn.ts';
import { asActor } from '#lib/server/database/connect.ts';
import {
	addStaff,
	createTestService,
	TEST_PASSWORD,
	type TestService
} from '../../support/testService.ts';

let office: TestService;
let sam: string;

beforeAll(async () => {
	office = await createTestService('2026-12-01T09:00:00Z');
	await addStaff(office, 'Admin', ['administrator']);
	sam = await addStaff(office, 'Sam', ['complaintsOfficer'], { teamId: 'fostering' });
});
afterAll(() => office.close());

const signInAs = (username: string, password: string) => signIn(office, { username, password });

async function openSession(username = 'sam'): Promise<string> {
	const result = await signInAs(username, TEST_PASSWORD);
	if (!result.signedIn) throw new Error(result.because);
	return result.sessionId;
}

describe('signing in', () => {
	it('opens a session that says who the person is and what they may do', async () => {
		const staff = await findSignedIn(office, await openSession(' SAM '));
		expect(staff).toEqual({
			staffId: sam,
			displayName: 'Sam',
			teamId: 'fostering',
			roles: ['complaintsOfficer']
		});
	});

	it('says the same to a wrong password and to a name nobody has', async () => {
		expect(await signInAs('sam', 'wrong')).toEqual({ signedIn: false, because: 'wrong' });
		expect(await signInAs('nobody', 'wrong')).toEqual({ signedIn: false, because: 'wrong' });
	});

	it('checks five of a hundred passwords that are tried at once, and makes the others wait', async () => {
		office.setNow('2026-12-01T09:30:00Z');
		await addStaff(office, 'Ines', ['complaintsOfficer']);
		const tried = Array.from({ length: 100 }, () => signInAs('ines', 'wrong'));
		const came = (await Promise.all(tried)).map((result) => !result.signedIn && result.because);
		expect(came.filter((because) => because === 'wrong')).toHaveLength(5);
		expect(came.filter((because) => because === 'wait')).toHaveLength(95);
	});

	it('makes the next try wait after five wrong ones, longer each time, and never locks', async () => {
		office.setNow('2026-12-01T10:00:00Z');
		await addStaff(office, 'Priya', ['complaintsManager']);
		for (let tries = 0; tries < 5; tries += 1) await signInAs('priya', 'wrong');
		expect(await signInAs('priya', TEST_PASSWORD)).toEqual({
			signedIn: false,
			because: 'wait',
			waitSeconds: 1
		});
		office.setNow('2026-12-01T10:00:01Z');
		await signInAs('priya', 'wrong');
		expect(await signInAs('priya', TEST_PASSWORD)).toMatchObject({ waitSeconds: 2 });
		office.setNow('2026-12-01T10:00:03Z');
		expect(await signInAs('priya', TEST_PASSWORD)).toMatchObject({ signedIn: true });
		expect(await signInAs('priya', 'wrong')).toMatchObject({ because: 'wrong' });
	});

	it('keeps no session id and no password in the database', async () => {
		const sessionId = await openSession();
		const kept = await asActor(office.db, 'system', async (trx) => [
			...(await trx.selectFrom('staff_session').selectAll().execute()),
			...(await trx.selectFrom('staff').selectAll().execute())
		]);
		const text = JSON.stringify(kept);
		expect(text).not.toContain(sessionId);
		expect(text).not.toContain(TEST_PASSWORD);
	});

	it('does not take the hash that the database holds for the id in the cookie', async () => {
		await openSession();
		const [session] = await sessionsOf(office).getUserSessions(sam);
		expect(session?.id).toMatch(/^h:/);
		expect(await findSignedIn(office, session?.id)).toBeNull();
		expect(await findSignedIn(office, session?.id.slice(2))).toBeNull();
	});
});

describe('a session ends', () => {
	it('after 15 minutes without a request, and not before', async () => {
		office.setNow('2026-12-01T11:00:00Z');
		const sessionId = await openSession();
		office.setNow('2026-12-01T11:14:59Z');
		expect(await findSignedIn(office, sessionId)).not.toBeNull();
		office.setNow('2026-12-01T11:29:58Z');
		expect(await findSignedIn(office, sessionId)).not.toBeNull();
		office.setNow('2026-12-01T11:44:59Z');
		expect(await findSignedIn(office, sessionId)).toBeNull();
	});

	it('after 12 hours, however busy', async () => {
		office.setNow('2026-12-02T07:00:00Z');
		const sessionId = await openSession();
		for (let minute = 10; minute < 720; minute += 10) {
			office.setNow(new Date(Date.parse('2026-12-02T07:00:00Z') + minute * 60_000).toISOString());
			expect(await findSignedIn(office, sessionId)).not.toBeNull();
		}
		office.setNow('2026-12-02T19:00:00Z');
		expect(await findSignedIn(office, sessionId)).toBeNull();
	});

	it('at once when the person signs out, leaves or gets a new password', async () => {
		office.setNow('2026-12-03T09:00:00Z');
		const signedOut = await openSession();
		await sessionsOf(office).invalidateSession(signedOut);
		expect(await findSignedIn(office, signedOut)).toBeNull();

		const reset = await openSession();
		await asActor(office.db, 'system', (trx) =>
			resetPassword(trx, { staffId: sam, password: TEST_PASSWORD }, sam)
		);
		expect(await findSignedIn(office, reset)).toBeNull();

		const jo = await addStaff(office, 'Jo', ['teamManager']);
		const left = await openSession('jo');
		await asActor(office.db, 'system', async (trx) => {
			const account = (await listStaff(trx)).find((each) => each.staffId === jo);
			if (account) await changeStaff(trx, { staffId: jo, details: account, isActive: false }, sam);
		});
		expect(await findSignedIn(office, left)).toBeNull();
		expect(await signInAs('jo', TEST_PASSWORD)).toMatchObject({ because: 'wrong' });
	});
});

describe('a sign-in with a last day', () => {
	beforeAll(async () => {
		office.setNow('2026-12-18T09:00:00Z');
		const noor = await addStaff(office, 'Noor', ['independentPerson']);
		await asActor(office.db, 'system', (trx) =>
			trx
				.updateTable('staff')
				.set({ kind: 'outside', valid_until: '2026-12-18' })
				.where('staff_id', '=', noor)
				.execute()
		);
	});

	it('opens to the end of that day in England', async () => {
		office.setNow('2026-12-18T23:59:00Z');
		expect(await findSignedIn(office, await openSession('noor'))).toMatchObject({
			displayName: 'Noor'
		});
	});

	it('ends the session that is open when the day is over', async () => {
		office.setNow('2026-12-18T23:59:00Z');
		const session = await openSession('noor');
		office.setNow('2026-12-19T00:00:30Z');
		expect(await findSignedIn(office, session)).toBeNull();
	});

	it('says so afterwards, but only to one who has the password', async () => {
		office.setNow('2026-12-19T09:00:00Z');
		expect(await signInAs('noor', TEST_PASSWORD)).toEqual({
			signedIn: false,
			because: 'over',
			validUntil: '2026-12-18'
		});
		expect(await signInAs('noor', 'wrong')).toEqual({ signedIn: false, because: 'wrong' });
	});
});

describe('accounts', () => {
	it('are one to a user name, whatever its case', async () => {
		await expect(addStaff(office, 'SAM', ['dutyWorker'])).rejects.toThrow('usernameTaken');
	});

	it('always leave somebody who can administer', async () => {
		const result = await asActor(office.db, 'system', async (trx) => {
			const admin = (await listStaff(trx)).find((each) => each.username === 'admin');
			if (!admin) throw new Error('no administrator');
			const details = { ...admin, roles: [] };
			return changeStaff(trx, { staffId: admin.staffId, details, isActive: true }, sam);
		});
		expect(result).toEqual({ saved: false, refusal: { code: 'lastAdministrator' } });
	});
});

describe('the first administrator', () => {
	const made = (place: TestService, code: string, name: string) =>
		asActor(place.db, 'system', (trx) =>
			makeFirstAdministrator(trx, {
				code,
				username: name,
				displayName: name,
				password: TEST_PASSWORD
			})
		);

	it('is made once, by the newest code, typed in any case and spacing', async () => {
		const place = await createTestService('2026-12-01T09:00:00Z');
		const old = await asActor(place.db, 'system', (trx) => makeSetupCode(trx));
		const code = await asActor(place.db, 'system', (trx) => makeSetupCode(trx));
		if (!old || !code) throw new Error('no code');
		expect(await made(place, old, 'ada')).toMatchObject({ refusal: { code: 'wrongSetupCode' } });

		const typed = code.toLowerCase().replaceAll('-', ' ');
		const both = await Promise.all([made(place, typed, 'ada'), made(place, typed, 'bea')]);
		expect(both.filter((each) => each.saved)).toHaveLength(1);
		expect(await asActor(place.db, 'system', (trx) => makeSetupCode(trx))).toBeNull();
		const kept = await sql<{ code_hash: string }>`select code_hash from setup_code`.execute(
			place.database.owner
		);
		expect(JSON.stringify(kept.rows)).not.toContain(code.replaceAll('-', ''));
		await place.close();
	});
});
