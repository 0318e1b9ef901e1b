import type { StaffRole } from '#lib/domain/roles/roles.ts';

/** The roles that cases are given to: as the officer who carries them, or to answer at stage 1. */
const CARRY: readonly StaffRole[] = ['complaintsOfficer', 'complaintsManager'];
const ANSWER: readonly StaffRole[] = [...CARRY, 'teamManager'];

/**
 * Whether somebody with these roles can do for a while what the absent person does: the complaints
 * team is covered by the complaints team, a manager who answers by any who may answer, an advocate
 * by an advocate (of the same provider, which whoever asks has to see to).
 */
export function mayCover(covering: readonly StaffRole[], absent: readonly StaffRole[]): boolean {
	if (absent.includes('advocate')) return covering.includes('advocate');
	if (absent.some((role) => CARRY.includes(role)))
		return covering.some((role) => CARRY.includes(role));
	if (absent.includes('teamManager')) return covering.some((role) => ANSWER.includes(role));
	return false;
}
