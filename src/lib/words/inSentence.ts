import type { DelayReason } from '#lib/domain/complaint/codes.ts';
import { DELAY_REASON_WORDS } from '#lib/words/complaintCodes.ts';

/** The words with a small first letter, to stand in a sentence. */
export function lower(words: string): string {
	return words.charAt(0).toLowerCase() + words.slice(1);
}

/** ", late: the service was late" after something that came late; nothing where it did not. */
export function late(reason: DelayReason | null): string {
	return reason === null ? '' : `, late: ${lower(DELAY_REASON_WORDS[reason])}`;
}

/** "one, two and three" */
export function listed(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
