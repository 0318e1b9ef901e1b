import { randomUUID } from 'node:crypto';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import { letterOf, type LetterId } from '#lib/letters/catalogue.ts';
import type { LetterRefusal } from '#lib/letters/refusals.ts';
import { lockComplaint } from '#lib/server/complaints/log.ts';
import { keepMessage } from '#lib/server/complaints/messages.ts';
import { giveOnce, type Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import type { LetterRow } from '#lib/server/letters/letterRows.ts';
import { composeLetter, wordsOfLetter } from '#lib/server/letters/readLetter.ts';
import { recordLetterSteps, type LetterStep } from '#lib/server/letters/recordLetterSteps.ts';
import { findForLetter, type SeenLetter } from '#lib/server/letters/writeLetter.ts';
import { notifyComplainant } from '#lib/server/people/notifyComplainant.ts';
import {
	canReadOnline,
	findSafeAddresses,
	type SafeAddress
} from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';

/** A letter that goes, and what is recorded with it. `commandId` is the same on every try. */
export interface GoingLetter extends SeenLetter {
	commandId: string;
	/** How many events the case had when they saw what would be recorded. */
	seenCase: number;
	how: 'online' | 'post' | 'byHand';
	/** The day it was posted or handed over. On the site it goes today, whatever stands here. */
	wentOn: PlainDate;
	/** What the letter is a step of, to be recorded in the same breath; may be none. */
	steps: readonly LetterStep[];
}

/** What came of sending a letter; nothing was sent or recorded where it was refused. */
export type LetterSent =
	{ done: true } | { done: false; refusal: LetterRefusal | Refusal | RefusedAct };
type RefusedAct = Extract<Carried, { done: false }>['refusal'];

/**
 * Sends a released letter: puts it where the person who complained reads it and queues "You have
 * a new message" for each safe way, or notes that it was posted, to a safe address only, or
 * handed over. The step of the procedure that it is goes into the record with the day it went.
 *
 * One transaction: it goes and is recorded, or neither. Once, however often asked.
 *
 * Source: security 2.4 #3; rules 3.3.
 */
export async function sendLetter(
	service: Service,
	staffId: string,
	going: GoingLetter
): Promise<LetterSent> {
	const stopped: { refusal: LetterRefusal | null } = { refusal: null };
	const { commandId, complaintId, ...payload } = going;
	const carried = await giveOnce(
		service,
		{ kind: 'staff', staffId },
		{
			commandId,
			complaintId,
			type: 'sendLetter',
			payload,
			act: async (work) => {
				const sent = await send(work, going);
				if ('done' in sent) return sent;
				stopped.refusal = sent.refusal;
				return refuseAct({ code: 'nothingWaiting' });
			}
		}
	);
	if (carried.done) return { done: true };
	return { done: false, refusal: stopped.refusal ?? carried.refusal };
}

async function send(work: Work, going: GoingLetter): Promise<Carried | { refusal: LetterRefusal }> {
	// The case first, as every order does, and then the letter: two acts never wait for each other.
	if (!(await lockComplaint(work, going.complaintId))) return { refusal: { code: 'notYours' } };
	const found = await findReleased(work, going);
	if ('refusal' in found) return found;
	const { row } = found;
	const today = dateInEngland(work.now());
	const wentOn = going.how === 'online' ? today : going.wentOn;
	const refusal = findBadDay(row, wentOn, today) ?? (await findNoWay(work, row, going.how));
	if (refusal) return { refusal };
	const recorded = await recordLetterSteps(work, row, { ...going, wentOn });
	if (recorded && (!('done' in recorded) || !recorded.done)) return recorded;
	const messageId = going.how === 'online' ? await putOnSite(work, row) : null;
	await markOut(work, row, { how: going.how, messageId, wentOn });
	return recorded ?? { done: true, version: null };
}

/** Why it cannot have gone on that day; null where it can. */
function findBadDay(row: LetterRow, wentOn: PlainDate, today: PlainDate): LetterRefusal | null {
	if (wentOn > today) return { code: 'wentInFuture' };
	const letGoOn = row.released_at && dateInEngland(row.released_at);
	return letGoOn && wentOn < letGoOn ? { code: 'wentBeforeLetGo', letGoOn } : null;
}

/** Why it cannot go that way: nothing goes to anybody but by a way that they said is safe. */
async function findNoWay(
	work: Work,
	row: LetterRow,
	how: GoingLetter['how']
): Promise<LetterRefusal | null> {
	switch (how) {
		case 'online':
			if (letterOf(row.letter_kind as LetterId).reader !== 'complainant') {
				return { code: 'onlyOnPaper' };
			}
			return (await canReadOnline(work, row.complaint_id)) ? null : { code: 'noSafeWay', how };
		case 'post':
			if (row.released_by === null) return { code: 'needsSecondPerson' };
			return (await findPostalAddress(work, row)) ? null : { code: 'noSafeWay', how };
		case 'byHand':
			return null;
	}
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

async function findReleased(
	work: Work,
	seen: SeenLetter
): Promise<{ row: LetterRow } | { refusal: LetterRefusal }> {
	const found = await findForLetter(work, seen, 'writeLetter');
	if ('refusal' in found) return found;
	return found.row.state === 'released' ? found : { refusal: { code: 'notReleased' } };
}

/** No word of the letter leaves the site. */
async function putOnSite(work: Work, row: LetterRow): Promise<string> {
	const composed = await composeLetter(work, row);
	if (!composed) throw new LetterErased();
	const messageId = randomUUID();
	await keepMessage(work, row.complaint_id, {
		messageId,
		words: wordsOfLetter(composed.letter),
		direction: 'toComplainant',
		state: 'sent',
		replyByOn: null
	});
	await notifyComplainant(work, row.complaint_id, 'newLetter');
	return messageId;
}

/** A letter was there when it was locked, and its words are gone: a bug. */
class LetterErased extends Error {
	override name = 'LetterErased';
}

async function markOut(
	work: Work,
	{ letter_id }: LetterRow,
	out: { how: GoingLetter['how']; messageId: string | null; wentOn: PlainDate }
): Promise<void> {
	await work.trx
		.updateTable('letter')
		.set({
			state: out.how === 'online' ? 'queued' : 'printed',
			sent_how: out.how,
			message_id: out.messageId,
			sent_by: work.actor.kind === 'staff' ? work.actor.staffId : null,
			sent_at: instantOf(work),
			sent_on: out.wentOn
		})
		.where('letter_id', '=', letter_id)
		.execute();
}
