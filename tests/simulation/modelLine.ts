import type { PushLine } from '#lib/offline/outbox/sendWaiting.ts';
import type { PullLine } from '#lib/offline/outbox/hearChanges.ts';
import { answerItems, takeDeposit } from '#lib/server/sync/protocol/answerItems.ts';
import { answerPull } from '#lib/server/sync/protocol/answerPull.ts';
import type { OtherReply } from '#lib/wire/deviceSync.ts';
import type { Chance } from './chance.ts';
import type { ModelPacked, ModelServer } from './modelServer.ts';
import { Process, type Turns } from './turns.ts';

/** How often in a hundred each of these happens to a request. */
const LOST_ON_THE_WAY = 5;
const ANSWER_LOST = 6;
const CAME_TWICE = 5;
const TOO_LATE = 5;

/** No answer came. */
class NoAnswer extends Error {
	override name = 'NoAnswer';
}

/** How the server's three doors are answered; a fault answers one of them otherwise. */
export interface ServerDoors {
	answerItems: typeof answerItems;
	takeDeposit: typeof takeDeposit;
	answerPull: typeof answerPull<ModelPacked>;
}

export const SERVER_DOORS: ServerDoors = { answerItems, takeDeposit, answerPull };

/** Who sends, and whether anything gets through. */
export interface Sender {
	personId: string;
	deviceId: string;
	isOnline: boolean;
	isSignedIn: boolean;
}

/** The network: it loses, doubles and delays, and knows nothing of what it carries. */
export class ModelLine {
	readonly #server: ModelServer;
	readonly #turns: Turns;
	readonly #chance: Chance;
	readonly #doors: ServerDoors;
	/** Requests carried by nobody's process: they go on when the one who sent them is gone. */
	readonly #network = new Process();
	readonly #open = new Set<(error: Error) => void>();
	/** At the end of a schedule everything gets through, so that all can come to rest. */
	isPerfect = false;

	constructor(
		on: { server: ModelServer; turns: Turns; chance: Chance },
		doors: ServerDoors = SERVER_DOORS
	) {
		this.#server = on.server;
		this.#turns = on.turns;
		this.#chance = on.chance;
		this.#doors = doors;
	}

	/** The server died: nobody who waits will hear. */
	breakOff(): void {
		for (const reject of this.#open) reject(new NoAnswer());
		this.#open.clear();
	}

	/** The line as one tab of this sender meets it. */
	for(tab: Process, sender: Sender): PushLine & PullLine<ModelPacked> {
		const { personId } = sender;
		return {
			push: (sent) =>
				this.#ask(tab, sender, () =>
					this.#ifItMay(sender, () => this.#doors.answerItems(this.#server.ledger(personId), sent))
				),
			deposit: (sent) =>
				this.#ask(tab, sender, async () =>
					this.#server.rows.devices.has(sent.deviceId)
						? this.#doors.takeDeposit(this.#server.deposits(personId, sent.deviceId), sent)
						: { kind: 'signedOut', isOver: false }
				),
			pull: (asked) =>
				this.#ask(tab, sender, () =>
					this.#ifItMay(sender, () => this.#doors.answerPull(this.#server.pack(personId), asked))
				)
		};
	}

	/** Anything else that is asked of the server with a signal, such as to settle what needs somebody. */
	ask<T>(tab: Process, sender: Sender, handle: () => Promise<T>): Promise<T> {
		return this.#ask(tab, sender, handle);
	}

	async #ifItMay<T>(
		{ personId, deviceId, isSignedIn }: Sender,
		handle: () => Promise<T>
	): Promise<T | Extract<OtherReply, { kind: 'signedOut' | 'removed' }>> {
		const isOver = this.#server.disabled.has(personId);
		const device = this.#server.rows.devices.get(deviceId);
		if (device === 'removed') return { kind: 'removed', isKnown: true };
		if (isOver || !isSignedIn) return { kind: 'signedOut', isOver: isOver && device !== undefined };
		return device ? handle() : { kind: 'removed', isKnown: false };
	}

	#ask<T>(tab: Process, sender: Sender, handle: () => Promise<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			const tell = (say: () => void) => void this.#turns.take(tab, say);
			const fail = (error: Error) => tell(() => reject(error));
			void this.#turns.take(this.#network, () => {
				if (!sender.isOnline || this.#happens(LOST_ON_THE_WAY)) return fail(new NoAnswer());
				this.#open.add(fail);
				if (this.#happens(CAME_TWICE)) void this.#turns.take(this.#network, () => void handle());
				if (this.#happens(TOO_LATE)) fail(new NoAnswer());
				void handle().then((reply) => {
					this.#open.delete(fail);
					if (this.#happens(ANSWER_LOST)) fail(new NoAnswer());
					else tell(() => resolve(reply));
				});
			});
		});
	}

	#happens(percent: number): boolean {
		return !this.isPerfect && this.#chance.percent(percent);
	}
}
