import { sql } from 'kysely';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { KnownChild, UploadedReview } from '#lib/domain/reviews/planUpload.ts';
import { openForAll } from '#lib/server/keys/sealing.ts';
import { indexName } from '#lib/server/people/nameIndex.ts';
import {
	matchChildren,
	type CalledChild,
	type CalledKnown
} from '#lib/server/reviews/matchChildren.ts';
import { placeOfReview } from '#lib/server/reviews/planReview.ts';
import { readDay, type ListedLine } from '#lib/server/reviews/readList.ts';
import { indexNumber } from '#lib/server/reviews/reviewedChildren.ts';
import type { Work } from '#lib/server/work.ts';

/** Why a line of a list is left out. */
export type LineFault =
	| 'officerMissing'
	| 'officerUnknown'
	| 'officerTwice'
	| 'childMissing'
	| 'childTwice'
	| 'dayUnreadable'
	| 'dayUnlikely'
	| 'placeLong'
	| 'twoOfficers'
	| 'saidTwice';

/** A list as far as it could be read, beside what we have of its children. */
export interface MatchedList {
	lines: readonly UploadedReview[];
	known: readonly KnownChild[];
	faults: readonly { line: number; because: LineFault }[];
}

/** A day further off than this is a slip of the pen. */
const MOST_DAYS_BACK = 366;
const MOST_DAYS_AHEAD = 731;
const LONGEST = 200;

/** Finds the officer and the child of each line, as ourselves: whoever uploads sees no child's record. */
export async function matchList(
	work: Work,
	lines: readonly ListedLine[],
	today: PlainDate
): Promise<MatchedList> {
	const officers = await findOfficers(work);
	const known = await findKnown(work);
	const called = lines.map((line) => callChild(work, line));
	const children = matchChildren(called, known);
	const read = lines.map((line, at) => {
		const isNamed = called[at]?.name !== '';
		return readLine(line, { officers, isNamed, child: children[at] ?? null, today });
	});
	const readable = read.filter((one) => 'on' in one);
	const wanted = new Set(readable.map(({ child }) => child));
	return {
		lines: readable,
		known: await withReviews(
			work,
			known.filter(({ childId }) => wanted.has(childId))
		),
		faults: read.filter((one) => 'because' in one)
	};
}

interface Officer {
	staffId: string;
	names: readonly string[];
}

interface KnownRow extends CalledKnown {
	officerId: string;
}

function callChild({ keys }: Work, { child, number }: ListedLine): CalledChild {
	const name = child.length > LONGEST ? '' : nameKey(indexName(keys, child));
	if (name === '' || number === '') return { name, number: null };
	return { name, number: indexNumber(keys, number).toString('hex') };
}

function readLine(
	listed: ListedLine,
	beside: {
		officers: readonly Officer[];
		isNamed: boolean;
		child: string | null;
		today: PlainDate;
	}
): UploadedReview | { line: number; because: LineFault } {
	const { line, officer, child: name, number, place } = listed;
	const { officers, isNamed, child, today } = beside;
	const leftOut = (because: LineFault) => ({ line, because });
	if (officer === '') return leftOut('officerMissing');
	const [found, second] = officers.filter(({ names }) => names.includes(officer.toLowerCase()));
	if (!found) return leftOut('officerUnknown');
	if (second) return leftOut('officerTwice');
	if (!isNamed) return leftOut('childMissing');
	if (child === null) return leftOut('childTwice');
	const on = readDay(listed.day);
	if (!on) return leftOut('dayUnreadable');
	if (on < addDays(today, -MOST_DAYS_BACK) || on > addDays(today, MOST_DAYS_AHEAD)) {
		return leftOut('dayUnlikely');
	}
	if (place.length > LONGEST) return leftOut('placeLong');
	return { line, child, name, number, officerId: found.staffId, on, place };
}

/** Whoever runs reviews, by all that a list may call them: the e-mail, the sign-in or the name. */
async function findOfficers({ trx }: Work): Promise<Officer[]> {
	const rows = await trx
		.selectFrom('staff')
		.innerJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
		.select(['staff.staff_id', 'display_name', 'email', 'username'])
		.where('role', '=', 'reviewingOfficer')
		.where('is_active', '=', true)
		.execute();
	return rows.map(({ staff_id, display_name, email, username }) => ({
		staffId: staff_id,
		names: [display_name, email ?? '', username]
			.map((name) => name.trim().toLowerCase())
			.filter((name) => name !== '')
	}));
}

async function findKnown({ trx }: Work): Promise<KnownRow[]> {
	const rows = await trx
		.selectFrom('reviewed_child')
		.select(['child_id', 'officer_id', 'name_index', 'number_index'])
		.where('erased_at', 'is', null)
		.execute();
	return rows.map((row) => ({
		childId: row.child_id,
		officerId: row.officer_id,
		name: nameKey(row.name_index),
		number: row.number_index?.toString('hex') ?? null
	}));
}

async function withReviews({ trx, keys }: Work, known: readonly KnownRow[]): Promise<KnownChild[]> {
	const ids = known.map(({ childId }) => childId);
	if (ids.length === 0) return [];
	const opened = await openForAll(trx, keys, ids);
	const rows = await trx
		.selectFrom('review')
		.select(['review_id', 'child_id', 'review_on', 'sealed_place', 'is_uploaded', 'held'])
		.where('child_id', '=', sql<string>`any (${ids}::uuid[])`)
		.execute();
	return known.map(({ childId, officerId, number }) => ({
		child: childId,
		officerId,
		hasNumber: number !== null,
		reviews: rows
			.filter(({ child_id }) => child_id === childId)
			.map((row) => ({
				reviewId: row.review_id,
				on: row.review_on as PlainDate,
				place: opened.get(childId)?.open(placeOfReview(row.review_id), row.sealed_place) ?? '',
				isUploaded: row.is_uploaded,
				held: row.held
			}))
	}));
}

/** The same words in any order are the same name. */
function nameKey(index: readonly Buffer[]): string {
	return index
		.map((hash) => hash.toString('hex'))
		.toSorted()
		.join(' ');
}
