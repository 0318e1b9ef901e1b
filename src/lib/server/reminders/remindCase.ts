import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { remindersOf, type Reminder } from '#lib/domain/complaint/reminders.ts';
import { chaseAdvocate } from '#lib/server/advocacy/chase.ts';
import { findPromises } from '#lib/server/complaints/answers/promises.ts';
import { readRules } from '#lib/server/complaints/carryOut.ts';
import { tellDay66 } from '#lib/server/complaints/day66Notice.ts';
import { findHistory, lockComplaint } from '#lib/server/complaints/log.ts';
import { columnsOf, saveRows } from '#lib/server/complaints/rows.ts';
import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { queuePush } from '#lib/server/push/queuePush.ts';
import {
	findRecipients,
	recipientsFor,
	type CaseRecipients,
	type Recipient
} from '#lib/server/reminders/recipients.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

/**
 * Reminds staff of what is near, due or late in one case, each thing once, whoever else looks at
 * it at the same time and however often: the reminder and the mail are one transaction, and the
 * database takes no second one. A provider that is late with an advocate is asked again. On day 66 of stage 2 the complainant is told too. The rows of the
 * case are worked out again on the way, so that no list shows a date from before a change of the
 * council's time limits.
 */
export async function remindCase(service: Service, complaintId: string): Promise<void> {
	await inTransaction(service, { kind: 'system' }, async (work) => {
		if (!(await lockComplaint(work, complaintId))) return;
		const rules = await readRules(work);
		const history = await findHistory(work.trx, complaintId);
		const complaint = rebuild(history.map(({ event }) => event));
		await saveRows(work.trx, complaintId, columnsOf(complaint, rules));
		await tellDay66(work, complaintId, { complaint, rules });
		await chaseAdvocate(work, complaintId, rules);
		const { reminders: setting } = await readCouncil(work.trx);
		const promises = (await findPromises(work.trx, null, [complaintId])).get(complaintId) ?? [];
		const { nearlyDueWorkingDays } = setting;
		const reminders = remindersOf(complaint, rules, { nearlyDueWorkingDays, promises });
		if (reminders.length === 0) return;
		const owners = reminders.flatMap(({ ownerId }) => ownerId ?? []);
		const people = await findRecipients(work, { complaintId, owners, on: rules.today });
		for (const reminder of reminders) await remind(work, { complaintId, reminder, people });
	});
}

async function remind(
	work: Work,
	given: { complaintId: string; reminder: Reminder; people: CaseRecipients }
): Promise<void> {
	const { complaintId, reminder, people } = given;
	const told = recipientsFor(people, reminder);
	// With nobody to tell, the next look finds it again.
	if (told.length === 0) return;
	const written = await work.trx
		.insertInto('reminder_sent')
		.values({
			complaint_id: complaintId,
			about_id: reminder.aboutId ?? complaintId,
			clock: reminder.clock,
			kind: reminder.kind,
			due_on: reminder.dueOn,
			told: told.map(({ staffId }) => staffId),
			sent_at: instantOf(work)
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (!written.numInsertedOrUpdatedRows) return;
	for (const recipient of told) await mailOnce(work, recipient);
}

/** One mail a person a day, and one telling on each device that they asked for it on, with no word of any case; what it is about stands in the app. */
async function mailOnce(work: Work, { staffId, email }: Recipient): Promise<void> {
	const first = await work.trx
		.insertInto('reminder_mail')
		.values({ staff_id: staffId, sent_on: dateInEngland(work.now()) })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (!first.numInsertedOrUpdatedRows) return;
	await queueMessage(work.trx, work.keys, {
		purpose: 'reminder',
		channel: email ? 'email' : 'inbox',
		staffId,
		words: { recipient: email ?? '', ...MESSAGES_OUT.reminder }
	});
	await queuePush(
		work.trx,
		{ staffId, kind: 'date', about: dateInEngland(work.now()) },
		work.now()
	);
}
