import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { findWaits } from '#lib/server/sync/agreedWaits.ts';
import { findAmong } from '#lib/server/sync/findAmong.ts';
import { findCovered } from '#lib/server/cover/cover.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { findCalledName, findPeople } from '#lib/server/people/people.ts';
import type { Service } from '#lib/server/service.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { fitsClock, nearDays, type NearDays } from '#lib/server/sync/clockStanding.ts';
import { noteSearch } from '#lib/server/sync/noteSearch.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { CaseFilter, CasePage, ListedCase, ListPlace, ListQuery } from '#lib/wire/caseload.ts';

/** How many cases stand on a page. */
const CASES_A_PAGE = 25;

/** Beyond so many it is only said that there are more: counting on would cost more than it tells. */
const MOST_COUNTED = 1000;

/**
 * One page of the cases this person may see that fit the filter, and how many fit, up to 1,000. Old and
 * imported ones too. A page is found by where the last one ended, so that the thousandth costs
 * what the first does. That somebody searched by words is written down, not for what.
 */
export async function listCases(
	service: Service,
	staffId: string,
	query: ListQuery
): Promise<CasePage> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const asked = await readAsked(work, staffId, query);
		const rows = await findPage(work, asked);
		const count = await countFitting(work, asked, rows.length);
		const shown = rows.slice(0, CASES_A_PAGE);
		if (asked.words !== '') await noteSearch(work, count);
		return pageFrom(query, {
			rows,
			count,
			names: await findNames(
				work,
				shown.map((row) => row.complaint_id)
			),
			waits: await findWaits(work, shown)
		});
	});
}

/** The question, with what the database needs to answer it. */
interface Asked {
	filter: CaseFilter;
	words: string;
	place: ListPlace | null;
	/** The person asking, and those they cover for today; empty unless it matters. */
	mine: readonly string[];
	/** Null unless it matters. */
	days: NearDays | null;
	/** The only cases that can fit, where an index says so; null where there are too many. */
	among: readonly string[] | null;
}

async function readAsked(work: Work, staffId: string, query: ListQuery): Promise<Asked> {
	const today = dateInEngland(work.now());
	const words = query.words.trim();
	const { who, clock } = query.filter;
	return {
		filter: query.filter,
		words,
		place: query.place,
		mine: who === 'mine' ? [staffId, ...(await findCovered(work, staffId, today))] : [],
		days: clock === '' ? null : nearDays(today, await readHolidays(work.trx)),
		among: await findAmong(work, query.filter, words)
	};
}

type Fitting<Columns> = SelectQueryBuilder<Database, 'complaint', Columns>;

function fitting<Columns>(query: Fitting<Columns>, asked: Asked): Fitting<Columns> {
	const { filter, among, mine, days } = asked;
	return query
		.$if(filter.who === 'mine', (q) => q.where((eb) => isHeldBy(eb, mine)))
		.$if(filter.who === 'nobody', (q) => q.where('officer_id', 'is', null))
		.$if(!['', 'mine', 'nobody'].includes(filter.who), (q) =>
			q.where((eb) => isHeldBy(eb, [filter.who]))
		)
		.$if(filter.team !== '', (q) => q.where('team_id', '=', filter.team))
		.$if(filter.standing !== '', (q) => q.where('standing', '=', filter.standing))
		.$if(filter.stage !== '', (q) => q.where('complaint.stage', '=', filter.stage))
		.$if(filter.category !== '', (q) => q.where(holds('categories', filter.category)))
		.$if(filter.procedure !== '', (q) => q.where(holds('procedures', filter.procedure)))
		.$if(filter.route !== '', (q) => q.where(holds('routes', filter.route)))
		.$if(days !== null, (q) => q.where((eb) => fitsClock(eb, filter.clock, days!)))
		.$if(among !== null, (q) => q.where(sql<boolean>`complaint_id = any (${among}::uuid[])`));
}

function isHeldBy(eb: ExpressionBuilder<Database, 'complaint'>, staffIds: readonly string[]) {
	return eb.or([eb('officer_id', 'in', staffIds), eb('responder_id', 'in', staffIds)]);
}

function holds(column: 'categories' | 'procedures' | 'routes', code: string) {
	return sql<boolean>`${code} = any (${sql.ref(column)})`;
}

