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

/**
 * What is written to the complainant on day 66 of stage 2 without the full answer: that it is
 * late, and that the Ombudsman can look at the delay now. Source: SI 2006/1738 reg 17(6).
 */
export function stage2DelayNotice(
	audience: Audience,
	{ ombudsmanTelephone, ombudsmanWebsite }: { ombudsmanTelephone: string; ombudsmanWebsite: string }
): string {
	const reach = `Call ${ombudsmanTelephone} or go to ${ombudsmanWebsite}.`;
	return audience === 'child'
		? 'You should have had a full answer by now. We have not done it. ' +
				'That is our fault, not yours. We are sorry. We will keep going. ' +
				'You do not have to wait. The Ombudsman can look at why it is late. ' +
				`They are not part of us. They are free. ${reach}`
		: 'The law gave us 65 working days for stage 2, and we have not finished. ' +
				'That is our fault, and we are sorry. We will keep going until you have the full answer. ' +
				'You do not have to wait for us. You can ask the Ombudsman to look at the delay now. ' +
				`They are not part of the council, and they are free. ${reach}`;
}
