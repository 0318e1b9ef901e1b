/** How long after a form was left its name is still held: what it writes last is on the disk by then. */
const LET_GO_AFTER_MS = 1_000;

/** A form that is open in this window, under a name that no other window writes under. */
export interface OpenForm {
	/** Under which name what is half written in it is kept. */
	name: string;
	/** Under which names more of that form is half written here, and open in no window. */
	others: readonly string[];
	/**
	 * The form was left; its name is free again once what was written in it is given, and on the disk. Ends
	 * once it is free for this window.
	 */
	close: () => Promise<void>;
}

/** Which form is to be opened, and whose. */
export interface FormAsked {
	personId: string;
	form: string;
	/** Under which names anything is half written on the device. */
	halfWritten: readonly string[];
	/**
	 * The name that somebody chose of several; else the one that this window had last, or the first that
	 * is half written and open nowhere.
	 */
	wanted?: string | undefined;
	/** Ends once nothing that was written under that name is being given any more. */
	given: (name: string) => Promise<void>;
	/** Tries to have all that was half written until now on the disk; false where it is not there. */
	settled: () => Promise<boolean>;
}

interface Held {
	isOpen: boolean;
	/** Its form was left, and what was written in it is being given. */
	isLeft: boolean;
	/** Ends once the browser has let it go. */
	letGo: () => Promise<unknown>;
}

/**
 * The forms that are open in this window. The same form may be half written in several windows of one
 * browser: in the first under its own name, in each further one under a name with a number, so that none of
 * them writes over what another keeps, nor deletes it as its own is sent. A window that is closed or killed
 * holds nothing, and what was half written in it is found by the next one that opens the form.
 */
export class OpenForms {
	readonly #locks: LockManager | undefined;
	readonly #held = new Map<string, Held>();
	/** What is on its way to be free: asked for in the same moment, it would still be taken. */
	readonly #goes = new Map<string, Promise<unknown>>();
	/** By form, what this window had open last: after a lock it goes on with its own. */
	readonly #last = new Map<string, string>();

	/** Without locks, in an old browser or where they fail, no window knows of another. */
	constructor(locks: LockManager | undefined) {
		this.#locks = locks;
	}

	/** Opens the form under a name that no other window holds. */
	async open(asked: FormAsked): Promise<OpenForm> {
		const { personId, form, wanted } = asked;
		const begun = [...new Set(asked.halfWritten)].filter((name) => isNameOf(form, name));
		begun.sort((one, other) => (placeOf(form, one) ?? 0) - (placeOf(form, other) ?? 0));
		const last = begun.find((name) => name === this.#last.get(lockOf(personId, form)));
		const chosen = begun.find((name) => name === wanted);
		for (const name of [chosen, last, ...begun]) {
			if (name !== undefined && (await this.#hold(personId, name))) {
				return this.#opened(asked, name, begun);
			}
		}
		let place = 1;
		while (!(await this.#hold(personId, nameAt(form, place)))) place += 1;
		return this.#opened(asked, nameAt(form, place), begun);
	}

	async #opened(
		{ personId, form, ...asked }: FormAsked,
		name: string,
		begun: readonly string[]
	): Promise<OpenForm> {
		this.#last.set(lockOf(personId, form), name);
		const locks = await this.#locks?.query().catch(() => null);
		const taken = new Set(locks?.held?.map((lock) => lock.name));
		const isFree = (one: string) => {
			const here = this.#held.get(lockOf(personId, one));
			return here ? !here.isOpen : !taken.has(lockOf(personId, one));
		};
		const others = begun.filter((one) => one !== name && isFree(one));
		return { name, others, close: () => this.#close(personId, name, asked) };
	}

	async #hold(personId: string, name: string): Promise<boolean> {
		const lock = lockOf(personId, name);
		const here = this.#held.get(lock);
		if (here?.isOpen) return false;
		if (here) {
			here.isOpen = true;
			return true;
		}
		await this.#goes.get(lock);
		const letGo = await tryToHold(this.#locks, lock);
		if (letGo) this.#held.set(lock, { isOpen: true, isLeft: false, letGo });
		return letGo !== null;
	}

	async #close(
		personId: string,
		name: string,
		{ given, settled }: Pick<FormAsked, 'given' | 'settled'>
	): Promise<void> {
		const held = this.#held.get(lockOf(personId, name));
		if (!held?.isOpen || held.isLeft) return;
		held.isLeft = true;
		// What is on its way is forgotten under this name once it is there.
		await given(name);
		held.isOpen = held.isLeft = false;
		this.#letGoLater(lockOf(personId, name), held, settled);
	}

	#letGoLater(lock: string, held: Held, settled: () => Promise<boolean>): void {
		setTimeout(() => {
			void settled().then((isOnDisk) => {
				// Opened again in this window meanwhile, it is still held.
				if (held.isOpen || this.#held.get(lock) !== held) return;
				// What is only in this page would be written over what another window writes.
				if (!isOnDisk) return this.#letGoLater(lock, held, settled);
				this.#held.delete(lock);
				const gone = held.letGo().finally(() => this.#goes.delete(lock));
				this.#goes.set(lock, gone);
			});
		}, LET_GO_AFTER_MS);
	}
}

/** What lets the name go again; null where another window holds it. */
function tryToHold(locks: LockManager | undefined, name: string): Promise<Held['letGo'] | null> {
	const nothingToLetGo = () => Promise.resolve();
	if (!locks) return Promise.resolve(nothingToLetGo);
	return new Promise((resolve) => {
		const ended = locks.request(name, { ifAvailable: true }, (lock) => {
			if (!lock) return resolve(null);
			return new Promise<void>((letGo) => {
				resolve(() => {
					letGo();
					return ended;
				});
			});
		});
		ended.catch(() => resolve(nothingToLetGo));
	});
}

/** The first has the form's own name: what a version before this one kept is found there. */
function nameAt(form: string, place: number): string {
	return place === 1 ? form : `${form}~${place}`;
}

/** The first of the names of that form that nothing is half written under. */
export function freeName(form: string, halfWritten: readonly string[]): string {
	let place = 1;
	while (halfWritten.includes(nameAt(form, place))) place += 1;
	return nameAt(form, place);
}

/** Whether that form may be half written under that name, in any window. */
export function isNameOf(form: string, name: string): boolean {
	return placeOf(form, name) !== null;
}

/** The form that may be half written under that name. */
export function formOf(name: string): string {
	return name.replace(/~\d+$/, '');
}

/** Which of the names of that form it is, from 1; null for none. */
function placeOf(form: string, name: string): number | null {
	if (name === form) return 1;
	const place = name.startsWith(`${form}~`) ? Number(name.slice(form.length + 1)) : NaN;
	return Number.isInteger(place) && place > 1 ? place : null;
}

function lockOf(personId: string, name: string): string {
	return `say-so form ${personId} ${name}`;
}
