import { connect, type Socket } from 'node:net';

/**
 * What the virus check said of some bytes. `notScanned`: nothing is known, so the file waits;
 * `limit` is the scanner's own size limit (StreamMaxLength).
 */
export type Scanned =
	| { scan: 'clean' }
	| { scan: 'found'; name: string }
	| { scan: 'notScanned'; because: 'away' | 'timeOut' | 'brokenOff' | 'limit' | 'error' };

/** Looks for viruses in some bytes. It never throws: what goes wrong is `notScanned`. */
export type FileScanner = (bytes: Uint8Array) => Promise<Scanned>;

/** Where `clamd` listens. */
export interface ClamdPlace {
	host: string;
	port: number;
	/** How long one file may take, from connecting to the answer. */
	timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;
const PING_TIMEOUT_MS = 3_000;
const CHUNK_BYTES = 64 * 1024;
const LONGEST_REPLY = 4_096;

/** A scanner that asks `clamd` over TCP by INSTREAM, a connection a file. */
export function clamdScanner(place: ClamdPlace): FileScanner {
	return async (bytes) => {
		const reply = await ask(place, (socket) => sendStream(socket, bytes));
		if (reply.reply === 'none') return { scan: 'notScanned', because: reply.because };
		return readReply(reply.words);
	};
}

/** Whether `clamd` answers at that place. */
export async function isClamdThere(place: ClamdPlace): Promise<boolean> {
	const reply = await ask({ ...place, timeoutMs: PING_TIMEOUT_MS }, async (socket) => {
		await write(socket, Buffer.from('zPING\0'));
	});
	return reply.reply === 'words' && reply.words === 'PONG';
}

function readReply(words: string): Scanned {
	if (words === 'stream: OK') return { scan: 'clean' };
	const found = /^stream: (.+) FOUND$/.exec(words);
	if (found) return { scan: 'found', name: found[1] ?? '' };
	if (/size limit exceeded/i.test(words)) return { scan: 'notScanned', because: 'limit' };
	return { scan: 'notScanned', because: 'error' };
}

/** Each chunk with its length before it, in four bytes, the greatest first; none ends the stream. */
async function sendStream(socket: Socket, bytes: Uint8Array): Promise<void> {
	await write(socket, Buffer.from('zINSTREAM\0'));
	for (let place = 0; place < bytes.byteLength; place += CHUNK_BYTES) {
		const chunk = bytes.subarray(place, place + CHUNK_BYTES);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(chunk.byteLength);
		await write(socket, Buffer.concat([length, chunk]));
	}
	await write(socket, Buffer.alloc(4));
}

type Reply =
	{ reply: 'words'; words: string } | { reply: 'none'; because: 'away' | 'timeOut' | 'brokenOff' };

function ask(
	{ host, port, timeoutMs = TIMEOUT_MS }: ClamdPlace,
	send: (socket: Socket) => Promise<void>
): Promise<Reply> {
	return new Promise((resolve) => {
		const socket = connect({ host, port });
		let words = '';
		let isConnected = false;
		const end = (reply: Reply) => {
			clearTimeout(timer);
			socket.destroy();
			resolve(reply);
		};
		const timer = setTimeout(() => end({ reply: 'none', because: 'timeOut' }), timeoutMs);
		const breakOff = () => end({ reply: 'none', because: isConnected ? 'brokenOff' : 'away' });
		socket.setEncoding('latin1');
		socket.on('connect', () => {
			isConnected = true;
			// A refused stream (too large) is answered while we still write: the answer counts, not
			// the broken pipe.
			send(socket).catch(() => undefined);
		});
		socket.on('data', (more: string) => {
			words += more;
			const ends = words.indexOf('\0');
			if (ends >= 0) end({ reply: 'words', words: words.slice(0, ends).trim() });
			else if (words.length > LONGEST_REPLY) breakOff();
		});
		socket.on('end', breakOff);
		socket.on('close', breakOff);
		// A close follows each error, after what was still to be read.
		socket.on('error', () => undefined);
	});
}

/** Writes, and waits while the other side does not keep up. */
function write(socket: Socket, bytes: Buffer): Promise<void> {
	return new Promise((resolve, reject) => {
		socket.write(bytes, (error) => (error ? reject(error) : resolve()));
	});
}
