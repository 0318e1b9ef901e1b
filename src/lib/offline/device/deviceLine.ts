import type { KeptCase } from '#lib/offline/device/openDatabase.ts';
import type { OwnKey } from '#lib/offline/device/ownKey.ts';
import type { PullLine } from '#lib/offline/outbox/hearChanges.ts';
import type { PushLine } from '#lib/offline/outbox/sendWaiting.ts';
import { postOf, type Fetch } from '#lib/offline/server.ts';
import type { Instant } from '#lib/domain/calendar/england.ts';
import type { GrantedNow } from '#lib/wire/deviceRecord.ts';
import type {
	DepositReply,
	DeviceStanding,
	ItemPush,
	OtherReply,
	PullReply,
	PushReply
} from '#lib/wire/deviceSync.ts';
import type { PackedCase } from '#lib/wire/pack.ts';

/** The server answered with something that is none of its answers: a proxy's page, half a text. */
class NoWholeAnswer extends Error {
	override name = 'NoWholeAnswer';
}

interface LineOf {
	fetch: Fetch;
	/** Null on a device that only takes down: no case is kept there. */
	key: OwnKey | null;
	personId: string;
	deviceId: string;
	/** What the device was given when it was enrolled. */
	credential: string;
	/** Told of each whole answer: the server's time, and what the device may do now. */
	onHeard?: (said: ServerSaid) => void;
}

/** What an answer of the server says beside what was asked. */
export interface ServerSaid {
	/** The last time that the server told. */
	at: Instant;
	/** Null where this answer says nothing of it. */
	granted: GrantedNow | null;
}

/**
 * The way to the server's three doors for devices. Each case is sealed under the person's own key
 * before anything else sees it, so that it never lies open on the device.
 *
 * Where the server lets nobody in, it is asked by the device's own credential how its person stands:
 * whether they only have to sign in, may not any more, or the device is not theirs any more.
 *
 * Rejects where no whole answer came: nothing is known then, and the same is sent again.
 */
export function openLine(line: LineOf): PushLine & PullLine<KeptCase> {
	const { fetch, key, personId, onHeard } = line;
	return {
		async push(sent) {
			const said = await ask<PushReply>(fetch, '/api/sync/items', sent);
			if (!said.isAnswer) return (await standingBehind(line, said, sent.epoch)) ?? notTaken(said);
			if (said.reply.kind === 'answered') onHeard?.({ at: said.reply.at, granted: null });
			return said.reply;
		},
		async deposit(sent) {
			const said = await askToDeposit(line, sent);
			if (!said.isAnswer) return notTaken(said);
			if (said.reply.kind === 'answered') onHeard?.({ at: said.reply.at, granted: null });
			return said.reply;
		},
		async pull(asked) {
			const said = await ask<PullReply<PackedCase>>(fetch, '/api/sync/pack', asked);
			if (!said.isAnswer) {
				return (await standingBehind(line, said, asked.epoch)) ?? otherReply(said);
			}
			if (said.reply.kind !== 'changes') return said.reply;
			const { at, granted, cases } = said.reply;
			onHeard?.({ at, granted });
			return { ...said.reply, cases: key ? await Promise.all(cases.map(keepWith(key))) : [] };
		}
	};

	function keepWith(own: OwnKey) {
		return async (packed: PackedCase): Promise<KeptCase> => {
			const { complaintId, stamp } = packed;
			const sealed = await own.seal({ store: 'cases', id: complaintId, personId }, packed);
			return { complaintId, stamp, sealed };
		};
	}
}

type Shut = Extract<OtherReply, { kind: 'signedOut' | 'removed' }>;

/**
 * How the device stands where its person is not let in; null where that is not why. Not knowing is
 * as if they only had to sign in: nothing is forgotten for an answer that did not come.
 */
async function standingBehind(
	line: LineOf,
	{ status }: NoAnswerOfOurs,
	epoch: string | null
): Promise<Shut | null> {
	if (status !== 401 && status !== 404) return null;
	const nothing = { epoch, deviceId: line.deviceId, items: [] };
	const said = await askToDeposit(line, nothing).catch(() => null);
	const standing = said?.isAnswer && 'standing' in said.reply ? said.reply.standing : 'signedOut';
	// A door that is not there for somebody who is let in elsewhere: nothing to sign in for.
	return status === 404 && standing === 'signedOut' ? null : shutBy(standing);
}

function shutBy(standing: DeviceStanding): Shut {
	switch (standing) {
		case 'removed':
			return { kind: 'removed', isKnown: true };
		case 'over':
			return { kind: 'signedOut', isOver: true };
		case 'signedOut':
			return { kind: 'signedOut', isOver: false };
	}
}

function askToDeposit({ fetch, deviceId, credential }: LineOf, sent: ItemPush) {
	const authorization = `Device ${deviceId}.${credential}`;
	return ask<DepositReply>(fetch, '/api/sync/deposit', sent, { authorization });
}

/** After so long there is no answer: the next try may find a better line. */
const MOST_MS = 60_000;

interface NoAnswerOfOurs {
	isAnswer: false;
	status: number;
	retryAfterMs: number | null;
}

async function ask<Reply extends { kind: string }>(
	fetch: Fetch,
	path: string,
	body: unknown,
	more: Record<string, string> = {}
): Promise<{ isAnswer: true; reply: Reply } | NoAnswerOfOurs> {
	const post = postOf(body);
	const response = await fetch(path, {
		...post,
		headers: { ...more, ...(post.headers as Record<string, string>) },
		cache: 'no-store',
		credentials: 'same-origin',
		signal: AbortSignal.timeout(MOST_MS)
	});
	if (!response.ok) {
		const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
		return { isAnswer: false, status: response.status, retryAfterMs };
	}
	const reply = (await response.json()) as Reply;
	if (typeof reply.kind !== 'string') throw new NoWholeAnswer(path);
	return { isAnswer: true, reply };
}

function notTaken(said: NoAnswerOfOurs) {
	// One that cannot be read would hold up all the others: halved until it stands alone.
	if (said.status === 413 || said.status === 400) return { kind: 'tooLarge' } as const;
	return otherReply(said);
}

function otherReply({ status, retryAfterMs }: NoAnswerOfOurs) {
	return status === 401
		? ({ kind: 'signedOut', isOver: false } as const)
		: ({ kind: 'busy', retryAfterMs } as const);
}

/** Seconds, as our own server writes it; a date is not waited for. */
function readRetryAfter(header: string | null): number | null {
	return header !== null && /^\d+$/.test(header) ? Number(header) * 1_000 : null;
}
