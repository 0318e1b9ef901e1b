import type { Procedure } from '#lib/domain/complaint/codes.ts';
import { CARRIED_REASONS } from '#lib/domain/triage/carriedReasons.ts';
import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import { ENDING_REASONS } from '#lib/domain/triage/endingReasons.ts';
import type { Reason } from '#lib/domain/triage/reason.ts';
import { REFERRAL_REASONS } from '#lib/domain/triage/referralReasons.ts';

/** Every route, what it opens or ends, and what the complainant must be told. */
const REASONS = {
	...CARRIED_REASONS,
	...REFERRAL_REASONS,
	...ENDING_REASONS
} as const satisfies Record<ReasonCode, Reason>;

/** The row of a reason code, in the general shape. */
export function reasonFor(code: ReasonCode): Reason {
	return REASONS[code];
}

/** Whether a strand of that procedure can carry an element on this route. */
export function opensIn(code: ReasonCode, procedure: Procedure): boolean {
	return reasonFor(code).opens.includes(procedure);
}
