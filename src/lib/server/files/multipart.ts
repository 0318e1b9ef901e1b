/** One part of a form as it arrives: a field, or a file where it has a file name. */
export interface PartHead {
	name: string;
	/** Null for a field. Empty where no file was chosen. */
	fileName: string | null;
}

/** What takes a part. `write` is called as its bytes arrive; the next read waits for it. */
export interface PartSink {
	write(chunk: Buffer): void;
	end(): void | Promise<void>;
}

/** The body is not the form that its head says it is. */
export class FormBroken extends Error {
	override name = 'FormBroken';
}

const LARGEST_HEAD_BYTES = 16 * 1024;
const MOST_PARTS = 200;
/** A browser that sends nothing for so long has gone. */
const IDLE_MS = 30_000;

/**
 * Reads a form of type multipart/form-data part by part, without ever holding more than one
 * piece of it. `open` says what becomes of each part. Throws `FormBroken`.
 *
 * Source: RFC 7578, RFC 2046 5.1.
 */
export async function readParts(
	request: Request,
	open: (head: PartHead) => PartSink
): Promise<void> {
	const body = new FormBytes(chunksOf(request), boundaryOf(request));
	await body.skipToFirst();
	for (let count = 0; await body.hasNext(); count += 1) {
		if (count >= MOST_PARTS) throw new FormBroken('Too many parts');
		const sink = open(readHead(await body.readHead()));
		await body.readInto(sink);
		await sink.end();
	}
}

function boundaryOf(request: Request): string {
	const type = request.headers.get('content-type') ?? '';
	const found = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
		type
	);
	const boundary = found?.[1] ?? found?.[2];
	if (!boundary) throw new FormBroken('No boundary');
	return boundary;
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

/** Browsers write a quote in a name as %22, and a line break as %0D%0A. */
function readHead(text: string): PartHead {
	const line = text.split('\r\n').find((one) => /^content-disposition:/i.test(one)) ?? '';
	const name = /;\s*name="([^"]*)"/i.exec(line)?.[1];
	if (name === undefined) throw new FormBroken('A part without a name');
	const fileName = /;\s*filename="([^"]*)"/i.exec(line)?.[1] ?? null;
	return { name, fileName: fileName?.replaceAll('%22', '"') ?? null };
}

/** The bytes of a form, with its delimiters found as they come. */
class FormBytes {
	#held: Buffer = Buffer.from('\r\n');
	readonly #chunks: AsyncGenerator<Buffer>;
	readonly #delimiter: Buffer;

	constructor(chunks: AsyncGenerator<Buffer>, boundary: string) {
		this.#chunks = chunks;
		this.#delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
	}

	async skipToFirst(): Promise<void> {
		await this.readInto({ write: () => undefined, end: () => undefined });
	}

	/** After a delimiter: two dashes end the form, a line break begins a part. */
	async hasNext(): Promise<boolean> {
		while (this.#held.length < 2) await this.#more();
		const mark = this.#take(2).toString('latin1');
		if (mark === '--') return false;
		if (mark !== '\r\n') throw new FormBroken('A delimiter without its end');
		return true;
	}

	async readHead(): Promise<string> {
		for (;;) {
			const end = this.#held.indexOf('\r\n\r\n');
			if (end >= 0 && end <= LARGEST_HEAD_BYTES) {
				const head = this.#take(end).toString('utf8');
				this.#take(4);
				return head;
			}
			if (this.#held.length > LARGEST_HEAD_BYTES) throw new FormBroken('A head too long');
			await this.#more();
		}
	}

	/** Hands on everything up to the next delimiter, and takes the delimiter away. */
	async readInto(sink: PartSink): Promise<void> {
		for (;;) {
			const place = this.#held.indexOf(this.#delimiter);
			if (place >= 0) {
				sink.write(this.#take(place));
				this.#take(this.#delimiter.length);
				return;
			}
			const safe = this.#held.length - this.#delimiter.length + 1;
			if (safe > 0) sink.write(this.#take(safe));
			await this.#more();
		}
	}

	#take(count: number): Buffer {
		const taken = this.#held.subarray(0, count);
		this.#held = this.#held.subarray(count);
		return taken;
	}

	async #more(): Promise<void> {
		const { done, value } = await this.#chunks.next();
		if (done) throw new FormBroken('The form ends too early');
		this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
	}
}
