import { z } from 'zod';
import type { Instant } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { ClashField } from '#lib/domain/offline/offlineFields.ts';
import type { Choice, WaitsBecause } from '#lib/domain/offline/whoDecides.ts';
import type { FileRefused } from '#lib/wire/deviceFile.ts';
import { id, plainDate } from '#lib/wire/partSchemas.ts';
import type { ActRefusal, Order, PulledText, PushedText, StoredEvent } from '#lib/wire/sync.ts';

/** What GET /api/sync/needs-you answers: what waits for the signed-in person, the oldest first. */
export interface NeedsYou {
	cards: readonly NeedsYouCard[];
	/** Recordings and pictures that were not kept in the end, the oldest first. */
	notKept: readonly NotKeptFile[];
}

/**
 * A recording or a picture that waited with its order, and was refused once that was carried out: its
 * device had heard that it is here. Told to its author; where they have left, to whoever decided.
 */
export interface NotKeptFile {
	fileId: string;
	complaintId: string;
	/** Null where they may not see the case, or it is none. */
	reference: string | null;
	calledName: string | null;
	because: FileRefused;
	/** When it began to reach the server. */
	beganAt: Instant;
}

/** One order from a device that a person must decide on. */
export interface NeedsYouCard {
	setAsideId: string;
	because: WaitsBecause;
	complaintId: string;
	/** Null where they may not see the case, or there is none yet. */
	reference: string | null;
	calledName: string | null;
	/** Who did it, with no signal. */
	author: Named;
	isOwn: boolean;
	/** By the clock of their device: evidence, and maybe wrong. Null where it could not be read. */
	givenAt: string | null;
	/** When it reached the server. */
	receivedAt: Instant;
	/** What they did, and its words; null and none where it could not be read, or is not theirs to read. */
	order: Order | null;
	texts: readonly PushedText[];
	/** The day with legal effect that it names. */
	legalDay: PlainDate | null;
	/** Why the rules said no. */
	refusal: Refusal | ActRefusal | null;
	/** What both changed. */
	field: ClashField | null;
	/** What stands there now: what moved it since, the oldest first. */
	theirs: readonly TheirChange[];
	/** Empty where somebody else decides. */
	choices: readonly Choice[];
	/** It is with the complaints managers, because it has waited for a working day. */
	isOverdue: boolean;
	/** Decided by this person a short while ago, and until when that can be taken back. */
	settled: { choice: Choice; undoUntil: Instant } | null;
}

export interface Named {
	staffId: string;
	displayName: string;
}

/** Something that happened to the same thing meanwhile. */
export interface TheirChange extends Pick<
	StoredEvent,
	'version' | 'event' | 'givenAt' | 'recordedAt'
> {
	/** Null where it was the complainant, or the server. */
	by: Named | null;
	texts: readonly PulledText[];
}

/** What POST /api/sync/needs-you is sent: one decision, or that the last one is taken back. */
export type Settle =
	| { setAsideId: string; choice: 'useMine' | 'useTheirs' | 'keepBothAsNote' }
	/** `on`: the day as the officer corrects it; null as it is. */
	| { setAsideId: string; choice: 'confirm'; on: PlainDate | null }
	| { setAsideId: string; choice: 'discard'; reason: string }
	| { setAsideId: string; choice: 'undo' };

/** The same door takes that somebody has read of a file that was not kept. */
export interface SeenNotKept {
	fileId: string;
}

/**
 * `already`: somebody has decided. `refused`: the rules said no, and it still waits. `unknown`: there
 * is none, it is not theirs to decide, or that choice is not open.
 */
export type SettleReply =
	| { kind: 'settled'; undoUntil: Instant | null }
	| { kind: 'undone' }
	| { kind: 'already'; choice: Choice }
	| { kind: 'refused'; refusal: Refusal | ActRefusal }
	| { kind: 'unknown' };

const LONGEST_REASON = 2_000;

/** Reads that. */
export const seenNotKeptSchema: z.ZodType<SeenNotKept> = z.strictObject({ fileId: id });

/** Reads a decision. */
export const settleSchema: z.ZodType<Settle> = z.union([
	z.strictObject({
		setAsideId: id,
		choice: z.enum(['useMine', 'useTheirs', 'keepBothAsNote', 'undo'])
	}),
	z.strictObject({ setAsideId: id, choice: z.literal('confirm'), on: plainDate.nullable() }),
	z.strictObject({
		setAsideId: id,
		choice: z.literal('discard'),
		reason: z.string().trim().min(1).max(LONGEST_REASON)
	})
]) as z.ZodType<Settle>;
