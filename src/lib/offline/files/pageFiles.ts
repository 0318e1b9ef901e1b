import type { FormFiles, KeptFiles, StuckFiles } from '#lib/offline/files/formFiles.ts';
import { GrowingFiles, type Grows } from '#lib/offline/files/growing.ts';
import {
	placeOn,
	type FilePlace,
	type HalfFile,
	type HalfFiles,
	type InForm
} from '#lib/offline/files/halfFiles.ts';
import type { OrderOf } from '#lib/offline/files/keepFile.ts';
import { holdUpdate } from '#lib/offline/shell/updateHolds.ts';

const NONE: FormFiles = { files: [], isOnlyHere: false, stuck: [], left: [] };

/**
 * Recordings and pictures of the forms in this page. On an open device each is kept there as it is put in
 * (`HalfFiles`), and found there again; else they are only in this page, outlive a look at another one, and
 * hold a newer version back. Each belongs to one filling of its form. What could not be kept stays with the
 * order it came with, and never goes with the next one.
 */
export class PageFiles {
	/** By filling; what is stuck by form. */
	#fillings = new Map<string, readonly Blob[]>();
	#stuck = new Map<string, readonly StuckFiles[]>();
	#left = new Map<string, readonly HalfFile[]>();
	#whose: string | null = null;
	#halves: HalfFiles | null = null;
	/** Under which id each lies on the device. */
	#ids = new WeakMap<Blob, string>();
	/** What is being written down there. */
	#coming = new WeakSet<Blob>();
	#growing = new GrowingFiles();
	/** Ends when all that was put in or taken out until now is so on the disk too. */
	#writing: Promise<unknown> = Promise.resolve();
	readonly #keep: (order: OrderOf, files: readonly Blob[]) => Promise<KeptFiles>;

	constructor(keep: (order: OrderOf, files: readonly Blob[]) => Promise<KeptFiles>) {
		this.#keep = keep;
	}

	/**
	 * Whose they are from now on, and where they are kept; null: only in this page. Of anybody else, and
	 * while the device is locked (no person), all in the page are let go.
	 */
	useFor(whose: string | null, halves: HalfFiles | null = null): void {
		const isSame = whose !== null && whose === this.#whose;
		// A device that is only now somebody’s own keeps what comes; what came before is in the page.
		this.#halves = halves;
		if (isSame) return;
		// What holds a newer version back may be of another desk, where nothing was in this one.
		const hadAny = this.#fillings.size > 0 || this.#stuck.size > 0;
		this.#whose = whose;
		this.#fillings = new Map();
		this.#stuck = new Map();
		this.#left = new Map();
		this.#growing.dropEnded();
		if (hadAny) holdUpdate('files', false);
	}

	/** Whether what is put into a form is kept on the device at once. */
	get keepsAtOnce(): boolean {
		return this.#halves !== null;
	}

