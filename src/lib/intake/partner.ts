import type { Answers } from '#lib/intake/answers.ts';

/**
 * Whether an advocate tells us who began by their own sign-in. Who they are, whom they work for and
 * where they are written to is known then, and not asked: A1, A2 and A4, and their own name and
 * ways. The child's own words (A3) are, as ever, and may be skipped.
 *
 * Source: journeys 2.3 (A1).
 */
export function isByPartner({ partner, who, door }: Answers): boolean {
	return partner !== undefined && who === 'helper' && door === 'advocate';
}

/** The advocate as their account has them. `email` is their safe mailbox, or their provider's. */
export interface Partner {
	staffId: string;
	name: string;
	email: string;
}

/**
 * What is answered before an advocate begins: the child asked them to, as an advocate is bound to
 * what a child wants, and the child has a code of their own to stop or correct it by.
 */
export function answersOfPartner({ staffId, name, email }: Partner): Partial<Answers> {
	return {
		partner: staffId,
		door: 'advocate',
		who: 'helper',
		helperKind: 'advocate',
		childKnows: 'asked',
		hearsChild: 'ownCode',
		adultHow: 'type',
		name,
		...(email === '' ? { reach: ['code'] } : { reach: ['code', 'email'] }),
		...(email === ''
			? {}
			: {
					reachDetails: {
						email: { to: email, whoCanSee: null, voicemail: null, goodTimes: [] }
					}
				})
	};
}
