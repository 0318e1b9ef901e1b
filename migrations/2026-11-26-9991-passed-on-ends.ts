import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/**
 * What was read as in no procedure of ours is over on that day, or the last day something was done
 * about it: what an advocate sees of it ends as well.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		`update complaint c set ended_on = (
			select max(coalesce(e.data ->> 'decidedOn', e.data ->> 'dealtWithOn')::date)
			from complaint_event e
			where e.complaint_id = c.complaint_id and e.type in ('triageDecided', 'contactDealtWith')
				and e.version >= (select max(t.version) from complaint_event t
					where t.complaint_id = c.complaint_id and t.type = 'triageDecided'))
		where phase = 'triaged' and standing = 'ended' and ended_on is null
			and not exists (select from strand s where s.complaint_id = c.complaint_id)`,
		`comment on column complaint.ended_on is 'The day the last strand ended. Of what is in no procedure: when it was read as that, or something was last done about it.'`
	]);
}
