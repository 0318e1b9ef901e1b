import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib';

/** More than any page or case comes to: what unpacks to more was none. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * What is packed in a file of a browser's folder, unpacked: by zlib, gzip and brotli as it came over
 * the line, and by snappy as its databases keep it. What only looked packed is left out.
 */
export function* unpackedIn(file: Buffer): Generator<Buffer> {
	yield* startingWith(file, [0x1f, 0x8b, 0x08], (part) =>
		gunzipSync(part, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES })
	);
	for (const level of [0x01, 0x5e, 0x9c, 0xda]) {
		yield* startingWith(file, [0x78, level], (part) =>
			inflateSync(part, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES })
		);
	}
	// A large value of IndexedDB.
	yield* startingWith(file, [0xff, 0x11, 0x02], (part) => unsnap(part.subarray(3)));
	const body = bodyOfCacheEntry(file);
	const unpacked =
		body && attempt(() => brotliDecompressSync(body, { maxOutputLength: MOST_BYTES }));
	if (unpacked) yield unpacked;
	yield* blocksOfTable(file);
}

function* startingWith(
	file: Buffer,
	magic: readonly number[],
	unpack: (part: Buffer) => Buffer | null
): Generator<Buffer> {
	const start = Buffer.from(magic);
	for (let at = file.indexOf(start); at !== -1; at = file.indexOf(start, at + 1)) {
		const unpacked = attempt(() => unpack(file.subarray(at)));
		if (unpacked && unpacked.length > 0) yield unpacked;
	}
}

/** What a file of Chromium's HTTP cache holds behind its address; null of another file. */
function bodyOfCacheEntry(file: Buffer): Buffer | null {
	if (file.length < 24 || file.readBigUInt64LE(0) !== 0xfcfb6d1ba7725c30n) return null;
	return file.subarray(24 + file.readUInt32LE(12));
}

/** The blocks of a table of LevelDB, unpacked where they are packed; none of another file. */
function* blocksOfTable(file: Buffer): Generator<Buffer> {
	const footer = file.subarray(-48);
	if (footer.length < 48 || footer.readBigUInt64LE(40) !== 0xdb4775248b80fb57n) return;
	const reader = new Reader(footer);
	reader.handle();
	const index = blockAt(file, reader.handle());
	if (!index) return;
	for (const handle of handlesIn(index)) {
		const block = blockAt(file, handle);
		if (block) yield block;
	}
}

interface Handle {
	offset: number;
	size: number;
}

function blockAt(file: Buffer, { offset, size }: Handle): Buffer | null {
	const block = file.subarray(offset, offset + size);
	return file[offset + size] === 1 ? attempt(() => unsnap(block)) : block;
}

/** The values of an index block: where the other blocks are. */
function handlesIn(index: Buffer): Handle[] {
	const restarts = index.readUInt32LE(index.length - 4);
	const end = index.length - 4 * (restarts + 1);
	const reader = new Reader(index);
	const handles: Handle[] = [];
	while (reader.at < end) {
		reader.number();
		const keyBytes = reader.number();
		const valueBytes = reader.number();
		reader.at += keyBytes;
		handles.push(new Reader(index.subarray(reader.at, reader.at + valueBytes)).handle());
		reader.at += valueBytes;
	}
	return handles;
}

class Reader {
	at = 0;
	readonly #bytes: Buffer;

	constructor(bytes: Buffer) {
		this.#bytes = bytes;
	}

	/** Seven bits a byte, the lowest first. */
	number(): number {
		let value = 0;
		for (let scale = 1; ; scale *= 128) {
			const byte = this.#bytes.readUInt8((this.at += 1) - 1);
			value += (byte & 127) * scale;
			if (byte < 128) return value;
		}
	}

	handle(): Handle {
		return { offset: this.number(), size: this.number() };
	}
}

/** Unpacks snappy; null where it breaks off. */
function unsnap(packed: Buffer): Buffer | null {
	const reader = new Reader(packed);
	const length = reader.number();
	if (length > MOST_BYTES) return null;
	const out = Buffer.alloc(length);
	let written = 0;
	while (written < length) {
		const tag = packed.readUInt8(reader.at);
		reader.at += 1;
		const kind = tag & 3;
		if (kind === 0) {
			const isLong = tag >> 2 >= 60;
			const extra = isLong ? (tag >> 2) - 59 : 0;
			const count = (isLong ? packed.readUIntLE(reader.at, extra) : tag >> 2) + 1;
			reader.at += extra;
			packed.copy(out, written, reader.at, reader.at + count);
			reader.at += count;
			written += count;
			continue;
		}
		const count = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
		const bytes = [0, 1, 2, 4][kind] ?? 0;
		const low = packed.readUIntLE(reader.at, bytes);
		const back = kind === 1 ? ((tag >> 5) << 8) + low : low;
		reader.at += bytes;
		if (back === 0 || back > written) return null;
		for (let each = 0; each < count; each += 1, written += 1) {
			out[written] = out[written - back] ?? 0;
		}
	}
	return out;
}

function attempt<T>(act: () => T): T | null {
	try {
		return act();
	} catch {
		return null;
	}
}
