import { createServer, type Socket } from 'node:net';

/** How the scripted scanner behaves. `close` ends the connection with no answer. */
export type ClamdPart = 'honest' | 'limit' | 'silent' | 'close' | 'halfClose' | 'nonsense';

/** A stand-in for ClamAV's `clamd` that speaks its protocol and plays the part a test gives it. */
export interface FakeClamd {
	host: string;
	port: number;
	play(part: ClamdPart): void;
	/** What was streamed to it, a file an entry. */
	seen: Buffer[];
	close(): Promise<void>;
}

/** The test file of the virus scanners, in two halves so that no scanner trips over this one. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS'}-TEST-FILE!$H+H*`;

/** Starts one on a free port of this machine. It finds EICAR, and nothing else. */
export async function startFakeClamd(port = 0): Promise<FakeClamd> {
	let part: ClamdPart = 'honest';
	const seen: Buffer[] = [];
	const sockets = new Set<Socket>();
	const server = createServer({ allowHalfOpen: true }, (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => undefined);
		let held = Buffer.alloc(0);
		const file: Buffer[] = [];
		let isStream = false;
		socket.on('data', (chunk: Buffer) => {
			if (part === 'silent') return;
			if (part === 'close') return void socket.destroy();
			if (part === 'halfClose') return void socket.end();
			held = Buffer.concat([held, chunk]);
			if (!isStream) {
				const ends = held.indexOf('\0');
				if (ends < 0) return;
				const command = held.toString('latin1', 0, ends);
				held = held.subarray(ends + 1);
				if (command === 'zPING') return void socket.end('PONG\0');
				if (command !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
				isStream = true;
			}
			if (part === 'nonsense') return void socket.end('what?\0');
			while (held.length >= 4) {
				const length = held.readUInt32BE(0);
				if (length === 0) return finish();
				if (part === 'limit') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
				if (held.length < 4 + length) return;
				file.push(held.subarray(4, 4 + length));
				held = held.subarray(4 + length);
			}
		});
		function finish() {
			const bytes = Buffer.concat(file);
			seen.push(bytes);
			socket.end(bytes.includes(EICAR) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
		}
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		host: '127.0.0.1',
		port: address.port,
		play: (next) => {
			part = next;
		},
		seen,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
