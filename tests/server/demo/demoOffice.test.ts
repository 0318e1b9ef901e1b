import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '#lib/server/database/connect.ts';
import { openDemoOffice } from '#lib/server/demo/demoOffice.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { createTestService, type TestService } from '../../support/testService.ts';

let service: TestService;
beforeAll(async () => {
	service = await createTestService('2026-11-27T12:00:00Z');
});
afterAll(() => service.close());

async function officeOf(now: string) {
	const holidays = await asActor(service.db, 'system', readHolidays);
	const people = { sam: '', priya: '', mo: '', amy: '' };
	return openDemoOffice({ ...service, now: () => Date.parse(now) }, { people, holidays });
}

describe('the past of the demonstration', () => {
	it.each([
		['Friday', '2026-11-27T12:00:00Z'],
		['Saturday', '2026-11-28T12:00:00Z'],
		['Sunday', '2026-11-29T23:59:00Z']
	])('stands on a %s as it does on the Friday', async (_day, now) => {
		const office = await officeOf(now);
		expect(office.daysAgo(0)).toBe('2026-11-27');
		expect(office.daysAgo(6)).toBe('2026-11-19');
		expect(office.daysAgo(-1)).toBe('2026-11-30');
	});

	it('stands on a bank holiday as it does on the working day before', async () => {
		const office = await officeOf('2026-12-28T09:00:00Z');
		expect(office.daysAgo(0)).toBe('2026-12-24');
		expect(office.daysAgo(-1)).toBe('2026-12-29');
	});
});
