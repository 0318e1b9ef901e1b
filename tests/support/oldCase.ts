import { importRecord } from '#lib/server/history/importRecord.ts';
import type { OldRecord } from '#lib/server/history/oldRecord.ts';
import type { Service } from '#lib/server/service.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { inTransaction } from '#lib/server/work.ts';

/** A case of the old register: received on Monday 7 April 2014, answered late at stage 1. Says its id. */
export async function importOldCase(service: Service, id: string): Promise<string> {
	const record = {
		id,
		kind: 'complaint',
		scope: 'children',
		received: '2014-04-07',
		procedure: 'statutory',
		summary: 'Mum says nobody rang her back',
		triage: { date: '2014-04-07', outcome: 'accepted', reason: null },
		issues: [{ category: 'Delay', outcome: 'upheld', principal: true }],
		stages: [
			{
				procedure: 'statutory',
				stage: 1,
				requested: '2014-04-07',
				start: '2014-04-07',
				due: '2014-04-23',
				extended_to: null,
				extension_reason: null,
				completed: '2014-05-19',
				closure: 'responded',
				outcome: 'upheld',
				delay_reason: null,
				team: null
			}
		]
	};
	return inTransaction(service, { kind: 'system' }, async (work) => {
		const holidays = await readHolidays(work.trx);
		const imported = await importRecord(work, {
			record: record as unknown as OldRecord,
			text: JSON.stringify(record),
			holidays
		});
		if (imported.done !== 'imported') throw new Error(`${id} is ${imported.done}`);
		const { complaint_id } = await work.trx
			.selectFrom('imported_record')
			.select('complaint_id')
			.where('record_id', '=', id)
			.executeTakeFirstOrThrow();
		return complaint_id ?? '';
	});
}
