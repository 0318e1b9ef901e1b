import type { DeviceDisk, KeptWords } from '#lib/offline/outbox/disk.ts';
import {
	addItem,
	canEdit,
	editionOf,
	editItem,
	isWrittenAnew,
	type NewItem,
	type Outbox
} from '#lib/offline/outbox/outbox.ts';

/** The most orders that may wait on a device. */
export const MOST_WAITING = 500;

/**
 * What saving came to. Only `saved` may be shown as saved: the order lies on the disk and was read
 * back. Otherwise the words stay on the screen, and the person is told.
 */
export type Saved =
	| { saved: true; waiting: number }
	| { saved: false; because: 'diskRefused' | 'notFoundAgain' | 'tooManyWaiting' };

/**
 * Keeps one order on the device, with its words, and looks whether it is really there. The same
 * order once more is the same order: its first words stay, since they may be on their way. Words
 * that were changed after a press are another order, with an id of its own. What was half written in
 * its form goes in the same stroke: found again after a killed browser, it would be sent twice.
 */
export async function saveItem(
	disk: DeviceDisk,
	item: NewItem,
	words: KeptWords,
	formName?: string
): Promise<Saved> {
	try {
		const before = await disk.readOutbox();
		const isRepeat = before.items.some(({ commandId }) => commandId === item.commandId);
		if (!isRepeat && countWaiting(before) >= MOST_WAITING) {
			return { saved: false, because: 'tooManyWaiting' };
		}
		await disk.changeOutbox((outbox) => addItem(outbox, item), words, formName);
		const [there] = await disk.readWords([item.commandId]);
		const after = await disk.readOutbox();
		const isThere = isRepeat ? there !== undefined : isSame(there, words);
		if (!isThere && isWaiting(after, item)) return { saved: false, because: 'notFoundAgain' };
		return { saved: true, waiting: countWaiting(after) };
	} catch {
		// Full, shut, or failing: what the disk says of it differs by browser, and nobody can act on it.
		return { saved: false, because: 'diskRefused' };
	}
}

/**
 * What writing it anew came to. `onItsWay`: it was handed over, sent, or taken out meanwhile.
 * `writtenElsewhere`: another tab wrote it anew first. Neither changed anything.
 */
export type Edited =
	| { saved: true; waiting: number }
	| {
			saved: false;
			because: 'diskRefused' | 'notFoundAgain' | 'onItsWay' | 'writtenElsewhere';
	  };

/**
 * Keeps an order as its author wrote it anew, in the place of that edition of it, and looks whether it
 * is really there. What was there stays, whole, where it is not.
 */
export async function saveEdit(
	disk: DeviceDisk,
	item: NewItem,
	{ words, edition }: { words: KeptWords; edition: number }
): Promise<Edited> {
	const find = ({ items }: Outbox) => items.find(({ commandId }) => commandId === item.commandId);
	try {
		let isTaken = false;
		const written = await disk.changeOutbox((outbox) => {
			const next = editItem(outbox, item, edition);
			isTaken = isWrittenAnew(outbox, next, item.commandId);
			return next;
		}, words);
		const is = find(written);
		if (!isTaken) {
			const isOpen = is !== undefined && canEdit(is);
			return { saved: false, because: isOpen ? 'writtenElsewhere' : 'onItsWay' };
		}
		const [there] = await disk.readWords([item.commandId]);
		const after = await disk.readOutbox();
		const now = find(after);
		// Else it was sent and dropped, or another tab has written it anew once more, since.
		const isOurs = now !== undefined && editionOf(now) === edition + 1;
		if (isOurs && !isSame(there, words)) return { saved: false, because: 'notFoundAgain' };
		return { saved: true, waiting: countWaiting(after) };
	} catch {
		return { saved: false, because: 'diskRefused' };
	}
}

/** How many orders lie on this device and nowhere else. */
export function countWaiting({ items }: Outbox): number {
	return items.filter(({ state }) => state.at === 'waiting').length;
}

function isSame(there: KeptWords | undefined, { sealed, copy }: KeptWords): boolean {
	return there?.sealed === sealed && there.copy === copy;
}

/** False where another tab has sent it, and dropped it, between the writing and the reading. */
function isWaiting({ items, nextNumber }: Outbox, { commandId }: NewItem): boolean {
	const item = items.find((each) => each.commandId === commandId);
	return item ? item.state.at === 'waiting' : nextNumber === 1;
}
