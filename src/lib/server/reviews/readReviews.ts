import { providerToAsk } from '#lib/domain/advocacy/providers.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { inOrderOn } from '#lib/server/advocacy/providerAway.ts';
import { openForAll } from '#lib/server/keys/sealing.ts';
import { readLadder } from '#lib/server/reviews/ladder.ts';
import { readConcerns } from '#lib/server/reviews/listedConcerns.ts';
import { findOpenPromises } from '#lib/server/reviews/listedPromises.ts';
import { placeOfReview } from '#lib/server/reviews/planReview.ts';
import { findChildNames } from '#lib/server/reviews/reviewedChildren.ts';
import type { Service } from '#lib/server/service.ts';
import { dutyNumber, readCouncil } from '#lib/server/settings/council.ts';
import { shortName } from '#lib/server/sync/packCase.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import type { ListedReview, MyReviews } from '#lib/wire/reviews.ts';

/** How far ahead reviews are listed, the last day in it. */
const DAYS_AHEAD = 14;
/** For how long a review is listed that nobody said of whether it was held. */
const DAYS_BACK = 7;
/** For how long a concern that ended is still listed. */
const DAYS_ENDED = 28;

/** The reviews of that officer, what was promised there, and the concerns that they see. */
export async function readReviews(service: Service, staffId: string): Promise<MyReviews> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const today = dateInEngland(work.now());
		const childIds = await findOwnChildren(work, staffId);
		const names = await findChildNames(work, childIds);
		const { ladder } = await readLadder(work);
		return {
			asOf: instantOf(work),
			today,
			reviews: await findReviews(work, childIds, today),
			children: [...names].map(([childId, name]) => ({
				childId,
				called: shortName(name) ?? ''
			})),
			promises: await findOpenPromises(work, childIds),
			concerns: await findListed(work, today),
			ladder: ladder.map(({ step }) => step),
			...(await findNumbers(work, today))
		};
	});
}

/** Their own, and not those of whom they manage: a device keeps no more than is theirs to run. */
async function findOwnChildren({ trx }: Work, staffId: string): Promise<string[]> {
	const rows = await trx
		.selectFrom('reviewed_child')
		.select('child_id')
		.where('officer_id', '=', staffId)
		.where('erased_at', 'is', null)
		.execute();
	return rows.map(({ child_id }) => child_id);
}

async function findReviews(
	{ trx, keys }: Work,
	childIds: readonly string[],
	today: PlainDate
): Promise<ListedReview[]> {
	if (childIds.length === 0) return [];
	const rows = await trx
		.selectFrom('review')
		.select(['review_id', 'child_id', 'review_on', 'sealed_place', 'held'])
		.where('child_id', 'in', childIds)
		.where('review_on', '<=', addDays(today, DAYS_AHEAD))
		.where((eb) =>
			eb.or([
				eb('review_on', '>=', today),
				eb.and([eb('held', 'is', null), eb('review_on', '>=', addDays(today, -DAYS_BACK))])
			])
		)
		.orderBy('review_on')
		.orderBy('review_id')
		.execute();
	const opened = await openForAll(
		trx,
		keys,
		rows.map(({ child_id }) => child_id)
	);
	return rows.map((row) => ({
		reviewId: row.review_id,
		childId: row.child_id,
		on: row.review_on as PlainDate,
		place: opened.get(row.child_id)?.open(placeOfReview(row.review_id), row.sealed_place) ?? '',
		held: row.held
	}));
}

async function findListed(work: Work, today: PlainDate): Promise<MyReviews['concerns']> {
	const since = addDays(today, -DAYS_ENDED);
	return (await readConcerns(work, 'all'))
		.filter(({ concern }) => {
			const isOver = concern.state === 'settled' || concern.state === 'complaint';
			return !isOver || concern.lastOn >= since;
		})
		.map(({ listed }) => listed);
}

async function findNumbers(
	{ trx }: Work,
	today: PlainDate
): Promise<Pick<MyReviews, 'duty' | 'advocacy'>> {
	const { duty, advocacy } = await readCouncil(trx);
	const provider = providerToAsk(await inOrderOn(trx, advocacy.providers, today), today);
	return {
		duty: dutyNumber(duty),
		advocacy: { name: provider.name, telephone: provider.telephone }
	};
}
