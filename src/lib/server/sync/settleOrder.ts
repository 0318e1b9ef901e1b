import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { legalDayOf, withLegalDay } from '#lib/domain/offline/legalDay.ts';
import { mayGiveOffline } from '#lib/domain/offline/offlineOrders.ts';
import { canBeUndone, choicesFor, type Choice } from '#lib/domain/offline/whoDecides.ts';
import { actOrUndo, hashOf, type Carried } from '#lib/server/complaints/receipts.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import { findVersion } from '#lib/server/complaints/log.ts';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { isKeyDestroyed } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { actOffline } from '#lib/server/sync/actOffline.ts';
import { fileLater } from '#lib/server/sync/files/fileIt.ts';
import { findNames, findTheirs, undoUntil } from '#lib/server/sync/needsYou.ts';
import { resealOrder } from '#lib/server/sync/resealOrder.ts';
import { findLooker, findWaiting, type Waiting } from '#lib/server/sync/waitingOrders.ts';
import { asOurselves, inTransaction, instantOf, type Work } from '#lib/server/work.ts';
import type { Settle, SettleReply } from '#lib/wire/needsYou.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import { settledNoteWords, type SettledNote } from '#lib/words/settledNote.ts';

/**
 * Settles an order from a device as this person decides, once: the order carried out afresh by their
 * own right, what stands left, both kept as a note, or put away. Nothing is deleted: the order stays,
 * sealed, with what was chosen. One transaction; whoever comes second hears what was chosen.
 */
export function settleOrder(
	service: Service,
	staffId: string,
	settle: Settle
): Promise<SettleReply> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		await lockRow(work, settle.setAsideId);
		const one = await findOne(work, staffId, settle.setAsideId);
		if (!one) return { kind: 'unknown' };
		if (settle.choice === 'undo') return undo(work, one, staffId);
		const { choice } = one.row;
		if (one.row.settled_at !== null && choice !== null) return { kind: 'already', choice };
		const open = { isRead: one.sent !== null, seesCase: one.seesCase, hasCase: !!one.complaint };
		const isOpen = choicesFor(one.row.because, open).includes(settle.choice);
		if (one.part !== 'decides' || !isOpen) return { kind: 'unknown' };
		return decide(work, one, { staffId, settle });
	});
}

type Decision = Exclude<Settle, { choice: 'undo' }>;

async function decide(
	work: Work,
	one: Waiting,
	{ staffId, settle }: { staffId: string; settle: Decision }
): Promise<SettleReply> {
	const { choice } = settle;
	// Before it is carried out: what stood there when they chose.
	const note = await noteOf(work, one, { staffId, choice, reason: reasonOf(settle) });
	let commandId: string | null = null;
	if (choice === 'useMine' || choice === 'confirm') {
		const on = settle.choice === 'confirm' ? settle.on : null;
		const carried = await carryOut(work, one, on);
		if (!carried.done) return { kind: 'refused', refusal: carried.refusal };
		commandId = carried.commandId;
	}
	await keepNote(work, one, note);
	await markSettled(work, one, { choice, staffId, commandId });
	return { kind: 'settled', undoUntil: canBeUndone(choice) ? undoUntil(instantOf(work)) : null };
}

type CarriedAs = { done: true; commandId: string | null } | Extract<Carried, { done: false }>;

/**
 * Gives the order once more, as this person's own, on the case as it is now: the rules decide again.
 * One that was carried out by another way meanwhile is not given twice.
 */
async function carryOut(
	work: Work,
	one: Waiting,
	on: Extract<Decision, { choice: 'confirm' }>['on']
): Promise<CarriedAs> {
	const { row, sent, complaint } = one;
	if (!sent || (await wasDone(work, one, sent))) return { done: true, commandId: null };
	const commandId = crypto.randomUUID();
	const { order } = sent.command;
	const given = on !== null && mayGiveOffline(order) ? withLegalDay(order, on) : order;
	const basedOnVersion = complaint ? await findVersion(work, row.complaint_id) : 0;
	const command = { ...sent.command, commandId, basedOnVersion: basedOnVersion ?? 0, order: given };
	const carried = await actOrUndo(work, (within) =>
		actOffline(within, { ...sent, command }, { receivedAt: row.received_at, toldTo: row.author_id })
	);
	return carried.done ? { done: true, commandId } : carried;
}

/** Whether its author gave the very same with a signal, before the device left it unopened. */
function wasDone(work: Work, { row }: Waiting, sent: OfflineOrderSent): Promise<boolean> {
	const { commandId, complaintId, order, texts } = sent.command;
	const author = { ...work, actor: { kind: 'staff' as const, staffId: row.author_id } };
	const payload = { order, texts };
	const hash = hashOf(author, { commandId, complaintId, type: order.type, payload });
	return asOurselves(work, async ({ trx }) => {
		const receipt = await trx
			.selectFrom('command_receipt')
			.select(['payload_hash', 'result'])
			.where('command_id', '=', row.command_id)
			.executeTakeFirst();
		return receipt !== undefined && receipt.payload_hash.equals(hash) && isDone(receipt.result);
	});
}

