import { readEquality } from '#lib/server/more/equality.ts';
import { tasksDone } from '#lib/server/more/morePage.ts';
import { getService } from '#lib/server/running.ts';
import { LONG_AGO, MORE_DONE } from '#lib/words/public/more.ts';
import { openOwn } from '../my/own.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	const said = await readEquality(getService(), own.complaintId);
	return { notice: noticeOf(event.url.searchParams.get('n')), done: tasksDone(own, said) };
};

/** What was just done, by a letter that says nothing to whoever reads the address. */
function noticeOf(key: string | null): readonly string[] | null {
	if (key === 'a') return [MORE_DONE];
	return key === 'b' ? [MORE_DONE, ...LONG_AGO] : null;
}
