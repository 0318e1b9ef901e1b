import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';

/** What becomes of the parts of a form, as they arrive. */
export interface PartTaker {
	/** No field is longer than this. */
	largestFieldBytes: number;
	/** A field, whole; null where it is too long. */
	field(name: string, words: string | null): void;
	/** A file begins. Its name is empty where none was chosen. */
	file(name: string, fileName: string): FileSink;
}

/** What takes a file. `write` is called as its bytes arrive; the rest of the form waits for `end`. */
export interface FileSink {
	write(chunk: Buffer): void;
	end(): void | Promise<void>;
}

/** The body is not the form that its head says it is. */
export class FormBroken extends Error {
	override name = 'FormBroken';
}

const LARGEST_HEAD_BYTES = 16 * 1024;
const MOST_HEAD_LINES = 20;
const MOST_PARTS = 200;
/** A browser that sends nothing for so long has gone. */
const IDLE_MS = 30_000;

/**
 * Reads a form of type multipart/form-data part by part, without ever holding more of a file than
 * the piece that came. Throws `FormBroken`, or what `taker` threw; by then nothing is under way.
 *
 * Source: RFC 7578, RFC 2046 5.1.
 */
export async function readParts(request: Request, taker: PartTaker): Promise<void> {
	const parts = new PartsComing(request, taker);
	try {
		await pipeline(chunksOf(request), parts.parser);
	} catch (cause) {
		parts.fail(new FormBroken('The form could not be read', { cause }));
	}
	await parts.settled();
}

async function* chunksOf(request: Request): AsyncGenerator<Buffer> {
	const reader = request.body?.getReader();
	if (!reader) return;
	for (;;) {
		const { done, value } = await inTime(reader.read());
		if (done) return;
		yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
	}
}

async function inTime<Value>(reading: Promise<Value>): Promise<Value> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new FormBroken('Nothing came any more')), IDLE_MS);
	});
	try {
		return await Promise.race([reading, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** One form under way: fields are handed on as they come, files one after the other. */
class PartsComing {
	readonly parser: BusboyInstance;
	readonly #taker: PartTaker;
	readonly #files: Readable[] = [];
	#inTurn: Promise<void> = Promise.resolve();
	#failure: unknown = null;

	constructor(request: Request, taker: PartTaker) {
		this.#taker = taker;
		this.parser = this.#openParser(request);
		this.parser.on('field', (name, words, _, isCut) => {
			this.#attempt(() => taker.field(name, isCut ? null : words));
		});
		this.parser.on('file', (name, stream, fileName) => this.#file(name, stream, fileName));
		this.parser.on('partsLimit', () => this.fail(new FormBroken('Too many parts')));
		this.parser.on('error', (cause) => this.fail(new FormBroken('Not a form', { cause })));
	}

	/** The first thing that is wrong ends it. */
	fail(cause: unknown): void {
		if (this.#failure !== null) return;
		this.#failure = cause;
		for (const stream of this.#files) stream.destroy();
		this.parser.destroy();
	}

	/** Waits until nothing is under way any more, then throws what was wrong. */
	async settled(): Promise<void> {
		await this.#inTurn;
		if (this.#failure !== null) throw this.#failure;
	}

	#openParser(request: Request): BusboyInstance {
		try {
			return new Busboy({
				headers: { 'content-type': request.headers.get('content-type') ?? '' },
				preservePath: true,
				limits: {
					fieldSize: this.#taker.largestFieldBytes,
					headerPairs: MOST_HEAD_LINES,
					headerSize: LARGEST_HEAD_BYTES,
					parts: MOST_PARTS
				},
				isPartAFile: (name, _, fileName) => {
					if (name === undefined) this.fail(new FormBroken('A part without a name'));
					return fileName !== undefined;
				}
			});
		} catch (cause) {
			throw new FormBroken('No boundary', { cause });
		}
	}

	/** Browsers write a quote in a name as %22. */
	#file(name: string, stream: Readable, fileName: string): void {
		// Its end is heard by whoever reads it, which may only come to it after another file.
		stream.on('error', () => undefined);
		this.#files.push(stream);
		this.#inTurn = this.#inTurn
			.then(() => this.#readInto(stream, name, fileName.replaceAll('%22', '"')))
			.catch((cause: unknown) => this.fail(cause));
	}

	async #readInto(stream: Readable, name: string, fileName: string): Promise<void> {
		if (this.#failure !== null) return;
		const sink = this.#taker.file(name, fileName);
		for await (const chunk of stream) sink.write(chunk as Buffer);
		await sink.end();
	}

	#attempt(act: () => void): void {
		try {
			act();
		} catch (cause) {
			this.fail(cause);
		}
	}
}
