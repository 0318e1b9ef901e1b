import { holdUpdate } from '#lib/offline/shell/updateHolds.ts';
import { isSameForm, type KeptDrafts } from './drafts.ts';
import { formOf, freeName, isNameOf, OpenForms, type OpenForm } from './openForms.ts';

/** How long a form waits for what is given from the same one, or is left of it, in milliseconds. */
const WAIT_FOR_LAST_MS = 3_000;

/**
 * One a window, for whatever part of the app is drawn in it: a form that was left for a page of another part
 * is held for a moment still, and is its own as somebody comes back to it.
 */
const FORMS_HERE = new OpenForms(typeof navigator === 'undefined' ? undefined : navigator.locks);

/** A form that is open in this window, with what is half written in it. It serves whoever opened it, and nobody after them. */
export interface HalfWritten {
	/** Under which name it is half written. */
	readonly name: string;
	/** Under which names more of that form is half written here, and open in no window. */
	readonly others: readonly string[];
	/** What is half written; null where nothing is. */
	draft: <Draft>() => Draft | null;
	/**
	 * Keeps what is half written: on a device that is theirs and open until it is sent, else until the
	 * app is closed. Null forgets it, and so does a form that is as nobody has touched it: `untouched`.
	 */
	keep: (draft: unknown, untouched?: unknown) => void;
	/** Saves it now; true where it lies on the device, and so outlives the app. */
	keepNow: () => Promise<boolean>;
	/** It is being given: until that ends, nobody else opens it. */
	during: <Done>(giving: Promise<Done>) => Promise<Done>;
	/** The form was left. Ends once its name is free for the next one in this window. */
	close: () => Promise<void>;
}

/** What is half written under one name, as a list of all shows it. */
export interface HalfWrittenHere {
	name: string;
	form: string;
	/** Null where only recordings or pictures lie in it. */
	draft: unknown;
	hasFiles: boolean;
}

/** What a person has half written in the forms of the app, while they look at another page. */
export class Drafts {
	#all: Readonly<Record<string, unknown>> = {};
	#kept: KeptDrafts | null = null;
	/** What is being given, by the name it was written under. */
	readonly #giving = new Map<Promise<unknown>, string>();
	/** What is being left in this window, by its form. */
	readonly #leaving = new Map<Promise<void>, string>();
	/** Under which names forms are open in this window. */
	readonly #open = new Set<string>();
	readonly #formsWithFiles: () => Promise<readonly string[]>;

	/** Told which forms have recordings or pictures on the device, also without a word beside them. */
	constructor(formsWithFiles: () => Promise<readonly string[]>) {
		this.#formsWithFiles = formsWithFiles;
	}

