import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayAway, sayThereAgain } from '#lib/server/advocacy/providerAway.ts';
import { readYoungPeople } from '#lib/server/advocacy/youngPeople.ts';
import { readSite } from '#lib/server/intake/readSite.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { hireAdvocate, newestRequest, useProviders } from '../../support/advocacyOffice.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
afterAll(() => test.close());

let robin: string;
let kim: string;
beforeAll(async () => {
	await useProviders(office);
	robin = await hireAdvocate(office, 'Robin');
	kim = await hireAdvocate(office, 'Kim', { providerId: 'shout-out' });
});

/** Which provider a child who asks on that day is sent to. */
async function askedOn(day: PlainDate): Promise<string> {
	office.setToday(day);
	const told = { receivedOn: day, advocate: { mayKnow: 'nameOnly' as const } };
	const { complaintId } = await office.receive(told);
	return (await newestRequest(office, complaintId)).provider_id;
}

const awayId = crypto.randomUUID();

describe('a provider that says when nobody is there', () => {
	beforeAll(async () => {
		office.setToday('2026-11-02');
		await sayAway(service, robin, { awayId, fromOn: '2026-11-09', toOn: '2026-11-13' });
	});

	it.each<[PlainDate, string, string]>([
		['2026-11-08', 'nyas', 'the day before'],
		['2026-11-09', 'shout-out', 'the first day'],
		['2026-11-13', 'shout-out', 'the last day'],
		['2026-11-14', 'nyas', 'the day after']
	])('on %s a request goes to %s: %s', async (day, providerId) => {
		expect(await askedOn(day)).toBe(providerId);
	});

	it('is not the one that children are shown on those days', async () => {
		office.setToday('2026-11-10');
		expect((await readSite(service)).advocacy.name).toBe('Shout Out at Off the Record');
		office.setToday('2026-11-14');
		expect((await readSite(service)).advocacy.name).toBe('NYAS');
	});

	it('is asked all the same where nobody else is there either', async () => {
		office.setToday('2026-11-02');
		const both = { awayId: crypto.randomUUID(), fromOn: '2026-11-12', toOn: '2026-11-12' } as const;
		await sayAway(service, kim, both);
		expect(await askedOn('2026-11-12')).toBe('nyas');
		office.setToday('2026-11-02');
		await sayThereAgain(service, kim, both.awayId);
		expect(await askedOn('2026-11-12')).toBe('shout-out');
	});

	it('says for itself alone, and is there again when it says so', async () => {
		office.setToday('2026-11-11');
		await sayThereAgain(service, kim, awayId);
		expect(await askedOn('2026-11-11')).toBe('shout-out');
		expect((await readYoungPeople(service, kim))?.closed).toEqual([]);
		expect((await readYoungPeople(service, robin))?.closed).toMatchObject([{ awayId }]);
		await sayThereAgain(service, robin, awayId);
		expect(await askedOn('2026-11-11')).toBe('nyas');
		expect((await readYoungPeople(service, robin))?.closed).toEqual([]);
	});
});
