import { error } from '@sveltejs/kit';

// Without this page, an address that is nowhere would be answered by the public side.
export const load = () => error(404, 'There is no such page');
