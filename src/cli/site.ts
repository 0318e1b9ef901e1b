import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Site, SiteHandler } from '#lib/server/http/frontServer.ts';
import type { Environment } from '#lib/server/settings/environment.ts';
import { StartRefused } from './startRefused.ts';

const PORT_IS_LEFT_WITHIN_MS = 3_000;

/**
 * Loads the site built in `folder` into this process, which opens the database and the keys
 * (`hooks.server.ts`). The site reads its settings from the environment as it is loaded.
 */
export async function loadSite(folder: string, environment: Environment): Promise<Site> {
	process.env.NODE_ENV = 'production';
	process.env.BODY_SIZE_LIMIT = String(environment.bodyLimitBytes);
	if (environment.origin) process.env.ORIGIN = environment.origin;
	else delete process.env.ORIGIN;

	const path = pathToFileURL(resolve(folder, 'handler.js')).href;
	const { handler } = (await import(path)) as { handler: SiteHandler };
	const client = join(folder, 'client');
	const files = new Set(
		readdirSync(client, { recursive: true, encoding: 'utf8' }).map(
			(name) => `/${name.split(sep).join('/')}`
		)
	);
	return { handler, isFile: (file) => files.has(file) };
}

/** Throws `StartRefused` where the port cannot be had. One that is just being left is waited for. */
export async function checkPort({ host, port }: Environment): Promise<void> {
	for (const end = performance.now() + PORT_IS_LEFT_WITHIN_MS; ;) {
		const probe = createServer();
		try {
			await listen(probe, { host, port });
			await new Promise((resolve) => probe.close(resolve));
			return;
		} catch (error) {
			if (performance.now() > end) throw error;
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	}
}

/** Listens, or throws `StartRefused` saying why it cannot and what to do. */
export async function listen(
	server: Server,
	{ host, port }: Pick<Environment, 'host' | 'port'>
): Promise<void> {
	try {
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(port, host, resolve);
		});
	} catch (error) {
		throw new StartRefused(whyNot(error as NodeJS.ErrnoException, host, port));
	}
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
	switch (error.code) {
		case 'EADDRINUSE':
			return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`;
		case 'EACCES':
			return `This user may not use port ${port}. Choose one from 1024 on with PORT.`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return `${host} is not an address of this machine. Change HOST.`;
		default:
			return `The server cannot listen on ${host}, port ${port}: ${error.message}.`;
	}
}
