import { ABOUT_WHOM, type AboutWhom } from '#lib/intake/codes.ts';
import { NOT_TOLD, WHICH_STEPS } from '#lib/words/public/adults.ts';

/** What an adult is told once it is sent (2.4): the steps it takes and why, and what stays private. */
export interface AdultsNext {
	whichSteps: string;
	notTold: { heading: string; words: readonly string[] };
}

/** The same, by what they said it was about. */
export function adultsNext(said: string | undefined): AdultsNext {
	const aboutWhom = ABOUT_WHOM.find((one) => one === said) ?? 'notSure';
	return { whichSteps: WHICH_STEPS[aboutWhom satisfies AboutWhom], notTold: NOT_TOLD };
}
