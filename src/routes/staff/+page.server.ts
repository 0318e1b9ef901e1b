import { redirect } from '@sveltejs/kit';
import { firstPlaceFor } from '#lib/components/staff/shell/places.ts';

// The place of a person's work differs by role; the address /staff only leads there.
export const load = ({ locals }) =>
	redirect(303, locals.staff ? firstPlaceFor(locals.staff.roles) : '/staff/sign-in');
