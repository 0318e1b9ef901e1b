import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { BESIDE_LETTERS } from '#lib/letters/texts/besideLetters.ts';
import { CORPORATE_LETTERS } from '#lib/letters/texts/corporateLetters.ts';
import { EARLY_REFERRAL_LETTERS } from '#lib/letters/texts/earlyReferralLetters.ts';
import { ENDING_LETTERS } from '#lib/letters/texts/endingLetters.ts';
import { RECEIVED_LETTERS } from '#lib/letters/texts/receivedLetters.ts';
import { REFERRAL_LETTERS } from '#lib/letters/texts/referralLetters.ts';
import { STAGE_1_LETTERS } from '#lib/letters/texts/stage1Letters.ts';
import { STAGE_2_LETTERS } from '#lib/letters/texts/stage2Letters.ts';
import { STAGE_3_LETTERS } from '#lib/letters/texts/stage3Letters.ts';

/** The letters in the order of the procedure, under the headings staff see. */
export const LETTER_GROUPS = [
	{ heading: 'When it comes in', letters: RECEIVED_LETTERS },
	{ heading: 'Stage 1', letters: STAGE_1_LETTERS },
	{ heading: 'Stage 2', letters: STAGE_2_LETTERS },
	{ heading: 'Stage 3', letters: STAGE_3_LETTERS },
	{ heading: 'In place of a panel', letters: EARLY_REFERRAL_LETTERS },
	{ heading: 'The last corporate stage', letters: CORPORATE_LETTERS },
	{ heading: 'Beside the stages', letters: BESIDE_LETTERS },
	{ heading: 'Somebody else answers', letters: REFERRAL_LETTERS },
	{ heading: 'Refused, waiting or taken back', letters: ENDING_LETTERS }
] as const;

/** Every letter the procedure needs, as the product brings it. */
export const LETTERS = {
	...RECEIVED_LETTERS,
	...STAGE_1_LETTERS,
	...STAGE_2_LETTERS,
	...STAGE_3_LETTERS,
	...EARLY_REFERRAL_LETTERS,
	...CORPORATE_LETTERS,
	...BESIDE_LETTERS,
	...REFERRAL_LETTERS,
	...ENDING_LETTERS
} as const satisfies Record<string, BuiltInLetter>;

export type LetterId = keyof typeof LETTERS;

export const LETTER_IDS = Object.keys(LETTERS) as readonly LetterId[];

/** One letter, in the general shape. */
export function letterOf(id: LetterId): BuiltInLetter {
	return LETTERS[id];
}

/** Whether there is a letter of that name. */
export function isLetterId(id: string): id is LetterId {
	return Object.hasOwn(LETTERS, id);
}

/** The letters that tell of a route; none where there is nobody to write to. */
export function lettersForRoute(code: ReasonCode): readonly LetterId[] {
	return LETTER_IDS.filter((id) => letterOf(id).codes.includes(code));
}
