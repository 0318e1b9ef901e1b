import { sql } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Work } from '#lib/server/work.ts';
import type { PulledReminder } from '#lib/wire/caseload.ts';

/** How long a reminder is shown: 14 days. */
const SHOWN_MS = 14 * 86_400_000;
/** The most that are shown. */
const MOST_SHOWN = 100;

/** What this person was reminded of in the last 14 days, newest first, in cases they see. */
export async function findReminders(
	{ trx, now }: Work,
	staffId: string
): Promise<PulledReminder[]> {
	const rows = await trx
		.selectFrom('reminder_sent')
		.select(['complaint_id', 'about_id', 'clock', 'kind', 'due_on', 'sent_at'])
		.where('sent_at', '>=', new Date(now() - SHOWN_MS).toISOString())
		.where(sql<boolean>`${staffId}::uuid = any (told)`)
		.orderBy('sent_at', 'desc')
		.orderBy('due_on')
		.limit(MOST_SHOWN)
		.execute();
	return rows.map((row) => ({
		complaintId: row.complaint_id,
		aboutId: row.about_id === row.complaint_id ? null : row.about_id,
		clock: row.clock as PulledReminder['clock'],
		kind: row.kind as PulledReminder['kind'],
		dueOn: row.due_on as PlainDate,
		sentAt: row.sent_at
	}));
}