function isDone(result: unknown): boolean {
	return (result as Carried).done;
}

async function undo(work: Work, one: Waiting, staffId: string): Promise<SettleReply> {
	const { settled_at, settled_by, choice } = one.row;
	const isOpen =
		settled_at !== null && settled_by === staffId && choice !== null && canBeUndone(choice);
	if (!isOpen || work.now() > Date.parse(undoUntil(settled_at))) return { kind: 'unknown' };
	const note = await noteOf(work, one, { staffId, choice: 'undo', reason: null });
	await keepNote(work, one, note);
	await asOurselves(work, async (ours) => {
		await ours.trx
			.updateTable('set_aside_order')
			.set({ settled_at: null, settled_by: null, choice: null })
			.where('set_aside_id', '=', one.row.set_aside_id)
			.execute();
		await noteSettling(ours, one, 'offlineChoiceUndone', choice);
	});
	return { kind: 'undone' };
}

async function noteOf(
	work: Work,
	one: Waiting,
	{ staffId, choice, reason }: { staffId: string; choice: Choice | 'undo'; reason: string | null }
): Promise<SettledNote> {
	const { row, sent, seesCase } = one;
	const names = await findNames(work);
	const { theirs } =
		seesCase && one.complaint ? await findTheirs(work, one, names) : { theirs: [] };
	const order = sent && mayGiveOffline(sent.command.order) ? sent.command.order : null;
	return {
		...{ choice, reason, receivedAt: row.received_at },
		author: names.get(row.author_id) ?? '',
		decider: names.get(staffId) ?? '',
		orderType: order?.type ?? null,
		legalDay: order ? legalDayOf(order) : null,
		words: (sent?.command.texts ?? []).map(({ words }) => words),
		givenAt: sent?.command.givenAt ?? null,
		theirs: theirs.map(({ event, by, recordedAt }) => {
			return { event, by: by?.displayName ?? 'They', recordedAt };
		}),
		today: dateInEngland(work.now())
	};
}

/** In the history of the case, where they see one and it is not erased. */
async function keepNote(work: Work, { row, complaint }: Waiting, note: SettledNote): Promise<void> {
	if (!complaint || (await isKeyDestroyed(work.trx, row.complaint_id))) return;
	const words = settledNoteWords(note);
	await keepTexts(work, row.complaint_id, [{ textId: crypto.randomUUID(), kind: 'note', words }]);
}

async function markSettled(
	work: Work,
	one: Waiting,
	{ choice, staffId, commandId }: { choice: Choice; staffId: string; commandId: string | null }
): Promise<void> {
	await asOurselves(work, async (ours) => {
		const { row, sent } = one;
		const given = sent && { setAsideId: row.set_aside_id, staffId: row.author_id, sent };
		// There may be a case now, under whose key it belongs: it was left unopened, or it began the case.
		const sealed = given ? { sealed_order: null, ...(await resealOrder(ours, given)) } : {};
		await ours.trx
			.updateTable('set_aside_order')
			.set({
				...{ choice, settled_by: staffId, settled_command_id: commandId, ...sealed },
				settled_at: instantOf(work)
			})
			.where('set_aside_id', '=', row.set_aside_id)
			.execute();
		await fileLater(ours, row.command_id);
		await noteSettling(ours, one, 'offlineOrderSettled', choice);
	});
}

function noteSettling(work: Work, { row }: Waiting, action: string, choice: Choice) {
	const { complaint_id: complaintId, because, author_id: authorId } = row;
	const data = { setAsideId: row.set_aside_id, because, authorId, choice };
	return noteAct(work, { action, complaintId, data });
}

/** Whoever decides at the same moment waits here. */
async function lockRow(work: Work, setAsideId: string): Promise<void> {
	await asOurselves(work, ({ trx }) =>
		trx
			.selectFrom('set_aside_order')
			.select('set_aside_id')
			.where('set_aside_id', '=', setAsideId)
			.forUpdate()
			.execute()
	);
}

async function findOne(work: Work, staffId: string, setAsideId: string) {
	const today = dateInEngland(work.now());
	const holidays = await readHolidays(work.trx);
	const looker = await findLooker(work, staffId);
	const [one] = await findWaiting(work, looker, { today, holidays, setAsideId });
	return one;
}

function reasonOf(settle: Decision): string | null {
	return settle.choice === 'discard' ? settle.reason : null;
}
