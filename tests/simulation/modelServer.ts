import type { Instant } from '#lib/domain/calendar/england.ts';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { toldOffline, whenReceived } from '#lib/domain/offline/whenReceived.ts';
import type { GrantedNow } from '#lib/wire/deviceRecord.ts';
import type {
	DepositLedger,
	Ledger,
	LedgerWork,
	Receipt
} from '#lib/server/sync/protocol/answerItems.ts';
import type { PackLedger } from '#lib/server/sync/protocol/answerPull.ts';
import type { HeldCase, SentItem } from '#lib/wire/deviceSync.ts';
import type { ModelOrder } from './orders.ts';
import { Process, type Turns } from './turns.ts';

/** What a device may hold of a case in the model. */
export interface ModelPacked extends HeldCase {
	/** The value of each field, with the order that set it. */
	fields: Readonly<Record<string, FieldValue>>;
	/** How many things happened in it. */
	version: number;
}

export interface FieldValue {
	value: string;
	version: number;
	byCommand: string;
}

/** One thing that happened in a case. `replaced`: what a choice stood in the place of, when it did. */
export interface Happened {
	commandId: string;
	order: ModelOrder;
	replaced: FieldValue | null;
	/** The day from which the limits run; null but for a report. */
	startsOn: PlainDate | null;
}

export interface ModelCase {
	fields: Readonly<Record<string, FieldValue>>;
	log: readonly Happened[];
	/** Who may see it. */
	access: ReadonlySet<string>;
}

/** Everything the database holds. A plain value: a backup is the value of one moment. */
export interface Rows {
	cases: ReadonlyMap<string, ModelCase>;
	receipts: ReadonlyMap<string, Receipt & { sealed: string }>;
	/** What waits for a person, whole, by command; the same id with other words stands beside it. */
	setAside: ReadonlyMap<string, SentItem>;
	feed: readonly { transaction: number; complaintId: string }[];
	/** Of what was set aside, by the same keys, what a person has decided on. */
	settled: ReadonlySet<string>;
	/** The devices that people made their own, and whether they were taken from them again. */
	devices: ReadonlyMap<string, 'kept' | 'removed'>;
}

const NO_ROWS: Rows = {
	cases: new Map(),
	receipts: new Map(),
	setAside: new Map(),
	feed: [],
	settled: new Set(),
	devices: new Map()
};

const GRANTED: GrantedNow = {
	sealKey: { keyId: 'key', publicKey: '' },
	caseLimit: 40,
	leaseHours: 72,
	longestLeaseDays: 7
};

const NO_FIELD: FieldValue = { value: '', version: 0, byCommand: '' };

/** How the model's server does each thing; a fault does one of them otherwise. */
export interface ServerWays {
	isClash(order: Extract<ModelOrder, { type: 'choose' }>, now: FieldValue): boolean;
	/** The first transaction that a reader of this moment has not seen the end of. */
	horizon(running: ReadonlySet<number>, next: number): number;
	nextEpoch(epoch: string, restores: number): string;
	startsOn(report: Report, receivedAt: Instant): PlainDate;
}

type Report = Extract<ModelOrder, { type: 'report' }>;

export const SERVER_WAYS: ServerWays = {
	isClash: ({ over }, now) => over.byCommand !== now.byCommand,
	horizon: (running, next) => Math.min(next, ...running),
	nextEpoch: (_epoch, restores) => `epoch ${restores}`,
	startsOn: ({ madeOn, evidence }, receivedAt) =>
		whenReceived(
			toldOffline({ madeOn, evidence, receivedAt, reviewOn: null }),
			BUILT_IN_BANK_HOLIDAYS
		).startsOn
};

/** One server over one database, as PostgreSQL behaves: locks, commits, and no more than that. */
export class ModelServer {
	readonly #turns: Turns;
	readonly #ways: ServerWays;
	#rows: Rows = NO_ROWS;
	#backup: Rows;
	#locks = new Map<string, number>();
	#running = new Set<number>();
	#nextTransaction = 1;
	#restores = 0;
	#durable = 0;
	epoch = 'epoch 0';
	schema = 1;
	/** What the time really is. */
	now = '2026-12-24T12:00:00Z';
	process = new Process();
	readonly disabled = new Set<string>();

	constructor(turns: Turns, ways: ServerWays) {
		this.#turns = turns;
		this.#ways = ways;
		this.#backup = this.#rows;
	}

	get rows(): Rows {
		return this.#rows;
	}

	/** The process dies: what was committed stands, what was not is gone with its locks. */
	kill(): void {
		this.#turns.kill(this.process);
		this.process = new Process();
		this.#locks.clear();
		this.#running.clear();
	}

