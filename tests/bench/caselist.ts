import { sql } from 'kysely';
import { asActor } from '#lib/server/database/connect.ts';
import { EVERY_CASE, type CaseFilter, type CasePage, type ListPlace } from '#lib/wire/caseload.ts';
import { signInByHttp } from '../support/signedInVisitor.ts';
import { addStaff } from '../support/testService.ts';
import { startTestServer } from '../support/testServer.ts';
import { NAMES_IN_BENCH, seedOldCases } from './oldCases.ts';
import { percentile, printReport } from './report.ts';

const CASES = Number(process.env.CASES) || 100_000;
const TIMES = Number(process.env.TIMES) || 60;
const LIMIT_MS = 100;

const server = await startTestServer();
try {
	const sam = await addStaff(server.service, 'Sam', ['complaintsOfficer']);
	console.log(`Laying out ${CASES} imported cases …`);
	const seeded = performance.now();
	await seedOldCases(server, { cases: CASES, officerId: sam });
	console.log(`… in ${Math.round((performance.now() - seeded) / 1000)} s`);
	await addStaff(server.service, 'Tess', ['teamManager'], { teamId: 'fostering' });
	const officer = await signInByHttp(server.baseUrl, 'sam');
	const manager = await signInByHttp(server.baseUrl, 'tess');
	const ask = (query: Query) => officer.post('/api/sync/cases', query);

	const rows: (string | number)[][] = [];
	const all: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
	for (const asked of await questions(ask)) {
		const ours: number[] = [];
		const bare: number[] = [];
		for (let time = -5; time < TIMES; time += 1) {
			const who = asked.isManagers ? manager : officer;
			const our = await timed(() => who.post('/api/sync/cases', asked.query));
			const plain = await timed(() => bareSql(asked.bare));
			if (time >= 0) {
				ours.push(our);
				bare.push(plain);
			}
		}
		all.ours.push(...ours);
		all.bare.push(...bare);
		rows.push(rowOf(asked.name, ours, bare));
	}
	rows.push(rowOf('all of them', all.ours, all.bare));
	const p95Ms = round(percentile(all.ours, 0.95));
	const worstP95Ms = Math.max(...rows.slice(0, -1).map((row) => Number(row[2])));
	printReport('caselist', {
		heading: ['list', 'p50 ms', 'p95 ms', 'bare p50', 'bare p95', 'ratio'],
		rows,
		facts: {
			cases: CASES,
			questionsEach: TIMES,
			p95Ms,
			worstP95Ms,
			bareP95Ms: round(percentile(all.bare, 0.95)),
			ratio: round(percentile(all.ours, 0.5) / percentile(all.bare, 0.5)),
			limitMs: LIMIT_MS,
			isWithinLimit: p95Ms < LIMIT_MS
		}
	});
	if (p95Ms >= LIMIT_MS) process.exitCode = 1;
} finally {
	await server.stop();
}

interface Question {
	name: string;
	query: Query;
	bare: string;
	/** A team manager asks, who sees the cases of the team alone. */
	isManagers?: boolean;
}

interface Query {
	filter: CaseFilter;
	words: string;
	place: ListPlace | null;
}

/** The lists that are asked for, each with the same question in plain SQL. */
async function questions(ask: (query: Query) => Promise<unknown>): Promise<Question[]> {
	const query = (filter: Partial<CaseFilter>, more: Partial<Query> = {}): Query => ({
		filter: { ...EVERY_CASE, ...filter },
		words: '',
		place: null,
		...more
	});
	const NEXT = 'order by list_order, complaint_id limit 26';
	const place = await deepPlace(ask, query({}));
	return [
		{ name: 'no filter', query: query({}), bare: NEXT },
		{
			name: 'no filter, page 40',
			query: query({}, { place }),
			bare: `where (list_order, complaint_id) > (${place.key}, '${place.complaintId}') ${NEXT}`
		},
		{
			name: 'newest first',
			query: query({ order: 'newest' }),
			bare: 'order by received_on desc, complaint_id desc limit 26'
		},
		{
			name: 'one team and category',
			query: query({ team: 'fostering', category: 'delay' }),
			bare: `where team_id = 'fostering' and 'delay' = any (categories) ${NEXT}`
		},
		{
			name: 'a rare category',
			query: query({ category: 'policy' }),
			bare: `where 'policy' = any (categories) ${NEXT}`
		},
		{
			name: 'a team manager’s, no filter',
			query: query({}),
			bare: `where team_id = 'fostering' ${NEXT}`,
			isManagers: true
		},
		{
			name: 'mine, late',
			query: query({ who: 'mine', clock: 'late' }),
			bare: `where officer_id is not null and next_due_on < current_date ${NEXT}`
		},
		{
			name: 'corporate, from the old register',
			query: query({ procedure: 'corporate', standing: 'old' }),
			bare: `where 'corporate' = any (procedures) and standing = 'old' ${NEXT}`
		},
		{
			name: 'by a name',
			query: query({}, { words: NAMES_IN_BENCH[0]! }),
			bare: `where complaint_id in (select complaint_id from complaint_person
				where name_index @> array[(select name_index[1] from bench_name)]) ${NEXT}`
		},
		{
			name: 'by a number',
			query: query({}, { words: '14-040000' }),
			bare: `where reference = '14-040000' ${NEXT}`
		}
	];
}

async function deepPlace(
	ask: (query: Query) => Promise<unknown>,
	first: Query
): Promise<ListPlace> {
	let place: ListPlace | null = null;
	for (let page = 1; page < 40; page += 1) {
		place = ((await ask({ ...first, place })) as CasePage).after;
	}
	if (!place) throw new Error('The list ended before page 40.');
	return place;
}

/** The same page by plain SQL in the same database, with no rows hidden and nothing opened. */
function bareSql(rest: string): Promise<unknown> {
	return asActor(server.service.db, 'system', (trx) =>
		sql
			.raw(
				`select complaint_id, reference, received_on, standing, stage, next_due_on, ended_on,
			officer_id, responder_id, team_id, list_order from complaint ${rest}`
			)
			.execute(trx)
	);
}

async function timed(act: () => Promise<unknown>): Promise<number> {
	const started = performance.now();
	await act();
	return performance.now() - started;
}

function rowOf(name: string, ours: readonly number[], bare: readonly number[]) {
	const at = (numbers: readonly number[], part: number) => round(percentile(numbers, part));
	return [
		name,
		at(ours, 0.5),
		at(ours, 0.95),
		at(bare, 0.5),
		at(bare, 0.95),
		round(percentile(ours, 0.5) / percentile(bare, 0.5))
	];
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
