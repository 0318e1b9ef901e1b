import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { LateReceipt } from '#lib/domain/complaint/events.ts';
import { refuseStep, type ConcernStep } from '#lib/domain/reviews/concern.ts';
import { receiveContact } from '#lib/server/complaints/acts/logContact.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { moveConcernFiles } from '#lib/server/files/attachedFiles.ts';
import { openFor } from '#lib/server/keys/sealing.ts';
import {
	keepAct,
	lockConcern,
	saidIn,
	type ConcernRow,
	type FoundConcern
} from '#lib/server/reviews/concerns.ts';
import { readLadder } from '#lib/server/reviews/ladder.ts';
import { findChildNames } from '#lib/server/reviews/reviewedChildren.ts';
import type { Work } from '#lib/server/work.ts';
import type { LogContact, PushedCommand, PushedText } from '#lib/wire/sync.ts';

/**
 * Makes the concern a complaint, as ourselves: received on the day the child said it, as one logged
 * in any other way. The child's words go into the case and stay nowhere else; what was done about
 * the concern stays beside it.
 */
export async function raiseComplaint(
	ours: Work,
	pushed: PushedCommand,
	concernId: string
): Promise<Carried> {
	const found = await lockConcern(ours, concernId);
	if (!found) return refuseAct({ code: 'notYours' });
	const today = dateInEngland(ours.now());
	const step: ConcernStep = { type: 'becameComplaint', on: today };
	const { ladder } = await readLadder(ours);
	const why = refuseStep(found.concern, step, { today, ladder });
	if (why) return refuseAct({ code: 'concernRefused', why });
	const texts = saidIn(found.row, await openFor(ours.trx, ours.keys, found.row.child_id));
	const carried = await receiveContact(
		ours,
		{ ...pushed, complaintId: concernId, texts },
		await contactOf(ours, found, texts),
		lateOf(found.row)
	);
	if (!carried.done) return carried;
	await moveConcernFiles(ours, { concernId, childId: found.row.child_id });
	await keepAct(ours, { concernId, childId: found.row.child_id }, { act: step });
	await ours.trx
		.updateTable('concern')
		.set({ became_complaint: true, sealed: null })
		.where('concern_id', '=', concernId)
		.execute();
	await ours.trx
		.updateTable('safety_alert')
		.set({ complaint_id: concernId })
		.where('concern_id', '=', concernId)
		.execute();
	return carried;
}

async function contactOf(
	ours: Work,
	{ row }: FoundConcern,
	texts: readonly PushedText[]
): Promise<LogContact> {
	const names = await findChildNames(ours, [row.child_id]);
	const idOf = (kind: PushedText['kind']) => texts.find((text) => text.kind === kind)?.textId;
	return {
		type: 'logContact',
		receivedOn: row.starts_on as PlainDate,
		channel: 'atReview',
		madeBy: 'childOrYoungPerson',
		complainantName: names.get(row.child_id) ?? '',
		relationToChild: '',
		childName: '',
		whatHappenedTextId: idOf('whatHappened') ?? '',
		whatWouldHelpTextId: idOf('whatWouldHelp') ?? null,
		wantsAdvocate: row.wants_advocate === 'yes',
		...(row.wants_advocate === 'notAsked' && { advocateNotAsked: true }),
		safeNow: row.safe_now,
		safeContacts: []
	};
}

/** That it was said on another day than it reached us, or on one in doubt, which an officer decides. */
function lateOf(row: ConcernRow): LateReceipt | undefined {
	const [saidOn, reachedOn] = [row.said_on as PlainDate, row.reached_on as PlainDate];
	const isDisputed = row.is_day_in_doubt;
	return saidOn === reachedOn && !isDisputed ? undefined : { saidOn, reachedOn, isDisputed };
}
