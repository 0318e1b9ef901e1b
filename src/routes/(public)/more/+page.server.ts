import { LONG_AGO, MORE_DONE } from '#lib/words/public/more.ts';
import { openOwn } from '../my/own.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await openOwn(event);
	return { notice: noticeOf(event.url.searchParams.get('n')) };
};

/** What was just done, by a letter that says nothing to whoever reads the address. */
function noticeOf(key: string | null): readonly string[] | null {
	if (key === 'a') return [MORE_DONE];
	return key === 'b' ? [MORE_DONE, ...LONG_AGO] : null;
}
