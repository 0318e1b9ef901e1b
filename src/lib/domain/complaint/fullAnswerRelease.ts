import { findHolder } from '#lib/domain/complaint/stage2State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';

/**
 * Whether somebody may be the second person: a complaints manager, or whoever is appointed to
 * decide (the adjudicating officer at stage 2, the director at stage 3).
 */
export function mayReleaseFull(
	{ strand, stage }: { strand: Pick<Strand, 'appointments'>; stage: 2 | 3 },
	{ staffId, roles }: { staffId: string; roles: readonly StaffRole[] }
): boolean {
	if (roles.includes('complaintsManager')) return true;
	const decider = findHolder(
		strand.appointments,
		stage === 2 ? 'adjudicatingOfficer' : 'stage3Director'
	);
	if (decider?.personId !== staffId) return false;
	return mayAct(roles, 'releaseLetter') || roles.some((role) => DECIDING[stage].includes(role));
}

/** The roles in which somebody decides who sees no more of the case than its papers. */
const DECIDING: Readonly<Record<2 | 3, readonly StaffRole[]>> = {
	2: ['adjudicatingOfficer', 'director'],
	3: ['director']
};
