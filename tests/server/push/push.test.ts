import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantInEngland } from '#lib/domain/calendar/england.ts';
import { answerAlert } from '#lib/server/alerts/answerAlert.ts';
import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { tellDuty } from '#lib/server/alerts/tellDuty.ts';
import { resetPassword } from '#lib/server/auth/accounts.ts';
import { lendDevice } from '#lib/server/auth/lendDevice.ts';
import { sessionsOf } from '#lib/server/auth/sessions.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { signOut } from '#lib/server/http/staffDoor.ts';
import { jobHandlers } from '#lib/server/jobs/handlers.ts';
import { JobPutOff } from '#lib/server/jobs/jobPutOff.ts';
import { runDueJobs } from '#lib/server/jobs/run.ts';
import { LOCAL_OUTBOX } from '#lib/server/mail/provider.ts';
import { pushPoster } from '#lib/server/push/postPush.ts';
import { KNOWN_PUSH_HOSTS } from '#lib/server/push/pushServices.ts';
import { sendPush } from '#lib/server/push/sendPush.ts';
import { readPushStanding, turnPush } from '#lib/server/push/turnPush.ts';
import { remindCase } from '#lib/server/reminders/remindCase.ts';
import { saveSetting } from '#lib/server/settings/council.ts';
import { COUNCIL_SETTINGS } from '#lib/server/settings/councilSchema.ts';
import { enrolDevice, removeDevice } from '#lib/server/sync/devices.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { startPushService, type ToldBrowser } from '../../support/pushService.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const services = await startPushService();
const service = Object.assign(office.service, {
	push: {
		services: { hosts: KNOWN_PUSH_HOSTS, mayBeHere: true },
		contact: 'https://staff.example',
		post: pushPoster(1_000)
	}
});
const NINE = instantInEngland('2026-11-03', 9);
const MINUTE = 60_000;
const SYSTEM = { kind: 'system' } as const;

let amy: string;
let tablet: { deviceId: string; browser: ToldBrowser };

beforeAll(async () => {
	office.setNow(NINE);
});
beforeEach(async () => {
	office.setNow(NINE);
	await test.owner.deleteFrom('job').execute();
	amy = await office.hire('Amy', ['dutyWorker']);
	tablet = await deviceOf(amy);
	await listOnDuty([amy]);
});
afterAll(async () => {
	await services.close();
	await test.close();
});

let dutyVersion = 0;
async function listOnDuty(staffIds: string[]): Promise<void> {
	const value = COUNCIL_SETTINGS.duty.parse({ staffIds });
	const saved = await asActor(service.db, 'system', (trx) =>
		saveSetting(trx, { name: 'duty', value, seenVersion: dutyVersion }, null)
	);
	if (!saved.saved) throw new Error('the duty list was not saved');
	dutyVersion = saved.version;
}

/** A device of somebody's own, on which they asked to be told. */
async function deviceOf(staffId: string, browser = services.addBrowser(), sessionId?: string) {
	const deviceId = randomUUID();
	await inTransaction(service, { kind: 'staff', staffId }, (work) =>
		enrolDevice(work, staffId, {
			...{ deviceId, name: 'My tablet', unlocksBy: 'passphrase', isPersisted: true }
		})
	);
	expect(await turn(staffId, deviceId, browser.subscription, sessionId)).toBe('on');
	return { deviceId, browser };
}

async function turn(
	staffId: string,
	deviceId: string,
	subscription: ToldBrowser['subscription'] | null,
	sessionId?: string
) {
	const reply = await inTransaction(service, { kind: 'staff', staffId }, (work) =>
		turnPush(work, service, { staffId, deviceId, subscription, sessionId })
	);
	return reply.kind;
}

const standing = (staffId: string, deviceId: string) =>
	inTransaction(service, { kind: 'staff', staffId }, (work) =>
		readPushStanding(work, service, { staffId, deviceId })
	);

async function raise(complaintId: string | null = null): Promise<string> {
	const alertId = randomUUID();
	const alert = { alertId, draftId: null, complaintId, answer: 'no', callBack: null } as const;
	await inTransaction(service, SYSTEM, (work) => raiseAlert(work, alert));
	return alertId;
}

