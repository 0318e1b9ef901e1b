import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { standingOf } from '#lib/domain/complaint/caseload.ts';
import type { StrandId } from '#lib/domain/complaint/codes.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { policyOf, type Field, type OfflineField } from '#lib/domain/offline/mergePolicy.ts';
import { movedFields, strandsMoved } from '#lib/domain/offline/movedFields.ts';
import {
	fieldsWritten,
	strandTouched,
	TOUCHED_BY,
	type ClashField
} from '#lib/domain/offline/offlineFields.ts';
import type { OfflineOrder } from '#lib/domain/offline/offlineOrders.ts';
import { saysTheSame } from '#lib/domain/offline/saysTheSame.ts';

/** One event of the log of a case. */
export interface LoggedEvent {
	version: number;
	event: ComplaintEvent;
	/** Written down for an order that the same device gave earlier, so that this one knew of it. */
	isOwnEarlier?: boolean;
}

/** An order that was given with no signal, and what it is judged by. */
export interface GivenOffline {
	order: OfflineOrder;
	/**
	 * The last version of the case that the person had seen. Found in the log by the order that wrote
	 * it, because a restore gives versions again; 0 where it is not there, and where they saw none.
	 */
	basedOnVersion: number;
	/** The whole log of the case, the oldest first; empty where there is no case yet. */
	history: readonly LoggedEvent[];
	/** For a promise: when it was kept, as is known by now; left out where it was not. */
	promiseDoneOn?: PlainDate | null;
}

/**
 * What becomes of it. `apply`: the rules are asked as of any order. `propose`: kept as it is until
 * an officer confirms it online. `alreadyThere`: somebody wrote down the very same; nothing is
 * written again, and the order is done. `clash`: a person chooses, and nothing changes until then.
 * `theirs`: the versions that moved it; none where it is kept beside the log.
 *
 * `endedMeanwhile`: the case, or the strand it is about, ended since the person looked at it.
 */
export type OfflineVerdict =
	| { verdict: 'apply'; endedMeanwhile: boolean }
	| { verdict: 'propose'; why: 'dateWithLegalEffect'; endedMeanwhile: boolean }
	| { verdict: 'alreadyThere'; theirs: readonly number[] }
	| { verdict: 'clash'; field: ClashField; theirs: readonly number[] };

/**
 * What becomes of an order that was given with no signal, before the rules are asked. Nothing is
 * overwritten, nothing is written twice, and no note is ever turned away.
 */
export function judgeOffline(given: GivenOffline): OfflineVerdict {
	const { order, history } = given;
	if (order.type === 'completePromise' && given.promiseDoneOn) {
		return order.doneOn === given.promiseDoneOn
			? { verdict: 'alreadyThere', theirs: [] }
			: { verdict: 'clash', field: 'promise', theirs: [] };
	}
	const seen = history.filter(({ version }) => version <= seenVersion(given));
	const since = history.slice(seen.length).filter(({ isOwnEarlier }) => !isOwnEarlier);
	const written = fieldsWritten(order);
	const strandId = strandTouched(order);

	const [first, ...more] = since.filter((one) => hasMoved(one, written[0], strandId));
	if (first && more.length === 0 && saysTheSame(order, first.event)) {
		return { verdict: 'alreadyThere', theirs: [first.version] };
	}
	for (const field of [...written.filter(canClash), ...TOUCHED_BY[order.type].restsOn]) {
		const moved = since.filter((one) => hasMoved(one, field, strandId));
		if (moved.length > 0) {
			return { verdict: 'clash', field, theirs: moved.map(({ version }) => version) };
		}
	}
	const endedMeanwhile = hasEnded(history, strandId) && !hasEnded(seen, strandId);
	return written.some((field) => policyOf(field) === 'waitsForOfficer')
		? { verdict: 'propose', why: 'dateWithLegalEffect', endedMeanwhile }
		: { verdict: 'apply', endedMeanwhile };
}

function canClash(field: OfflineField): field is OfflineField & ClashField {
	return policyOf(field) !== 'alwaysAdds';
}

/** A log that is shorter than what the device saw was restored from a backup: none of it is known. */
function seenVersion({ basedOnVersion, history }: GivenOffline): number {
	const last = history.at(-1)?.version ?? 0;
	return basedOnVersion > last ? 0 : basedOnVersion;
}

/** What is about the whole case is about each of its strands. */
function hasMoved({ event }: LoggedEvent, field: Field, strandId: StrandId | null): boolean {
	if (!movedFields(event).includes(field)) return false;
	const strands = strandsMoved(event);
	return strandId === null || strands.length === 0 || strands.includes(strandId);
}

function hasEnded(history: readonly LoggedEvent[], strandId: StrandId | null): boolean {
	const complaint = rebuild(history.map(({ event }) => event));
	const strand = complaint.strands.find((one) => one.strandId === strandId);
	return strand
		? strand.stage === 'closed' || strand.stage === 'withdrawn'
		: standingOf(complaint) === 'ended';
}
