import type { OwnKey } from '#lib/offline/device/ownKey.ts';
import { withDatabase } from '#lib/offline/device/withDatabase.ts';
import { isDatabaseThere } from './readable.ts';

/** How often what changes is saved, in milliseconds. Source: security 3.4. */
export const SAVE_DRAFTS_EVERY_MS = 2_000;

/** Whether two fillings of a form are the same. */
export function isSameForm(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** Null where it is to be forgotten. */
interface SealedDraft {
	name: string;
	sealed: Uint8Array<ArrayBuffer> | null;
}

/** What is half written on an open device: sealed, and there again after a lock or a killed tab. */
export class KeptDrafts {
	readonly personId: string;
	readonly #key: OwnKey;
	/** What changed since it was last saved; null where it is to be forgotten. */
	readonly #changed = new Map<string, unknown>();
	#timer: ReturnType<typeof setTimeout> | null = null;
	#saving: Promise<void> = Promise.resolve();

	constructor(personId: string, key: OwnKey) {
		this.personId = personId;
		this.#key = key;
	}

	/**
	 * All that was half written, in any window, by the name of its form: as it lies on the disk, or as it
	 * is here where it is not there yet. One that cannot be opened is left out.
	 */
	async read(): Promise<Record<string, unknown>> {
		const kept = await this.#readRows();
		const opened = await Promise.all(
			kept.map(async ({ name, sealed }) => {
				const found = await this.#key.open(this.#placeOf(name), sealed);
				return found ? ([name, found.value] as const) : null;
			})
		);
		const onDisk = opened.filter((each) => each !== null);
		const isThere = ([, draft]: readonly [string, unknown]) => draft !== null;
		return Object.fromEntries([...new Map([...onDisk, ...this.#changed])].filter(isThere));
	}

	/** What is being written meanwhile is waited for: it is not among the changes any more, nor there yet. */
	async #readRows() {
		for (;;) {
			const saving = this.#saving;
			await saving;
			const kept = await withDatabase(this.personId, (db) => db.getAll('drafts'));
			if (saving === this.#saving) return kept;
		}
	}

	/** Whether all that is half written here lies on the disk, or is on its way there. */
	get isSaved(): boolean {
		return this.#changed.size === 0;
	}

	/** Keeps what is half written, within two seconds; null forgets it. */
	keep(name: string, draft: unknown): void {
		this.#changed.set(name, draft ?? null);
		this.#timer ??= setTimeout(() => void this.save(), SAVE_DRAFTS_EVERY_MS);
	}

	/**
	 * Saves now what has changed. The sealing begins before this returns, so that it also ends where
	 * the device is locked in the next moment. A disk that refuses changes nothing: the page has the
	 * words still, and saves them with the next change.
	 */
	save(): Promise<void> {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
		const changed = [...this.#changed];
		this.#changed.clear();
		if (changed.length === 0) return this.#saving;
		const sealing = changed.map(([name, draft]) => this.#seal(name, draft));
		this.#saving = this.#saving
			.then(() => this.#write(sealing))
			.catch(() => {
				for (const [name, draft] of changed) {
					if (!this.#changed.has(name)) this.#changed.set(name, draft);
				}
			});
		return this.#saving;
	}

	async #seal(name: string, draft: unknown): Promise<SealedDraft> {
		const sealed = draft === null ? null : await this.#key.seal(this.#placeOf(name), draft);
		return { name, sealed };
	}

	async #write(sealing: readonly Promise<SealedDraft>[]): Promise<void> {
		const drafts = await Promise.all(sealing);
		// Taken away meanwhile: writing would make it anew.
		if ((await isDatabaseThere(this.personId)) === false) return;
		await withDatabase(this.personId, async (db) => {
			const at = db.transaction('drafts', 'readwrite', { durability: 'strict' });
			for (const { name, sealed } of drafts) {
				if (sealed) await at.store.put({ name, sealed });
				else await at.store.delete(name);
			}
			await at.done;
		});
	}

	#placeOf(name: string) {
		return { store: 'drafts', id: name, personId: this.personId } as const;
	}
}
