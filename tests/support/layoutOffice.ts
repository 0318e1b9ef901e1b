import { randomUUID } from 'node:crypto';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { sendAnswer } from '#lib/server/demo/demoAnswer.ts';
import {
	decideRoute,
	sendStory,
	type DemoStory,
	type DemoStrand
} from '#lib/server/demo/demoCase.ts';
import { openDemoOffice, type DemoOffice } from '#lib/server/demo/demoOffice.ts';
import type { Service } from '#lib/server/service.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { addStaff } from './testService.ts';

const PEOPLE: readonly { name: string; roles: readonly StaffRole[] }[] = [
	{ name: 'Sam', roles: ['complaintsOfficer'] },
	{ name: 'Priya', roles: ['complaintsManager'] },
	{ name: 'Mo', roles: ['teamManager'] },
	{ name: 'Amy', roles: ['dutyWorker'] },
	// Without an administrator the sign-in leads to the making of the first.
	{ name: 'Helen', roles: ['administrator'] }
];

/** What may be told otherwise, and what is done before the route is decided. */
interface OpenLayout extends Partial<DemoStory> {
	before?: (complaintId: string) => Promise<void>;
}

/** An office behind a running server, whose cases are dated back from today. */
export interface LayoutOffice extends DemoOffice {
	/** Somebody told us so many working days ago; nobody has read it. */
	waiting(name: string, daysAgo: number, more?: Partial<DemoStory>): Promise<string>;
	/**
	 * The same, with one point at stage 1 since the working day after, in the hands of Sam and Mo.
	 * `before` is done between the two.
	 */
	open(name: string, daysAgo: number, more?: OpenLayout): Promise<DemoStrand>;
	/** The same, answered two working days ago: upheld, with one promise. */
	answered(name: string, daysAgo: number): Promise<DemoStrand>;
}

/** Hires Sam, Priya, Mo, Amy and Helen where they are not there yet, and opens their office. */
export async function openLayoutOffice(service: Service): Promise<LayoutOffice> {
	const [sam, priya, mo, amy] = await hireEveryone(service);
	const holidays = await asActor(service.db, 'system', readHolidays);
	const people = { sam: sam ?? '', priya: priya ?? '', mo: mo ?? '', amy: amy ?? '' };
	const office = openDemoOffice(service, { people, holidays });

	const waiting: LayoutOffice['waiting'] = (name, daysAgo, more = {}) =>
		sendStory(
			office,
			{
				name,
				words: 'My visits stopped. No one said why.',
				wish: 'Start them again',
				picked: ['family'],
				...more
			},
			office.daysAgo(daysAgo)
		);
	const open: LayoutOffice['open'] = async (name, daysAgo, { before, ...story } = {}) => {
		const complaintId = await waiting(name, daysAgo, story);
		await before?.(complaintId);
		return decideRoute(office, {
			complaintId,
			on: office.daysAgo(daysAgo - 1),
			points: [
				{
					title: 'Visits stopped',
					person: 'P1',
					subject: 'S2',
					category: 'quality',
					route: 'STAT_S1'
				}
			]
		});
	};
	return {
		...office,
		waiting,
		open,
		answered: async (name, daysAgo) => {
			const strand = await open(name, daysAgo);
			await sendAnswer(office, strand, { on: office.daysAgo(2), findings: [finding(office)] });
			return strand;
		}
	};
}

async function hireEveryone(service: Service): Promise<string[]> {
	const ids: string[] = [];
	for (const { name, roles } of PEOPLE) {
		const found = await asActor(service.db, 'system', (trx) =>
			trx
				.selectFrom('staff')
				.select('staff_id')
				.where('username', '=', name.toLowerCase())
				.executeTakeFirst()
		);
		ids.push(found?.staff_id ?? (await addStaff(service, name, roles)));
	}
	return ids;
}

function finding(office: DemoOffice) {
	return {
		outcome: 'upheld' as const,
		found: 'The record shows three visits missed.',
		told: 'You were right. Three visits did not happen.',
		sorry: 'We are sorry.',
		action: { what: 'A worker will visit you each week', who: 'Mo', byOn: office.daysAgo(-5) }
	};
}

/**
 * Keeps the clock of the running server from telling of stage 2 by itself on a case of that day,
 * so that a person can: as when it could not run at five o'clock.
 */
export async function holdDay20(service: Service, complaintId: string, at: number): Promise<void> {
	const runAt = new Date(at).toISOString();
	await asActor(service.db, 'system', (trx) =>
		trx
			.insertInto('job')
			.values({
				job_id: randomUUID(),
				kind: 'tellDay20',
				data: JSON.stringify({ complaintId }),
				run_at: '2099-01-01T00:00:00Z',
				unique_key: `tellDay20:${complaintId}:${runAt}`
			})
			.execute()
	);
}