async function runJobs(): Promise<void> {
	await runDueJobs(service, jobHandlers([LOCAL_OUTBOX]), (_kind, error) => {
		throw error;
	});
}

/** Lets so many minutes pass, and the server do what is due. */
async function after(minutes: number): Promise<void> {
	office.setNow(NINE + minutes * MINUTE);
	await runJobs();
}

const isOn = async () => (await standing(amy, tablet.deviceId)).isOn;

describe('a device whose person asked to be told', () => {
	it('is told of an alert by its kind alone, sealed so that only that browser opens it', async () => {
		await raise();
		await runJobs();
		expect(tablet.browser.notices).toEqual(['{"kind":"alert"}']);
		const [request] = tablet.browser.requests;
		expect(request?.headers).toMatchObject({
			...{ 'content-encoding': 'aes128gcm', ttl: '3600', urgency: 'high', topic: 'a' }
		});
		const { publicKey } = await standing(amy, tablet.deviceId);
		expect(request?.claims).toMatchObject({
			...{ aud: new URL(tablet.browser.subscription.endpoint).origin, key: publicKey },
			sub: 'https://staff.example'
		});
	});

	it('is told whenever its person is told by mail, and not when somebody else is', async () => {
		const ben = await office.hire('Ben', ['dutyWorker']);
		const bens = (await deviceOf(ben)).browser;
		await listOnDuty([amy, ben]);
		const alertId = await raise();
		await runJobs();
		expect([tablet.browser.notices.length, bens.notices.length]).toEqual([1, 0]);
		await after(15);
		expect([tablet.browser.notices.length, bens.notices.length]).toEqual([1, 1]);
		await answerAlert(service, ben, { alertId, act: 'take' });
		await after(30);
		expect([tablet.browser.notices.length, bens.notices.length]).toEqual([1, 1]);
	});

	it('is told once a day that a date is near, however many dates there are', async () => {
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const una = await office.hire('Una', ['complaintsManager']);
		const sams = (await deviceOf(sam)).browser;
		office.setToday('2026-11-02');
		for (let count = 0; count < 2; count += 1) {
			const { complaintId } = await office.receive();
			await office.triage(sam, complaintId);
			await office.give({
				...{ by: una, complaintId },
				order: { type: 'assignCase', officerId: sam, responderId: sam, teamId: null }
			});
			office.setNow(instantInEngland('2026-11-16', 8));
			await remindCase(service, complaintId);
			office.setToday('2026-11-02');
		}
		office.setNow(instantInEngland('2026-11-16', 8));
		await runJobs();
		expect(sams.notices).toEqual(['{"kind":"date"}']);
		expect(sams.requests[0]?.headers).toMatchObject({ urgency: 'normal', topic: 'd' });
		expect(tablet.browser.notices).toEqual([]);
	});

	it('is told once, also where somebody else sends at the same moment', async () => {
		const { pushId } = await queued();
		const { post } = service.push;
		service.push.post = async (request, nowMs) => {
			service.push.post = post;
			await expect(sendPush(service, pushId)).rejects.toThrow(JobPutOff);
			return post(request, nowMs);
		};
		await sendPush(service, pushId);
		await after(5);
		expect(tablet.browser.requests).toHaveLength(1);
	});

	it('is told nothing of what it was told before, also when the telling is done again', async () => {
		await raise();
		await runJobs();
		await test.owner
			.updateTable('job')
			.set({ done_at: null })
			.where('kind', '=', 'sendPush')
			.execute();
		await after(5);
		expect(tablet.browser.requests).toHaveLength(1);
	});
});

/** An alert is told, and what is for the device lies there and is not sent yet. */
async function queued(): Promise<{ pushId: string; alertId: string }> {
	const alertId = await raise();
	await test.owner.deleteFrom('job').execute();
	await tellDuty(service, alertId);
	const { push_id: pushId } = await test.owner
		.selectFrom('push_message')
		.select('push_id')
		.where('alert_id', '=', alertId)
		.executeTakeFirstOrThrow();
	return { pushId, alertId };
}

