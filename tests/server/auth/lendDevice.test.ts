import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resetPassword } from '#lib/server/auth/accounts.ts';
import { findHalfSignIn } from '#lib/server/auth/halfSignIn.ts';
import { findLent, giveBack, lendDevice, startLentVisit } from '#lib/server/auth/lendDevice.ts';
import { findSignedIn, sessionsOf } from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/auth/signIn.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { comeBack } from '#lib/server/intake/comeBack.ts';
import { leave, saveForLater } from '#lib/server/intake/endVisit.ts';
import { findSavedWords, openForm } from '#lib/server/intake/openForm.ts';
import { readShown } from '#lib/server/intake/preference.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import {
	addStaff,
	createTestService,
	TEST_PASSWORD,
	type TestService
} from '../../support/testService.ts';
import { Visitor } from '../../support/visitor.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let office: TestService;
let sam: string;

beforeAll(async () => {
	office = await createTestService('2026-12-01T09:00:00Z');
	sam = await addStaff(office, 'Sam', ['complaintsOfficer']);
});
afterAll(() => office.close());

const pass = (ms: number) => office.setNow(new Date(office.now() + ms).toISOString());

async function signedIn(): Promise<string> {
	const result = await signIn(office, { username: 'sam', password: TEST_PASSWORD });
	if (!result.signedIn) throw new Error(result.because);
	return result.sessionId;
}

async function lent(): Promise<string> {
	const session = await signedIn();
	expect(await lendDevice(office, session)).not.toBeNull();
	return session;
}

/** A young person on the device of that session, before they told us anything. */
async function childOn(session: string): Promise<Visitor> {
	const device = await findLent(office, session);
	if (!device) throw new Error('it is not lent');
	return new Visitor(office, (await startLentVisit(office, device.lentId)) ?? undefined);
}

async function haveBack(session: string): Promise<string> {
	const back = await giveBack(office, session, TEST_PASSWORD);
	if (!back?.signedIn) throw new Error('not back');
	return back.sessionId;
}

const opens = async ({ cookie }: Visitor) => (await openForm(office, cookie)).kind;
const stateOfLastDraft = () =>
	asActor(office.db, 'system', (trx) =>
		trx
			.selectFrom('draft')
			.select(['state', 'sealed'])
			.orderBy('created_at', 'desc')
			.executeTakeFirstOrThrow()
	);

describe('a device that a worker handed to a young person (journeys 2.7)', () => {
	it('opens nothing of the staff side, however soon it is asked', async () => {
		expect(await findSignedIn(office, await lent())).toBeNull();
	});

	it('is handed over once, however often it is pressed', async () => {
		const session = await lent();
		const first = await findLent(office, session);
		expect(await lendDevice(office, session)).toEqual(first);
	});

	it('is unlocked by the worker’s own password, also after more than a quarter of an hour', async () => {
		const session = await lent();
		pass(40 * MINUTE);
		const back = await haveBack(session);
		expect(await findSignedIn(office, back)).toMatchObject({ displayName: 'Sam' });
		expect(await findSignedIn(office, session)).toBeNull();
		expect(await giveBack(office, session, TEST_PASSWORD)).toBeNull();
	});

	it('stays locked for a wrong password, which waits as at the sign-in, longer each time', async () => {
		const session = await lent();
		const giveWrong = () => giveBack(office, session, 'not this one');
		for (let tries = 0; tries < 5; tries += 1) {
			expect(await giveWrong()).toMatchObject({ because: 'wrong' });
		}
		expect(await giveBack(office, session, TEST_PASSWORD)).toEqual({
			signedIn: false,
			because: 'wait',
			waitSeconds: 1
		});
		pass(1000);
		expect(await giveWrong()).toMatchObject({ because: 'wrong' });
		expect(await giveWrong()).toMatchObject({ waitSeconds: 2 });
		expect(await findSignedIn(office, session)).toBeNull();
		pass(61 * MINUTE);
		expect(await giveBack(office, session, TEST_PASSWORD)).toMatchObject({ signedIn: true });
	});

	it('is nobody’s any more 12 hours after it was handed over', async () => {
		const session = await lent();
		const child = await childOn(session);
		await child.press('1');
		pass(12 * HOUR - 1000);
		expect(await findLent(office, session)).not.toBeNull();
		expect(await opens(child)).toBe('open');
		pass(1000);
		expect(await findLent(office, session)).toBeNull();
		expect(await giveBack(office, session, TEST_PASSWORD)).toBeNull();
		expect(await opens(child)).toBe('gone');
	});

	it('asks an advocate for their second step too, when they have it back by their password', async () => {
		const robin = await addStaff(office, 'Robin', ['advocate']);
		const session = (await sessionsOf(office).createSession(robin, {})).id;
		await lendDevice(office, session);
		const child = await childOn(session);
		await child.press('1');
		const back = await giveBack(office, session, TEST_PASSWORD);
		if (!back || back.signedIn || back.because !== 'secondStep') throw new Error('no second step');
		expect(await findSignedIn(office, back.halfId)).toBeNull();
		expect(await findHalfSignIn(office, back.halfId)).toMatchObject({ staffId: robin });
		expect(await findLent(office, session)).toBeNull();
		expect(await opens(child)).toBe('gone');
	});

	it('leaves the worker’s sign-ins on other devices as they are', async () => {
		const desk = await signedIn();
		const session = await lent();
		expect(await findSignedIn(office, desk)).toMatchObject({ displayName: 'Sam' });
		await haveBack(session);
		expect(await findSignedIn(office, desk)).toMatchObject({ displayName: 'Sam' });
		expect(await findLent(office, desk)).toBeNull();
	});

	it('writes down who lent it and when, and when they had it back, and nothing of what was told', async () => {
		const session = await lent();
		await lendDevice(office, session);
		const child = await childOn(session);
		await child.fillIn();
		await sendDraft(office, child.cookie);
		pass(20 * MINUTE);
		await haveBack(session);
		const written = await asActor(office.db, 'system', (trx) =>
			trx
				.selectFrom('audit_entry')
				.select(['actor', 'action', 'entity', 'entity_id', 'data', 'at'])
				.where('action', 'like', 'device%')
				.orderBy('entry_id', 'desc')
				.limit(2)
				.execute()
		);
		const of = { actor: `staff:${sam}`, entity: 'staff', entity_id: sam, data: {} };
		expect(written.map(({ at: _at, ...rest }) => rest).reverse()).toEqual([
			{ ...of, action: 'deviceLent' },
			{ ...of, action: 'deviceGivenBack' }
		]);
		expect(written.every(({ at }) => Number.isFinite(Date.parse(at)))).toBe(true);
	});
});