interface Row {
	complaint_id: string;
	reference: string;
	received_on: string;
	phase: string;
	standing: string;
	stage: string | null;
	next_due_on: string | null;
	ended_on: string | null;
	officer_id: string | null;
	responder_id: string | null;
	team_id: string | null;
	list_order: number;
}

/** One row more than a page holds: it says whether there is another page on that side. */
async function findPage({ trx }: Work, asked: Asked): Promise<Row[]> {
	const { filter, place } = asked;
	const isBackwards = place?.side === 'before';
	const isByDate = filter.order === 'nextDate';
	// The newest first is the order of receipt, backwards.
	const direction = isByDate === isBackwards ? 'desc' : 'asc';
	const column = isByDate ? ('list_order' as const) : ('received_on' as const);
	const rows = await fitting(
		trx
			.selectFrom('complaint')
			.select([
				'complaint_id',
				'reference',
				'received_on',
				'phase',
				'standing',
				'complaint.stage',
				'next_due_on',
				'ended_on',
				'officer_id',
				'responder_id',
				'team_id',
				'list_order'
			]),
		asked
	)
		.$if(place !== null, (query) =>
			query.where(({ eb, refTuple, tuple }) =>
				eb(
					refTuple(column, 'complaint_id'),
					direction === 'asc' ? '>' : '<',
					tuple((place?.key ?? 0) as never, (place?.complaintId ?? '') as never)
				)
			)
		)
		.orderBy(column, direction)
		.orderBy('complaint_id', direction)
		.limit(CASES_A_PAGE + 1)
		.execute();
	return rows;
}

/** A first page that is not full has said it already. */
async function countFitting({ trx }: Work, asked: Asked, found: number): Promise<number> {
	if (asked.place === null && found <= CASES_A_PAGE) return found;
	const { count } = await trx
		.selectFrom(
			fitting(trx.selectFrom('complaint').select('complaint_id'), asked)
				.limit(MOST_COUNTED + 1)
				.as('counted')
		)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return count;
}

function pageFrom(
	{ filter, place }: ListQuery,
	found: {
		rows: readonly Row[];
		count: number;
		names: ReadonlyMap<string, string | null>;
		waits: ReadonlyMap<string, PlainDate>;
	}
): CasePage {
	const shown = found.rows.slice(0, CASES_A_PAGE);
	const hasMore = found.rows.length > CASES_A_PAGE;
	const isBackwards = place?.side === 'before';
	if (isBackwards) shown.reverse();
	const placeAt = (row: Row | undefined, side: ListPlace['side'], isThere: boolean) =>
		row && isThere
			? {
					side,
					key: filter.order === 'nextDate' ? row.list_order : row.received_on,
					complaintId: row.complaint_id
				}
			: null;
	return {
		cases: shown.map((row) =>
			listedFrom(row, {
				calledName: found.names.get(row.complaint_id) ?? null,
				waitsUntilOn: found.waits.get(row.complaint_id) ?? null
			})
		),
		count: Math.min(found.count, MOST_COUNTED),
		hasMoreThanCounted: found.count > MOST_COUNTED,
		before: placeAt(shown[0], 'before', isBackwards ? hasMore : place !== null),
		after: placeAt(shown.at(-1), 'after', isBackwards || hasMore)
	};
}

async function findNames(work: Work, ids: readonly string[]) {
	const people = await findPeople(work.trx, work.keys, ids);
	return new Map(ids.map((id) => [id, findCalledName(people.get(id) ?? [])]));
}

function listedFrom(
	row: Row,
	{ calledName, waitsUntilOn }: { calledName: string | null; waitsUntilOn: PlainDate | null }
): ListedCase {
	return {
		complaintId: row.complaint_id,
		reference: row.reference,
		calledName,
		receivedOn: row.received_on as PlainDate,
		phase: row.phase as ListedCase['phase'],
		standing: row.standing as ListedCase['standing'],
		stage: row.stage as ListedCase['stage'],
		...(waitsUntilOn === null ? {} : { waitsUntilOn }),
		nextDueOn: row.next_due_on as PlainDate | null,
		endedOn: row.ended_on as PlainDate | null,
		officerId: row.officer_id,
		responderId: row.responder_id,
		teamId: row.team_id
	};
}
