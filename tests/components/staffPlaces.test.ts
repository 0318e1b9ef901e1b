import { describe, expect, it, test } from 'vitest';
import { waitingBehindMore } from '#lib/components/staff/shell/navigation.ts';
import { placesFor, tabIdsFor } from '#lib/components/staff/shell/places.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';

describe('the tab bar of a phone', () => {
	test.each<[StaffRole, string[]]>([
		['complaintsOfficer', ['today', 'new', 'log', 'cases']],
		['complaintsManager', ['today', 'new', 'log', 'cases']],
		['teamManager', ['today', 'log', 'cases']],
		['dutyWorker', ['today', 'log', 'alerts']],
		['childrensRightsOfficer', ['log', 'papers']],
		['reviewingOfficer', ['log', 'reviews']],
		['independentPerson', ['papers']],
		['director', ['papers', 'figures', 'access-log']],
		['auditor', ['figures', 'access-log']],
		['administrator', ['people', 'settings', 'outbox']]
	])('has for a %s only the places of their work', (role, tabs) => {
		expect(tabIdsFor([role])).toEqual(tabs);
	});

	test.each<[StaffRole, boolean]>([
		['complaintsOfficer', true],
		['complaintsManager', true],
		['teamManager', true],
		['dutyWorker', true],
		['childrensRightsOfficer', true],
		['reviewingOfficer', true],
		['advocate', true],
		['administrator', false],
		['director', false],
		['auditor', false],
		['investigatingOfficer', false]
	])('says of a %s whether they may hand their device to a young person: %s', (role, may) => {
		const places = placesFor([role], '').places.map(({ id }) => id);
		expect(places.includes('lend')).toBe(may);
	});

	it('leads to places of the menu, and to logging a contact', () => {
		const roles: StaffRole[] = ['complaintsManager', 'administrator'];
		const places = placesFor(roles, 'people').places.map(({ id }) => id);
		expect(tabIdsFor(roles).filter((id) => !places.includes(id))).toEqual(['log']);
	});
});

describe('what waits for somebody', () => {
	it('is counted on More, on a phone, where its place is behind it', () => {
		const counts = { today: 4, alerts: 1, unsent: 2, 'needs-you': 3 };
		const officer = placesFor(['complaintsOfficer'], '', counts);
		expect(waitingBehindMore(officer, tabIdsFor(['complaintsOfficer']))).toBe(5);
		expect(waitingBehindMore(officer, ['unsent'])).toBe(3);
		expect(waitingBehindMore(placesFor(['dutyWorker'], ''), ['today'])).toBe(0);
	});
});

describe('the foot of the menu', () => {
	const footOf = (role: StaffRole) => placesFor([role], '').foot.map(({ id }) => id);

	it('leads everybody to this device and their own sign-in, and to help whoever has work that it is about', () => {
		expect(footOf('director')).toEqual(['device', 'second-step']);
		expect(footOf('administrator')).toEqual(['help', 'device', 'second-step']);
	});

	it('leads whoever may do anything with no signal to what has not gone, and counts it', () => {
		expect(footOf('dutyWorker')).toEqual(['unsent', 'needs-you', 'help', 'device', 'second-step']);
		const [outbox] = placesFor(['dutyWorker'], '', { unsent: 2 }).foot;
		expect(outbox).toMatchObject({ words: 'Outbox', count: 2, asksForYou: true });
	});
});
