import type { Refusal } from '#lib/domain/complaint/refusals.ts';

const WRITE_TO_US = 'Write to us here and we will help you.';

/** Why what a child pressed was not done, without the terms of the procedure. Never ends on "no". */
export function refusedWords(refusal: Refusal): string {
	switch (refusal.code) {
		case 'advocateAlreadyAsked':
			return 'We have asked for an advocate for you already.';
		case 'advocateNotForAdults':
			return `Advocates are for children and young people. ${WRITE_TO_US}`;
		case 'stage2NeedsAgreement':
			return `We are still finding things out. ${WRITE_TO_US}`;
		case 'wrongStage':
			return refusal.command === 'requestStage2' && refusal.stage === 'stage2Requested'
				? 'You have asked for this. Someone new is looking at it.'
				: `That has changed since you opened this page. ${WRITE_TO_US}`;
		case 'wrongPhase':
			return `That has changed since you opened this page. ${WRITE_TO_US}`;
	}
	return `We could not do that just now. ${WRITE_TO_US}`;
}
