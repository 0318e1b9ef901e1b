import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import type { HttpTiming } from '../support/httpVisitor.ts';

interface Recorded {
	status: number;
	headers: OutgoingHttpHeaders;
	body: string;
}

/**
 * A `node:http` server, in a process of its own, that answers each request with the bytes the
 * app sent for it, and does nothing else: what the machine, HTTP and the client cost by themselves.
 */
export async function startBareServer(timings: readonly HttpTiming[]) {
	const answers: Record<string, Recorded> = {};
	for (const { method, path, answer } of timings) {
		const { status, headers, body } = answer;
		answers[`${method} ${path}`] ??= { status, headers: withoutOwn(headers), body };
	}
	const child = fork(import.meta.filename, { stdio: 'inherit' });
	child.send(answers);
	const [port] = (await once(child, 'message')) as [number];
	return { baseUrl: `http://localhost:${port}`, stop: () => void child.kill() };
}

/** Node sets these itself. */
function withoutOwn(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
	const own = ['date', 'connection', 'keep-alive', 'transfer-encoding'];
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
}

function serve(answers: Readonly<Record<string, Recorded>>): void {
	const server = createServer((request, response) => {
		request.resume().on('end', () => {
			const answer = answers[`${request.method} ${request.url}`];
			response.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body);
		});
	});
	server.listen(0, 'localhost', () => {
		const { port } = server.address() as { port: number };
		process.send?.(port);
	});
}

if (import.meta.main) process.once('message', serve);