describe('nobody is told', () => {
	it('of a case in which they are complained about', async () => {
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const sams = (await deviceOf(sam)).browser;
		await listOnDuty([]);
		const { complaintId } = await office.receive();
		await test.owner
			.insertInto('complaint_subject')
			.values({ complaint_id: complaintId, staff_id: sam, named_at: new Date(NINE).toISOString() })
			.execute();
		await raise(complaintId);
		await runJobs();
		expect(tablet.browser.notices).toHaveLength(1);
		expect(sams.requests).toEqual([]);
	});

	it('once they lost the role, between the telling and the sending', async () => {
		await queued();
		await test.owner.deleteFrom('staff_role').where('staff_id', '=', amy).execute();
		await after(1);
		expect(tablet.browser.requests).toEqual([]);
	});

	it('of an alert that was taken before the message went', async () => {
		const { alertId } = await queued();
		await answerAlert(service, amy, { alertId, act: 'take' });
		await after(1);
		expect(tablet.browser.requests).toEqual([]);
	});

	it.each([
		['on a device that was removed', (by: string) => removeTablet(by)],
		['once they left', () => change({ is_active: false })],
		['once their password was set anew by somebody else', (by: string) => newPassword(by)],
		['once their last day is over', () => change({ valid_until: '2026-11-02' })]
	])('%s', async (_when, ends) => {
		await queued();
		await ends(amy);
		await after(1);
		expect(tablet.browser.requests).toEqual([]);
	});

	it('while a device of theirs is with a young person, and then of what still needs them', async () => {
		const session = await sessionsOf(service).createSession(amy, {});
		await lendDevice(service, session.id);
		await raise();
		await runJobs();
		await after(10);
		expect(tablet.browser.requests).toEqual([]);
		await test.owner.deleteFrom('staff_session').where('staff_id', '=', amy).execute();
		await after(14);
		expect(tablet.browser.notices).toEqual(['{"kind":"alert"}']);
	});

	it('on a browser in which they signed out', async () => {
		const session = await sessionsOf(service).createSession(amy, {});
		expect(await turn(amy, tablet.deviceId, tablet.browser.subscription, session.id)).toBe('on');
		await signOut(service, { get: () => `${session.id}.turn`, delete: () => undefined } as never);
		expect(await isOn()).toBe(false);
	});

	it('once they turned it off', async () => {
		expect(await turn(amy, tablet.deviceId, null)).toBe('off');
		expect(await isOn()).toBe(false);
		await raise();
		await runJobs();
		expect(tablet.browser.requests).toEqual([]);
	});
});

const removeTablet = (staffId: string) =>
	inTransaction(service, { kind: 'staff', staffId }, (work) => removeDevice(work, tablet.deviceId));
const newPassword = (by: string) =>
	inTransaction(service, SYSTEM, ({ trx }) =>
		resetPassword(trx, { staffId: amy, password: 'another kettle 43' }, by)
	);
const change = (set: { is_active?: boolean; valid_until?: string }) =>
	test.owner.updateTable('staff').set(set).where('staff_id', '=', amy).execute();

