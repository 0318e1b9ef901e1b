import type { Complaint } from '#lib/domain/complaint/state.ts';
import type { Audience } from '#lib/words/swapList.ts';

/**
 * For whom words in a case are checked. The one it is about reads them, also where somebody spoke
 * for them; an adult does where an adult complains, or where they go to that somebody.
 */
export function audienceOf(
	madeBy: Complaint['madeBy'],
	to: 'complainant' | 'helper' = 'complainant'
): Audience {
	return madeBy === 'adult' || to === 'helper' ? 'adult' : 'child';
}
