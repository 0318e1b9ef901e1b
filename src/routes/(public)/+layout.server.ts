import { readSite } from '#lib/server/intake/readSite.ts';
import { getService } from '#lib/server/running.ts';
import type { LayoutServerLoad } from './$types';

/** What every page shows of the council behind it. */
export const load: LayoutServerLoad = async () => readSite(getService());
