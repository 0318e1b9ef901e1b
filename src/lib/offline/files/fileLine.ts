import { postOf, type Fetch } from '#lib/offline/server.ts';
import { FILE_DOORS, type FileBegun, type FileReply } from '#lib/wire/deviceFile.ts';

/** The way of files to the server. Rejects where no whole answer came: nothing is known then. */
export interface FileLine {
	begin(begun: FileBegun): Promise<FileReply>;
	chunk(fileId: string, place: number, sealed: Uint8Array<ArrayBuffer>): Promise<FileReply>;
}

/** After so long there is no answer: the next try may find a better line. */
const MOST_MS = 120_000;

/** By the sign-in of this browser, or by a device's own credential where that is given. */
export function openFileLine(fetch: Fetch, credential: string | null = null): FileLine {
	const door = credential === null ? FILE_DOORS.push : FILE_DOORS.deposit;
	const authorization = credential === null ? {} : { authorization: `Device ${credential}` };
	return {
		begin: (begun) => {
			const post = postOf(begun);
			return ask(door, { ...post, headers: { ...authorization, ...jsonHeaders(post) } });
		},
		chunk: (fileId, place, body) =>
			ask(`${door}/chunk?file=${fileId}&at=${place}`, {
				method: 'POST',
				headers: { ...authorization, 'content-type': 'application/octet-stream' },
				body
			})
	};

	async function ask(path: string, init: RequestInit): Promise<FileReply> {
		const signal = AbortSignal.timeout(MOST_MS);
		const rest = { cache: 'no-store', credentials: 'same-origin', signal } as const;
		const response = await fetch(path, { ...init, ...rest });
		if (response.ok) return (await response.json()) as FileReply;
		return response.status === 401
			? { kind: 'signedOut', isOver: false }
			: { kind: 'busy', retryAfterMs: null };
	}
}

function jsonHeaders({ headers }: RequestInit): Record<string, string> {
	return headers as Record<string, string>;
}
