import { postOf, readJson, type Answer, type Fetch } from '#lib/offline/server.ts';
import type { NeedsYou, SeenNotKept, Settle, SettleReply } from '#lib/wire/needsYou.ts';

const PATH = '/api/sync/needs-you';

/** What waits for the person who is signed in, as the server has it. */
export function readNeedsYou(fetch: Fetch): Promise<Answer<NeedsYou>> {
	return readJson<NeedsYou>(fetch, PATH);
}

/** Decides on one of them, or takes the last decision back. */
export function settleNeeded(fetch: Fetch, decision: Settle): Promise<Answer<SettleReply>> {
	return readJson<SettleReply>(fetch, PATH, postOf(decision));
}

/** Says that they have read of a file that was not kept, so that it is told no more. */
export function sayNotKeptSeen(fetch: Fetch, seen: SeenNotKept): Promise<Answer<unknown>> {
	return readJson(fetch, PATH, postOf(seen));
}
