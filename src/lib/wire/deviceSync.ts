import type { Instant } from '#lib/domain/calendar/england.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { GrantedNow } from '#lib/wire/deviceRecord.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';

/**
 * What a device and the server say to each other about orders that were given with no signal, and
 * about the cases that the device keeps.
 *
 * An order travels as it lies on the device: sealed to the server's public key, so that neither a
 * finder of the device nor a forgotten passphrase can come between it and the server.
 */

/** One order as it lies on a device, with what sending it in its turn needs. */
export interface SentItem {
	/** Made on the device, final, the same on every try. */
	commandId: string;
	/** Which of this device's orders it is: 1, 2, 3 …, never given twice. */
	number: number;
	complaintId: string;
	/** The version of the shape of what is sealed. */
	schema: number;
	/** It stands on what was decided before it in the same case, and waits while that is not settled. */
	buildsOn: boolean;
	/** The order, sealed to the server. */
	sealed: string;
}

/** A few orders, the oldest first, and the epoch that the device believes in (null: it knows none). */
export interface ItemPush {
	epoch: string | null;
	deviceId: string;
	items: readonly SentItem[];
}

/**
 * What became of one order. `place` is where it stands in the server's own order of things.
 *
 * `proposed`: it names a day with legal effect, so the server keeps it until an officer confirms it.
 * `setAside`: the server has it and keeps it whole, but a person must decide: the rules refused it,
 * or somebody changed the same thing meanwhile. `deferred`: it has not been taken; send it again.
 */
export type ItemAnswer =
	| { commandId: string; outcome: 'applied' | 'proposed'; place: number }
	| {
			commandId: string;
			outcome: 'setAside';
			place: number;
			because: SetAsideBecause;
			/** Why the rules said no; null where it is not they who did. */
			refusal: Refusal | ActRefusal | null;
	  }
	| { commandId: string; outcome: 'deferred'; because: DeferredBecause };

/** The rules refused it; somebody changed the same meanwhile; its author may not sign in any more. */
export type SetAsideBecause = 'refused' | 'clash' | 'deposited';

/**
 * The server is older than the app, an order before it in the same case was not taken or decided, or
 * the device has left so much for others to look at that no more is taken before they did.
 */
export type DeferredBecause = 'newerThanServer' | 'afterDeferred' | 'afterUndecided' | 'noRoom';

/** What was answered of a push. `durable`: a restore from backup would still hold every place up to it. */
export interface Answered {
	kind: 'answered';
	epoch: string;
	durable: number;
	/** The server's own time, for the device to keep as the last it was told. */
	at: Instant;
	answers: readonly ItemAnswer[];
}

/**
 * The answer to a push.
 *
 * `otherEpoch`: the server was restored from a backup since, and has taken nothing of this push.
 * `signedOut`: sign in again; `isOver`: this person may not, and what is unsent is to be deposited.
 * `removed`: this device is not theirs any more; what is unsent is to be deposited, and what can be
 * read is to go. Where it is not `isKnown`, the server never had it, or lost it with a restore: it is
 * to be enrolled once more, and keeps everything.
 */
export type PushReply = Answered | OtherReply;

/**
 * The answer to a deposit, which also says how the device and its person stand: `over`: they may not
 * sign in any more; `removed`: the device is not theirs any more; `signedOut`: they only have to sign in.
 */
export type DepositReply =
	| (Answered & { standing: DeviceStanding })
	| { kind: 'otherEpoch'; epoch: string; standing: DeviceStanding }
	| Exclude<OtherReply, { kind: 'otherEpoch' }>;

export type DeviceStanding = 'over' | 'removed' | 'signedOut';

/** What the server says to anything that it did not answer. */
export type OtherReply =
	| { kind: 'otherEpoch'; epoch: string }
	| { kind: 'signedOut'; isOver: boolean }
	| { kind: 'removed'; isKnown: boolean }
	| { kind: 'tooLarge' }
	| { kind: 'busy'; retryAfterMs: number | null };

/** The cases of a device as it keeps them, and from when each is. */
export interface HeldPack {
	/** The epoch that the stamps are of; null where the device knows none. */
	epoch: string | null;
	held: readonly HeldCase[];
}

/** Asks what has changed in the cases of this device, and what was decided of what needed somebody. */
export interface PackPull extends HeldPack {
	deviceId: string;
	/** Its orders that need a person, as far as it knows. */
	needing: readonly string[];
}

/** One case that lies on a device. */
export interface HeldCase {
	complaintId: string;
	/** From which moment of the server's it is, as the server wrote it; null for one of another epoch. */
	stamp: string | null;
}

/**
 * The cases that are new to the device or changed since it heard, each whole as a device may hold
 * it, and those to forget. Stamps of an epoch that is over count as none.
 */
export type PullReply<Case extends HeldCase> =
	| {
			kind: 'changes';
			epoch: string;
			durable: number;
			/** As in `Answered`. */
			at: Instant;
			granted: GrantedNow;
			/** Of those that needed a person, the ones on which somebody has decided. */
			settled: readonly string[];
			cases: readonly Case[];
			forget: readonly string[];
			/** There is more: ask again, with what came now. */
			isMore: boolean;
	  }
	| Exclude<OtherReply, { kind: 'otherEpoch' } | { kind: 'tooLarge' }>;
