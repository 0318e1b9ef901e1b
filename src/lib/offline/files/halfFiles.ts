import type { EnrolledPerson } from '#lib/offline/device/ownDevice.ts';
import type { OwnKey } from '#lib/offline/device/ownKey.ts';
import { FileDisk } from '#lib/offline/files/fileDisk.ts';
import { letGo, sortOf, writeDown, type OrderOf } from '#lib/offline/files/keepFile.ts';
import { goWith, takenNow, type HalfWritten, type KeptFile } from '#lib/offline/files/keptFile.ts';
import { newFileKey, openChunk, sealHead, sealPieces } from '#lib/offline/files/sealFile.ts';
import { isDatabaseThere } from '#lib/offline/unlock/readable.ts';
import type { FileHead } from '#lib/wire/deviceFile.ts';
import { toBase64Url } from '#lib/wire/sealedOrder.ts';

/** A form, and what it would begin: an id that the form made for it, so that each filling has its own. */
export interface InForm {
	form: string;
	complaintId: string;
}

/** A recording or a picture that lies here in a form. `file` is null where it cannot be opened any more. */
export interface HalfFile {
	fileId: string;
	complaintId: string;
	sort: KeptFile['sort'];
	file: Blob | null;
}

/** A place for one file that is to come: its key is sealed already, so that a lock loses none of it. */
export interface FilePlace {
	fileId: string;
	raw: Uint8Array<ArrayBuffer>;
	own: Uint8Array<ArrayBuffer>;
	/** Under which id its beginning lies here, which goes as it comes; null or absent: none does. */
	insteadOf?: string | null;
}

/** A place for what is to come, whose key is sealed before the device can be locked; null where it is. */
export async function placeOn(halves: HalfFiles | null): Promise<FilePlace | null> {
	return (await halves?.place().catch(() => null)) ?? null;
}

/**
 * Recordings and pictures in forms that are not given yet, on the disk of an open device: sealed under the
 * person's own key, and there again after a lock or a killed browser. They stand as drafts do.
 */
export class HalfFiles {
	readonly #person: EnrolledPerson;
	readonly #key: OwnKey;
	readonly #disk: FileDisk;

	constructor(person: EnrolledPerson, key: OwnKey, disk: FileDisk = new FileDisk(person.personId)) {
		this.#person = person;
		this.#key = key;
		this.#disk = disk;
	}

	/** A place for one file. Rejects on a locked device. */
	async place(): Promise<FilePlace> {
		const fileId = crypto.randomUUID();
		const raw = newFileKey();
		return { fileId, raw, own: await this.#key.seal(this.#placeOf(fileId), toBase64Url(raw)) };
	}

	/**
	 * Keeps a file that was put into a form, or all that there is of it so far. False where the disk
	 * refused, or did not keep it.
	 */
	async keep(place: FilePlace, inForm: InForm, file: Blob): Promise<boolean> {
		const { fileId, own, insteadOf = null } = place;
		const { form, complaintId } = inForm;
		try {
			// Taken away meanwhile: writing would make it anew.
			if ((await isDatabaseThere(this.#person.personId)) === false) return false;
			const { chunkCount, chunk } = await sealPieces(place, file);
			const row: KeptFile = {
				...{ fileId, complaintId, commandId: '', head: '', chunkCount, byteSize: file.size },
				...{ epoch: null, madeAtMs: takenNow(), sort: sortOf(file) },
				state: { at: 'halfWritten', form, type: file.type, own }
			};
			await writeDown(this.#disk, row, { chunk, insteadOf });
			return true;
		} catch {
			await letGo(this.#disk, fileId);
			return false;
		}
	}

	/** All that lie in the form of that name, as they were taken; also those of an earlier filling of it. */
	async read(form: string): Promise<readonly HalfFile[]> {
		const found: HalfFile[] = [];
		for (const row of await this.#disk.list()) {
			if (row.state.at !== 'halfWritten' || row.state.form !== form) continue;
			const { fileId, complaintId, sort } = row;
			found.push({ fileId, complaintId, sort, file: await this.#open(row, row.state) });
		}
		return found;
	}

	/** The names of the forms that any lie in. */
	async forms(): Promise<readonly string[]> {
		const rows = await this.#disk.list();
		return rows.flatMap(({ state }) => (state.at === 'halfWritten' ? state.form : []));
	}

	/** It was taken out of its form. One that goes with an order already stays. */
	async forget(fileId: string): Promise<void> {
		await this.#disk.change(fileId, (now) => (now.state.at === 'halfWritten' ? null : now));
	}

	/** Its person put it into another filling of its form. */
	async move(fileId: string, complaintId: string): Promise<void> {
		await this.#changeHalf(fileId, (now, { promised: _, ...state }) => ({
			...{ ...now, complaintId, state }
		}));
	}

	/**
	 * Notes that these are about to be given with an order, sealed to the server for it, before anybody has
	 * the order. One that is in another form, or cannot be opened, is left out. Rejects where the disk does.
	 */
	async promise(order: OrderOf, fileIds: readonly string[]): Promise<void> {
		for (const row of await this.#disk.list()) {
			const { fileId, byteSize, complaintId, state } = row;
			const isOf = fileIds.includes(fileId) && complaintId === order.complaintId;
			if (!isOf || state.at !== 'halfWritten') continue;
			const opened = await this.#openHead(fileId, state, byteSize);
			if (!opened) continue;
			const head = await sealHead(this.#person.sealKey, { fileId, ...order }, opened);
			const promise = { commandId: order.commandId, head };
			await this.#changeHalf(fileId, (now, was) => {
				if (now.complaintId !== order.complaintId) return now;
				const others = was.promised?.filter(({ commandId }) => commandId !== order.commandId);
				return { ...now, state: { ...was, promised: [...(others ?? []), promise] } };
			});
		}
	}

	/** Whether it goes with that order, or is not in that form any more: nobody has to keep it once more. */
	async goesWith(fileId: string, order: OrderOf): Promise<boolean> {
		const row = (await this.#disk.list()).find((one) => one.fileId === fileId);
		if (row?.state.at !== 'halfWritten') return true;
		const isPromised = goWith(row, order.commandId) !== row;
		return row.complaintId !== order.complaintId || isPromised;
	}

	async #changeHalf(
		fileId: string,
		change: (now: KeptFile, state: HalfWritten) => KeptFile
	): Promise<void> {
		await this.#disk.change(fileId, (now) =>
			now.state.at === 'halfWritten' ? change(now, now.state) : now
		);
	}

	async #openHead(
		fileId: string,
		{ own }: HalfWritten,
		byteSize: number
	): Promise<FileHead | null> {
		const opened = await this.#key.open(this.#placeOf(fileId), own);
		return opened && { key: opened.value as string, byteSize };
	}

	async #open(row: KeptFile, state: HalfWritten): Promise<Blob | null> {
		const { fileId, chunkCount, byteSize } = row;
		const opened = await this.#openHead(fileId, state, byteSize);
		if (!opened) return null;
		const pieces: ArrayBuffer[] = [];
		for (let place = 0; place < chunkCount; place += 1) {
			const sealed = await this.#disk.readChunk(fileId, place);
			const piece = sealed && (await openChunk(opened, { fileId, place, chunkCount }, sealed));
			if (!piece) return null;
			pieces.push(piece);
		}
		return new Blob(pieces, { type: state.type });
	}

	#placeOf(fileId: string) {
		return { store: 'files', id: fileId, personId: this.#person.personId } as const;
	}
}
