import type { Chance } from './chance.ts';

/** Something that can be killed: a tab, or the server's process. What it waits for never comes. */
export class Process {
	isAlive = true;
}

interface Waiting {
	process: Process;
	isReady: () => boolean;
	take: () => void;
}

/**
 * Everything that waits for a disk, a line or a database waits here for its turn. Chance picks whose
 * it is, so that each `await` of the code under test is a place where others go first, or where it
 * is killed.
 */
export class Turns {
	readonly #chance: Chance;
	#waiting: Waiting[] = [];

	constructor(chance: Chance) {
		this.#chance = chance;
	}

	/** Does `effect` when its turn comes and, until `isReady`, not before. */
	take<T>(process: Process, effect: () => T, isReady: () => boolean = () => true): Promise<T> {
		return new Promise<T>((resolve, reject) => {
			if (!process.isAlive) return;
			const take = () => {
				try {
					resolve(effect());
				} catch (error) {
					reject(error as Error);
				}
			};
			this.#waiting.push({ process, isReady, take });
		});
	}

	/** Nothing that this process waited for happens any more. */
	kill(process: Process): void {
		process.isAlive = false;
		this.#waiting = this.#waiting.filter((each) => each.process !== process);
	}

	/** Lets one of those waiting have its turn; false where none is ready. */
	async step(): Promise<boolean> {
		const ready = this.#waiting.filter((each) => each.isReady());
		if (ready.length === 0) return false;
		const chosen = this.#chance.pick(ready);
		this.#waiting.splice(this.#waiting.indexOf(chosen), 1);
		chosen.take();
		await settled();
		return true;
	}

	/** Lets everyone have their turn until nobody waits. */
	async drain(): Promise<void> {
		while (await this.step());
	}
}

/** After everything that follows from what just happened, up to the next wait. */
function settled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
