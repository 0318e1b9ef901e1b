import type { Fetch } from '#lib/offline/server.ts';
import { makeSealKeyPair, type SealKeyPair } from '#lib/server/keys/sealKeyPair.ts';
import { openToServer } from '#lib/server/sync/openOrder.ts';
import {
	chunkSealing,
	FILE_SEALED_FOR,
	headBoundTo,
	type FileBegun,
	type FileHead,
	type FileReply
} from '#lib/wire/deviceFile.ts';
import type { ItemPush } from '#lib/wire/deviceSync.ts';
import type { ServerSealKey } from '#lib/wire/sealedOrder.ts';
import { fromBase64Url } from '#lib/wire/sealedOrder.ts';
import type { PushedCommand } from '#lib/wire/sync.ts';

const EPOCH = 'now';
const AT = '2026-11-02T10:00:00Z';

interface Came {
	begun: FileBegun;
	pieces: Uint8Array<ArrayBuffer>[];
}

/**
 * The doors of a server for orders that begin something, and for files that go with them, in memory. It
 * takes one order for each thing that is begun, and a file only after its order.
 */
export class ServerOfFiles {
	hasSignal = true;
	/** The rules say no to every order. */
	refuses = false;
	/** Told before a request goes, and after it was carried out. Throws: it breaks off there. */
	step: () => void = () => undefined;
	readonly sealKey: ServerSealKey;
	readonly #pair: SealKeyPair;
	/** What each order began. */
	readonly orders = new Map<string, string>();
	readonly #files = new Map<string, Came>();

	private constructor(pair: SealKeyPair) {
		this.#pair = pair;
		this.sealKey = { keyId: 'key', publicKey: pair.publicKey };
	}

	static async open(): Promise<ServerOfFiles> {
		return new ServerOfFiles(await makeSealKeyPair());
	}

	readonly fetch: Fetch = async (path, init) => {
		this.step();
		if (!this.hasSignal) throw new TypeError('Failed to fetch');
		const reply = await this.#answer(path, init?.body);
		this.step();
		return new Response(JSON.stringify(reply), { status: reply === null ? 500 : 200 });
	};

	/** What is whole here: what is in it, and what its order began. It opens for that order alone. */
	async whole(): Promise<{ said: string; complaintId: string }[]> {
		const opened = await Promise.all([...this.#files.values()].map((came) => this.#open(came)));
		return opened.filter((one) => one !== null);
	}

	async #answer(path: string, body: unknown): Promise<unknown> {
		const door = new URL(path, 'http://localhost');
		const asked = (): unknown => JSON.parse(String(body));
		switch (door.pathname) {
			case '/api/sync/me':
				return {};
			case '/api/sync/push': {
				const { commands } = asked() as { commands: readonly PushedCommand[] };
				return { results: commands.map((command) => this.#carryOut(command)) };
			}
			case '/api/sync/items': {
				const { epoch, items } = asked() as ItemPush;
				if (epoch !== EPOCH) return { kind: 'otherEpoch', epoch: EPOCH };
				const answers = items.map((item) => {
					const { commandId } = item;
					return this.#carryOut(item).done
						? { commandId, outcome: 'applied', place: this.orders.size }
						: { commandId, outcome: 'setAside', place: 0, because: 'clash', refusal: null };
				});
				return { kind: 'answered', epoch: EPOCH, durable: 0, at: AT, answers };
			}
			case '/api/sync/pack': {
				const nothing = { settled: [], cases: [], forget: [], isMore: false, granted: null };
				return { kind: 'changes', epoch: EPOCH, durable: 0, at: AT, ...nothing };
			}
			case '/api/sync/files':
				return this.#begin(asked() as FileBegun);
			case '/api/sync/files/chunk': {
				const came = this.#files.get(door.searchParams.get('file') ?? '');
				if (came?.pieces.length === Number(door.searchParams.get('at'))) {
					came.pieces.push(body as Uint8Array<ArrayBuffer>);
				}
				return came ? standingOf(came) : { kind: 'unknown' };
			}
			default:
				return null;
		}
	}

	/** What was begun by one order is not begun by another. */
	#carryOut({ commandId, complaintId }: Pick<PushedCommand, 'commandId' | 'complaintId'>) {
		const isTaken = [...this.orders].some(
			([id, begun]) => id !== commandId && begun === complaintId
		);
		if (isTaken || this.refuses)
			return { commandId, done: false, refusal: { code: 'idAlreadyUsed' } };
		this.orders.set(commandId, complaintId);
		return { commandId, done: true, version: 1 };
	}

	#begin(begun: FileBegun): FileReply {
		if (this.orders.get(begun.commandId) !== begun.complaintId) return { kind: 'later' };
		const came = this.#files.get(begun.fileId) ?? { begun, pieces: [] };
		this.#files.set(begun.fileId, came);
		return standingOf(came);
	}

	async #open({ begun, pieces }: Came): Promise<{ said: string; complaintId: string } | null> {
		const { fileId, chunkCount, complaintId } = begun;
		if (pieces.length < chunkCount) return null;
		const use = { info: FILE_SEALED_FOR, aad: headBoundTo(begun) };
		const head = await openToServer(begun.head, use, () => Promise.resolve(this.#pair.privateKey));
		if (!head) throw new Error('A head does not open for the order that it came with.');
		const raw = fromBase64Url((head.value as FileHead).key);
		const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
		const opened = pieces.map((piece, place) =>
			crypto.subtle.decrypt(chunkSealing(fileId, place, chunkCount), key, piece)
		);
		return { said: await new Blob(await Promise.all(opened)).text(), complaintId };
	}
}

function standingOf({ begun, pieces }: Came): FileReply {
	if (pieces.length < begun.chunkCount) return { kind: 'at', next: pieces.length };
	return { kind: 'taken', epoch: EPOCH, place: 7, durable: 0, at: AT };
}
