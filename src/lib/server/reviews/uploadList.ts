import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { planUpload, type PlannedReview, type UploadPlan } from '#lib/domain/reviews/planUpload.ts';
import { carryOutList } from '#lib/server/reviews/carryOutList.ts';
import { matchList, type LineFault, type MatchedList } from '#lib/server/reviews/matchList.ts';
import { readList } from '#lib/server/reviews/readList.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves, inTransaction, type Work } from '#lib/server/work.ts';

/** What a list would change, as the administrator looks at it before it does. */
export interface ListShown {
	added: readonly ShownReview[];
	changed: readonly (ShownReview & { from: string })[];
	/** Children who go to another officer. */
	moved: readonly { child: string; from: string; to: string }[];
	/** Children that were there without the council's number for them, which the list has. */
	numbered: readonly string[];
	/** How many changes that is. */
	changes: number;
	/** How many reviews are there already, just so. */
	same: number;
	faults: readonly { line: number; because: LineFault }[];
	/** What stands for exactly these changes: another list, or other reviews by now, has another. */
	seal: string;
}

interface ShownReview {
	line: number;
	child: string;
	officer: string;
	on: string;
	place: string;
}

/** What looking at a list came to, or taking it over. */
export type ListRead =
	{ read: false; missing: readonly string[] } | { read: true; taken: boolean; shown: ListShown };

/** What a list would change, and changes nothing. */
export function lookAtList(service: Service, staffId: string, text: string): Promise<ListRead> {
	return readAndTake(service, staffId, { text, seal: null });
}

/**
 * Takes a list over, as it was looked at: where anything would change that was not shown, nothing
 * does, and it is shown again. Whoever had a child before sees them no more from now on.
 */
export function takeList(
	service: Service,
	staffId: string,
	list: { text: string; seal: string }
): Promise<ListRead> {
	return readAndTake(service, staffId, list);
}

function readAndTake(
	service: Service,
	staffId: string,
	{ text, seal }: { text: string; seal: string | null }
): Promise<ListRead> {
	const list = readList(text);
	if (!list.ok) return Promise.resolve({ read: false, missing: list.missing });
	return inTransaction(service, { kind: 'staff', staffId }, (work) =>
		asOurselves(work, async (ours) => {
			const today = dateInEngland(ours.now());
			if (seal !== null) await lockReviews(ours);
			const matched = await matchList(ours, list.lines, today);
			const plan = planUpload(matched.lines, matched.known, today);
			const shown = await show(ours, matched, plan);
			const taken = seal === shown.seal;
			if (taken) await carryOutList(ours, plan);
			return { read: true, taken, shown };
		})
	);
}

/**
 * Two administrators who take a list over at once do it one after the other; and an officer who says
 * meanwhile whether a review was held is waited for, or waits.
 */
async function lockReviews({ trx }: Work): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended('reviewList', 1))`.execute(trx);
	await trx
		.selectFrom('review')
		.select('review_id')
		.where('held', 'is', null)
		.forNoKeyUpdate()
		.execute();
}

async function show(work: Work, matched: MatchedList, plan: UploadPlan): Promise<ListShown> {
	const rows = await work.trx.selectFrom('staff').select(['staff_id', 'display_name']).execute();
	const officerOf = (staffId: string) =>
		rows.find((row) => row.staff_id === staffId)?.display_name ?? '';
	const shownOf = ({ line, name, officerId, on, place }: PlannedReview): ShownReview => ({
		line,
		child: name,
		officer: officerOf(officerId),
		on,
		place
	});
	const same = plan.reviews.filter(({ change }) => change === 'same').length;
	return {
		added: plan.reviews.filter(({ change }) => change === 'add').map(shownOf),
		changed: plan.reviews.flatMap((review) => {
			if (review.change !== 'day' && review.change !== 'place') return [];
			return [{ ...shownOf(review), from: review.change === 'day' ? review.fromOn : '' }];
		}),
		moved: plan.moved.map(({ name, fromId, toId }) => ({
			child: name,
			from: officerOf(fromId),
			to: officerOf(toId)
		})),
		numbered: plan.numbered.map(({ name }) => name),
		changes: plan.reviews.length - same + plan.moved.length + plan.numbered.length,
		same,
		faults: [...matched.faults, ...plan.faults].toSorted((one, other) => one.line - other.line),
		seal: createHmac('sha256', work.keys.pepper).update(JSON.stringify(plan)).digest('base64url')
	};
}
