import type { DeviceDisk, KeptWords, PackChange } from '#lib/offline/outbox/disk.ts';
import { EMPTY_OUTBOX, isWrittenAnew, type Outbox } from '#lib/offline/outbox/outbox.ts';
import type { ModelPacked } from './modelServer.ts';
import type { Process, Turns } from './turns.ts';

/** What lies on the disk of one device. Every change puts a new value in its place, or none. */
interface OnDisk {
	outbox: Outbox;
	words: ReadonlyMap<string, KeptWords>;
	packEpoch: string | null;
	pack: ReadonlyMap<string, ModelPacked>;
}

const NOTHING: OnDisk = {
	outbox: EMPTY_OUTBOX,
	words: new Map(),
	packEpoch: null,
	pack: new Map()
};

/** The disk of one device, shared by its tabs. */
export class ModelDisk {
	readonly #turns: Turns;
	#on: OnDisk = NOTHING;
	/** The number that each order got here; null where it was taken back and pressed again. */
	readonly numbers = new Map<string, number | null>();
	/** The disk is full: it refuses every writing. */
	isFull = false;
	/** It was full when something was to be written. */
	wasFull = false;

	constructor(turns: Turns) {
		this.#turns = turns;
	}

	/** What is there now, for whoever looks at the device from outside. */
	get now(): OnDisk {
		return this.#on;
	}

	/** The browser took everything back. */
	evict(): void {
		this.#on = NOTHING;
	}

	/** The disk as one tab meets it. */
	for(tab: Process): DeviceDisk<ModelPacked> {
		return {
			readOutbox: () => this.#turn(tab, () => this.#on.outbox),
			changeOutbox: async (change, words) => {
				await this.#turn(tab, () => this.#write(changed(this.#on, change, words)));
				return this.#turn(tab, () => this.#on.outbox);
			},
			readWords: (ids) => this.#turn(tab, () => ids.flatMap((id) => this.#on.words.get(id) ?? [])),
			readPack: () =>
				this.#turn(tab, () => ({
					epoch: this.#on.packEpoch,
					held: [...this.#on.pack.values()].map(({ complaintId, stamp }) => ({
						complaintId,
						stamp
					}))
				})),
			changePack: (said) => this.#turn(tab, () => this.#write(packed(this.#on, said)))
		};
	}

	#write(next: OnDisk): void {
		if (this.isFull) {
			this.wasFull = true;
			throw new QuotaExceeded();
		}
		this.#on = next;
		for (const { commandId, number } of next.outbox.items) {
			const isFirst = !this.numbers.has(commandId) || this.numbers.get(commandId) === number;
			this.numbers.set(commandId, isFirst ? number : null);
		}
	}

	/** Done when its turn comes, and told in a turn of its own: a tab may die between the two. */
	async #turn<T>(tab: Process, effect: () => T): Promise<T> {
		const done = await this.#turns.take(tab, effect);
		await this.#turns.take(tab, () => undefined);
		return done;
	}
}

/** What a browser says where there is no room. */
class QuotaExceeded extends Error {
	override name = 'QuotaExceededError';
}

function changed(on: OnDisk, change: (outbox: Outbox) => Outbox, words?: KeptWords): OnDisk {
	const outbox = change(on.outbox);
	const added = new Map(on.words);
	const isAnew = words && isWrittenAnew(on.outbox, outbox, words.commandId);
	if (words && (isAnew || !added.has(words.commandId))) added.set(words.commandId, words);
	const kept = new Set(outbox.items.map(({ commandId }) => commandId));
	for (const id of added.keys()) if (!kept.has(id)) added.delete(id);
	return { ...on, outbox, words: added };
}

function packed(on: OnDisk, { epoch, cases, forget }: PackChange<ModelPacked>): OnDisk {
	const pack = new Map(
		[...on.pack].map(([id, one]) => [id, epoch === on.packEpoch ? one : { ...one, stamp: null }])
	);
	for (const one of cases) pack.set(one.complaintId, one);
	for (const id of forget) pack.delete(id);
	return { ...on, pack, packEpoch: epoch };
}
