import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROUTES = new URL('../../src/routes', import.meta.url).pathname;

/** Every page and every answer of its own, by the id of its route. */
export function routeIdsOnDisk(): string[] {
	return [
		...new Set(filesOf(/^\+(page(\.server)?|server)\.(ts|svelte)$/).map(({ id }) => id))
	].sort();
}

/** One way in which the server is asked. */
export interface WayIn {
	routeId: string;
	/** 'load', 'POST ?/name' for a form action ('POST' for the default one), or a verb. */
	way: string;
	/** Whether it is a page, or an answer of its own. */
	isPage: boolean;
}

/** Every way into the server: each load, each form action and each verb of each route. */
export async function waysInOnDisk(): Promise<WayIn[]> {
	const found: WayIn[] = [];
	for (const { id: routeId, path, name } of filesOf(/^\+(page\.server|server)\.ts$/)) {
		const route = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as {
			load?: unknown;
			actions?: Record<string, unknown>;
		};
		if (name === '+server.ts') {
			const verbs = Object.keys(route).filter((one) => /^(GET|POST|PUT|PATCH|DELETE)$/.test(one));
			found.push(...verbs.map((way) => ({ routeId, way, isPage: false })));
			continue;
		}
		if (route.load) found.push({ routeId, way: 'load', isPage: true });
		for (const action of Object.keys(route.actions ?? {})) {
			found.push({
				routeId,
				way: action === 'default' ? 'POST' : `POST ?/${action}`,
				isPage: true
			});
		}
	}
	return found.sort((one, other) =>
		`${one.routeId} ${one.way}` < `${other.routeId} ${other.way}` ? -1 : 1
	);
}

function filesOf(wanted: RegExp) {
	return readdirSync(ROUTES, { recursive: true, withFileTypes: true })
		.filter((entry) => wanted.test(entry.name))
		.map((entry) => ({
			id: `/${relative(ROUTES, entry.parentPath)}`,
			path: `${entry.parentPath}/${entry.name}`,
			name: entry.name
		}));
}
