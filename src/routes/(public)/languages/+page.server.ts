import { backTo } from '../backTo.server.ts';
import type { PageServerLoad } from './$types';

/** Where the page was asked for, to go back there; the first page where that is none of ours. */
export const load: PageServerLoad = ({ url }) => ({
	to: backTo(url.searchParams.get('from'), url)
});
