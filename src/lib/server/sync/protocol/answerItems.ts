import type { Instant } from '#lib/domain/calendar/england.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type {
	DeferredBecause,
	DepositReply,
	DeviceStanding,
	ItemAnswer,
	ItemPush,
	PushReply,
	SentItem,
	SetAsideBecause
} from '#lib/wire/deviceSync.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';

/** Where the server stands. `durable`: a restore would still hold every place up to it. */
export interface LedgerState {
	epoch: string;
	durable: number;
	/** The newest shape of an order that this server reads. */
	schema: number;
	/** The server's own time. */
	at: Instant;
}

/** Where orders are kept and carried out; over PostgreSQL, or in a test. */
export interface Ledger {
	readState(): Promise<LedgerState>;
	/** One transaction: nothing of it stands unless `work` came to its end. */
	transact<T>(work: (at: LedgerWork) => Promise<T>): Promise<T>;
}

/** What one transaction can do, in the name of whoever sent the push. */
export interface LedgerWork {
	/** The first answer to this order; `otherOrder` where the id was used for another. */
	findReceipt(item: SentItem): Promise<Receipt | 'otherOrder' | null>;
	/** Opens the order, judges it by what happened since it was given, and carries it out. */
	carryOut(item: SentItem): Promise<CarriedOut>;
	/** Keeps the answer, and the order whole where a person must decide. Gives its place. */
	keepReceipt(item: SentItem, carried: CarriedOut): Promise<number>;
}

export interface Receipt {
	outcome: 'applied' | 'proposed' | SetAsideBecause;
	place: number;
	refusal?: CarriedOut['refusal'];
}

export interface CarriedOut {
	outcome: Receipt['outcome'];
	/** Why the rules said no, for whoever wrote it. */
	refusal?: Refusal | ActRefusal | null;
}

/** Where orders are left unopened; over PostgreSQL, or in a test. */
export interface DepositLedger {
	readState(): Promise<LedgerState>;
	readStanding(): Promise<DeviceStanding>;
	transact<T>(work: (at: DepositWork) => Promise<T>): Promise<T>;
}

/** What one transaction of a deposit can do. It opens nothing. */
export interface DepositWork extends Pick<LedgerWork, 'findReceipt' | 'keepReceipt'> {
	/** Whether the device may leave one more: else a stolen credential would fill the disk. */
	hasRoom(item: SentItem): Promise<boolean>;
}

/**
 * Takes in the orders of somebody who may not sign in any more, or of a device that was removed,
 * unopened, each for a person to look at. Once each, as everything is; and how they stand, which a
 * device asks with no order at all.
 */
export async function takeDeposit(ledger: DepositLedger, push: ItemPush): Promise<DepositReply> {
	const { epoch, durable, at } = await ledger.readState();
	const standing = await ledger.readStanding();
	if (push.epoch !== epoch) return { kind: 'otherEpoch', epoch, standing };
	const answers: ItemAnswer[] = [];
	for (const item of push.items) {
		answers.push(await ledger.transact((within) => depositItem(within, item)));
	}
	return { kind: 'answered', epoch, durable, at, answers, standing };
}

async function depositItem(at: DepositWork, item: SentItem): Promise<ItemAnswer> {
	const before = await at.findReceipt(item);
	if (before && before !== 'otherOrder') return answerOf(item.commandId, before);
	if (!(await at.hasRoom(item))) return deferred(item, 'noRoom');
	const outcome = 'deposited' as const;
	const place = await at.keepReceipt(item, { outcome });
	return answerOf(item.commandId, { outcome, place });
}

/**
 * Answers the orders of one push, in their order, each in a transaction of its own: one that is
 * refused holds up none of another case, and in its own only what builds on it.
 *
 * A push of another epoch is not touched: the device must first learn that the server was restored,
 * or what it sends now would overtake what the restore lost. Rejects where the database does; what
 * was answered until then is kept, and is answered the same when it is sent again.
 */
export async function answerItems(ledger: Ledger, push: ItemPush): Promise<PushReply> {
	const { epoch, durable, schema, at: now } = await ledger.readState();
	if (push.epoch !== epoch) return { kind: 'otherEpoch', epoch };
	const answers: ItemAnswer[] = [];
	const shut = new Set<string>();
	const undecided = new Set<string>();
	for (const item of push.items) {
		const isHeld = item.buildsOn && undecided.has(item.complaintId);
		const answer = shut.has(item.complaintId)
			? deferred(item, 'afterDeferred')
			: item.schema > schema
				? deferred(item, 'newerThanServer')
				: await ledger.transact((at) => answerItem(at, item, isHeld));
		if (answer.outcome === 'setAside') undecided.add(item.complaintId);
		if (answer.outcome === 'deferred' && answer.because !== 'afterUndecided') {
			shut.add(item.complaintId);
		}
		answers.push(answer);
	}
	return { kind: 'answered', epoch, durable, at: now, answers };
}

async function answerItem(at: LedgerWork, item: SentItem, isHeld: boolean): Promise<ItemAnswer> {
	const { commandId } = item;
	const before = await at.findReceipt(item);
	if (before === 'otherOrder') {
		// Kept whole beside the first: whoever wrote it meant something, and must hear of it.
		const refusal = { code: 'idAlreadyUsed' } as const;
		const outcome = 'refused' as const;
		const place = await at.keepReceipt(item, { outcome, refusal });
		return answerOf(commandId, { outcome, place, refusal });
	}
	if (before) return answerOf(commandId, before);
	if (isHeld) return deferred(item, 'afterUndecided');
	const carried = await at.carryOut(item);
	const place = await at.keepReceipt(item, carried);
	return answerOf(commandId, { ...carried, place });
}

function answerOf(commandId: string, { outcome, place, refusal = null }: Receipt): ItemAnswer {
	return outcome === 'applied' || outcome === 'proposed'
		? { commandId, outcome, place }
		: { commandId, outcome: 'setAside', place, because: outcome, refusal };
}

function deferred({ commandId }: SentItem, because: DeferredBecause): ItemAnswer {
	return { commandId, outcome: 'deferred', because };
}
