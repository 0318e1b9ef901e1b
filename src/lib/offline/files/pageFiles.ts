import type { OrderOf } from '#lib/offline/files/keepFile.ts';
import { holdUpdate } from '#lib/offline/shell/updateHolds.ts';

/** Of files that were to be kept: those that are only on the page still, and what to say of it. */
export interface KeptFiles {
	left: readonly Blob[];
	sentence: string;
}

/** Files of an order that was given: what could not be kept of them, and why. Empty: none can be tried again. */
export interface StuckFiles {
	order: OrderOf;
	files: readonly Blob[];
	sentence: string;
}

/** What one form has in this page: files of what is half written, and those of orders before it. */
export interface FormFiles {
	files: readonly Blob[];
	stuck: readonly StuckFiles[];
}

const NONE: FormFiles = { files: [], stuck: [] };

/**
 * Recordings and pictures that are only in this page, by the name of their form: they outlive a look at
 * another page, and hold a newer version back. What could not be kept stays with the order it came with,
 * and never goes with the next one.
 */
export class PageFiles {
	#forms = new Map<string, FormFiles>();
	#whose: string | null = null;
	readonly #keep: (order: OrderOf, files: readonly Blob[]) => Promise<KeptFiles>;

	constructor(keep: (order: OrderOf, files: readonly Blob[]) => Promise<KeptFiles>) {
		this.#keep = keep;
	}

	/** Whose they are from now on. Of anybody else, and while the device is locked (null), all are let go. */
	useFor(whose: string | null): void {
		if (whose !== null && whose === this.#whose) return;
		this.#whose = whose;
		this.#forms = new Map();
		holdUpdate('files', false);
	}

	/** What that form has. */
	of(form: string): FormFiles {
		return this.#forms.get(form) ?? NONE;
	}

	/**
	 * What puts files with what is half written in that form, and gives what it has then. One that was
	 * taken before all were let go puts nothing: what ends late is of somebody who is here no more.
	 */
	putIn(form: string): (files: readonly Blob[]) => FormFiles {
		const forms = this.#forms;
		return (files) =>
			forms === this.#forms ? this.#change(form, { ...this.of(form), files }) : NONE;
	}

	/** Keeps what was put, with the order that was given. */
	async keepWith(form: string, order: OrderOf): Promise<FormFiles> {
		const { files, stuck } = this.of(form);
		// Of those that nobody takes it was said why.
		const open = stuck.filter((one) => one.files.length > 0);
		this.#change(form, { files: [], stuck: open });
		return this.#try(form, { order, files, sentence: '' });
	}

	/** Tries once more to keep what could not be. */
	tryAgain(form: string, stuck: StuckFiles): Promise<FormFiles> {
		const others = this.of(form).stuck.filter((one) => one !== stuck);
		this.#change(form, { ...this.of(form), stuck: others });
		return this.#try(form, stuck);
	}

	async #try(form: string, { order, files }: StuckFiles): Promise<FormFiles> {
		if (files.length === 0) return this.of(form);
		const forms = this.#forms;
		holdUpdate('files going', true);
		const { left, sentence } = await this.#keep(order, files).finally(() =>
			holdUpdate('files going', false)
		);
		if (sentence === '' || forms !== this.#forms) return this.of(form);
		const { stuck, ...rest } = this.of(form);
		return this.#change(form, { ...rest, stuck: [...stuck, { order, files: left, sentence }] });
	}

	#change(form: string, files: FormFiles): FormFiles {
		this.#forms.set(form, files);
		const isHere = [...this.#forms.values()].some(
			(one) => one.files.length > 0 || one.stuck.some((each) => each.files.length > 0)
		);
		holdUpdate('files', isHere);
		return files;
	}
}
