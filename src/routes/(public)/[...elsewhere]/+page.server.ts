import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Any address that leads nowhere, so that the page that says so has the council's name and number. */
export const load: PageServerLoad = () => error(404, 'Page not found');
