import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { inOrderToAsk } from '#lib/domain/reviews/promises.ts';
import { openForAll } from '#lib/server/keys/sealing.ts';
import { wordsOfPromise, type PromiseWords } from '#lib/server/reviews/reviewPromises.ts';
import type { Work } from '#lib/server/work.ts';
import type { ListedPromise } from '#lib/wire/reviews.ts';

/** What is promised to these children and not kept whole, in the order to ask about it. */
export async function findOpenPromises(
	work: Work,
	childIds: readonly string[]
): Promise<ListedPromise[]> {
	return inOrderToAsk(await findPromises(work, { childIds }));
}

/** Promises of these children, or of one concern, kept ones too. Erased ones are left out. */
export async function findPromises(
	{ trx, keys }: Work,
	of: { childIds: readonly string[] } | { concernId: string }
): Promise<ListedPromise[]> {
	if ('childIds' in of && of.childIds.length === 0) return [];
	const rows = await trx
		.selectFrom('review_promise')
		.select(['promise_id', 'child_id', 'sealed', 'made_on', 'due_on', 'found', 'checked_on'])
		.where((eb) =>
			'childIds' in of ? eb('child_id', 'in', of.childIds) : eb('concern_id', '=', of.concernId)
		)
		.orderBy('made_on')
		.orderBy('promise_id')
		.execute();
	const opened = await openForAll(
		trx,
		keys,
		rows.map(({ child_id }) => child_id)
	);
	return rows.flatMap((row) => {
		const words = opened.get(row.child_id)?.open(wordsOfPromise(row.promise_id), row.sealed);
		if (!words) return [];
		const { what, who } = JSON.parse(words) as PromiseWords;
		return [
			{
				promiseId: row.promise_id,
				childId: row.child_id,
				what,
				who,
				madeOn: row.made_on as PlainDate,
				dueOn: row.due_on as PlainDate | null,
				found: row.found,
				checkedOn: row.checked_on as PlainDate | null
			}
		];
	});
}