describe('a push service', () => {
	it('that says the browser is gone ends it', async () => {
		tablet.browser.answers = [{ status: 410 }];
		await raise();
		await runJobs();
		expect(await isOn()).toBe(false);
	});

	it.each([429, 503])(
		'that answers %i is asked again when it said, and told once',
		async (status) => {
			tablet.browser.answers = [{ status, headers: { 'retry-after': '600' } }];
			await raise();
			await runJobs();
			await after(9);
			expect(tablet.browser.requests).toHaveLength(1);
			await after(10);
			await after(14);
			expect(tablet.browser.requests).toHaveLength(2);
			expect(tablet.browser.notices).toEqual(['{"kind":"alert"}']);
		}
	);

	it('that does not answer in time is asked again, until an alert is an hour old', async () => {
		await listOnDuty([]);
		tablet.browser.answers = Array.from({ length: 9 }, () => ({ status: 500 }));
		const alertId = await raise();
		await runJobs();
		await answerAlert(service, amy, { alertId, act: 'note', note: 'Nobody there yet.' });
		await test.owner.deleteFrom('job').where('kind', '=', 'tellDuty').execute();
		await after(1);
		const asked = tablet.browser.requests.length;
		expect(asked).toBeGreaterThan(1);
		await after(61);
		expect(tablet.browser.requests).toHaveLength(asked);
	});

	it('that leads elsewhere is not followed, and not asked again', async () => {
		const other = services.addBrowser();
		tablet.browser.answers = [{ status: 307, headers: { location: other.subscription.endpoint } }];
		await raise();
		await runJobs();
		await after(10);
		expect(tablet.browser.requests).toHaveLength(1);
		expect(other.requests).toEqual([]);
		expect(await isOn()).toBe(true);
	});

	it.each([
		'http://fcm.googleapis.com/fcm/send/a',
		'https://fcm.googleapis.com:8443/fcm/send/a',
		'https://user@fcm.googleapis.com/fcm/send/a',
		'https://fcm.googleapis.com.example.org/a',
		'https://push.example.org/a',
		'https://notify.windows.com/a',
		'https://127.0.0.1/a',
		'https://10.0.0.7/a',
		'https://169.254.169.254/latest/meta-data',
		'https://[::1]/a',
		'https://localhost/a',
		'http://10.0.0.7/a',
		'file:///etc/passwd',
		'nothing at all'
	])('is none that we send to at %s', async (endpoint) => {
		const subscription = { ...tablet.browser.subscription, endpoint };
		expect(await turn(amy, tablet.deviceId, subscription)).toBe('notThisService');
	});

	it.each([
		'https://fcm.googleapis.com/fcm/send/a',
		'https://updates.push.services.mozilla.com/wpush/v2/a',
		'https://web.push.apple.com/a',
		'https://db5p.notify.windows.com/w/?token=a'
	])('of a browser we know is taken: %s', async (endpoint) => {
		const subscription = { ...tablet.browser.subscription, endpoint };
		expect(await turn(amy, tablet.deviceId, subscription)).toBe('on');
		await turn(amy, tablet.deviceId, null);
	});

	it('is left out where the browser gave a key to which nothing can be sealed', async () => {
		const p256dh = Buffer.alloc(65, 4).toString('base64url');
		const subscription = { ...tablet.browser.subscription, p256dh };
		expect(await turn(amy, tablet.deviceId, subscription)).toBe('notThisService');
	});
});

describe('turning it on', () => {
	it('is for a device of one’s own, which was not removed', async () => {
		const ben = await office.hire('Ben', ['dutyWorker']);
		const { subscription } = services.addBrowser();
		expect(await turn(ben, tablet.deviceId, subscription)).toBe('notYours');
		expect(await turn(ben, randomUUID(), subscription)).toBe('notYours');
		expect(await turn(ben, tablet.deviceId, null)).toBe('notYours');
		expect(await isOn()).toBe(true);
		await removeTablet(amy);
		expect(await turn(amy, tablet.deviceId, subscription)).toBe('notYours');
	});

	it('twice tells once, where the browser was last', async () => {
		const later = services.addBrowser();
		expect(await turn(amy, tablet.deviceId, later.subscription)).toBe('on');
		await raise();
		await runJobs();
		expect([tablet.browser.requests.length, later.notices.length]).toEqual([0, 1]);
	});

	it('in a browser where somebody else had it tells only who turned it on last', async () => {
		const ben = await office.hire('Ben', ['dutyWorker']);
		await deviceOf(ben, tablet.browser);
		await raise();
		await runJobs();
		expect(tablet.browser.requests).toEqual([]);
		expect(await isOn()).toBe(false);
	});

	it('is by one key of the office, however many begin at once', async () => {
		await test.owner.deleteFrom('push_key').execute();
		const keys = await Promise.all([1, 2, 3].map(() => standing(amy, tablet.deviceId)));
		expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
		const { wrapped } = await test.owner
			.selectFrom('push_key')
			.select('wrapped')
			.executeTakeFirstOrThrow();
		expect(wrapped).toHaveLength(32 + 29);
	});
});
