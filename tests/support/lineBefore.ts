import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** A line in front of a server: it can be slow, hold files back, and change what the server said. */
export interface LineBefore {
	/** Paths that the server has no more: answered with 404. */
	gone: RegExp | null;
	/** Paths whose answers never come. */
	held: RegExp | null;
	/** What a script becomes on its way, by its path. */
	changed: ReadonlyMap<string, (script: string) => string>;
	close(): void;
}

/** Opens a line on `port` to the server at `serverPort` of this machine. */
export async function openLine(port: number, serverPort: number): Promise<LineBefore> {
	const line = {
		gone: null as RegExp | null,
		held: null as RegExp | null,
		changed: new Map<string, (script: string) => string>()
	};
	const front = createServer((asked, answer) => {
		const path = asked.url ?? '/';
		if (line.held?.test(path)) return;
		if (line.gone?.test(path)) {
			answer.writeHead(404).end();
			return;
		}
		passOn(asked, answer, { serverPort, change: line.changed.get(path) });
	});
	front.listen(port, '127.0.0.1');
	await once(front, 'listening');
	return Object.assign(line, {
		close() {
			front.close();
			front.closeAllConnections();
		}
	});
}

function passOn(
	asked: IncomingMessage,
	answer: ServerResponse,
	{ serverPort, change }: { serverPort: number; change: ((script: string) => string) | undefined }
): void {
	const headers = change ? { ...asked.headers, 'accept-encoding': 'identity' } : asked.headers;
	const onward = request({
		host: '127.0.0.1',
		port: serverPort,
		method: asked.method,
		path: asked.url,
		headers
	});
	asked.pipe(onward);
	onward.on('error', () => answer.destroy());
	onward.on('response', (said) => {
		if (!change) {
			answer.writeHead(said.statusCode ?? 502, said.headers);
			said.pipe(answer);
			return;
		}
		const parts: Buffer[] = [];
		said.on('data', (part: Buffer) => parts.push(part));
		said.on('end', () => {
			const { 'content-type': type } = said.headers;
			answer.writeHead(said.statusCode ?? 502, type ? { 'content-type': type } : {});
			answer.end(change(Buffer.concat(parts).toString('utf8')));
		});
	});
}
