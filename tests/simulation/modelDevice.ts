import type { Instant } from '#lib/domain/calendar/england.ts';
import type { DeviceDisk } from '#lib/offline/outbox/disk.ts';
import { canEdit, editionOf, withdrawItem } from '#lib/offline/outbox/outbox.ts';
import { saveEdit, saveItem } from '#lib/offline/outbox/saveItem.ts';
import { SENDING_RULES, type SendingRules } from '#lib/offline/outbox/sendWaiting.ts';
import { syncRun } from '#lib/offline/outbox/syncRun.ts';
import { ModelDisk } from './modelDisk.ts';
import type { ModelLine, Sender } from './modelLine.ts';
import type { ModelPacked, ModelServer } from './modelServer.ts';
import { buildsOn, type ModelOrder, type Rewriting, type SavedOrder } from './orders.ts';
import { Process, type Turns } from './turns.ts';

/** How the model's device does each thing; a fault does one of them otherwise. */
export interface DeviceWays {
	rules: SendingRules;
	saveItem: typeof saveItem;
	saveEdit: typeof saveEdit;
	/** The disk as the app meets it. */
	disk(disk: DeviceDisk<ModelPacked>): DeviceDisk<ModelPacked>;
	/** Runs one sender at a time. */
	alone: 'one at a time' | 'everybody at once';
}

export const DEVICE_WAYS: DeviceWays = {
	rules: SENDING_RULES,
	saveItem,
	saveEdit,
	disk: (disk) => disk,
	alone: 'one at a time'
};

/** Something written and not yet seen to be saved: the page still holds it, after a kill too. */
export interface Draft {
	commandId: string;
	complaintId: string;
	order: ModelOrder;
}

interface World {
	turns: Turns;
	line: ModelLine;
	saved: SavedOrder[];
	rewritten: Rewriting[];
	server: ModelServer;
	ways: DeviceWays;
}

/** One person's device, with two tabs over one disk. */
export class ModelDevice implements Sender {
	readonly #world: World;
	readonly disk: ModelDisk;
	readonly personId: string;
	readonly #name: string;
	readonly #tabs = [new Process(), new Process()];
	#sender: Process | null = null;
	#enrolments = 0;
	/** How wrong its clock is, in days. */
	clockDays = 0;
	/** The last time that the server told it. */
	lastServerAt: Instant | null = null;
	isOnline = true;
	isSignedIn = true;
	/** The newest shape that the app writes: of the first tab, the second is of the older version. */
	schema = 1;
	drafts: readonly Draft[] = [];
	/** What was only here when the browser took everything back; the person was told. */
	readonly lost = new Set<string>();
	readonly withdrawn = new Set<string>();
	/** How many presses are under way for each order. */
	readonly #pressed = new Map<string, number>();

	constructor(world: World, name: string, personId: string) {
		this.#world = world;
		this.#name = name;
		this.personId = personId;
		this.disk = new ModelDisk(world.turns);
	}

	/** As the server knows it: set up anew after the browser took everything back. */
	get deviceId(): string {
		return `${this.#name} ${this.#enrolments}`;
	}

	/** Presses "Finish and send" on what one tab shows. */
	async save(draft: Draft, tab: number): Promise<void> {
		const process = this.#tabs[tab]!;
		const { commandId, complaintId, order } = draft;
		const words = { commandId, sealed: JSON.stringify(order), copy: null };
		const facts = {
			schema: tab === 0 ? this.schema : 1,
			buildsOn: buildsOn(order),
			byteSize: words.sealed.length
		};
		const { deviceId, personId } = this;
		if (!this.drafts.includes(draft)) this.drafts = [...this.drafts, draft];
		const disk = this.#diskOf(process);
		this.#pressed.set(commandId, (this.#pressed.get(commandId) ?? 0) + 1);
		const saved = await this.#world.ways.saveItem(
			disk,
			{ commandId, complaintId, ...facts },
			words
		);
		this.#pressed.set(commandId, (this.#pressed.get(commandId) ?? 0) - 1);
		if (!saved.saved) return;
		this.drafts = this.drafts.filter((each) => each.commandId !== commandId);
		if (this.#world.saved.some((each) => each.commandId === commandId)) return;
		this.#world.saved.push({ commandId, complaintId, deviceId, personId, order, edition: 1 });
	}

