import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { trackingPage } from '#lib/server/intake/my/trackingPage.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { sentPage } from '#lib/server/intake/stepPage.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

const PHONE = { to: '07700 900 982', whoCanSee: 'justMe', voicemail: 'no', goodTimes: [] };
const CALL = { '4': { how: 'call' }, '9': {}, '10b': PHONE } as const;

let test: TestDatabase;
let service: TestService;
let visitor: Visitor;

beforeAll(async () => {
	test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
	service = createTestService(test, '2026-06-01T10:00:00Z');
	visitor = new Visitor(service);
});

const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll('\u00a0', ' '));

async function send(instead: Parameters<Visitor['fillIn']>[0]) {
	await visitor.fillIn(instead);
	const sending = await sendDraft(service, visitor.cookie);
	if (sending.kind === 'sent' && sending.newCookie) visitor.cookie = sending.newCookie;
	const form = await openForm(service, visitor.cookie);
	if (form.kind !== 'sent') throw new Error('not sent');
	return form.sent;
}

describe('somebody who asks to be called (journeys C5)', () => {
	it('is promised the call by the day on which we say that we have it, on both pages', async () => {
		const sent = await send(CALL);
		const promise = 'You asked us to call you. We will call you by Wednesday 3 June.';
		expect(plain((await sentPage(service, sent)).talk)).toEqual([promise]);
		const own = (await readOwnCase(service, sent.complaintId))!;
		expect(plain(trackingPage(own).more)).toContain(promise);
	});

	it('is told the same up to that day, and is promised no day that is gone', async () => {
		const { complaintId } = await send(CALL);
		const saidAt = async (instant: string) => {
			service.setNow(instant);
			const own = (await readOwnCase(service, complaintId))!;
			return plain(trackingPage(own).more).join(' ');
		};
		expect(await saidAt('2026-06-03T16:00:00Z')).toContain('by Wednesday 3 June');
		expect(await saidAt('2026-06-04T08:00:00Z')).not.toContain('We will call you');
	});

	it('reads how we plan to meet where they asked to meet', async () => {
		const sent = await send({
			'4': { how: 'meet' },
			'9': {},
			'10': { reach: ['code', 'textMessage'] },
			'10a': PHONE
		});
		expect(plain((await sentPage(service, sent)).talk)).toEqual([
			'You asked to meet someone. We will write to you by Wednesday 3 June. We will plan it with you.'
		]);
	});

	it('is promised nothing where they typed it', async () => {
		expect((await sentPage(service, await send({}))).talk).toEqual([]);
	});
});

describe('a child who asks for an advocate with the form (C13)', () => {
	it('reads one promise: by the day their own page names they hear who it is', async () => {
		const sent = await send({
			'8': { advocate: 'yes' },
			'10': { reach: ['code', 'telephone'] },
			'10b': PHONE
		});
		const { advocate } = await sentPage(service, sent);
		expect(advocate?.replaceAll('\u00a0', ' ')).toMatch(
			/^We have asked .+ to find you an advocate\. You will hear who it is by Wednesday 3 June\.$/
		);
	});
});
