import { postOf, readJson, type Fetch } from '#lib/offline/server.ts';
import type { Standing } from '#lib/offline/store.ts';
import type { PushAnswer, PushedCommand, PushResult } from '#lib/wire/sync.ts';

/** What sending one order came to. */
export type PushOutcome =
	{ answered: true; result: PushResult } | { answered: false; standing: Standing };

/** How long to wait before each further try, in milliseconds. */
const WAITS_MS = [300, 1500];

/**
 * Sends one order until the server answers, three times at most. The id is the same on every
 * try, so an order whose answer was lost is not carried out twice.
 */
export async function pushOnce(fetch: Fetch, command: PushedCommand): Promise<PushOutcome> {
	for (const waitMs of [...WAITS_MS, null]) {
		const outcome = await pushNow(fetch, command);
		if (outcome.answered || outcome.standing === 'signedOut' || waitMs === null) return outcome;
		await new Promise((resolve) => setTimeout(resolve, waitMs));
	}
	return { answered: false, standing: 'noSignal' };
}

async function pushNow(fetch: Fetch, command: PushedCommand): Promise<PushOutcome> {
	const answer = await readJson<PushAnswer>(
		fetch,
		'/api/sync/push',
		postOf({ commands: [command] })
	);
	if (!answer.ok) {
		const { standing } = answer;
		return { answered: false, standing: standing === 'missing' ? 'serverBroken' : standing };
	}
	const result = answer.value.results.find(({ commandId }) => commandId === command.commandId);
	return result ? { answered: true, result } : { answered: false, standing: 'serverBroken' };
}