describe('what a young person told on a worker’s device', () => {
	it('is known to be on one, from the first page to the six words', async () => {
		const child = await childOn(await lent());
		const isLent = async () => (await readShown(office, child.cookie)).lentId !== null;
		expect(await isLent()).toBe(true);
		await child.fillIn();
		expect(await isLent()).toBe(true);
		const sending = await sendDraft(office, child.cookie);
		if (sending.kind === 'sent') child.cookie = sending.newCookie ?? child.cookie;
		expect(await isLent()).toBe(true);
		// Ten minutes later its cookie is another, and it is the same device still.
		pass(11 * MINUTE);
		const form = await openForm(office, child.cookie);
		if (form.kind !== 'sent') throw new Error('it was sent');
		child.cookie = form.sent.newCookie ?? child.cookie;
		expect(await isLent()).toBe(true);
	});

	it('is deleted when the device goes back before it was sent', async () => {
		const session = await lent();
		const child = await childOn(session);
		await child.fillIn();
		await haveBack(session);
		expect(await opens(child)).toBe('gone');
		expect(await stateOfLastDraft()).toEqual({ state: 'deleted', sealed: null });
	});

	it('is kept for its six words, and opens by nothing else', async () => {
		const session = await lent();
		const child = await childOn(session);
		await child.fillIn();
		await saveForLater(office, child.cookie);
		const words = (await findSavedWords(office, child.cookie))?.words?.join(' ') ?? '';
		await haveBack(session);
		expect(await opens(child)).toBe('gone');
		const back = await comeBack(office, words, { cookie: null, address: '::1' });
		expect(back).toMatchObject({ opened: true, to: 'draft' });
	});

	it('opens on it no more once it was sent and the device went back', async () => {
		const session = await lent();
		const child = await childOn(session);
		await child.fillIn();
		const before = child.cookie;
		const sending = await sendDraft(office, child.cookie);
		if (sending.kind === 'sent') child.cookie = sending.newCookie ?? child.cookie;
		expect(await opens(child)).toBe('sent');
		await haveBack(session);
		expect(await opens(child)).toBe('gone');
		expect(await opens(new Visitor(office, before))).toBe('gone');
	});

	it('goes with the sign-in however that ends: signed out, or a new password from the office', async () => {
		const signedOut = await lent();
		const first = await childOn(signedOut);
		await first.press('1');
		await sessionsOf(office).invalidateSession(signedOut);
		expect(await opens(first)).toBe('gone');

		const second = await childOn(await lent());
		await second.press('1');
		await asActor(office.db, 'system', (trx) =>
			resetPassword(trx, { staffId: sam, password: TEST_PASSWORD }, sam)
		);
		expect(await opens(second)).toBe('gone');
	});

	it('touches nobody on another device, nor the next young person on this one', async () => {
		const other = await childOn(await lent());
		await other.fillIn();
		const session = await lent();
		const first = await childOn(session);
		await first.fillIn();
		await leave(office, first.cookie);
		const next = await childOn(session);
		await next.press('1');
		expect(await opens(first)).toBe('gone');
		expect(await opens(next)).toBe('open');
		await haveBack(session);
		expect(await opens(other)).toBe('open');
	});

	it('cannot be begun on a device that went back', async () => {
		const session = await lent();
		const device = await findLent(office, session);
		await haveBack(session);
		expect(await startLentVisit(office, device!.lentId)).toBeNull();
	});
});
