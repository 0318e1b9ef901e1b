import type { Hosts } from '#lib/server/settings/environment.ts';

/** What a request for `path` at `host` gets while each side has a host of its own. */
export type HostAnswer = 'served' | 'toStaff' | 'notHere' | 'unknownHost';

const STAFF_PATHS = /^\/(staff|api)(\/|$)/;
const STAFF_FILES = /^\/(service-worker\.js|[^/]+\.webmanifest)$/;
const BOTH_SIDES = /^\/(healthz$|_app\/)/;

/**
 * Which side answers. The public host never shows that there is a staff side, nor its worker
 * and manifest; the staff host has nothing but its own pages and the site's files.
 * `isFile` says whether the path is one of the built site's files.
 */
export function answerForHost(
	{ host, path }: { host: string; path: string },
	{ publicHost, staffHost }: Hosts,
	isFile: (path: string) => boolean
): HostAnswer {
	const name = host.toLowerCase();
	const isStaffs = STAFF_PATHS.test(path) || STAFF_FILES.test(path);
	if (name === publicHost) return isStaffs ? 'notHere' : 'served';
	if (name !== staffHost) return 'unknownHost';
	if (path === '/') return 'toStaff';
	return isStaffs || BOTH_SIDES.test(path) || isFile(path) ? 'served' : 'notHere';
}
