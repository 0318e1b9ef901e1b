import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { mustHaveSecondStep } from '#lib/domain/roles/secondStep.ts';
import { resetPassword } from '#lib/server/auth/accounts.ts';
import { findHalfSignIn, finishSignIn } from '#lib/server/auth/halfSignIn.ts';
import {
	beginOwnSecondStep,
	confirmOwnSecondStep,
	readOwnSecondStep,
	renewRecoveryCodes,
	turnOffSecondStep
} from '#lib/server/auth/ownSecondStep.ts';
import {
	beginSettingUp,
	findPendingSecret,
	finishSettingUp,
	takeAwaySecondStep
} from '#lib/server/auth/secondStep.ts';
import { findSignedIn } from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/auth/signIn.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { saveSetting } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';
import { appCode } from '../../support/appCode.ts';
import {
	addStaff,
	createTestService,
	TEST_PASSWORD,
	type TestService
} from '../../support/testService.ts';

const NINE = '2026-12-01T09:00:00Z';
const office: TestService = await createTestService(NINE);
afterAll(() => office.close());

let robin: string;
let name = 0;
beforeEach(async () => {
	office.setNow(NINE);
	name += 1;
	robin = await addStaff(office, `Robin${name}`, ['advocate']);
});

const later = (seconds: number) =>
	office.setNow(new Date(Date.parse(NINE) + seconds * 1000).toISOString());

/** The password of whoever was hired last, and what it leads to. */
async function halfSignIn(username = `robin${name}`): Promise<string> {
	const result = await signIn(office, { username, password: TEST_PASSWORD });
	if (result.signedIn || result.because !== 'secondStep') throw new Error(JSON.stringify(result));
	return result.halfId;
}

/** Sets the step up with hardly a recovery code, since hashing ten takes long. */
async function setUp(): Promise<{ secret: string }> {
	const codes = { codes: [], kept: [{ lookup: randomBytes(32), verifier: 'none' }] };
	return inTransaction(office, { kind: 'system' }, async (work) => {
		await beginSettingUp(work, robin);
		const secret = (await findPendingSecret(work, robin)) ?? '';
		const typed = appCode(secret, office.now());
		expect(await finishSettingUp(work, { staffId: robin, typed, codes })).toBe(true);
		return { secret };
	});
}

/** The same at a sign-in, as people do it: it says the codes shown once, and the session. */
async function setUpAtTheDoor() {
	const halfId = await halfSignIn();
	const secret = (await findHalfSignIn(office, halfId))?.secret;
	if (!secret) throw new Error('no secret was made');
	const result = await finishSignIn(office, halfId, appCode(secret, office.now()));
	if (!result.signedIn || !result.recoveryCodes) throw new Error(JSON.stringify(result));
	return { secret, codes: result.recoveryCodes, sessionId: result.sessionId };
}

const finish = async (typed: string) => finishSignIn(office, await halfSignIn(), typed);

describe('who is asked for a second step', () => {
	it('is every advocate, and whomever the council asks it of', () => {
		expect(mustHaveSecondStep(['advocate'], [])).toBe(true);
		expect(mustHaveSecondStep(['complaintsOfficer', 'auditor'], ['auditor'])).toBe(true);
		expect(mustHaveSecondStep(['complaintsOfficer'], ['auditor'])).toBe(false);
		expect(mustHaveSecondStep([], [])).toBe(false);
	});

	it('is nobody else until they set one up themselves', async () => {
		const sam = await addStaff(office, `Sam${name}`, ['complaintsOfficer']);
		const given = { username: `sam${name}`, password: TEST_PASSWORD };
		expect(await signIn(office, given)).toMatchObject({ signedIn: true });
		expect(await beginOwnSecondStep(office, sam, TEST_PASSWORD)).toBeNull();
		const { secret } = await readOwnSecondStep(office, sam);
		const codes = await confirmOwnSecondStep(office, sam, appCode(secret ?? '', office.now()));
		expect(codes).toHaveLength(10);
		expect(await signIn(office, given)).toMatchObject({ because: 'secondStep' });
	});

	it('is whoever has a role the council names, from their next sign-in on', async () => {
		await addStaff(office, `Una${name}`, ['auditor']);
		const given = { username: `una${name}`, password: TEST_PASSWORD };
		await asActor(office.db, 'system', (trx) =>
			saveSetting(
				trx,
				{ name: 'signIn', value: { secondStepRoles: ['auditor'] }, seenVersion: 0 },
				null
			)
		);
		expect(await signIn(office, given)).toMatchObject({ because: 'secondStep' });
	});
});

