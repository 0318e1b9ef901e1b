import type { KeptCase } from '#lib/offline/device/openDatabase.ts';
import type { OwnKey } from '#lib/offline/device/ownKey.ts';
import type { PullLine } from '#lib/offline/outbox/hearChanges.ts';
import type { PushLine } from '#lib/offline/outbox/sendWaiting.ts';
import { postOf, type Fetch } from '#lib/offline/server.ts';
import type { PullReply, PushReply } from '#lib/wire/deviceSync.ts';
import type { PackedCase } from '#lib/wire/pack.ts';

/** The server answered with something that is none of its answers: a proxy's page, half a text. */
class NoWholeAnswer extends Error {
	override name = 'NoWholeAnswer';
}

interface LineOf {
	fetch: Fetch;
	key: OwnKey;
	personId: string;
}

/**
 * The way to the server's two doors for devices. Each case is sealed under the person's own key
 * before anything else sees it, so that it never lies open on the device.
 *
 * Rejects where no whole answer came: nothing is known then, and the same is sent again.
 */
export function openLine({
	fetch,
	key,
	personId
}: LineOf): Pick<PushLine, 'push'> & PullLine<KeptCase> {
	return {
		async push(sent) {
			const said = await ask<PushReply>(fetch, '/api/sync/items', sent);
			if (said.isAnswer) return said.reply;
			// One that cannot be read would hold up all the others: halved until it stands alone.
			if (said.status === 413 || said.status === 400) return { kind: 'tooLarge' };
			return otherReply(said);
		},
		async pull(asked) {
			const said = await ask<PullReply<PackedCase>>(fetch, '/api/sync/pack', asked);
			if (!said.isAnswer) return otherReply(said);
			if (said.reply.kind !== 'changes') return said.reply;
			return { ...said.reply, cases: await Promise.all(said.reply.cases.map(keep)) };
		}
	};

	async function keep(packed: PackedCase): Promise<KeptCase> {
		const { complaintId, stamp } = packed;
		const sealed = await key.seal({ store: 'cases', id: complaintId, personId }, packed);
		return { complaintId, stamp, sealed };
	}
}

interface NoAnswerOfOurs {
	isAnswer: false;
	status: number;
	retryAfterMs: number | null;
}

async function ask<Reply extends { kind: string }>(
	fetch: Fetch,
	path: string,
	body: unknown
): Promise<{ isAnswer: true; reply: Reply } | NoAnswerOfOurs> {
	const response = await fetch(path, {
		...postOf(body),
		cache: 'no-store',
		credentials: 'same-origin'
	});
	if (!response.ok) {
		const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
		return { isAnswer: false, status: response.status, retryAfterMs };
	}
	const reply = (await response.json()) as Reply;
	if (typeof reply.kind !== 'string') throw new NoWholeAnswer(path);
	return { isAnswer: true, reply };
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
