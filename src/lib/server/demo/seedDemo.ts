import type { StaffRole } from '#lib/domain/roles/roles.ts';
import { createStaff } from '#lib/server/auth/accounts.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { makeLaterCases, makeNewCases, makeOpenCases } from '#lib/server/demo/demoCases.ts';
import { demoWordsOf, openDemoOffice, type DemoPeople } from '#lib/server/demo/demoOffice.ts';
import type { Service } from '#lib/server/service.ts';
import { saveSetting } from '#lib/server/settings/council.ts';
import { COUNCIL_SETTINGS } from '#lib/server/settings/councilSchema.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';

/** Everyone of the demonstration signs in with this. It opens invented cases only. */
export const DEMO_PASSWORD = 'maple kettle garden';

/** Who is in the demonstration, and what each does. */
export const DEMO_STAFF: readonly {
	username: keyof DemoPeople | 'helen';
	name: string;
	role: StaffRole;
	words: string;
}[] = [
	{ username: 'sam', name: 'Sam', role: 'complaintsOfficer', words: 'Complaints officer' },
	{ username: 'priya', name: 'Priya', role: 'complaintsManager', words: 'Complaints manager' },
	{ username: 'mo', name: 'Mo', role: 'teamManager', words: 'Team manager' },
	{ username: 'amy', name: 'Amy', role: 'dutyWorker', words: 'Duty worker' },
	{ username: 'helen', name: 'Helen', role: 'administrator', words: 'Administrator' }
];

/** Who comes back with six words, and where their case stands. */
export const DEMO_CHILDREN: readonly { name: string; stands: string }[] = [
	{ name: 'Jay', stands: 'whose answer is due today' },
	{ name: 'Maya', stands: 'waiting for her advocate' },
	{ name: 'Rowan', stands: 'who agreed to more time' },
	{ name: 'Kayden', stands: 'whose answer is late' },
	{ name: 'Bilal', stands: 'who agreed to wait' },
	{ name: 'Tia', stands: 'who has an answer to read' },
	{ name: 'Nadia', stands: 'who asked for stage 2' },
	{ name: 'Imogen', stands: 'who settled it' },
	{ name: 'Lewis', stands: 'who changed his mind' },
	{ name: 'Amara', stands: 'with two procedures' }
];

/** A case that can be come back to, with its words. */
export interface DemoCode {
	who: string;
	words: string;
}

/** The six words of each case of the demonstration. */
export function demoCodes(service: Pick<Service, 'keys'>): DemoCode[] {
	return DEMO_CHILDREN.map(({ name, stands }) => ({
		who: `${name}, ${stands}`,
		words: demoWordsOf(service, name).join(' ')
	}));
}

/**
 * Fills an empty database with invented people and cases in every stage so far, dated back
 * from today. A filled one is left as it is.
 */
export async function seedDemo(service: Service, say: (line: string) => void): Promise<void> {
	const isFilled = await asActor(service.db, 'system', async (trx) => {
		const someone = await trx.selectFrom('staff').select('staff_id').executeTakeFirst();
		return someone !== undefined;
	});
	if (isFilled) return;
	say('Filling the demonstration with invented cases …');
	const people = await hireEveryone(service);
	await setUpCouncil(service, people);
	const holidays = await asActor(service.db, 'system', readHolidays);
	const office = openDemoOffice(service, { people, holidays });
	await makeNewCases(office);
	await makeOpenCases(office);
	await makeLaterCases(office);
}

async function hireEveryone(service: Service): Promise<DemoPeople> {
	const ids: Record<string, string> = {};
	for (const { username, name, role } of DEMO_STAFF) {
		const made = await asActor(service.db, 'system', (trx) =>
			createStaff(
				trx,
				{
					username,
					displayName: name,
					email: `${username}@example.org`,
					telephone: '',
					teamId: role === 'teamManager' ? 'fostering' : null,
					roles: [role],
					password: DEMO_PASSWORD
				},
				null
			)
		);
		if (made.saved) ids[username] = made.staffId;
	}
	return ids as unknown as DemoPeople;
}

async function setUpCouncil(service: Service, { amy, priya }: DemoPeople): Promise<void> {
	const contact = {
		telephone: '01632 960 100',
		email: 'say@example.org',
		post: 'Freepost SAY SO'
	};
	const duty = {
		staffIds: [amy, priya],
		outsideHours: 'dutyList' as const,
		emergencyTelephone: '01632 960 123'
	};
	await asActor(service.db, 'system', async (trx) => {
		await saveSetting(
			trx,
			{ name: 'contact', value: COUNCIL_SETTINGS.contact.parse(contact), seenVersion: 0 },
			null
		);
		await saveSetting(
			trx,
			{ name: 'duty', value: COUNCIL_SETTINGS.duty.parse(duty), seenVersion: 0 },
			null
		);
	});
}
