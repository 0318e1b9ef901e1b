/**
 * The pages of the staff app that open with no signal, by the ids of their routes. Everything they are
 * drawn with is kept in the browser (`src/service-worker`); any other page says that it needs a signal.
 *
 * Source: journeys 3.3.
 */
export const OFFLINE_PAGES = [
	'/staff/(app)/shell',
	'/staff/no-signal',
	'/staff/device',
	'/staff/(app)/today',
	'/staff/(app)/alerts',
	'/staff/(app)/new',
	'/staff/(app)/new/[id]',
	'/staff/(app)/cases',
	'/staff/(app)/log',
	'/staff/(app)/help',
	'/staff/(app)/unsent',
	'/staff/(app)/needs-you',
	'/staff/(app)/reviews',
	'/staff/(app)/concern',
	'/staff/(app)/concern/[concern]',
	'/staff/(app)/case/[id]/(head)',
	'/staff/(app)/case/[id]/(head)/act/[act]',
	'/staff/(app)/case/[id]/(head)/clock',
	'/staff/(app)/case/[id]/(head)/note',
	'/staff/(app)/case/[id]/(head)/timeline',
	'/staff/(app)/case/[id]/answer/[strand]'
] as const;

const ADDRESSES = OFFLINE_PAGES.map(
	(id) =>
		new RegExp(
			`^${id
				.replace(/\/\([^/]+\)/g, '')
				.split(/\[[^\]]+\]/)
				.join('[^/]+')}/?$`
		)
);

/** Whether the page at that path of ours opens with no signal. */
export function opensWithNoSignal(path: string): boolean {
	return ADDRESSES.some((address) => address.test(path));
}
