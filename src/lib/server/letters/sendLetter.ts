import { randomUUID } from 'node:crypto';
import { letterOf, type LetterId } from '#lib/letters/catalogue.ts';
import { keepMessage } from '#lib/server/complaints/messages.ts';
import { composeLetter, wordsOfLetter } from '#lib/server/letters/readLetter.ts';
import {
	findForLetter,
	refuseLetter,
	type LetterActed,
	type SeenLetter
} from '#lib/server/letters/writeLetter.ts';
import { notifyComplainant } from '#lib/server/people/notifyComplainant.ts';
import { findSafeAddresses, type SafeAddress } from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves, instantOf, inTransaction, type Work } from '#lib/server/work.ts';

/**
 * Puts a released letter where the person who complained reads it, and queues "You have a new
 * message" for each safe way. No word of the letter leaves the site. Once, however often asked.
 */
export function sendLetterOnline(
	service: Service,
	staffId: string,
	seen: SeenLetter
): Promise<LetterActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findReleased(work, seen);
		if ('refusal' in found) return refuseLetter(found.refusal);
		const { row } = found;
		const composed = await composeLetter(work, row);
		if (!composed) return refuseLetter({ code: 'notYours' });
		if (!composed.letter.mayGoOnline) return refuseLetter({ code: 'onlyOnPaper' });
		if (!(await canReadOnline(work, seen.complaintId))) {
			return refuseLetter({ code: 'noSafeWay', how: 'online' });
		}
		const messageId = randomUUID();
		await keepMessage(work, seen.complaintId, {
			messageId,
			words: wordsOfLetter(composed.letter),
			direction: 'toComplainant',
			state: 'sent',
			replyByOn: null
		});
		await notifyComplainant(work, seen.complaintId, 'newLetter');
		await markOut(work, seen, { state: 'queued', how: 'online', messageId });
		return { done: true, version: row.version };
	});
}

/** Notes that a released letter was posted, to a safe postal address only, or handed over. */
export function markLetterPrinted(
	service: Service,
	staffId: string,
	{ how, ...seen }: SeenLetter & { how: 'post' | 'byHand' }
): Promise<LetterActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findReleased(work, seen);
		if ('refusal' in found) return refuseLetter(found.refusal);
		const { row } = found;
		if (how === 'post') {
			if (row.released_by === null) return refuseLetter({ code: 'needsSecondPerson' });
			if (!(await findPostalAddress(work, row))) {
				return refuseLetter({ code: 'noSafeWay', how: 'post' });
			}
		}
		await markOut(work, seen, { state: 'printed', how, messageId: null });
		return { done: true, version: row.version };
	});
}

/** Where a letter to the person who complained may be posted; null where they did not say so. */
export async function findPostalAddress(
	work: Work,
	row: { complaint_id: string; letter_kind: string }
): Promise<SafeAddress | null> {
	if (letterOf(row.letter_kind as LetterId).reader !== 'complainant') return null;
	const [address] = await asOurselves(work, (ours) =>
		findSafeAddresses(ours, row.complaint_id, ['letter'])
	);
	return address ?? null;
}

async function findReleased(work: Work, seen: SeenLetter) {
	const found = await findForLetter(work, seen, 'writeLetter');
	if ('refusal' in found) return found;
	return found.row.state === 'released' ? found : { refusal: { code: 'notReleased' } as const };
}

/** Whether they come back with their words, or a message by a safe way leads them there. */
export async function canReadOnline(work: Work, complaintId: string): Promise<boolean> {
	const way = await asOurselves(work, ({ trx }) =>
		trx
			.selectFrom('safe_contact')
			.select('safe_contact_id')
			.where('complaint_id', '=', complaintId)
			.where('channel', 'in', ['code', 'textMessage', 'email'])
			.where('is_allowed', '=', true)
			.where('erased_at', 'is', null)
			.executeTakeFirst()
	);
	return way !== undefined;
}

async function markOut(
	work: Work,
	{ letterId }: SeenLetter,
	out: { state: 'queued' | 'printed'; how: 'online' | 'post' | 'byHand'; messageId: string | null }
): Promise<void> {
	await work.trx
		.updateTable('letter')
		.set({
			state: out.state,
			sent_how: out.how,
			message_id: out.messageId,
			sent_by: work.actor.kind === 'staff' ? work.actor.staffId : null,
			sent_at: instantOf(work)
		})
		.where('letter_id', '=', letterId)
		.execute();
}
