import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import type { LateReceipt } from '#lib/domain/complaint/events.ts';
import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { requestAdvocate } from '#lib/server/complaints/advocateRequest.ts';
import { createComplaint } from '#lib/server/complaints/createComplaint.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import { keepPeople } from '#lib/server/people/people.ts';
import { keepSafeContacts, type NewSafeContact } from '#lib/server/people/safeContacts.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import type { LogContact, PulledPerson, PushedCommand } from '#lib/wire/sync.ts';

/** Channels by which words are heard, not read: stage 2 then needs a written record (reg 16). */
const SPOKEN: readonly LogContact['channel'][] = ['telephone', 'inPerson', 'atReview'];

/**
 * Writes down what somebody told us by telephone, letter, e-mail or in person: a complaint,
 * received on the day any officer first had it. A "no" or "not sure" to "are you safe?" raises
 * the alert in the same transaction, and the ways they call safe are kept with it.
 *
 * A wish for an advocate that an adult has is written down, though it starts nothing: the law
 * gives advocates to children (CA 1989 s.26A).
 *
 * `late`: of what was taken down with no signal; `contact.receivedOn` is then day 0 as worked out.
 */
export async function logContact(
	work: Work,
	pushed: PushedCommand,
	contact: LogContact,
	late?: LateReceipt
): Promise<Carried> {
	return asOurselves(work, async (ours) => {
		const carried = await receiveContact(ours, pushed, contact, late);
		if (carried.done) await raiseWhereUnsafe(ours, pushed.complaintId, contact);
		return carried;
	});
}

/** The same without the alert, for what raised its own when it was told. */
export async function receiveContact(
	work: Work,
	pushed: PushedCommand,
	contact: LogContact,
	late?: LateReceipt
): Promise<Carried> {
	return asOurselves(work, async (ours) => {
		const { complaintId } = pushed;
		const asksAdvocate = contact.wantsAdvocate && contact.madeBy !== 'adult';
		// Where the day is in doubt, the last it can be: no day that an officer decides on lies after it.
		const askedOn = late?.isDisputed ? late.reachedOn : contact.receivedOn;
		const carried = await createComplaint(ours, {
			complaintId,
			commandId: pushed.commandId,
			givenAt: pushed.givenAt,
			received: {
				type: 'receiveComplaint',
				receivedOn: contact.receivedOn,
				channel: contact.channel,
				madeOrally: SPOKEN.includes(contact.channel),
				madeBy: contact.madeBy,
				...(late ? { late } : {})
			},
			then: asksAdvocate ? [askForAdvocate(askedOn)] : []
		});
		if (!carried.done) return carried;
		await keepTexts(ours, complaintId, pushed.texts);
		await keepPeople(ours, complaintId, findPeople(contact));
		await keepSafeContacts(ours, complaintId, findSafeWays(contact));
		await keepFacts(ours, complaintId, contact);
		if (asksAdvocate) {
			await requestAdvocate(ours, { complaintId, toldOn: askedOn, mayKnow: 'nameOnly' });
		}
		return carried;
	});
}

function askForAdvocate(askedOn: PlainDate): Command {
	return { type: 'askForAdvocate', askedOn, askedBy: 'complainant' };
}

/**
 * The one who told us, and the child where that is somebody else. Whoever spoke for the child is
 * the helper: what goes to the one whose case it is goes to the child, in the child's name.
 */
function findPeople(contact: LogContact): PulledPerson[] {
	const person = (part: PulledPerson['part'], name: string, relation: string): PulledPerson => ({
		personId: crypto.randomUUID(),
		part,
		name: name.trim(),
		relation: relation.trim(),
		staffId: null
	});
	const { complainantName, relationToChild, childName, madeBy } = contact;
	const isHelper = madeBy === 'helper';
	const told = person(isHelper ? 'helper' : 'complainant', complainantName, relationToChild);
	const child = person('child', childName, '');
	return [told, child].filter(
		({ name, part }) => name !== '' && (part !== 'child' || isHelper || name !== told.name)
	);
}

/** The same that the site keeps of a way they ticked. Nobody but a helper has ways apart. */
function findSafeWays({ safeContacts, madeBy }: LogContact): NewSafeContact[] {
	return safeContacts.map(({ to, name, whose, ...way }) => ({
		...way,
		isAllowed: true,
		details: { to: to.trim(), name: name.trim() || null },
		whose: madeBy === 'helper' && whose === 'helper' ? 'helper' : 'complainant'
	}));
}

async function keepFacts({ trx }: Work, complaintId: string, contact: LogContact): Promise<void> {
	await trx
		.insertInto('intake_fact')
		.values({
			complaint_id: complaintId,
			safety_answer: contact.safeNow,
			wants_advocate: saidOfAdvocate(contact),
			advocate_may_know: contact.wantsAdvocate ? 'nameOnly' : null
		})
		.execute();
}

/** Null where nobody asked: it is read back to them as what they said. */
function saidOfAdvocate({ wantsAdvocate, advocateNotAsked }: LogContact): 'yes' | 'notNow' | null {
	if (wantsAdvocate) return 'yes';
	return advocateNotAsked ? null : 'notNow';
}

async function raiseWhereUnsafe(
	work: Work,
	complaintId: string,
	{ safeNow }: LogContact
): Promise<void> {
	if (safeNow !== 'no' && safeNow !== 'notSure') return;
	await raiseAlert(work, {
		alertId: crypto.randomUUID(),
		draftId: null,
		complaintId,
		answer: safeNow,
		callBack: null
	});
}
