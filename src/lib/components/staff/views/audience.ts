import type { Complaint } from '#lib/domain/complaint/state.ts';
import type { Audience } from '#lib/words/swapList.ts';

/** For whom words in this case are checked: an adult only where an adult complains. */
export function audienceOf({ madeBy }: Complaint): Audience {
	return madeBy === 'adult' ? 'adult' : 'child';
}
