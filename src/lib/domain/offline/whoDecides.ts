/** Why an order from a device waits for a person. */
export type WaitsBecause = 'proposed' | 'refused' | 'clash' | 'deposited';

/** An order that waits. */
export interface WaitingOrder {
	because: WaitsBecause;
	/** Somebody carries the case. */
	hasOfficer: boolean;
	/** It has waited for a whole working day. */
	isOverdue: boolean;
	/** Whoever wrote it may sign in. */
	authorMaySignIn: boolean;
}

/** Somebody who might decide on it. */
export interface Decider {
	isAuthor: boolean;
	/** They carry the case. */
	isOfficer: boolean;
	isManager: boolean;
	/** They see the case; or there is none yet. */
	seesCase: boolean;
	/** They are of the complaints team, and may give such an order. */
	mayGive: boolean;
}

/** `looksOn`: they see that it waits, and for whom. */
export type PartInIt = 'decides' | 'looksOn' | 'nothing';

/**
 * Who decides what becomes of an order from a device, and who sees that it waits.
 *
 * A day with legal effect: whoever of the complaints team may give such an order. What somebody
 * changed meanwhile: the officer of the case. What the rules refused, and what was left by a device:
 * its author. What nobody has decided within a working day, or nobody is there to decide, goes to
 * the complaints managers. Nobody decides on a case that they may not see; its author sees their own
 * order all the same, and may put away what was refused.
 *
 * Source: journeys 3.5; security 3.5, 3.6.
 */
export function partIn(waiting: WaitingOrder, who: Decider): PartInIt {
	if (who.isManager && who.seesCase && goesToManagers(waiting)) return 'decides';
	if (decidesFirst(waiting.because, who)) return 'decides';
	return who.isAuthor ? 'looksOn' : 'nothing';
}

function decidesFirst(because: WaitsBecause, who: Decider): boolean {
	switch (because) {
		case 'proposed':
			return who.seesCase && who.mayGive;
		case 'clash':
			return who.seesCase && who.isOfficer;
		case 'refused':
		case 'deposited':
			return who.isAuthor;
	}
}

function goesToManagers({ because, ...waiting }: WaitingOrder): boolean {
	if (waiting.isOverdue) return true;
	switch (because) {
		case 'proposed':
			return false;
		case 'clash':
			return !waiting.hasOfficer;
		case 'refused':
		case 'deposited':
			return !waiting.authorMaySignIn;
	}
}

/** What whoever decides may choose. */
export type Choice = 'useMine' | 'useTheirs' | 'keepBothAsNote' | 'confirm' | 'discard';

/**
 * What is open to whoever decides. An order that could not be read can only be put away, and so can
 * one about a case that they do not see: its words would land where they may not write.
 */
export function choicesFor(
	because: WaitsBecause,
	order: { isRead: boolean; seesCase: boolean; hasCase: boolean }
): readonly Choice[] {
	if (!order.isRead || !order.seesCase) return ['discard'];
	const asNote = order.hasCase ? (['keepBothAsNote'] as const) : [];
	switch (because) {
		case 'proposed':
			return ['confirm', 'discard'];
		case 'clash':
			return ['useMine', 'useTheirs', 'keepBothAsNote'];
		case 'refused':
			return ['useMine', ...asNote, 'discard'];
		case 'deposited':
			return ['confirm', ...asNote, 'discard'];
	}
}

/** Whether a choice can be taken back for a while: what was carried out is corrected, not undone. */
export function canBeUndone(choice: Choice): boolean {
	return choice === 'useTheirs' || choice === 'keepBothAsNote' || choice === 'discard';
}

/** For so long. */
export const UNDO_MINUTES = 30;