	/** Keeps what is committed now. From then on a restore loses nothing that ended before. */
	backUp(): void {
		this.#backup = this.#rows;
		this.#durable = this.#horizon() - 1;
	}

	/** Back to the newest backup, in a new database that counts its transactions from one. */
	restore(): void {
		this.kill();
		this.#restores += 1;
		this.epoch = this.#ways.nextEpoch(this.epoch, this.#restores);
		const receipts = [...this.#backup.receipts].map(
			([id, receipt]) => [id, { ...receipt, place: 0 }] as const
		);
		this.#rows = { ...this.#backup, receipts: new Map(receipts), feed: [] };
		this.#backup = this.#rows;
		this.#nextTransaction = 1;
		this.#durable = 0;
	}

	/** The ledger as this person's push meets it. */
	ledger(personId: string): Ledger {
		return {
			readState: () => this.#take(() => this.#state()),
			transact: async (work) => {
				const number = await this.#take(() => this.#begin());
				const staged: ((rows: Rows) => Rows)[] = [];
				const result = await work(this.#work(number, personId, staged));
				await this.#take(() => this.#commit(number, staged));
				return result;
			}
		};
	}

	/** The ledger as what this person leaves on a device of theirs meets it. */
	deposits(personId: string, deviceId: string): DepositLedger {
		const { readState, transact } = this.ledger(personId);
		return {
			readState,
			readStanding: () =>
				this.#take(() => {
					if (this.disabled.has(personId)) return 'over';
					return this.#rows.devices.get(deviceId) === 'removed' ? 'removed' : 'signedOut';
				}),
			transact: (work) => transact((at) => work({ ...at, hasRoom: async () => true }))
		};
	}

	/** Makes a device its person's own; one that was removed stays so. */
	enrol(deviceId: string): Promise<void> {
		return this.#change((rows) =>
			rows.devices.has(deviceId)
				? rows
				: { ...rows, devices: new Map(rows.devices).set(deviceId, 'kept') }
		);
	}

	/** Takes a device from its person: it forgets everything when it is next heard. */
	remove(deviceId: string): Promise<void> {
		return this.#change((rows) => ({
			...rows,
			devices: new Map(rows.devices).set(deviceId, 'removed')
		}));
	}

	/** A person decides on all that waits under that id; what is not here they cannot decide on. */
	settle(commandId: string): Promise<void> {
		return this.#change((rows) => ({
			...rows,
			settled: new Set([...rows.settled, ...asideUnder(rows, commandId)])
		}));
	}

	/** What this person's devices are to keep, as of one moment. */
	pack(personId: string): PackLedger<ModelPacked> {
		const rows = this.#rows;
		const { cases, feed } = rows;
		const stamp = String(this.#horizon());
		const state = this.#state();
		const mayKeep = ([, { access }]: [string, ModelCase]) => access.has(personId);
		return {
			readState: async () => state,
			readGranted: async () => GRANTED,
			findSettled: async (ids) => ids.filter((id) => isSettled(rows, id)),
			findWanted: async () => [...cases].filter(mayKeep).map(([id]) => id),
			findChanged: async (held) =>
				held
					.filter((one) =>
						feed.some(
							(row) => row.complaintId === one.complaintId && row.transaction >= Number(one.stamp)
						)
					)
					.map(({ complaintId }) => complaintId),
			readCases: async (ids) => ids.map((id) => ({ ...packedOf(id, cases.get(id)!), stamp }))
		};
	}

	/** A change that no device made: somebody at a desk, slow enough for others to be quicker. */
	async changeOnline(complaintId: string, change: (now: ModelCase) => ModelCase): Promise<void> {
		const number = await this.#take(() => this.#begin());
		await this.#lock(number, `case ${complaintId}`);
		const staged = [(rows: Rows) => putCase(rows, number, complaintId, change)];
		await this.#take(() => undefined);
		await this.#take(() => this.#commit(number, staged));
	}

	#work(number: number, personId: string, staged: ((rows: Rows) => Rows)[]): LedgerWork {
		return {
			findReceipt: async ({ commandId, sealed }) => {
				await this.#lock(number, `order ${commandId}`);
				const receipt = this.#rows.receipts.get(commandId);
				if (!receipt) return null;
				return receipt.sealed === sealed ? receipt : 'otherOrder';
			},
			carryOut: async (item) => {
				await this.#lock(number, `case ${item.complaintId}`);
				const order = JSON.parse(item.sealed) as ModelOrder;
				const outcome = this.#judge(item.complaintId, order, personId);
				if (outcome === 'applied') {
					const facts = { personId, startsOn: this.#startOf(order) };
					staged.push((rows) =>
						putCase(rows, number, item.complaintId, (now) =>
							apply(now, { ...facts, order, commandId: item.commandId })
						)
					);
				}
				return { outcome };
			},
			keepReceipt: async (item, { outcome }) => {
				staged.push((rows) => keepReceipt(rows, item, { outcome, place: number }));
				return this.#take(() => number);
			}
		};
	}

	#judge(complaintId: string, order: ModelOrder, personId: string): Receipt['outcome'] {
		const now = this.#rows.cases.get(complaintId);
		if (order.type === 'report') return now ? 'refused' : 'applied';
		if (!now?.access.has(personId)) return 'refused';
		if (order.type === 'note') return 'applied';
		return this.#ways.isClash(order, now.fields[order.field] ?? NO_FIELD) ? 'clash' : 'applied';
	}

	#startOf(order: ModelOrder): PlainDate | null {
		return order.type === 'report' ? this.#ways.startsOn(order, this.now) : null;
	}

	#state() {
		return { epoch: this.epoch, durable: this.#durable, schema: this.schema, at: this.now };
	}

	async #change(write: (rows: Rows) => Rows): Promise<void> {
		const number = await this.#take(() => this.#begin());
		await this.#take(() => this.#commit(number, [write]));
	}

	#horizon(): number {
		return this.#ways.horizon(this.#running, this.#nextTransaction);
	}

	#begin(): number {
		const number = this.#nextTransaction;
		this.#nextTransaction += 1;
		this.#running.add(number);
		return number;
	}

	async #lock(number: number, name: string): Promise<void> {
		await this.#take(
			() => this.#locks.set(name, number),
			() => (this.#locks.get(name) ?? number) === number
		);
	}

	#commit(number: number, staged: readonly ((rows: Rows) => Rows)[]): void {
		this.#rows = staged.reduce((rows, write) => write(rows), this.#rows);
		this.#running.delete(number);
		for (const [name, holder] of this.#locks) if (holder === number) this.#locks.delete(name);
	}

	#take<T>(effect: () => T, isReady?: () => boolean): Promise<T> {
		return this.#turns.take(this.process, effect, isReady);
	}
}

