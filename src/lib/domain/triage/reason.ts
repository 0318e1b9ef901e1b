import type { Procedure } from '#lib/domain/complaint/codes.ts';
import type { Telling } from '#lib/domain/triage/tellings.ts';

/** How sure the source is: H read, M recalled, L uncertain. */
export type Confidence = 'H' | 'M-H' | 'M' | 'L';

/**
 * One route an element of a complaint can take.
 *
 * `opens` names the procedures whose strand may carry it; empty where it opens none. `opensAt`
 * is where that strand begins. `endsElement`: taken alone, nothing is left for our procedures to
 * do. `onlyBeside`: it never decides alone, another route stands with it.
 */
export interface Reason {
	readonly opens: readonly Procedure[];
	readonly opensAt: 'stage1' | 'stage2' | 'suspended' | null;
	readonly endsElement: boolean;
	readonly onlyBeside: boolean;
	/** Why must be written down: a refusal, a suspension, or a discretion used. */
	readonly needsReason: boolean;
	/** What the complainant must be told. */
	readonly tell: readonly Telling[];
	readonly source: string;
	readonly confidence: Confidence;
}
