import type { Command } from '#lib/domain/complaint/commands.ts';
import type { LateReceipt } from '#lib/domain/complaint/events.ts';
import type { PaperPromise } from '#lib/domain/complaint/promises.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import { endRequests, findAskedAlready } from '#lib/server/advocacy/endRequests.ts';
import { addNote } from '#lib/server/complaints/acts/addNote.ts';
import { assignCase } from '#lib/server/complaints/acts/assignCase.ts';
import { completePromise } from '#lib/server/complaints/acts/completePromise.ts';
import { logContact } from '#lib/server/complaints/acts/logContact.ts';
import {
	confirmMessage,
	discardMessage,
	markMessageRead,
	sendMessage
} from '#lib/server/complaints/acts/messages.ts';
import { nameSubject } from '#lib/server/complaints/acts/nameSubject.ts';
import { recordAdvocateAnswer } from '#lib/server/complaints/acts/recordAdvocateAnswer.ts';
import { requestAdvocate } from '#lib/server/complaints/advocateRequest.ts';
import { keepPromise } from '#lib/server/complaints/answers/promises.ts';
import { carryOut } from '#lib/server/complaints/carryOut.ts';
import { lockComplaint } from '#lib/server/complaints/log.ts';
import { giveOnce, type Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { findTextFault } from '#lib/server/complaints/orderTexts.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import type { HeardLate } from '#lib/server/reviews/recordConcern.ts';
import { actAtReview, isAtReview } from '#lib/server/reviews/actAtReview.ts';
import type { Service } from '#lib/server/service.ts';
import type { Work } from '#lib/server/work.ts';
import type { ReviewOrder } from '#lib/wire/reviewOrders.ts';
import type { ActType, Order, PushedCommand, PushResult } from '#lib/wire/sync.ts';

/**
 * Carries out one order of a member of staff, with the words it brings, once.
 *
 * One transaction: the receipt looked up, the complaint locked, its history read, the rules
 * asked, the events added, the rows worked out, the words sealed, the receipt kept.
 */
export async function giveCommand(
	service: Service,
	staffId: string,
	pushed: PushedCommand
): Promise<PushResult> {
	const { commandId, complaintId, order, texts } = pushed;
	const carried = await giveOnce(
		service,
		{ kind: 'staff', staffId },
		{
			commandId,
			complaintId,
			type: order.type,
			payload: { order, texts },
			act: (work) => actOn(work, pushed)
		}
	);
	return { commandId, ...carried };
}

/** What is known of an order that was given with no signal, and reached us later. */
export interface GivenLate {
	/** Of a contact: the day it was said, as worked out. */
	contact?: LateReceipt;
	/** Of a concern: what the device knew, and when it reached the server. */
	concern?: HeardLate;
	/** Its case is locked already in this transaction, and seen by whoever gives the order. */
	isLocked?: boolean;
}

/**
 * Carries out an order in a transaction of the caller's, who looks after its receipt. `late`: of one
 * that was given with no signal.
 */
export async function actOn(
	work: Work,
	pushed: PushedCommand,
	late: GivenLate = {}
): Promise<Carried> {
	const fault = findTextFault(pushed);
	if (fault) return { done: false, refusal: fault };
	const { complaintId, order } = pushed;
	if (isAtReview(order)) return actAtReview(work, pushed, { order, late });
	if (order.type === 'logContact') return actPlainly(work, pushed, order, late.contact);
	if (!late.isLocked && !(await lockComplaint(work, complaintId))) {
		return refuseAct({ code: 'notYours' });
	}
	return isPlain(order) ? actPlainly(work, pushed, order) : actByTheRules(work, pushed, order);
}

async function actByTheRules(
	work: Work,
	pushed: PushedCommand,
	command: Command
): Promise<Carried> {
	if (!isGivenThisWay(command)) return refuseAct({ code: 'mayNotAct', act: command.type });
	const { complaintId } = pushed;
	const already =
		command.type === 'askForAdvocate' ? await findAskedAlready(work, complaintId) : null;
	if (already) return { done: false, refusal: already };
	await keepTexts(work, complaintId, pushed.texts);
	const carried = await carryOut(work, { ...pushed, commands: [command] });
	if (carried.done && command.type === 'askForAdvocate') {
		// What the child told us is the child's to share: an officer passes on the name only.
		await requestAdvocate(work, { complaintId, toldOn: command.askedOn, mayKnow: 'nameOnly' });
	}
	if (carried.done && command.type === 'recordAdvocateDeclined') {
		await endRequests(work, complaintId, command.declinedOn);
	}
	if (carried.done) await keepWhatWasPromised(work, pushed, command);
	return carried;
}

/**
 * Terms with a day, and what an answer sent on paper says will be done, are promises like any
 * other: they are followed up until they are kept.
 */
async function keepWhatWasPromised(
	work: Work,
	{ complaintId, texts }: PushedCommand,
	command: Command
): Promise<void> {
	const promised = promisedBy(command);
	const text = texts.find(({ textId }) => textId === promised?.textId);
	if (!promised || !text) return;
	const { textId: promiseId, dueOn } = promised;
	await keepPromise(work, complaintId, { promiseId, what: text.words, dueOn });
}

function promisedBy(command: Command): PaperPromise | null {
	if (command.type === 'resolveStage1') {
		const { termsTextId: textId, termsDueOn: dueOn } = command;
		return dueOn ? { textId, dueOn } : null;
	}
	return 'promised' in command ? (command.promised ?? null) : null;
}

/**
 * A complaint begins by `logContact`, an answer goes out by its release, and old records come
 * by the command line: none of them by this door.
 */
function isGivenThisWay(command: Command): boolean {
	switch (command.type) {
		case 'receiveComplaint':
		case 'importHistory':
			return false;
		case 'respondStage1':
		case 'sendStage2Response':
		case 'respondCorporateStage2':
		case 'respondStage3':
			return command.sentOnPaper === true && command.releasedByStaffId === null;
		default:
			return true;
	}
}

type PlainOrder = Exclude<Extract<Order, { type: ActType }>, ReviewOrder>;

async function actPlainly(
	work: Work,
	pushed: PushedCommand,
	order: PlainOrder,
	late?: LateReceipt
): Promise<Carried> {
	if (!mayAct(await findHeldRoles(work), order.type)) {
		return refuseAct({ code: 'mayNotAct', act: order.type });
	}
	switch (order.type) {
		case 'addNote':
			return addNote(work, pushed);
		case 'nameSubject':
			return nameSubject(work, pushed.complaintId, order);
		case 'assignCase':
			return assignCase(work, pushed, order);
		case 'logContact':
			return logContact(work, pushed, order, late);
		case 'markMessageRead':
			return markMessageRead(work, pushed.complaintId, order);
		case 'sendMessage':
			return sendMessage(work, pushed.complaintId, order);
		case 'confirmMessage':
			return confirmMessage(work, pushed.complaintId, order);
		case 'discardMessage':
			return discardMessage(work, pushed.complaintId, order);
		case 'completePromise':
			return completePromise(work, pushed.complaintId, order);
		case 'recordAdvocateAnswer':
			return recordAdvocateAnswer(work, pushed, order);
	}
}

const PLAIN = {
	addNote: true,
	nameSubject: true,
	assignCase: true,
	logContact: true,
	markMessageRead: true,
	sendMessage: true,
	confirmMessage: true,
	discardMessage: true,
	completePromise: true,
	recordAdvocateAnswer: true
} as const satisfies Record<PlainOrder['type'], true>;

function isPlain(order: Order): order is PlainOrder {
	return order.type in PLAIN;
}
