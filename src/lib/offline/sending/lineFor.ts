import { openLine, type ServerSaid } from '#lib/offline/device/deviceLine.ts';
import type { KeptCase } from '#lib/offline/device/openDatabase.ts';
import type { EnrolledPerson, OpenDevice } from '#lib/offline/device/ownDevice.ts';
import type { PullLine } from '#lib/offline/outbox/hearChanges.ts';
import type { PushLine } from '#lib/offline/outbox/sendWaiting.ts';
import type { Fetch } from '#lib/offline/server.ts';
import type { PullReply } from '#lib/wire/deviceSync.ts';
import { toBase64Url } from '#lib/wire/sealedOrder.ts';

/**
 * The way to the server of this device. One that is locked, or only takes down, sends what is sealed
 * and asks for no case: it could keep none, and nobody has looked at one.
 */
export function lineFor(
	{ person, key, disk }: OpenDevice,
	fetch: Fetch,
	onHeard: (said: ServerSaid) => void
): PushLine & PullLine<KeptCase> {
	const { personId, deviceId, credential } = person;
	const line = openLine({ fetch, key, personId, deviceId, credential, onHeard });
	return key ? line : { ...line, pull: hearNothing };

	/** Only how it stands: whether it was taken from its person, who may have lost it. */
	async function hearNothing(): Promise<PullReply<KeptCase>> {
		const { epoch } = await disk.readOutbox();
		const said = await line.push({ epoch, deviceId, items: [] });
		if (said.kind === 'removed' || said.kind === 'signedOut' || said.kind === 'busy') return said;
		if (epoch === null) return { kind: 'busy', retryAfterMs: null };
		const nothing = { settled: [], cases: [], forget: [], isMore: false };
		return { kind: 'changes', epoch, durable: 0, at: 0, granted: grantedTo(person), ...nothing };
	}
}

/** As it stands: who asks for nothing is told of nothing new. */
function grantedTo({ sealKey, caseLimit, leaseHours, longestLeaseDays }: EnrolledPerson) {
	const publicKey = toBase64Url(sealKey.publicKey);
	return { sealKey: { keyId: sealKey.keyId, publicKey }, caseLimit, leaseHours, longestLeaseDays };
}
