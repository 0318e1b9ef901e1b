import { timeWords } from '#lib/words/dates.ts';
import { sayRefused } from '#lib/components/staff/views/refused.ts';
import { contentOf, type WrittenAnswer } from '#lib/components/staff/views/answer.ts';
import type { PartNames } from '#lib/words/refusals.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { Stage1AnswerContent } from '#lib/wire/stage1Answer.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';
import { postAction } from '../../../../postAction.ts';

/** How long nobody types before the draft is kept, in milliseconds. */
const KEEP_AFTER_MS = 1200;

/** The answer as somebody else saved it meanwhile. */
export interface Clash {
	version: number;
	savedBy: string;
	savedAt: string;
	content: Stage1AnswerContent | null;
}

interface Came {
	version?: number;
	clash?: Clash;
	refusal?: Refusal | ActRefusal;
	sentence?: string;
}

/** The draft of an answer on the server: keeps it as it is typed, and does what its buttons ask. */
export class KeptAnswer {
	version = $state(0);
	/** 'Draft kept 9.41am', or that it is not. */
	kept = $state('');
	refused = $state('');
	clash = $state.raw<Clash | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving: Promise<boolean> = Promise.resolve(true);
	#isDirty = false;
	readonly #parts: () => PartNames;

	constructor(version: number, parts: () => PartNames) {
		this.version = version;
		this.#parts = parts;
	}

	/** Keeps the draft once nobody has typed for a moment. */
	keepSoon(read: () => WrittenAnswer): void {
		this.#isDirty = true;
		this.kept = 'Not kept yet';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.keepNow(read), KEEP_AFTER_MS);
	}

	/** Keeps the draft now, after whatever is being kept. True where the server has all of it. */
	keepNow(read: () => WrittenAnswer): Promise<boolean> {
		clearTimeout(this.#timer);
		this.#saving = this.#saving.then(() => this.#save(read));
		return this.#saving;
	}

	/** Lets mine stand over theirs, or takes theirs; the caller has put the words right. */
	settle(version: number): void {
		this.version = version;
		this.clash = null;
	}

	/** Does one thing with the answer as it is kept. */
	async act(name: string, values: Readonly<Record<string, string>>): Promise<boolean> {
		const came = await postAction<Came>(`?/${name}`, {
			seenVersion: String(this.version),
			...values
		});
		this.#take(came.data, came.done, came.status);
		return came.done;
	}

	async #save(read: () => WrittenAnswer): Promise<boolean> {
		if (!this.#isDirty) return true;
		if (this.clash) return false;
		this.#isDirty = false;
		const done = await this.act('save', { content: JSON.stringify(contentOf(read())) });
		this.#isDirty ||= !done;
		if (!this.#isDirty) this.kept = `Draft kept ${timeWords(Date.now())}`;
		return done;
	}

	#take(data: Came | undefined, done: boolean, status: number): void {
		if (done && data?.version !== undefined) this.version = data.version;
		this.clash = data?.clash ?? null;
		if (done) this.refused = '';
		else if (data?.refusal) this.refused = sayRefused(data.refusal, this.#parts());
		else if (!this.clash) this.refused = data?.sentence || whyNot(status);
	}
}

function whyNot(status: number): string {
	return status === 401
		? 'You are signed out. Sign in again in another tab, then press the button again. What you wrote is still here.'
		: 'It could not be kept. What you wrote is still here. Try again in a few minutes.';
}