	/**
	 * What is half written is kept on the device from now on, and what lies there is here again when
	 * this resolves. Null: it is only in this page, and what was in it is forgotten. `takesAlong`: what was
	 * only in this page is theirs, and lies on the device with the rest.
	 */
	async use(kept: KeptDrafts | null, { takesAlong = false } = {}): Promise<void> {
		const inPage = kept && takesAlong && !this.#kept ? Object.entries(this.#all) : [];
		this.#kept = kept;
		this.#take({});
		// A disk that cannot be read says so at the first thing that is to be kept.
		await this.#read(kept);
		for (const [form, draft] of inPage) {
			if (kept === this.#kept && draft) this.#keep(freeName(form, this.#names()), draft, null);
		}
	}

	/**
	 * Opens a form in this window: under its own name, or under another where a further window has it
	 * open, with what is half written there. `wanted` is one of several, as somebody chose.
	 */
	async open(form: string, wanted?: string): Promise<HalfWritten> {
		const kept = this.#kept;
		await this.#untilLastIsGone(form);
		const opened = kept ? await this.#openOn(kept, form, wanted) : onlyHere(form);
		this.#open.add(opened.name);
		// Until it was this window's, another may have written in it.
		await this.#read(kept);
		return {
			...this.named(opened.name, kept),
			others: opened.others,
			close: () => {
				this.#open.delete(opened.name);
				void kept?.save().then(() => this.#sayHeld());
				this.#sayHeld();
				return opened.close();
			}
		};
	}

	/**
	 * Leaves a form, also one that is still being opened. The next one in this window waits for it: a page
	 * that is drawn twice in a row would find its own form taken, and begin another beside it.
	 */
	leave(form: string, opening: Promise<HalfWritten>): void {
		const left = opening.then(({ close }) => close());
		this.#leaving.set(left, form);
		void left.finally(() => this.#leaving.delete(left));
	}

	/** What is half written under that name now, for whoever the app is open to now. */
	named(name: string, kept: KeptDrafts | null = this.#kept): Omit<HalfWritten, 'close' | 'others'> {
		// Whoever opened it may be locked out by then, and somebody else be here.
		const isTheirs = () => kept === this.#kept;
		return {
			name,
			draft: <Draft>() => (isTheirs() ? ((this.#all[name] as Draft | undefined) ?? null) : null),
			keep: (draft, untouched) => {
				if (isTheirs()) this.#keep(name, draft, untouched);
			},
			keepNow: async () => {
				await kept?.save();
				return kept?.isSaved ?? false;
			},
			during: (giving) => {
				this.#giving.set(giving, name);
				const ended = () => this.#giving.delete(giving);
				void giving.then(ended, ended);
				return giving;
			}
		};
	}

	/** All that is half written now, in any window. Of whoever the app was open to, nothing later. */
	async all(): Promise<readonly HalfWrittenHere[]> {
		const kept = this.#kept;
		await kept?.save();
		await this.#read(kept);
		const withFiles = new Set(await this.#formsWithFiles());
		if (kept !== this.#kept) return [];
		return [...new Set([...this.#names(), ...withFiles])].map((name) => {
			const draft = this.#all[name] ?? null;
			return { name, form: formOf(name), draft, hasFiles: withFiles.has(name) };
		});
	}

	/** Ends once all that was half written until now is on the disk, or was refused there. */
	async save(): Promise<void> {
		await this.#kept?.save();
	}

	async #openOn(kept: KeptDrafts, form: string, wanted: string | undefined): Promise<OpenForm> {
		await kept.save();
		await this.#read(kept);
		return FORMS_HERE.open({
			...{ personId: kept.personId, form, wanted },
			halfWritten: [...this.#names(), ...(await this.#formsWithFiles())],
			given: (name) => this.#allGiven((one) => one === name),
			settled: async () => {
				await kept.save();
				return kept.isSaved;
			}
		});
	}

	#keep(name: string, draft: unknown, untouched: unknown): void {
		const isUntouched = isSameForm(draft, untouched);
		if (isUntouched && this.#all[name] === undefined) return;
		const half = isUntouched ? null : (draft ?? null);
		this.#kept?.keep(name, half);
		// Its ids are there before the first recording that goes with it: found again, they belong together.
		if (half && this.#all[name] === undefined) void this.#kept?.save();
		this.#take({ ...this.#all, [name]: half ?? undefined });
	}

	/** What is given may be long on its way: then the form opens beside it. */
	async #untilLastIsGone(form: string): Promise<void> {
		const left = [...this.#leaving].flatMap(([one, of]) => (of === form ? [one] : []));
		const given = this.#allGiven((name) => isNameOf(form, name));
		const isGone = Promise.all([given, ...left]);
		await Promise.race([isGone, new Promise((late) => setTimeout(late, WAIT_FOR_LAST_MS))]);
	}

	async #allGiven(isMeant: (name: string) => boolean): Promise<void> {
		const meant = [...this.#giving].filter(([, name]) => isMeant(name));
		await Promise.allSettled(meant.map(([giving]) => giving));
	}

	#names(): readonly string[] {
		return Object.keys(this.#all).filter((name) => this.#all[name] !== undefined);
	}

	async #read(kept: KeptDrafts | null): Promise<void> {
		const found = await kept?.read().catch(() => null);
		if (found && kept === this.#kept) this.#take(found);
	}

	#take(all: Readonly<Record<string, unknown>>): void {
		this.#all = all;
		this.#sayHeld();
	}

	/** What lies on the device outlives a newer version; what somebody is writing, or is only here, holds it. */
	#sayHeld(): void {
		const kept = this.#kept;
		const isHeld = this.#names().some((name) => !kept?.isSaved || this.#open.has(name));
		holdUpdate('drafts', isHeld);
	}
}

/** Nothing of it is on a device, and no other window sees it. */
function onlyHere(form: string): OpenForm {
	return { name: form, others: [], close: () => Promise.resolve() };
}
