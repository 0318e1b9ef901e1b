import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findBuild } from '../../src/cli/build.ts';
import { loadSite } from '../../src/cli/site.ts';
import { sessionsOf } from '#lib/server/auth/sessions.ts';
import { setService } from '#lib/server/running.ts';
import type { Service } from '#lib/server/service.ts';
import { readEnvironment } from '#lib/server/settings/environment.ts';

/** The built site inside this process, on the service that a test gives it. */
export interface SiteInProcess {
	/** Asks as somebody signed in, or as nobody; answers are never followed. */
	ask(path: string, asked?: Asked): Promise<Answer>;
	/** The cookie of a new session of that person. */
	signIn(staffId: string): Promise<string>;
	close(): Promise<void>;
}

export interface Asked {
	cookie?: string | undefined;
	/** A form that is posted; fields by name. */
	form?: Readonly<Record<string, string>>;
	/** Files that go with the form, all by one field, as a browser sends them. */
	files?: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[];
	/** That field; `files` where nothing else is said. */
	fileField?: string;
	/** JSON that is posted. */
	json?: unknown;
	/** Headers beside the usual ones. */
	headers?: Readonly<Record<string, string>>;
}

export interface Answer {
	status: number;
	text: string;
	headers: Headers;
}

const ORIGIN = 'https://site.example';

/** Loads the built site, building it first where that is stale. One a process. */
export async function openSiteInProcess(service: Service): Promise<SiteInProcess> {
	const folder = await findBuild(() => undefined, new AbortController().signal);
	if (!folder) throw new Error('The pages could not be built');
	// The hook that starts the server finds it started: on this service, with no jobs beside it.
	const environment = readEnvironment({ ORIGIN, DATA_DIR: '/nowhere' });
	(globalThis as Record<symbol, unknown>)[Symbol.for('say-so.running')] = { service, environment };
	setService(service);
	const site = await loadSite(folder, environment);
	const server = createServer((request, response) =>
		site.handler(request, response, () => {
			response.writeHead(404).end();
		})
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		ask: async (path, { cookie, form, files, fileField = 'files', json, headers } = {}) => {
			const posted = form !== undefined || json !== undefined;
			const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
				redirect: 'manual',
				method: posted ? 'POST' : 'GET',
				headers: {
					origin: ORIGIN,
					...headers,
					...(cookie ? { cookie } : {}),
					...(form
						? {
								accept: 'text/html',
								...(files ? {} : { 'content-type': 'application/x-www-form-urlencoded' })
							}
						: {}),
					...(json !== undefined ? { 'content-type': 'application/json' } : {})
				},
				...(form
					? {
							body: files ? multipart(form, files, fileField) : new URLSearchParams(form).toString()
						}
					: {}),
				...(json !== undefined ? { body: JSON.stringify(json) } : {})
			});
			return { status: answer.status, text: await answer.text(), headers: answer.headers };
		},
		signIn: async (staffId) => {
			const session = await sessionsOf(service).createSession(staffId, {});
			return `__Host-staff=${session.id}`;
		},
		close: async () => {
			server.close();
			server.closeAllConnections();
			setService(undefined);
		}
	};
}

function multipart(
	form: NonNullable<Asked['form']>,
	files: NonNullable<Asked['files']>,
	field: string
): FormData {
	const sent = new FormData();
	for (const [name, words] of Object.entries(form)) sent.append(name, words);
	for (const { name, bytes } of files) sent.append(field, new Blob([bytes]), name);
	return sent;
}
