import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { pathForChild, type ChildPath } from '#lib/domain/complaint/childPath.ts';
import type { OwnCase, OwnMessage } from '#lib/server/complaints/ownCase.ts';
import { ownFilesOf, type OwnFile } from '#lib/server/intake/my/ownFiles.ts';
import { dayWords, timeWords } from '#lib/words/dates.ts';
import { messageFrom } from '#lib/words/public/messages.ts';
import type { PathReader } from '#lib/words/public/path.ts';

/** What the child reads of one message; the same shape either way. */
export interface MessageWords {
	id: string;
	isOwn: boolean;
	from: string;
	at: string;
	words: string;
	files: readonly OwnFile[];
	isNotUnderstood: boolean;
}

/** The team that writes, as the pages name it. */
const TEAM = 'complaints team';

/** Who looks into it, by first name, and the day the page is read. */
export function readerOf(own: OwnCase): PathReader {
	const { handledBy, rules } = own;
	const reads = isAdults(own) ? 'adult' : 'child';
	return { name: firstNameOf(handledBy), today: rules.today, reads };
}

/** Whether it is an adult's own complaint: they are told who helps them, and of no advocate. */
export function isAdults({ complaint }: OwnCase): boolean {
	return complaint.madeBy === 'adult';
}

/** Where the complaint stands. */
export function pathOfOwn({ complaint, rules }: OwnCase): ChildPath {
	return pathForChild(complaint, rules);
}

/** "Sam" of "Sam Okafor"; null where nobody has it yet. */
export function firstNameOf(displayName: string | null): string | null {
	return displayName?.trim().split(/\s+/)[0] || null;
}

/** One message in words. `withDay` puts the day before the time. */
export function messageWords(
	message: OwnMessage,
	own: OwnCase,
	{ withDay }: { withDay: boolean }
): MessageWords {
	const isOwn = message.direction === 'fromComplainant';
	const time = timeWords(message.sentAt);
	const day = dayWords(dateInEngland(message.sentAt), own.rules.today);
	return {
		id: message.messageId,
		isOwn,
		from: isOwn ? 'You' : messageFrom(firstNameOf(message.authorName), TEAM),
		at: withDay ? `${day}, ${time}` : time,
		words: message.words ?? '',
		files: ownFilesOf(own, 'message', message.messageId),
		isNotUnderstood: message.notUnderstoodAt !== null
	};
}
