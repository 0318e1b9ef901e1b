import { withDatabase } from '#lib/offline/device/withDatabase.ts';
import { isBesideInForm, type KeptFile } from '#lib/offline/files/keptFile.ts';

const STRICT = { durability: 'strict' } as const;

/** The recordings and pictures of one person on this device. Each writing is on the disk when it resolves. */
export class FileDisk {
	readonly #personId: string;

	constructor(personId: string) {
		this.#personId = personId;
	}

	/** All of them, without their pieces, as they were taken: so they are sent, and stand in the case. */
	async list(): Promise<readonly KeptFile[]> {
		const all = await withDatabase(this.#personId, (db) => db.getAll('files'));
		return all.toSorted((one, other) => one.madeAtMs - other.madeAtMs);
	}

	async put(file: KeptFile): Promise<void> {
		await withDatabase(this.#personId, async (db) => {
			const at = db.transaction('files', 'readwrite', STRICT);
			await at.store.put(file);
			await at.done;
		});
	}

	/**
	 * Changes one as it lies here now, and gives it as it is then; null forgets it with its pieces. One
	 * that is gone stays so.
	 */
	change(fileId: string, change: (now: KeptFile) => KeptFile | null): Promise<KeptFile | null> {
		return withDatabase(this.#personId, async (db) => {
			const at = db.transaction(['files', 'fileChunks'], 'readwrite', STRICT);
			const now = await at.objectStore('files').get(fileId);
			const next = now ? change(now) : null;
			if (next) await at.objectStore('files').put(next);
			else {
				await at.objectStore('files').delete(fileId);
				await at.objectStore('fileChunks').delete(piecesOf(fileId));
			}
			await at.done;
			return next;
		});
	}

	/**
	 * Puts it here in the place of its beginning, which goes with its pieces in the same stroke: there is
	 * always one of the two. A beginning that went into another form, or with an order, stays there.
	 */
	async putInsteadOf(beginning: string, file: KeptFile): Promise<void> {
		await withDatabase(this.#personId, async (db) => {
			const at = db.transaction(['files', 'fileChunks'], 'readwrite', STRICT);
			const before = await at.objectStore('files').get(beginning);
			if (before && isBesideInForm(file, before)) {
				await at.objectStore('files').delete(beginning);
				await at.objectStore('fileChunks').delete(piecesOf(beginning));
			}
			await at.objectStore('files').put(file);
			await at.done;
		});
	}

	async putChunk(fileId: string, place: number, sealed: Uint8Array<ArrayBuffer>): Promise<void> {
		await withDatabase(this.#personId, async (db) => {
			const at = db.transaction('fileChunks', 'readwrite', STRICT);
			await at.store.put(sealed, [fileId, place]);
			await at.done;
		});
	}

	/** One piece as it lies here; null where it does not. */
	readChunk(fileId: string, place: number): Promise<Uint8Array<ArrayBuffer> | null> {
		return withDatabase(
			this.#personId,
			async (db) => (await db.get('fileChunks', [fileId, place])) ?? null
		);
	}
}

/** Where the pieces of a file lie. */
export function piecesOf(fileId: string): IDBKeyRange {
	return IDBKeyRange.bound([fileId, 0], [fileId, Infinity]);
}
