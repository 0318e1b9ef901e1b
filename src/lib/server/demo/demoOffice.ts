import { randomUUID } from 'node:crypto';
import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { dateInEngland, instantInEngland } from '#lib/domain/calendar/england.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { canonicalCode, codeFromBytes } from '#lib/intake/receiptCode.ts';
import { giveCommand } from '#lib/server/complaints/giveCommand.ts';
import { lookupOf, wordBytesOf } from '#lib/server/intake/visitCookie.ts';
import { hashSecret } from '#lib/server/keys/argon2id.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';

/** The people of the demonstration, by the ids of their accounts. */
export interface DemoPeople {
	sam: string;
	priya: string;
	mo: string;
	amy: string;
}

/** Who takes part from stage 2 on: Idris, Ada and Dora of the council, the rest from outside. */
export interface DemoStagePeople {
	idris: string;
	ines: string;
	ada: string;
	peter: string;
	paula: string;
	parveen: string;
	dora: string;
}

/** An office whose past can be played: each act happens on a working day before today. */
export interface DemoOffice {
	people: DemoPeople;
	/**
	 * The date so many working days ago; 0 is today, or the last working day before it. So a clock
	 * that began 6 days ago stands at day 6 on a Sunday too.
	 */
	daysAgo(workingDays: number): PlainDate;
	/** The service as it was at ten in the morning of a day. */
	serviceOn(date: PlainDate): Service;
	/** An order of a member of staff, on a day. */
	give(given: DemoOrder): Promise<void>;
	/** Keeps the six words with which `name` comes back to the complaint. */
	keepCode(complaintId: string, name: string): Promise<void>;
}

export interface DemoOrder {
	on: PlainDate;
	by: string;
	complaintId: string;
	order: Order;
	texts?: readonly PushedText[];
}

/** The rules refused a demonstration case. The demonstration must be lawful, so it is a bug. */
export class DemoRefused extends Error {
	override name = 'DemoRefused';
}

/** Opens the office of the demonstration as it stands now. */
export function openDemoOffice(
	service: Service,
	{ people, holidays }: { people: DemoPeople; holidays: BankHolidayList }
): DemoOffice {
	const tomorrow = addDays(dateInEngland(service.now()), 1);
	const today = workingDayFrom(tomorrow, -1, holidays);
	const serviceOn = (date: PlainDate): Service => ({
		...service,
		now: () => Math.min(instantInEngland(date, 10), service.now())
	});
	return {
		people,
		serviceOn,
		daysAgo: (workingDays) => workingDayFrom(today, -workingDays, holidays),
		give: async ({ on, by, complaintId, order, texts = [] }) => {
			const result = await giveCommand(serviceOn(on), by, {
				commandId: randomUUID(),
				complaintId,
				basedOnVersion: 1,
				givenAt: new Date(serviceOn(on).now()).toISOString(),
				texts,
				order
			});
			if (!result.done) throw new DemoRefused(`${order.type}: ${JSON.stringify(result.refusal)}`);
		},
		keepCode: (complaintId, name) => keepCode(service, complaintId, name)
	};
}

function workingDayFrom(start: PlainDate, days: number, holidays: BankHolidayList): PlainDate {
	const on = addWorkingDays(start, days, holidays);
	if (!on.known) throw new DemoRefused(JSON.stringify(on.refusal));
	return on.value;
}

/**
 * The six words of a demonstration case. They follow from the master key and the name, so that
 * every start can tell them again; those of a real case are never known here.
 */
export function demoWordsOf({ keys }: Pick<Service, 'keys'>, name: string): readonly string[] {
	return codeFromBytes(wordBytesOf(keys, `demo/${name}`));
}

async function keepCode(service: Service, complaintId: string, name: string): Promise<void> {
	const sorted = canonicalCode(demoWordsOf(service, name));
	const verifier = await hashSecret(sorted);
	await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		await trx
			.insertInto('receipt_code')
			.values({ lookup: lookupOf(service.keys, sorted), verifier, complaint_id: complaintId })
			.execute();
	});
}