	/** The names of the forms that anything lies in on the device. A disk that cannot be read has none. */
	async formsOnDevice(): Promise<readonly string[]> {
		return (await this.#halves?.forms().catch(() => [])) ?? [];
	}

	/** What that form has. */
	of({ form, complaintId }: InForm): FormFiles {
		const files = this.#fillings.get(nameOf({ form, complaintId })) ?? [];
		const isOnlyHere = files.some((file) => !this.#ids.has(file) && !this.#coming.has(file));
		const stuck = this.#stuck.get(form) ?? [];
		return { files, isOnlyHere, stuck, left: this.#left.get(form) ?? [] };
	}

	/** What that form has, with what lies on the device. A disk that cannot be read has nothing. */
	async find(inForm: InForm): Promise<FormFiles> {
		const { form, complaintId } = inForm;
		const [halves, fillings] = [this.#halves, this.#fillings];
		// In its turn: what is written meanwhile would be there and not be known.
		const read = await this.#inTurn(() => halves?.read(form).catch(() => null));
		if (fillings !== this.#fillings) return NONE;
		if (!read) return this.of(inForm);
		const found = read.filter(({ fileId }) => !this.#growing.isBeginning(fileId));
		const here = this.of(inForm).files.filter((file) => {
			const fileId = this.#ids.get(file);
			// Taken out, or given, in another window.
			return fileId === undefined || found.some((one) => one.fileId === fileId);
		});
		const known = new Set(here.map((file) => this.#ids.get(file)));
		const more: Blob[] = [];
		const left: HalfFile[] = [];
		for (const half of found) {
			if (half.complaintId !== complaintId || !half.file) left.push(half);
			else if (!known.has(half.fileId)) {
				this.#ids.set(half.file, half.fileId);
				more.push(half.file);
			}
		}
		this.#left.set(form, left);
		// From before the device was theirs, or from when it had no room.
		const onlyHere = here.filter((file) => !this.#ids.has(file) && !this.#coming.has(file));
		for (const file of onlyHere) this.#put(halves, placeOn(halves), { inForm, file, fillings });
		void this.#writing.then(() => this.#hold());
		return this.#change(inForm, [...more, ...here]);
	}

	/**
	 * What puts files with what is half written in that form, and gives what it has then; `told` hears once
	 * they lie on the device. One that was taken before a lock puts nothing in the page, where somebody else
	 * may be by then; what ends as the device locks is still kept there.
	 */
	putIn(
		inForm: InForm,
		told: (now: FormFiles) => void = () => undefined
	): (files: readonly Blob[]) => FormFiles {
		const [fillings, halves] = [this.#fillings, this.#halves];
		const known = new WeakSet<Blob>();
		let place = placeOn(halves);
		return (files) => {
			const isHere = fillings === this.#fillings;
			const before = isHere ? this.of(inForm).files : [];
			for (const file of before) known.add(file);
			for (const file of files) {
				if (known.has(file) || this.#ids.has(file)) continue;
				known.add(file);
				this.#put(halves, place, { inForm, file, fillings });
				place = placeOn(halves);
			}
			for (const file of before) if (!files.includes(file)) this.#takeOut(halves, file);
			if (!isHere) return NONE;
			const now = this.#change(inForm, files);
			void this.#writing.then(() => {
				if (fillings === this.#fillings) told(this.#change(inForm, this.of(inForm).files));
			});
			return now;
		};
	}

	/**
	 * What writes what is being recorded in that form down as it runs, so that a killed browser loses the
	 * last seconds of it. It is no file of the form until it ended and was put in.
	 */
	growIn(inForm: InForm): Grows {
		return this.#growing.growIn(inForm, this.#halves, (work) => void this.#inTurn(work));
	}

	/** Under which ids the files of that form lie on the device, once all that was put in does. */
	async idsIn(inForm: InForm): Promise<readonly string[]> {
		await this.#writing;
		return this.of(inForm).files.flatMap((file) => this.#ids.get(file) ?? []);
	}

	/** Keeps what was put, with the order that was given. What lay on the device goes by itself. */
	async keepWith(inForm: InForm, order: OrderOf): Promise<FormFiles> {
		const { files, stuck } = this.of(inForm);
		const [fillings, halves] = [this.#fillings, this.#halves];
		// Of those that nobody takes it was said why.
		const open = stuck.filter((one) => one.files.length > 0);
		this.#stuck.set(inForm.form, open);
		this.#change(inForm, []);
		const rest: Blob[] = [];
		for (const file of files) {
			const fileId = this.#ids.get(file);
			const goes = fileId && (await halves?.goesWith(fileId, order).catch(() => false));
			if (!goes) rest.push(file);
		}
		if (fillings !== this.#fillings) return NONE;
		return this.#try(inForm, { order, files: rest, sentence: '' });
	}

	/** Tries once more to keep what could not be. */
	tryAgain(inForm: InForm, stuck: StuckFiles): Promise<FormFiles> {
		const others = this.of(inForm).stuck.filter((one) => one !== stuck);
		this.#stuck.set(inForm.form, others);
		this.#hold();
		return this.#try(inForm, stuck);
	}

	/** A person says that one of an earlier filling belongs to this one. */
	async moveHere(inForm: InForm, { fileId }: HalfFile): Promise<FormFiles> {
		await this.#halves?.move(fileId, inForm.complaintId).catch(() => undefined);
		return this.find(inForm);
	}

	/** A person says that one of an earlier filling is not to be kept. */
	async forgetLeft(inForm: InForm, { fileId }: HalfFile): Promise<FormFiles> {
		await this.#halves?.forget(fileId).catch(() => undefined);
		return this.find(inForm);
	}

	/** Ends when all that was put in or taken out until now is so on the disk too. */
	async settled(): Promise<void> {
		await this.#writing;
	}

	async #try(inForm: InForm, { order, files }: StuckFiles): Promise<FormFiles> {
		if (files.length === 0) return this.of(inForm);
		const [fillings, halves] = [this.#fillings, this.#halves];
		holdUpdate('files going', true);
		const { left, sentence } = await this.#keep(order, files).finally(() =>
			holdUpdate('files going', false)
		);
		// Kept with its order now, it is in its form no more.
		for (const file of files) if (!left.includes(file)) this.#takeOut(halves, file);
		await this.#writing;
		if (sentence === '' || fillings !== this.#fillings) return this.of(inForm);
		const stuck = this.#stuck.get(inForm.form) ?? [];
		this.#stuck.set(inForm.form, [...stuck, { order, files: left, sentence }]);
		this.#hold();
		return this.of(inForm);
	}

	/** The sealing has begun as this returns, so that it also ends where the device is locked. */
	#put(
		halves: HalfFiles | null,
		place: Promise<FilePlace | null>,
		{ inForm, file, fillings }: { inForm: InForm; file: Blob; fillings: unknown }
	): void {
		if (!halves) return;
		this.#coming.add(file);
		const growing = this.#growing.endedAs(file);
		void this.#inTurn(async () => {
			const found = await place;
			const insteadOf = growing?.fileId ?? null;
			const isKept = found && (await halves.keep({ ...found, insteadOf }, inForm, file));
			if (isKept) this.#ids.set(file, found.fileId);
			// Else this page has the whole of it, until that is gone.
			if (isKept || fillings !== this.#fillings) this.#growing.drop(growing);
			this.#coming.delete(file);
		});
	}

	#takeOut(halves: HalfFiles | null, file: Blob): void {
		const growing = this.#growing.endedAs(file);
		void this.#inTurn(async () => {
			const fileId = this.#ids.get(file) ?? growing?.fileId;
			if (fileId) await halves?.forget(fileId).catch(() => undefined);
			this.#growing.drop(growing);
		});
	}

	/** Once all that was put in or taken out until now is so on the disk too. The work never rejects. */
	#inTurn<Done>(work: () => Done | Promise<Done>): Promise<Done> {
		const done = this.#writing.then(work);
		this.#writing = done;
		return done;
	}

	#change(inForm: InForm, files: readonly Blob[]): FormFiles {
		this.#fillings.set(nameOf(inForm), files);
		this.#hold();
		return this.of(inForm);
	}

	/** What is only in this page holds a newer version back. */
	#hold(): void {
		const inForms = [...this.#fillings.values()].flat();
		const stuck = [...this.#stuck.values()].flat();
		const isHere =
			inForms.some((file) => !this.#ids.has(file)) || stuck.some(({ files }) => files.length > 0);
		holdUpdate('files', isHere);
	}
}

function nameOf({ form, complaintId }: InForm): string {
	return `${form} ${complaintId}`;
}
