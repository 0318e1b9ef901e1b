/** Somebody waiting for their words to be looked up. */
export interface Waiter {
	/** The visitor's cookie, hashed; null where the browser keeps none. */
	visitor: string | null;
	/** The network address. Only for whose turn is next: nobody is refused by it. */
	address: string;
}

interface Waiting extends Waiter {
	go: (mayGo: boolean) => void;
}

/** How long a check counts against whose turn is next. */
const REMEMBERED_MS = 60_000;
/** With more than this waiting, the one who would wait longest is told to try again later. */
const MOST_WAITING = 2_000;

/**
 * Lets one check through at a time, at the pace that `pace` gives.
 *
 * Next is whoever's address, and then whoever's browser, had the fewest checks in the last
 * minute, and of those the one who waits longest. So a flood from a few places waits behind a
 * child who comes once, and the child does not wait behind the flood.
 */
export class GuessQueue {
	readonly #waiting: Waiting[] = [];
	readonly #recent: { keys: readonly string[]; at: number }[] = [];
	readonly #counts = new Map<string, number>();
	readonly #pace: (waiter: Waiter) => Promise<void>;
	readonly #now: () => number;
	#isRunning = false;

	/** `pace` resolves when the next check may be made; it is asked for one at a time. */
	constructor(pace: (waiter: Waiter) => Promise<void>, now: () => number) {
		this.#pace = pace;
		this.#now = now;
	}

	/** Resolves when it is this one's turn: true, or false where too many wait before them. */
	async waitForTurn(waiter: Waiter): Promise<boolean> {
		const turn = new Promise<boolean>((go) => this.#waiting.push({ ...waiter, go }));
		if (this.#waiting.length > MOST_WAITING) this.#take('last').go(false);
		if (!this.#isRunning) void this.#run();
		return turn;
	}

	async #run(): Promise<void> {
		this.#isRunning = true;
		while (this.#waiting.length > 0) {
			const next = this.#take('first');
			try {
				await this.#pace(next);
				this.#remember(next);
				next.go(true);
			} catch {
				// The pace is kept in the database; without it there is nothing to check against.
				next.go(false);
			}
		}
		this.#isRunning = false;
	}

	#take(which: 'first' | 'last'): Waiting {
		this.#forget();
		let best = 0;
		this.#waiting.forEach((one, index) => {
			const before = this.#compare(one, this.#waiting[best]!);
			if (which === 'first' ? before < 0 : before >= 0) best = index;
		});
		return this.#waiting.splice(best, 1)[0]!;
	}

	#compare(one: Waiter, other: Waiter): number {
		return (
			this.#countOf(addressKey(one)) - this.#countOf(addressKey(other)) ||
			this.#countOf(visitorKey(one)) - this.#countOf(visitorKey(other))
		);
	}

	#countOf(key: string): number {
		return this.#counts.get(key) ?? 0;
	}

	#remember(waiter: Waiter): void {
		const keys = [addressKey(waiter), visitorKey(waiter)];
		this.#recent.push({ keys, at: this.#now() });
		for (const key of keys) this.#counts.set(key, this.#countOf(key) + 1);
	}

	#forget(): void {
		while (this.#recent[0] && this.#recent[0].at < this.#now() - REMEMBERED_MS) {
			for (const key of this.#recent.shift()!.keys) {
				const left = this.#countOf(key) - 1;
				if (left > 0) this.#counts.set(key, left);
				else this.#counts.delete(key);
			}
		}
	}
}

function addressKey({ address }: Waiter): string {
	return `address ${address}`;
}

function visitorKey({ visitor }: Waiter): string {
	return `visitor ${visitor ?? 'without a cookie'}`;
}
