import { providerById } from '#lib/domain/advocacy/providers.ts';
import { chaseToday } from '#lib/domain/advocacy/request.ts';
import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { findAdvocateRequests } from '#lib/server/advocacy/pulledRequests.ts';
import { tellProvider } from '#lib/server/complaints/advocateRequest.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { Work } from '#lib/server/work.ts';

/**
 * Asks the provider again where it is late with a child of this case: once a day for each request
 * and five times at most, whoever else looks at the same time. One mailbox gets one message a day,
 * with no word of any case, however many children wait.
 */
export async function chaseAdvocate(
	work: Work,
	complaintId: string,
	counting: { today: PlainDate; holidays: BankHolidayList }
): Promise<void> {
	const requests = (await findAdvocateRequests(work.trx, [complaintId])).get(complaintId) ?? [];
	for (const { requestId, providerId, askedOn, loop } of requests) {
		if (!loop || providerId === 'none') continue;
		const about = chaseToday({ askedOn, ...loop }, loop.chasedOn, counting);
		if (about === null) continue;
		const isFirst = !(await wasToldToday(work, providerId, counting.today));
		const written = await work.trx
			.insertInto('advocate_chase')
			.values({
				request_id: requestId,
				complaint_id: complaintId,
				chased_on: counting.today,
				about
			})
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		if (!written.numInsertedOrUpdatedRows || !isFirst) continue;
		const { advocacy } = await readCouncil(work.trx);
		await tellProvider(work, providerById(advocacy.providers, providerId), 'advocateChase');
	}
}

async function wasToldToday({ trx }: Work, providerId: string, today: PlainDate): Promise<boolean> {
	const told = await trx
		.selectFrom('advocate_chase')
		.innerJoin('advocate_request', 'advocate_request.request_id', 'advocate_chase.request_id')
		.select('chased_on')
		.where('provider_id', '=', providerId)
		.where('chased_on', '=', today)
		.executeTakeFirst();
	return told !== undefined;
}
