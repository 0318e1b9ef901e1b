import { enterAt } from '../door.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: (event) => enterAt(event, 'family')
};
