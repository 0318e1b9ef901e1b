import { isRedirect } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptRequest } from '#lib/server/advocacy/answerRequest.ts';
import { changeAdvocateConsent } from '#lib/server/advocacy/changeConsent.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { FormError } from '#lib/server/http/formErrors.ts';
import { setService } from '#lib/server/running.ts';
import { didWords } from '#lib/words/advocates.ts';
import * as portal from '../../../src/routes/staff/(office)/young-people/+page.server.ts';
import * as young from '../../../src/routes/staff/(office)/young-people/[request]/+page.server.ts';
import * as writing from '../../../src/routes/staff/(office)/young-people/[request]/write/+page.server.ts';
import { hireAdvocate, newestRequest, useProviders } from '../../support/advocacyOffice.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let robin: string;
let kim: string;
beforeAll(async () => {
	setService(service);
	await useProviders(office);
	robin = await hireAdvocate(office, 'Robin');
	kim = await hireAdvocate(office, 'Kim');
});
afterAll(async () => {
	setService(undefined);
	await test.close();
});

const actId = () => crypto.randomUUID();

async function asked() {
	office.setToday('2026-11-02');
	const { complaintId } = await office.receive({ advocate: { mayKnow: 'story' } });
	const { request_id: requestId } = await newestRequest(office, complaintId);
	return { complaintId, requestId };
}

async function assigned() {
	const one = await asked();
	const { requestId } = one;
	await acceptRequest(service, { staffId: robin, requestId, actId: actId(), advocateId: robin });
	return one;
}

/** What a page asks of whoever posts to it: Robin, at a young person's. */
function posted(requestId: string, fields: Record<string, string>) {
	const body = new URLSearchParams({ id: actId(), ...fields });
	const url = new URL(`https://site.example/staff/young-people/${requestId}`);
	const request = new Request(url, { method: 'POST', body });
	return { request, url, params: { request: requestId }, locals: { staff: { staffId: robin } } };
}

/** Where Robin is sent after an act, as a browser follows it. */
async function sentTo(
	act: 'accept' | 'decline' | 'handOver' | 'spoke' | 'write',
	requestId: string,
	fields: Record<string, string>
): Promise<string> {
	try {
		await young.actions[act]?.(posted(requestId, fields) as never);
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		throw thrown;
	}
	return 'nowhere';
}

describe('after an act an advocate comes', () => {
	it('to the young person again, while they are theirs', async () => {
		const { requestId } = await asked();
		const page = `/staff/young-people/${requestId}`;
		expect(await sentTo('accept', requestId, { advocateId: robin })).toBe(`${page}?did=accept`);
		expect(await sentTo('spoke', requestId, { on: '2026-11-02' })).toBe(`${page}?did=spoke`);
	});

	it('to the list, where the young person went to a colleague or to another provider', async () => {
		const list = '/staff/young-people';
		const { requestId } = await assigned();
		expect(await sentTo('handOver', requestId, { advocateId: kim })).toBe(`${list}?did=handOver`);
		const toKim = await asked();
		const accepted = await sentTo('accept', toKim.requestId, { advocateId: kim });
		expect(accepted).toBe(`${list}?did=accept`);
		const declined = await asked();
		const because = { because: 'nobodyFree' };
		expect(await sentTo('decline', declined.requestId, because)).toBe(`${list}?did=decline`);
	});

	it('to the list with a sentence, where the child took it back meanwhile', async () => {
		const { complaintId, requestId } = await assigned();
		await changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow: 'nothing' });
		const went = await sentTo('write', requestId, { words: 'When will you see Jay?' });
		expect(went).toBe('/staff/young-people?did=gone');
		expect(didWords('gone')).toContain('The young person took it back');
	});
});

describe('what an advocate typed beside a young person', () => {
	it('stays before them where it cannot be sent any more, with why, and no name', async () => {
		const { complaintId, requestId } = await assigned();
		await changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow: 'nothing' });
		const event = posted(requestId, { words: 'I want my own room' }) as never;
		expect(await writing.actions['default']?.(event)).toMatchObject({
			status: 409,
			data: { words: 'I want my own room', errors: [{ fieldId: 'with-words' }] }
		});
		expect(await writing.load(event)).toMatchObject({ name: null });
		const opened = { ...posted(requestId, {}), request: new Request('https://site.example/') };
		await expect(async () => writing.load(opened as never)).rejects.toMatchObject({ status: 404 });
	});
});

describe('days away that an advocate writes down', () => {
	/** What stands beside the last day, where these days are not taken. */
	async function refusedOn(act: 'away' | 'closed', days: { fromOn: string; toOn: string }) {
		office.setToday('2026-11-02');
		const event = posted(actId(), { ...days, coveringId: kim }) as never;
		const answer = (await portal.actions[act]?.(event)) as { data?: { errors: FormError[] } };
		return answer.data?.errors.find(({ fieldId }) => fieldId === `${act}-toOn`)?.sentence;
	}

	it.each(['away', 'closed'] as const)(
		'are none that are over, nor end before they begin: %s',
		async (act) => {
			expect(await refusedOn(act, { fromOn: '2026-10-26', toOn: '2026-11-01' })).toBe(
				'Enter a last day that is today or later'
			);
			expect(await refusedOn(act, { fromOn: '2026-11-09', toOn: '2026-11-08' })).toBe(
				'Enter a last day that is not before the first'
			);
		}
	);

	it.each(['away', 'closed'] as const)('may end today: %s', async (act) => {
		const today = refusedOn(act, { fromOn: '2026-11-02', toOn: '2026-11-02' });
		await expect(today).rejects.toMatchObject({ location: `/staff/young-people?did=${act}` });
	});
});
