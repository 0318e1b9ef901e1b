import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { makeAnsweredCases } from '#lib/server/demo/demoAnsweredCases.ts';
import { makeBesideCases } from '#lib/server/demo/demoBesideCases.ts';
import { makeNewCases } from '#lib/server/demo/demoNewCases.ts';
import { demoWordsOf, openDemoOffice, type DemoPeople } from '#lib/server/demo/demoOffice.ts';
import { hireEveryone } from '#lib/server/demo/demoPeople.ts';
import { makeOpenCases } from '#lib/server/demo/demoStage1Cases.ts';
import { makeStage2Cases } from '#lib/server/demo/demoStage2Cases.ts';
import { makeStage3Cases } from '#lib/server/demo/demoStage3Cases.ts';
import type { Service } from '#lib/server/service.ts';
import { saveSetting } from '#lib/server/settings/council.ts';
import { COUNCIL_SETTINGS } from '#lib/server/settings/councilSchema.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';

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
	{ name: 'Amara', stands: 'with two procedures' },
	{ name: 'Zara', stands: 'who says what stage 2 looks at' },
	{ name: 'Marcus', stands: 'whose case is investigated' },
	{ name: 'Ivy', stands: 'whose stage 2 reports are in' },
	{ name: 'Omar', stands: 'who has the stage 2 answer' },
	{ name: 'Poppy', stands: 'whose stage 2 was ended' },
	{ name: 'Hana', stands: 'who asked for a panel' },
	{ name: 'Gwen', stands: 'who asked for a panel late' },
	{ name: 'Ted', stands: 'whose panel has a date' },
	{ name: 'Uma', stands: 'whose panel has met' },
	{ name: 'Vik', stands: 'whose panel has reported' },
	{ name: 'Wren', stands: 'answered after the panel' },
	{ name: 'Yusuf', stands: 'closed after the panel' },
	{ name: 'Xan', stands: 'sent early to the Ombudsman' },
	{ name: 'Reuben', stands: 'which waits for a court' },
	{ name: 'Safiya', stands: 'who went to the Ombudsman' },
	{ name: 'Finn', stands: 'whose move is on hold' }
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
	const people = await hireEveryone(service, dateInEngland(service.now()));
	await setUpCouncil(service, people);
	const holidays = await asActor(service.db, 'system', readHolidays);
	const office = openDemoOffice(service, { people, holidays });
	await makeNewCases(office);
	await makeOpenCases(office);
	await makeAnsweredCases(office);
	await makeStage2Cases(office, people);
	await makeStage3Cases(office, people);
	await makeBesideCases(office);
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
