import type { PageServerLoad } from './$types';
import { requireLent } from './handedOver.server.ts';

export const load: PageServerLoad = (event) => requireLent(event);
