import { sql, type RawBuilder } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/**
 * The cases in which something is still to be done by a day of its own: a promise, an accepted
 * recommendation, or what the Ombudsman waits for. They are looked at whatever became of the case.
 *
 * Source: Getting the Best from Complaints 3.8: actions live on after the case is closed.
 */
export function casesWithOpenActions(): RawBuilder<string> {
	return sql<string>`(
		select complaint_id from promise where done_on is null and erased_at is null
		union select complaint_id from recommendation where accepted and done_on is null
		union select complaint_id from ombudsman_case
			where is_open and next_due_on is not null and complaint_id is not null
	)`;
}

/**
 * The cases of children whose provider owes them an advocate on that day: they are told that it is
 * asked again, whatever became of the case, while the provider sees it. One whom staff wrote down
 * owes nothing here.
 */
export function casesWaitingForAdvocate(on: PlainDate): RawBuilder<string> {
	return sql<string>`(
		select complaint_id from advocate_request
		where ended_on is null and first_contact_on is null and provider_id <> 'none'
			and (answer is distinct from 'accepted' or assigned_to is not null)
			and coalesce(${on}::date <= sight_ends_on(request_id), true)
	)`;
}
