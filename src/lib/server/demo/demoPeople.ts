import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OutsideRole, StaffRole } from '#lib/domain/roles/roles.ts';
import { createStaff } from '#lib/server/auth/accounts.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { DemoPeople, DemoStagePeople } from '#lib/server/demo/demoOffice.ts';
import { addOutsidePerson } from '#lib/server/people/outsidePeople.ts';
import type { Service } from '#lib/server/service.ts';

/** Everyone of the demonstration signs in with this. It opens invented cases only. */
export const DEMO_PASSWORD = 'maple kettle garden';

/** Somebody of the demonstration, and what they do. */
interface DemoPerson {
	username: keyof DemoPeople | keyof DemoStagePeople | 'helen' | 'arun' | 'ravi' | 'robin';
	name: string;
	role: StaffRole;
	words: string;
	/** From outside the council: a narrow sign-in with a last day. */
	isOutside?: true;
}

const outside = (
	username: DemoPerson['username'],
	name: string,
	{ role, words }: { role: OutsideRole; words: string }
): DemoPerson => ({ username, name, role, words, isOutside: true });

const PANEL = { role: 'panelMember', words: 'Panel member, outside' } as const;

/** Who is in the demonstration, and what each does. */
export const DEMO_STAFF: readonly DemoPerson[] = [
	{ username: 'sam', name: 'Sam', role: 'complaintsOfficer', words: 'Complaints officer' },
	{ username: 'priya', name: 'Priya', role: 'complaintsManager', words: 'Complaints manager' },
	{ username: 'mo', name: 'Mo', role: 'teamManager', words: 'Team manager' },
	{ username: 'amy', name: 'Amy', role: 'dutyWorker', words: 'Duty worker' },
	{ username: 'helen', name: 'Helen', role: 'administrator', words: 'Administrator' },
	{
		username: 'idris',
		name: 'Idris',
		role: 'investigatingOfficer',
		words: 'Investigating officer'
	},
	{ username: 'ada', name: 'Ada', role: 'adjudicatingOfficer', words: 'Adjudicating officer' },
	{ username: 'dora', name: 'Dora', role: 'director', words: 'Director' },
	{ username: 'arun', name: 'Arun', role: 'auditor', words: 'Auditor' },
	{ username: 'ravi', name: 'Ravi', role: 'reviewingOfficer', words: 'Reviewing officer' },
	outside('ines', 'Ines', { role: 'independentPerson', words: 'Independent person, outside' }),
	outside('peter', 'Peter', { ...PANEL, words: 'Panel chair, outside' }),
	outside('paula', 'Paula', PANEL),
	outside('parveen', 'Parveen', PANEL),
	outside('robin', 'Robin', { role: 'advocate', words: 'Advocate, of NYAS' })
];

/** Everybody's ids by the names they sign in with. */
export type DemoIds = DemoPeople & DemoStagePeople;

/** Makes a sign-in for everyone. Those from outside have theirs for a year from `today`. */
export async function hireEveryone(service: Service, today: PlainDate): Promise<DemoIds> {
	const ids: Record<string, string> = {};
	for (const person of DEMO_STAFF) {
		const saved = await asActor(service.db, 'system', (trx) =>
			person.isOutside
				? addOutsidePerson(trx, outsideForm(person, today), ids['priya'] ?? '')
				: createStaff(
						trx,
						{
							username: person.username,
							displayName: person.name,
							email: `${person.username}@example.org`,
							telephone: '',
							teamId: person.role === 'teamManager' ? 'fostering' : null,
							roles: [person.role],
							password: DEMO_PASSWORD
						},
						null
					)
		);
		if (saved.saved) ids[person.username] = saved.staffId;
	}
	return ids as unknown as DemoIds;
}

function outsideForm({ username, name, role }: DemoPerson, today: PlainDate) {
	return {
		name,
		signInName: username,
		email: `${username}@example.org`,
		phone: '',
		roles: [role as OutsideRole],
		validUntil: addDays(today, 365),
		office: 'never' as const,
		leftOn: '' as const,
		isSpouse: false,
		employer: '',
		wasPaid: true,
		dbsOn: addDays(today, -200),
		trainedOn: addDays(today, -100),
		providerId: role === 'advocate' ? 'advocacy' : '',
		password: DEMO_PASSWORD
	};
}
