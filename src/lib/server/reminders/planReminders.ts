import type { Transaction } from 'kysely';
import { dateInEngland, instantInEngland } from '#lib/domain/calendar/england.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { isWorkingDay } from '#lib/domain/calendar/workingDays.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import {
	casesWaitingForAdvocate,
	casesWithOpenActions
} from '#lib/server/reminders/openActions.ts';
import { remindCase } from '#lib/server/reminders/remindCase.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';

/** So many cases are one job, so that several processes share a morning's work. */
const CASES_A_JOB = 25;

/** Plans the look of today, which is done at once where its hour is past. At every start. */
export async function startReminders(service: Service): Promise<void> {
	await asActor(service.db, 'system', (trx) => planLook(trx, dateInEngland(service.now())));
}

/**
 * The look of one day: hands out the cases that go on, and those that ended with something still to
 * be done, and plans the look of the next. On a day that is no working day nothing comes nearer,
 * and nobody is reminded.
 */
export async function lookAtAll(service: Service, on: PlainDate): Promise<void> {
	await inTransaction(service, { kind: 'system' }, async (work) => {
		await planLook(work.trx, addDays(on, 1));
		const today = dateInEngland(work.now());
		const working = isWorkingDay(today, await readHolidays(work.trx));
		if (working.known && !working.value) return;
		const rows = await work.trx
			.selectFrom('complaint')
			.select('complaint_id')
			.where((eb) =>
				eb.or([
					eb('standing', 'in', ['new', 'open', 'answered']),
					eb('complaint_id', 'in', casesWithOpenActions()),
					eb('complaint_id', 'in', casesWaitingForAdvocate(on))
				])
			)
			.orderBy('complaint_id')
			.execute();
		await planReminding(
			work,
			rows.map(({ complaint_id }) => complaint_id),
			on
		);
	});
}

/** Hands out these cases to be looked at now: in a morning's look, or since their dates moved. */
export async function planReminding(
	work: Work,
	complaintIds: readonly string[],
	occasion: string
): Promise<void> {
	for (let from = 0; from < complaintIds.length; from += CASES_A_JOB) {
		await enqueue(work.trx, {
			kind: 'remindCases',
			data: { complaintIds: complaintIds.slice(from, from + CASES_A_JOB) },
			runAt: instantOf(work),
			uniqueKey: `remindCases:${occasion}:${from}`
		});
	}
}

/** Looks at each of these cases, each in a transaction of its own. */
export async function remindCases(
	service: Service,
	complaintIds: readonly string[]
): Promise<void> {
	for (const complaintId of complaintIds) await remindCase(service, complaintId);
}

async function planLook(trx: Transaction<Database>, on: PlainDate): Promise<void> {
	const { reminders } = await readCouncil(trx);
	const [hours = 0, minutes = 0] = reminders.sentAt.split(':').map(Number);
	await enqueue(trx, {
		kind: 'remind',
		data: { on },
		runAt: new Date(instantInEngland(on, hours, minutes)).toISOString(),
		uniqueKey: `remind:${on}`
	});
}
