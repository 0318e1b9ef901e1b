import { holdUpdate } from '#lib/offline/shell/updateHolds.ts';
import { isSameForm, type KeptDrafts } from '#lib/offline/unlock/drafts.ts';
import { OpenForms, type OpenForm } from '#lib/offline/unlock/openForms.ts';

/** What a person has half written in the forms of the app, while they look at another page. */
export class Drafts {
	#all: Readonly<Record<string, unknown>> = {};
	#kept: KeptDrafts | null = null;
	readonly #openForms = new OpenForms(
		typeof navigator === 'undefined' ? undefined : navigator.locks
	);
	readonly #formsWithFiles: () => Promise<readonly string[]>;

	/** Told which forms have recordings or pictures on the device, also without a word beside them. */
	constructor(formsWithFiles: () => Promise<readonly string[]>) {
		this.#formsWithFiles = formsWithFiles;
	}

	/**
	 * What is half written is kept on the device from now on, and what lies there is here again when
	 * this resolves. Null: it is only in this page, and what was in it is forgotten.
	 */
	async use(kept: KeptDrafts | null): Promise<void> {
		this.#kept = kept;
		this.#all = {};
		// A disk that cannot be read says so at the first thing that is to be kept.
		await this.#read(kept);
	}

	/**
	 * Opens a form in this window: under its own name, or under another where a further window has it
	 * open, with what is half written there. `wanted` is one of several, as somebody chose.
	 */
	async open(form: string, wanted?: string): Promise<OpenForm> {
		const kept = this.#kept;
		if (!kept) return { name: form, others: [], close: () => undefined };
		await this.save();
		await this.#read(kept);
		const opened = await this.#openForms.open({
			...{ personId: kept.personId, form, wanted },
			halfWritten: [...this.#names(), ...(await this.#formsWithFiles())],
			settled: () => kept.save()
		});
		// Until it was this window's, another may have written in it.
		await this.#read(kept);
		return opened;
	}

	/** What is half written under that name; null where nothing is. */
	of<Draft>(name: string): Draft | null {
		return (this.#all[name] as Draft | undefined) ?? null;
	}

	/**
	 * Keeps what is half written: on a device that is theirs and open until it is sent, else until the
	 * app is closed. Null forgets it, and so does a form that is as nobody has touched it: `untouched`.
	 */
	keep(name: string, draft: unknown, untouched?: unknown): void {
		const isUntouched = isSameForm(draft, untouched);
		if (isUntouched && this.#all[name] === undefined) return;
		const half = isUntouched ? null : (draft ?? null);
		this.#kept?.keep(name, half);
		// Its ids are there before the first recording that goes with it: found again, they belong together.
		if (half && this.#all[name] === undefined) void this.#kept?.save();
		this.#all = { ...this.#all, [name]: half ?? undefined };
		holdUpdate('drafts', this.#names().length > 0);
	}

	/** Saves now what is half written; true where it lies on the device, and so outlives the app. */
	async keepNow(): Promise<boolean> {
		await this.save();
		return this.#kept?.isSaved ?? false;
	}

	/** Ends once all that was half written until now is on the disk, or was refused there. */
	async save(): Promise<void> {
		await this.#kept?.save();
	}

	#names(): readonly string[] {
		return Object.keys(this.#all).filter((name) => this.#all[name] !== undefined);
	}

	async #read(kept: KeptDrafts | null): Promise<void> {
		const found = await kept?.read().catch(() => null);
		if (found && kept === this.#kept) this.#all = found;
	}
}