describe('a right password alone', () => {
	it('opens no session where a second step is asked', async () => {
		const halfId = await halfSignIn();
		expect(await findSignedIn(office, halfId)).toBeNull();
		expect(await findHalfSignIn(office, halfId)).toMatchObject({ username: `robin${name}` });
	});

	it('waits ten minutes for the step, and not one second more', async () => {
		const { secret } = await setUp();
		later(60);
		const halfId = await halfSignIn();
		later(60 + 599);
		expect(await findHalfSignIn(office, halfId)).not.toBeNull();
		later(60 + 600);
		expect(await finishSignIn(office, halfId, appCode(secret, office.now()))).toEqual({
			signedIn: false,
			because: 'gone'
		});
	});

	it('says the same to a wrong password, whether or not there is a second step', async () => {
		await setUp();
		for (const username of [`robin${name}`, 'nobody']) {
			const result = await signIn(office, { username, password: 'wrong' });
			expect(result).toEqual({ signedIn: false, because: 'wrong' });
		}
	});

	it('leads nowhere once the password was reset', async () => {
		const { secret } = await setUp();
		const halfId = await halfSignIn();
		await asActor(office.db, 'system', (trx) =>
			resetPassword(trx, { staffId: robin, password: TEST_PASSWORD }, robin)
		);
		later(60);
		const result = await finishSignIn(office, halfId, appCode(secret, office.now()));
		expect(result).toMatchObject({ because: 'gone' });
	});
});

describe('a code from the app', () => {
	it('signs in, half a minute early or late too', async () => {
		const { secret } = await setUp();
		for (const [at, shownAt] of [
			[90, 60],
			[180, 210],
			[300, 300]
		] as const) {
			later(at);
			const typed = appCode(secret, Date.parse(NINE) + shownAt * 1000);
			expect(await finish(`${typed.slice(0, 3)} ${typed.slice(3)}`)).toMatchObject({
				signedIn: true,
				recoveryCodes: null
			});
		}
	});

	it('is no code a minute early or late', async () => {
		const { secret } = await setUp();
		later(300);
		for (const shownAt of [240, 360]) {
			const typed = appCode(secret, Date.parse(NINE) + shownAt * 1000);
			expect(await finish(typed)).toEqual({ signedIn: false, because: 'wrong' });
		}
	});

	it('works once, also where two browsers send it at the same moment', async () => {
		const { secret } = await setUp();
		later(60);
		const typed = appCode(secret, office.now());
		const halves = [await halfSignIn(), await halfSignIn()];
		const both = await Promise.all(halves.map((half) => finishSignIn(office, half, typed)));
		expect(both.filter(({ signedIn }) => signedIn)).toHaveLength(1);
		expect(await finish(typed)).toEqual({ signedIn: false, because: 'wrong' });
	});

	it('is not taken from before one that was', async () => {
		const { secret } = await setUp();
		later(60);
		const earlier = appCode(secret, office.now());
		later(90);
		expect(await finish(appCode(secret, office.now()))).toMatchObject({ signedIn: true });
		expect(await finish(earlier)).toEqual({ signedIn: false, because: 'wrong' });
	});

	it('is waited for after five wrong ones, longer each time, and never locked', async () => {
		const { secret } = await setUp();
		later(600);
		for (let tries = 0; tries < 5; tries += 1) await finish('not a code');
		const right = () => appCode(secret, office.now());
		expect(await finish(right())).toMatchObject({ because: 'wait', waitSeconds: 1 });
		later(601);
		await finish('not a code');
		expect(await finish(right())).toMatchObject({ because: 'wait', waitSeconds: 2 });
		later(603);
		expect(await finish(right())).toMatchObject({ signedIn: true });
	});

	it('is checked five times however many are tried at once', async () => {
		await setUp();
		later(600);
		const halfId = await halfSignIn();
		const tried = Array.from({ length: 50 }, () => finishSignIn(office, halfId, '000000'));
		const came = (await Promise.all(tried)).map((result) => !result.signedIn && result.because);
		expect(came.filter((because) => because === 'wrong')).toHaveLength(5);
		expect(came.filter((because) => because === 'wait')).toHaveLength(45);
	});

	it('is waited for a quarter of an hour at most: a guess is one in 300,000, and the password is known', async () => {
		await setUp();
		let at = 600;
		for (let tries = 0; tries < 40; tries += 1) {
			later(at);
			const result = await finish('000000');
			at += !result.signedIn && result.because === 'wait' ? result.waitSeconds : 0;
		}
		later(at);
		await finish('000000');
		expect(await finish('000000')).toMatchObject({ because: 'wait', waitSeconds: 900 });
	});
});

describe('a recovery code', () => {
	it('signs in once, in any case and spacing, and its owner is told', async () => {
		const { codes } = await setUpAtTheDoor();
		const typed = codes[3]?.toLowerCase().replaceAll('-', ' ') ?? '';
		expect(await finish(typed)).toMatchObject({ signedIn: true });
		expect(await finish(typed)).toEqual({ signedIn: false, because: 'wrong' });
		expect((await readOwnSecondStep(office, robin)).codesLeft).toBe(9);
		expect(await messagesTo(robin)).toEqual(['signInChanged']);
	});

	it('is nobody else’s', async () => {
		const { codes } = await setUpAtTheDoor();
		name += 1;
		robin = await addStaff(office, `Robin${name}`, ['advocate']);
		await setUp();
		expect(await finish(codes[0] ?? '')).toEqual({ signedIn: false, because: 'wrong' });
	});

	it('gives way to ten new ones, for who gives the password', async () => {
		const { codes } = await setUpAtTheDoor();
		expect(await renewRecoveryCodes(office, robin, 'wrong')).toMatchObject({ because: 'wrong' });
		const renewed = await renewRecoveryCodes(office, robin, TEST_PASSWORD);
		if (!('codes' in renewed)) throw new Error('none were made');
		expect(await finish(codes[0] ?? '')).toMatchObject({ signedIn: false });
		expect(await finish(renewed.codes[0] ?? '')).toMatchObject({ signedIn: true });
	});
});