	/** What its author may open again: seen as saved, never handed over, and not being pressed. */
	get editable(): readonly string[] {
		return this.disk.now.outbox.items
			.filter((item) => canEdit(item) && !item.buildsOn)
			.map(({ commandId }) => commandId)
			.filter((id) => !this.#pressed.get(id) && !this.drafts.some((one) => one.commandId === id))
			.filter((id) => this.#world.saved.some(({ commandId }) => commandId === id));
	}

	/** Opens it again in one tab, as it lies there now; what is given back saves it as it was changed. */
	open(commandId: string, tab: number): (words: string) => Promise<void> {
		const process = this.#tabs[tab]!;
		const { outbox, words } = this.disk.now;
		const item = outbox.items.find((one) => one.commandId === commandId)!;
		const was = JSON.parse(words.get(commandId)!.sealed) as ModelOrder;
		const opened = editionOf(item);
		return async (changed) => {
			const order = { ...was, words: changed } as ModelOrder;
			const rewriting: Rewriting = { commandId, opened, order, isTold: false };
			this.#world.rewritten.push(rewriting);
			const sealed = JSON.stringify(order);
			const saved = await this.#world.ways.saveEdit(
				this.#diskOf(process),
				{ ...item, byteSize: sealed.length },
				{ words: { commandId, sealed, copy: null }, edition: opened }
			);
			if (!saved.saved) return;
			rewriting.isTold = true;
			const told = this.#world.saved.find((one) => one.commandId === commandId)!;
			if (told.edition <= opened) Object.assign(told, { order, edition: opened + 1 });
		};
	}

	/** One run of one tab. */
	async sync(tab: number): Promise<void> {
		const process = this.#tabs[tab]!;
		const { line, ways } = this.#world;
		const ran = await syncRun(
			{
				disk: this.#diskOf(process),
				line: line.for(process, this),
				deviceId: this.deviceId,
				alone: (work) => this.#alone(process, work)
			},
			ways.rules
		);
		if (ran.ended === 'removed' && !ran.isKnown) {
			const { deviceId } = this;
			await line
				.ask(process, this, () => this.#world.server.enrol(deviceId))
				.catch(() => undefined);
		}
		if (ran.ended === 'upToDate') this.lastServerAt = this.#world.server.now;
	}

	/** A person looks at what needs them, and decides it with a signal. The device hears of it. */
	async settle(commandId: string, tab: number): Promise<void> {
		const { line, server } = this.#world;
		await line.ask(this.#tabs[tab]!, this, () => server.settle(commandId));
	}

	/** Takes back what was not sent. */
	async withdraw(commandId: string, tab: number): Promise<void> {
		this.withdrawn.add(commandId);
		const disk = this.#diskOf(this.#tabs[tab]!);
		await disk.changeOutbox((outbox) => withdrawItem(outbox, commandId));
	}

	/** The tab dies where it stands; another opens in its place. Its lock goes with it. */
	killTab(tab: number): void {
		const process = this.#tabs[tab]!;
		this.#world.turns.kill(process);
		if (this.#sender === process) this.#sender = null;
		this.#tabs[tab] = new Process();
	}

	/** The browser takes everything back. Both tabs go; the device is set up anew, and says what is gone. */
	evict(): void {
		for (const tab of this.#tabs.keys()) this.killTab(tab);
		for (const { commandId } of this.disk.now.outbox.items) this.lost.add(commandId);
		this.disk.evict();
		this.#enrolments += 1;
	}

	#diskOf(tab: Process): DeviceDisk<ModelPacked> {
		return this.#world.ways.disk(this.disk.for(tab));
	}

	async #alone<T>(tab: Process, work: () => Promise<T>): Promise<T | null> {
		if (this.#world.ways.alone === 'everybody at once') return work();
		if (this.#sender) return null;
		this.#sender = tab;
		try {
			return await work();
		} finally {
			if (this.#sender === tab) this.#sender = null;
		}
	}
}
