import { postOf, readJson, type Fetch } from '#lib/offline/server.ts';
import type { Standing } from '#lib/offline/store.ts';
import type { PushAnswer, PushedCommand, PushResult } from '#lib/wire/sync.ts';

/** What sending one order came to. */
export type PushOutcome =
	{ answered: true; result: PushResult } | { answered: false; standing: Standing };

/** How often an order is tried. */
export interface Tries {
	/** How long to wait before each further try, in milliseconds. */
	waitsMs: readonly number[];
	/** After so long without an answer there is none; null waits as long as the browser does. */
	mostMs: number | null;
}

/** Where it stays on the page without an answer. */
export const THREE_TRIES: Tries = { waitsMs: [300, 1500], mostMs: null };

/** Where the device keeps it without an answer, so that nobody waits for a signal. */
export const ONE_TRY: Tries = { waitsMs: [], mostMs: 8_000 };

/**
 * Sends one order until the server answers. The id is the same on every try, so an order whose
 * answer was lost is not carried out twice.
 */
export async function pushOnce(
	fetch: Fetch,
	command: PushedCommand,
	{ waitsMs, mostMs }: Tries = THREE_TRIES
): Promise<PushOutcome> {
	for (const waitMs of [...waitsMs, null]) {
		const outcome = await pushNow(fetch, command, mostMs);
		if (outcome.answered || outcome.standing === 'signedOut' || waitMs === null) return outcome;
		await new Promise((resolve) => setTimeout(resolve, waitMs));
	}
	return { answered: false, standing: 'noSignal' };
}

async function pushNow(
	fetch: Fetch,
	command: PushedCommand,
	mostMs: number | null
): Promise<PushOutcome> {
	const answer = await readJson<PushAnswer>(fetch, '/api/sync/push', {
		...postOf({ commands: [command] }),
		...(mostMs === null ? {} : { signal: AbortSignal.timeout(mostMs) })
	});
	if (!answer.ok) {
		const { standing } = answer;
		return { answered: false, standing: standing === 'missing' ? 'serverBroken' : standing };
	}
	const result = answer.value.results.find(({ commandId }) => commandId === command.commandId);
	return result ? { answered: true, result } : { answered: false, standing: 'serverBroken' };
}
