import type { Audience } from '#lib/words/swapList.ts';

/**
 * What is written to the complainant on day 20 of stage 1 when there is no answer: that they
 * may ask for stage 2 now. Source: SI 2006/1738 reg 14; Getting the Best from Complaints 3.5.
 */
export const DAY_20_NOTICE = {
	child:
		'You should have had an answer by now. We have not done it. That is our fault, not yours. ' +
		'We are sorry. You can wait for us. Or you can ask for someone new to look at it now. ' +
		'You choose. You do not need our OK.',
	adult:
		'We should have answered you by now, and we have not. We are sorry. ' +
		'You have the right to ask for stage 2 now. Someone new will look at it. ' +
		'You can also wait for our answer. You choose.'
} as const satisfies Record<Audience, string>;
