import type { StaffRole } from './roles.ts';

/**
 * Whether somebody of these roles must give a second step when they sign in. An advocate always
 * must: they work outside the council, on devices it does not look after. `asked` are the roles
 * the council asks it of besides.
 *
 * Source: journeys 2.7 (advocate portal); ASVS 6.3.3.
 */
export function mustHaveSecondStep(
	roles: readonly StaffRole[],
	asked: readonly StaffRole[]
): boolean {
	return roles.some((role) => role === 'advocate' || asked.includes(role));
}