describe('a person’s own second step', () => {
	it('is not begun anew without the password', async () => {
		await setUp();
		expect(await beginOwnSecondStep(office, robin, 'wrong')).toMatchObject({ because: 'wrong' });
		expect((await readOwnSecondStep(office, robin)).secret).toBeNull();
	});

	it('moves to another app by a code of that app, and until then the old one holds', async () => {
		const { secret: old } = await setUp();
		await beginOwnSecondStep(office, robin, TEST_PASSWORD);
		const { secret } = await readOwnSecondStep(office, robin);
		later(60);
		expect(await confirmOwnSecondStep(office, robin, appCode(old, office.now()))).toBeNull();
		expect(await finish(appCode(old, office.now()))).toMatchObject({ signedIn: true });
		later(120);
		expect(
			await confirmOwnSecondStep(office, robin, appCode(secret ?? '', office.now()))
		).toHaveLength(10);
		later(180);
		expect(await finish(appCode(old, office.now()))).toMatchObject({ signedIn: false });
		expect(await finish(appCode(secret ?? '', office.now()))).toMatchObject({ signedIn: true });
	});

	it('is shown for ten minutes, then it is begun again', async () => {
		await setUp();
		await beginOwnSecondStep(office, robin, TEST_PASSWORD);
		later(599);
		expect((await readOwnSecondStep(office, robin)).secret).not.toBeNull();
		later(600);
		expect((await readOwnSecondStep(office, robin)).secret).toBeNull();
	});

	it('is turned off by the password where nobody asks it of them, and by nothing else', async () => {
		await setUp();
		expect(await turnOffSecondStep(office, robin, TEST_PASSWORD)).toEqual({ because: 'needed' });
		const jo = await addStaff(office, `Jo${name}`, ['teamManager']);
		await beginOwnSecondStep(office, jo, TEST_PASSWORD);
		const { secret } = await readOwnSecondStep(office, jo);
		await confirmOwnSecondStep(office, jo, appCode(secret ?? '', office.now()));
		expect(await turnOffSecondStep(office, jo, 'wrong')).toMatchObject({ because: 'wrong' });
		expect(await turnOffSecondStep(office, jo, TEST_PASSWORD)).toBeNull();
		const given = { username: `jo${name}`, password: TEST_PASSWORD };
		expect(await signIn(office, given)).toMatchObject({ signedIn: true });
	});
});

describe('taking a second step away', () => {
	it('ends every session and code, is written down, and tells the person', async () => {
		const { secret, codes, sessionId } = await setUpAtTheDoor();
		const admin = await addStaff(office, `Helen${name}`, ['administrator']);
		await inTransaction(office, { kind: 'system' }, (work) =>
			takeAwaySecondStep(work, robin, admin)
		);
		expect(await findSignedIn(office, sessionId)).toBeNull();
		expect(await messagesTo(robin)).toEqual(['signInChanged']);
		const written = await asActor(office.db, 'system', (trx) =>
			trx
				.selectFrom('audit_entry')
				.select('actor')
				.where('action', '=', 'secondStepTakenAway')
				.execute()
		);
		expect(written).toContainEqual({ actor: `staff:${admin}` });

		later(60);
		const halfId = await halfSignIn();
		for (const typed of [appCode(secret, office.now()), codes[0] ?? '']) {
			expect(await finishSignIn(office, halfId, typed)).toMatchObject({ signedIn: false });
		}
		expect((await findHalfSignIn(office, halfId))?.secret).not.toBe(secret);
	});
});

it('keeps neither the secret nor a recovery code where a copy of the database shows them', async () => {
	const { secret, codes } = await setUpAtTheDoor();
	const rows = await sql`select s::text as row from second_step s union all
		select c::text from recovery_code c`.execute(office.database.owner);
	const kept = JSON.stringify(rows.rows);
	for (const told of [secret, Buffer.from(secret).toString('hex'), ...codes]) {
		expect(kept).not.toContain(told);
	}
	const seen = await asActor(office.db, `staff:${robin}`, (trx) =>
		trx.selectFrom('second_step').select('staff_id').execute()
	);
	expect(seen).toEqual([]);
});

async function messagesTo(staffId: string): Promise<string[]> {
	const rows = await asActor(office.db, 'system', (trx) =>
		trx.selectFrom('outgoing_message').select('purpose').where('staff_id', '=', staffId).execute()
	);
	return rows.map(({ purpose }) => purpose);
}
