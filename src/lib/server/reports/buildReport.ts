import { asReadonly } from '#lib/server/database/connect.ts';
import { countContacts } from '#lib/server/reports/contactsReceived.ts';
import type { Period } from '#lib/server/reports/period.ts';
import { REPORT_PROFILES } from '#lib/server/reports/profiles.ts';
import { readStageFacts } from '#lib/server/reports/stageFacts.ts';
import type { Table } from '#lib/server/reports/table.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { Service } from '#lib/server/service.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { inTransaction } from '#lib/server/work.ts';

/** A report as figures: tables by id, and single facts by id. */
export interface Report {
	tables: Record<string, Table>;
	facts: Record<string, number | string>;
}

/** Makes the report of one profile for a period; null where there is no such profile. */
export async function buildReport(
	service: Service,
	profileId: string,
	period: Period
): Promise<Report | null> {
	const profile = REPORT_PROFILES[profileId];
	if (!profile) return null;
	const { contacts, ...matter } = await inTransaction(
		service,
		{ kind: 'system' },
		async ({ trx }) => ({
			contacts: await countContacts(asReadonly<Database>(trx), period),
			facts: await readStageFacts(asReadonly<Database>(trx)),
			holidays: await readHolidays(trx),
			period
		})
	);
	return {
		tables: Object.fromEntries(Object.entries(profile).map(([id, make]) => [id, make(matter)])),
		facts: Object.fromEntries(
			Object.entries(contacts).map(([kind, count]) => [`received-${kind}`, count])
		)
	};
}
