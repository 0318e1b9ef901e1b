import { nameOfVisit } from '../visit.server.ts';
import type { PageServerLoad } from './$types';

/** The cookie's own name here, which hangs on whether the site is served over https. */
export const load: PageServerLoad = ({ url }) => ({ cookieName: nameOfVisit(url) });
