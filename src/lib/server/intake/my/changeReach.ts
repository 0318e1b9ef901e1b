import { randomUUID } from 'node:crypto';
import type { ReachDetails } from '#lib/intake/answers.ts';
import type { AddressedChannel, ReachChannel } from '#lib/intake/codes.ts';
import { giveOwn, ownDone, todayOf, type OwnAct } from '#lib/server/complaints/ownAct.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { keepSafeContacts } from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, type Work } from '#lib/server/work.ts';

/**
 * From now on no other ways are used than these, and the code, which always works. The numbers
 * and addresses of the others are erased; a message already queued for one is not sent there.
 */
export function keepOnlyChannels(
	service: Service,
	act: OwnAct & { channels: readonly ReachChannel[] }
): Promise<Carried> {
	return giveOwn(service, { type: 'keepOnlyChannels', ...act }, async (work) => {
		const kept = new Set<ReachChannel>([...act.channels, 'code']);
		const rows = await work.trx
			.selectFrom('safe_contact')
			.select('channel')
			.where('complaint_id', '=', act.complaintId)
			.where('whose', '=', 'complainant')
			.execute();
		for (const channel of new Set(rows.map((row) => row.channel))) {
			if (!kept.has(channel)) await stopUsing(work, act.complaintId, channel);
		}
		return ownDone(work, act.complaintId);
	});
}

/** One way, with its number or address and how it is safe; it replaces what was there. */
export function setChannel(
	service: Service,
	act: OwnAct & { channel: AddressedChannel; details: ReachDetails }
): Promise<Carried> {
	return giveOwn(service, { type: 'setChannel', ...act }, async (work) => {
		const { complaintId, channel, details } = act;
		await stopUsing(work, complaintId, channel);
		const safeContactId = randomUUID();
		await keepSafeContacts(work, complaintId, [
			{
				safeContactId,
				channel,
				isAllowed: true,
				details: { to: details.to, name: details.name || null },
				whoCanSee: details.whoCanSee,
				voicemailAllowed: details.voicemail === null ? null : details.voicemail === 'yes',
				goodTimes: details.goodTimes
			}
		]);
		await work.trx
			.updateTable('safe_contact')
			.set({ checked_on: todayOf(work) })
			.where('safe_contact_id', '=', safeContactId)
			.execute();
		return ownDone(work, complaintId);
	});
}

async function stopUsing(work: Work, complaintId: string, channel: ReachChannel): Promise<void> {
	await work.trx
		.updateTable('safe_contact')
		.set({ is_allowed: false, sealed: null, erased_at: instantOf(work), checked_on: todayOf(work) })
		.where('complaint_id', '=', complaintId)
		.where('whose', '=', 'complainant')
		.where('channel', '=', channel)
		.execute();
}
