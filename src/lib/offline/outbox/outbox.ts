import type { Instant } from '#lib/domain/calendar/england.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { ItemAnswer, SetAsideBecause } from '#lib/wire/deviceSync.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';

/**
 * What a device knows of the orders given on it, without their words. A plain value: each function
 * beside it takes one and gives the next. `items` is by number, the oldest first.
 */
export interface Outbox {
	/** The server's epoch as this device last heard it; null before it ever heard. */
	epoch: string | null;
	/** The number that the next order gets. */
	nextNumber: number;
	items: readonly OutboxItem[];
}

export interface OutboxItem {
	commandId: string;
	number: number;
	complaintId: string;
	schema: number;
	/** Whether it stands on what was decided before it, so that it waits while that is not settled. */
	buildsOn: boolean;
	/** How large its sealed words are. */
	byteSize: number;
	/** It was handed to the line at least once, as it is: the server may have it. */
	isHanded?: true;
	/** Raised by one each time its author wrote it anew; absent while they never did. */
	edition?: number;
	state: ItemState;
}

/**
 * `waiting`: only on this device. `sent`: the server has carried it out, or keeps it for an officer. `needsYou`: the server has
 * it, and a person must decide. `settled`: they did. What is sent or settled is kept, sealed, until
 * a restore from backup could not lose it any more.
 */
export type ItemState =
	| { at: 'waiting' }
	| {
			at: 'sent';
			place: number;
			/** By the server's clock; absent in what an older app kept. */
			sentAt?: Instant;
			/** It names a day with legal effect, and an officer is to confirm it. */
			isProposal?: true;
	  }
	| {
			at: 'needsYou';
			place: number;
			because: SetAsideBecause;
			/** Why the rules said no, in codes and days; no word of the order. */
			refusal: Refusal | ActRefusal | null;
	  }
	| { at: 'settled'; place: number };

/** A device on which no order was given yet. */
export const EMPTY_OUTBOX: Outbox = { epoch: null, nextNumber: 1, items: [] };

/** What a new item is made of. */
export type NewItem = Omit<OutboxItem, 'number' | 'state'>;

/**
 * Puts an order at the end. The same order once more changes nothing, whatever became of it: a
 * second press, or a page that was killed before it could say that the first was kept.
 */
export function addItem(outbox: Outbox, item: NewItem): Outbox {
	if (outbox.items.some(({ commandId }) => commandId === item.commandId)) return outbox;
	const added: OutboxItem = { ...item, number: outbox.nextNumber, state: { at: 'waiting' } };
	return { ...outbox, nextNumber: outbox.nextNumber + 1, items: [...outbox.items, added] };
}

/** Takes out an order that its author does not want sent. What the server may have stays. */
export function withdrawItem(outbox: Outbox, commandId: string): Outbox {
	return {
		...outbox,
		items: outbox.items.filter(
			(item) => item.commandId !== commandId || item.state.at !== 'waiting'
		)
	};
}

/** Whether its author may write it anew: it is here, and was never handed to the line. */
export function canEdit({ state, isHanded }: Pick<OutboxItem, 'state' | 'isHanded'>): boolean {
	return state.at === 'waiting' && !isHanded;
}

/** Which writing of it this is: 1 for the first. */
export function editionOf({ edition = 1 }: Pick<OutboxItem, 'edition'>): number {
	return edition;
}

/**
 * Puts what its author wrote anew in the place of what they wrote, under the same id and in the same
 * turn. Changes nothing where it may not be edited any more, or is not that edition: somebody else
 * on this device was first.
 */
export function editItem(outbox: Outbox, item: NewItem, edition: number): Outbox {
	return changeItems(outbox, (was) =>
		was.commandId === item.commandId && canEdit(was) && editionOf(was) === edition
			? { ...was, schema: item.schema, byteSize: item.byteSize, edition: edition + 1 }
			: was
	);
}

/** Whether a change wrote that order anew, so that its new words take the place of those that lie there. */
export function isWrittenAnew(before: Outbox, after: Outbox, commandId: string): boolean {
	const find = ({ items }: Outbox) => items.find((item) => item.commandId === commandId);
	const [was, is] = [find(before), find(after)];
	return was !== undefined && is !== undefined && editionOf(was) !== editionOf(is);
}

/** Notes that these are about to be sent: from now on the server may have them as they are. */
export function handItems(outbox: Outbox, commandIds: readonly string[]): Outbox {
	return changeItems(outbox, (item) =>
		commandIds.includes(item.commandId) && canEdit(item) ? { ...item, isHanded: true } : item
	);
}

/** Notes that a person decided what becomes of an order that needed them. */
export function settleItem(outbox: Outbox, commandId: string): Outbox {
	return changeItems(outbox, (item) =>
		item.commandId === commandId && item.state.at === 'needsYou'
			? { ...item, state: { at: 'settled', place: item.state.place } }
			: item
	);
}

/**
 * Takes the server's answers, given at that time of its. An answer from another epoch says nothing
 * of this one, and one about an order that was answered already changes nothing.
 */
export function takeAnswers(
	outbox: Outbox,
	epoch: string,
	answers: readonly ItemAnswer[],
	sentAt?: Instant
): Outbox {
	if (epoch !== outbox.epoch) return outbox;
	const said = new Map(answers.map((answer) => [answer.commandId, answer]));
	return changeItems(outbox, (item) => {
		const answer = said.get(item.commandId);
		if (!answer || item.state.at !== 'waiting') return item;
		switch (answer.outcome) {
			case 'applied':
			case 'proposed':
				return {
					...item,
					state: {
						...{ at: 'sent', place: answer.place },
						...(sentAt === undefined ? {} : { sentAt }),
						...(answer.outcome === 'proposed' ? { isProposal: true } : {})
					}
				};
			case 'setAside': {
				const { place, because, refusal } = answer;
				return { ...item, state: { at: 'needsYou', place, because, refusal } };
			}
			case 'deferred':
				return item;
		}
	});
}

/**
 * Takes the server's word that every place up to `durable` would outlast a restore: what is done
 * and stands there is dropped. What needs a person stays until they have decided.
 */
export function takeDurable(outbox: Outbox, epoch: string, durable: number): Outbox {
	if (epoch !== outbox.epoch) return outbox;
	return {
		...outbox,
		items: outbox.items.filter(({ state }) => !(isOver(state) && state.place <= durable))
	};
}

/** Nobody has anything to do with it here any more. */
function isOver(state: ItemState): state is Exclude<ItemState, { at: 'waiting' }> {
	return (
		state.at === 'sent' ||
		state.at === 'settled' ||
		(state.at === 'needsYou' && state.because === 'deposited')
	);
}

/**
 * Takes a new epoch: the server was restored from a backup, or this device never spoke to it. What
 * it answered before may be gone there, so all of it is sent once more, in its order; what the
 * server still has it answers as before, and nothing happens twice.
 */
export function takeEpoch(outbox: Outbox, epoch: string): Outbox {
	if (epoch === outbox.epoch) return outbox;
	return changeItems({ ...outbox, epoch }, (item) => ({ ...item, state: { at: 'waiting' } }));
}

function changeItems(outbox: Outbox, change: (item: OutboxItem) => OutboxItem): Outbox {
	return { ...outbox, items: outbox.items.map(change) };
}
