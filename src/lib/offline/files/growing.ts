import { placeOn, type HalfFiles, type InForm } from '#lib/offline/files/halfFiles.ts';

/** What writes a recording that is under way in a form down as it runs. */
export interface Grows {
	/** All that there is of it so far, from its beginning. */
	soFar(sound: Blob): void;
	/** It has ended: this is the whole of it, which is put into the form next. */
	ended(whole: Blob): void;
}

/** A recording that is written down as it runs. */
export interface Growing {
	/** Under which id its beginning lies on the device, or did last; null where none of it does. */
	fileId: string | null;
	hasEnded: boolean;
}

/** Does that once all that was begun before it is done. */
type InTurn = (work: () => Promise<void>) => void;

/**
 * Recordings that are under way in the forms of this page, or were and could not be kept. What lies on the
 * device of one is no file of its form as long as this page has the rest: that would be a voice twice. It is
 * one once the browser was killed.
 */
export class GrowingFiles {
	readonly #all = new Set<Growing>();
	readonly #byWhole = new WeakMap<Blob, Growing>();

	/** For the recordings in that form, one after the other. With no place on a device nothing is written. */
	growIn(inForm: InForm, halves: HalfFiles | null, inTurn: InTurn): Grows {
		let growing: Growing | null = null;
		let next: Blob | null = null;
		const write = async () => {
			const [now, sound] = [growing, next];
			next = null;
			// It ended meanwhile, or what came after that is written already.
			if (!halves || !now || !sound) return;
			const place = await placeOn(halves);
			if (!place) return;
			const isKept = await halves.keep({ ...place, insteadOf: now.fileId }, inForm, sound);
			if (isKept) now.fileId = place.fileId;
		};
		return {
			soFar: (sound) => {
				growing ??= this.#begin();
				// On a slow disk only the last is written.
				const isAwaited = next !== null;
				next = sound;
				if (!isAwaited) inTurn(write);
			},
			ended: (whole) => {
				if (growing) this.#end(growing, whole);
				growing = null;
				next = null;
			}
		};
	}

	/** Whether only the beginning of a recording lies there, and this page has the rest. */
	isBeginning(fileId: string): boolean {
		return [...this.#all].some((one) => one.fileId === fileId);
	}

	/** The recording that this file is the whole of, if it was written down as it ran. */
	endedAs(file: Blob): Growing | null {
		return this.#byWhole.get(file) ?? null;
	}

	/** This page has no more of it than the device has. */
	drop(one: Growing | null): void {
		if (one) this.#all.delete(one);
	}

	/** The page lets go of all that ended. What is under way still ends. */
	dropEnded(): void {
		for (const one of this.#all) if (one.hasEnded) this.#all.delete(one);
	}

	#begin(): Growing {
		const one: Growing = { fileId: null, hasEnded: false };
		this.#all.add(one);
		return one;
	}

	#end(one: Growing, whole: Blob): void {
		one.hasEnded = true;
		this.#byWhole.set(whole, one);
	}
}
