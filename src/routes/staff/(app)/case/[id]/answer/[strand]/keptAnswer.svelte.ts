import { contentOf, type WrittenAnswer } from '#lib/components/staff/views/answer.ts';
import { hasArrived, withGiven, type AnswerHere } from '#lib/components/staff/views/answerHere.ts';
import { sayRefused } from '#lib/components/staff/views/refused.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { Stage1AnswerContent } from '#lib/wire/stage1Answer.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';
import { timeWords } from '#lib/words/dates.ts';
import { DRAFT_KEPT_HERE, NEEDS_SIGNAL } from '#lib/words/offline.ts';
import type { PartNames } from '#lib/words/refusals.ts';
import { postAction, type Posted } from '../../../../postAction.ts';

/** How long nobody types before the draft is kept, in milliseconds. */
const KEEP_AFTER_MS = 1200;
/** After no answer came it is tried again so often, in milliseconds, while the page is open. */
const AGAIN_AFTER_MS = 30_000;

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

/** What a draft needs of the page it is written in. */
interface Around {
	/** The path of the answer, without a query: a draft is kept after its page was left, too. */
	path: string;
	strand: Strand;
	version: number;
	given: AnswerHere['given'];
	parts: () => PartNames;
	/** Keeps it on the device until the case has it; null: the case has it. */
	keepHere: (draft: AnswerHere | null) => void;
	/** True once what was kept last lies on a device of their own. */
	isHere: () => Promise<boolean>;
	/** Told each time that the case has all of it. */
	onkept: () => void;
}

/** The draft of an answer: on the device as it is typed, in the case a moment later; and what its buttons ask. */
export class KeptAnswer {
	/** 'Draft kept 9.41am', or where it is until then. */
	kept = $state('');
	refused = $state('');
	clash = $state.raw<Clash | null>(null);
	#version: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving: Promise<boolean> = Promise.resolve(true);
	#isDirty = false;
	#isLeft = false;
	/** What was given to the case without an answer: it may have arrived. */
	#given: readonly Stage1AnswerContent[];
	readonly #around: Around;

	constructor(around: Around) {
		this.#around = around;
		this.#version = around.version;
		this.#given = around.given;
	}

	/** Keeps the draft on the device now, and in the case once nobody has typed for a moment. */
	keepSoon(read: () => WrittenAnswer): void {
		this.#isDirty = true;
		this.kept = 'Not kept yet';
		this.#keepHere(contentOf(read()));
		this.#keepLater(read, KEEP_AFTER_MS);
	}

	/** Keeps the draft now, after whatever is being kept. True where the case has all of it. */
	keepNow(read: () => WrittenAnswer): Promise<boolean> {
		clearTimeout(this.#timer);
		this.#saving = this.#saving.then(() => this.#save(read));
		return this.#saving;
	}

	/** Keeps it as the page is left, and tries no more after that: it lies on the device for the next time. */
	leave(read: () => WrittenAnswer): Promise<boolean> {
		this.#isLeft = true;
		return this.keepNow(read);
	}

	/** Lets mine stand over theirs, or takes theirs; the caller has put the words right. */
	settle(version: number): void {
		this.#version = version;
		this.clash = null;
	}

	/** Takes theirs: nothing of mine is left to keep. */
	takeTheirs(version: number): void {
		this.settle(version);
		this.#isDirty = false;
		this.kept = '';
		this.#around.keepHere(null);
	}

	/** Does one thing with the answer as it is kept. */
	async act(name: string, values: Readonly<Record<string, string>>): Promise<boolean> {
		const came = await this.#post(name, values);
		this.#take(came);
		return came.done;
	}

	/** Says that what was pressed cannot be done, since the case does not have the draft yet. */
	sayNeedsSignal(): void {
		if (!this.clash) this.refused ||= NEEDS_SIGNAL;
	}

	#keepLater(read: () => WrittenAnswer, afterMs: number): void {
		clearTimeout(this.#timer);
		if (!this.#isLeft) this.#timer = setTimeout(() => void this.keepNow(read), afterMs);
	}

	async #save(read: () => WrittenAnswer): Promise<boolean> {
		if (!this.#isDirty) return true;
		if (this.clash) return false;
		this.#isDirty = false;
		const content = contentOf(read());
		const came = await this.#giveDraft(content);
		this.#isDirty ||= !came.done;
		if (isNoAnswer(came)) this.#keepLater(read, AGAIN_AFTER_MS);
		if (came.status === 0 && (await this.#around.isHere())) {
			this.kept = DRAFT_KEPT_HERE;
			return false;
		}
		this.#take(came);
		// What was typed meanwhile goes on from what the case has now.
		if (this.#isDirty) this.#keepHere(contentOf(read()));
		if (this.#isDirty) return came.done;
		this.#around.keepHere(null);
		this.kept = `Draft kept ${timeWords(Date.now())}`;
		this.#around.onkept();
		return true;
	}

	/** What was given before and may have arrived is this person's own, and no clash. */
	async #giveDraft(content: Stage1AnswerContent): Promise<Posted<Came>> {
		const before = { version: this.#version, given: this.#given };
		this.#given = withGiven(this.#given, content);
		this.#keepHere(content);
		await this.#around.isHere();
		const came = await this.#post('save', { content: JSON.stringify(content) });
		if (came.status !== 0) this.#given = [];
		const clash = came.data?.clash;
		if (!clash || !hasArrived(this.#around.strand, before, clash)) return came;
		this.#version = clash.version;
		return this.#giveDraft(content);
	}

	#keepHere(content: Stage1AnswerContent): void {
		this.#around.keepHere({ content, version: this.#version, given: this.#given });
	}

	#post(name: string, values: Readonly<Record<string, string>>): Promise<Posted<Came>> {
		const address = `${this.#around.path}?/${name}`;
		return postAction<Came>(address, { seenVersion: String(this.#version), ...values });
	}

	#take({ data, done, status }: Posted<Came>): void {
		if (done && data?.version !== undefined) this.#version = data.version;
		this.clash = data?.clash ?? null;
		if (done) this.refused = '';
		else if (data?.refusal) this.refused = sayRefused(data.refusal, this.#around.parts());
		else if (!this.clash) this.refused = data?.sentence || whyNot(status);
	}
}

/** It did not come through, or something broke there: neither is for ever. */
function isNoAnswer({ status }: Posted<Came>): boolean {
	return status === 0 || status >= 500;
}

function whyNot(status: number): string {
	return status === 401
		? 'You are signed out. Sign in again in another tab, then press the button again. What you wrote is still here.'
		: 'It could not be kept. What you wrote is still here. Try again in a few minutes.';
}
