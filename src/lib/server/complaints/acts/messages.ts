import { findAdvocate, tellAdvocate } from '#lib/server/advocacy/tellAdvocate.ts';
import { findFailedChecks } from '#lib/server/complaints/outgoingWords.ts';
import { findVersion } from '#lib/server/complaints/log.ts';
import { keepMessage, sendWaitingMessage } from '#lib/server/complaints/messages.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { hasHelpersPage } from '#lib/server/people/safeContacts.ts';
import { notifyComplainant } from '#lib/server/people/notifyComplainant.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import type { Order } from '#lib/wire/sync.ts';

type OrderOf<Type extends Order['type']> = Extract<Order, { type: Type }>;

/**
 * Sends a message to the complainant. Words that are too hard or that hurt do not go; words
 * that may hold an address or a number wait until a second person has looked.
 */
export async function sendMessage(
	work: Work,
	complaintId: string,
	order: OrderOf<'sendMessage'>
): Promise<Carried> {
	const { messageId, words, replyByOn } = order;
	const to = order.to ?? 'complainant';
	if (words.trim() === '') {
		return refuseAct({ code: 'badForm', path: 'words', message: 'Write your message' });
	}
	if (to === 'helper' && !(await hasHelpersPage(work, complaintId))) {
		return refuseAct({
			code: 'badForm',
			path: 'to',
			message: 'Whoever told us has no page to read it on. Ring or write to them instead'
		});
	}
	if (to === 'advocate' && !(await findAdvocate(work, complaintId))) return NO_ADVOCATE;
	const reader = to === 'complainant' ? 'complainant' : 'helper';
	const failed = await findFailedChecks(work, complaintId, [words], reader);
	const mending = failed.filter((check) => check !== 'address');
	if (mending.length > 0) return refuseAct({ code: 'wordsNotReady', failed: mending });

	const state = failed.includes('address') ? 'waitingForSecondPerson' : 'sent';
	await keepMessage(work, complaintId, {
		messageId,
		words,
		replyByOn,
		direction: 'toComplainant',
		state,
		party: to
	});
	if (state === 'sent') await tellReader(work, complaintId, to);
	return { done: true, version: await findVersion(work, complaintId) };
}

/** Nobody would ever read it, or whoever comes after them would. */
const NO_ADVOCATE = refuseAct({
	code: 'badForm',
	path: 'to',
	message: 'No advocate signs in for them now. Ring or write to the provider instead'
});

/** Tells them that a message waits, by a safe way, and nothing of it. */
async function tellReader(
	work: Work,
	complaintId: string,
	party: 'complainant' | 'helper' | 'advocate'
): Promise<void> {
	if (party === 'advocate') return tellAdvocate(work, complaintId);
	return notifyComplainant(work, complaintId, 'newMessage', party);
}

/** A second person has looked at the address or number, and lets the message go. */
export async function confirmMessage(
	work: Work,
	complaintId: string,
	{ messageId }: OrderOf<'confirmMessage'>
): Promise<Carried> {
	const message = await work.trx
		.selectFrom('message')
		.select('party')
		.where('message_id', '=', messageId)
		.where('complaint_id', '=', complaintId)
		.executeTakeFirst();
	if (!message) return refuseAct({ code: 'nothingWaiting' });
	const { party } = message;
	const refusal = await sendWaitingMessage(work, complaintId, messageId);
	if (refusal) return refuseAct(refusal);
	if (party === 'advocate' && !(await findAdvocate(work, complaintId))) return NO_ADVOCATE;
	await tellReader(work, complaintId, party);
	return { done: true, version: await findVersion(work, complaintId) };
}

/** A message that waits is not sent after all. It stays in the case as written and not sent. */
export async function discardMessage(
	work: Work,
	complaintId: string,
	{ messageId }: OrderOf<'discardMessage'>
): Promise<Carried> {
	const discarded = await work.trx
		.updateTable('message')
		.set({ state: 'notSent' })
		.where('message_id', '=', messageId)
		.where('complaint_id', '=', complaintId)
		.where('state', '=', 'waitingForSecondPerson')
		.executeTakeFirst();
	if (discarded.numUpdatedRows === 0n) return refuseAct({ code: 'nothingWaiting' });
	return { done: true, version: await findVersion(work, complaintId) };
}

/** Somebody on the team has read what the complainant wrote. The complainant is not told. */
export async function markMessageRead(
	work: Work,
	complaintId: string,
	{ messageId }: OrderOf<'markMessageRead'>
): Promise<Carried> {
	await work.trx
		.updateTable('message')
		.set({ read_at: instantOf(work) })
		.where('message_id', '=', messageId)
		.where('complaint_id', '=', complaintId)
		.where('direction', '=', 'fromComplainant')
		.where('read_at', 'is', null)
		.execute();
	return { done: true, version: await findVersion(work, complaintId) };
}
