import type { KeptAnswerFile } from '#lib/intake/answers.ts';

/** What was added, in words: "A recording, 1 minute 5 seconds". A picture is never shown again. */
export function fileWords({ sort, seconds, isWaiting }: Omit<KeptAnswerFile, 'fileId'>): string {
	const what = seconds === null ? SORT_WORDS[sort] : `${SORT_WORDS[sort]}, ${lengthWords(seconds)}`;
	return isWaiting ? `${what}. We are still checking it` : what;
}

/** "12 seconds", "1 minute", "2 minutes 1 second". */
export function lengthWords(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	const parts = [
		minutes > 0 && `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
		(rest > 0 || minutes === 0) && `${rest} ${rest === 1 ? 'second' : 'seconds'}`
	];
	return parts.filter(Boolean).join(' ');
}

/** Where a recording of an unsent form can be heard; null for a picture, or while it is checked. */
export function findSoundHref({ fileId, sort, isWaiting }: KeptAnswerFile): string | null {
	return sort === 'sound' && !isWaiting ? `/s/6/${fileId}` : null;
}

const SORT_WORDS = {
	sound: 'A recording',
	picture: 'A picture',
	paper: 'A PDF'
} as const satisfies Record<KeptAnswerFile['sort'], string>;