/** The keys of what was set aside under that id: the same id with other words stands beside the first. */
function asideUnder({ setAside }: Rows, commandId: string): string[] {
	return [...setAside].filter(([, item]) => item.commandId === commandId).map(([key]) => key);
}

/** Whether a person decided on all that waited under that id: one that waits keeps it waiting. */
function isSettled(rows: Rows, commandId: string): boolean {
	const keys = asideUnder(rows, commandId);
	return keys.length > 0 && keys.every((key) => rows.settled.has(key));
}

function packedOf(complaintId: string, { fields, log }: ModelCase): Omit<ModelPacked, 'stamp'> {
	return { complaintId, fields, version: log.length };
}

function putCase(
	rows: Rows,
	transaction: number,
	complaintId: string,
	change: (now: ModelCase) => ModelCase
): Rows {
	const now = rows.cases.get(complaintId) ?? { fields: {}, log: [], access: new Set<string>() };
	const cases = new Map(rows.cases).set(complaintId, change(now));
	return { ...rows, cases, feed: [...rows.feed, { transaction, complaintId }] };
}

/** One order that is carried out: whose it is, and from which day its limits run. */
export interface Applied {
	order: ModelOrder;
	commandId: string;
	personId: string;
	startsOn: PlainDate | null;
}

/** What a case is once an order was carried out in it. */
export function apply(
	now: ModelCase,
	{ order, commandId, personId, startsOn }: Applied
): ModelCase {
	const access = order.type === 'report' ? new Set([...now.access, personId]) : now.access;
	if (order.type !== 'choose') {
		return { ...now, access, log: [...now.log, { commandId, order, replaced: null, startsOn }] };
	}
	const replaced = now.fields[order.field] ?? NO_FIELD;
	const value = { value: order.value, version: replaced.version + 1, byCommand: commandId };
	const fields = { ...now.fields, [order.field]: value };
	return { access, fields, log: [...now.log, { commandId, order, replaced, startsOn }] };
}

function keepReceipt(rows: Rows, item: SentItem, receipt: Receipt): Rows {
	const isSecond = rows.receipts.has(item.commandId);
	const receipts = isSecond
		? rows.receipts
		: new Map(rows.receipts).set(item.commandId, { ...receipt, sealed: item.sealed });
	if (receipt.outcome === 'applied') return { ...rows, receipts };
	const key = isSecond ? `${item.commandId} ${item.sealed}` : item.commandId;
	return { ...rows, receipts, setAside: new Map(rows.setAside).set(key, item) };
}
