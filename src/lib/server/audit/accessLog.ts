import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { instantInEngland } from '#lib/domain/calendar/england.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves, inTransaction, type Work } from '#lib/server/work.ts';

/** Which looks are asked for; empty or null asks for all. */
export interface AccessAsked {
	staffId: string | null;
	reference: string;
	from: PlainDate | null;
	/** The last day, included. */
	to: PlainDate | null;
	/** 1 for the newest. */
	page: number;
}

/** One look: who, when, at what. Never the name of anybody in the case. */
export interface Access {
	viewId: number;
	at: string;
	staffId: string;
	name: string;
	reference: string;
	what: string;
}

export interface AccessLog {
	looks: readonly Access[];
	hasMore: boolean;
	/** Everyone who may be asked for. */
	people: readonly { staffId: string; displayName: string }[];
}

const PAGE = 50;

/**
 * Who looked at which case, newest first, 50 at a time. For auditors and directors: the database
 * shows nothing to others, and to nobody what is about them. That they looked in here is written
 * down.
 */
export function readAccessLog(
	service: Service,
	readerId: string,
	asked: AccessAsked
): Promise<AccessLog> {
	return inTransaction(service, { kind: 'staff', staffId: readerId }, async (work) => {
		const wanted = asked.reference === '' ? null : await findCase(work, asked.reference);
		const rows = wanted === 'nowhere' ? [] : await findLooks(work, asked, wanted);
		const shown = rows.slice(0, PAGE);
		const references = await findReferences(
			work,
			shown.map(({ complaint_id }) => complaint_id)
		);
		const people = await work.trx
			.selectFrom('staff')
			.select(['staff_id', 'display_name'])
			.orderBy('display_name')
			.execute();
		const names = new Map(people.map((person) => [person.staff_id, person.display_name]));
		await noteLook(work, shown.length);
		return {
			hasMore: rows.length > PAGE,
			people: people.map(({ staff_id, display_name }) => ({
				staffId: staff_id,
				displayName: display_name
			})),
			looks: shown.map((row) => ({
				viewId: Number(row.view_id),
				at: row.at,
				staffId: row.staff_id,
				name: names.get(row.staff_id) ?? '',
				reference: references.get(row.complaint_id) ?? '',
				what: row.what
			}))
		};
	});
}

function findLooks({ trx }: Work, asked: AccessAsked, complaintId: string | null) {
	return trx
		.selectFrom('view_record')
		.select(['view_id', 'at', 'staff_id', 'complaint_id', 'what'])
		.$if(asked.staffId !== null, (query) => query.where('staff_id', '=', asked.staffId ?? ''))
		.$if(complaintId !== null, (query) => query.where('complaint_id', '=', complaintId ?? ''))
		.$if(asked.from !== null, (query) => query.where('at', '>=', startOf(asked.from)))
		.$if(asked.to !== null, (query) =>
			query.where('at', '<', startOf(asked.to && addDays(asked.to, 1)))
		)
		.orderBy('view_id', 'desc')
		.offset((asked.page - 1) * PAGE)
		.limit(PAGE + 1)
		.execute();
}

function startOf(day: PlainDate | null): string {
	return new Date(day === null ? 0 : instantInEngland(day, 0)).toISOString();
}

/** A reference is no word of a case; whether its looks are shown is the database's to say. */
function findCase(work: Work, reference: string): Promise<string> {
	return asOurselves(work, async ({ trx }) => {
		const row = await trx
			.selectFrom('complaint')
			.select('complaint_id')
			.where('reference', '=', reference.toUpperCase())
			.executeTakeFirst();
		return row?.complaint_id ?? 'nowhere';
	});
}

function findReferences(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
	if (ids.length === 0) return Promise.resolve(new Map());
	return asOurselves(work, async ({ trx }) => {
		const rows = await trx
			.selectFrom('complaint')
			.select(['complaint_id', 'reference'])
			.where('complaint_id', 'in', ids)
			.execute();
		return new Map(rows.map(({ complaint_id, reference }) => [complaint_id, reference]));
	});
}

async function noteLook(work: Work, shown: number): Promise<void> {
	const { trx, actor } = work;
	await trx
		.insertInto('audit_entry')
		.values({
			at: new Date(work.now()).toISOString(),
			actor: actor.kind === 'staff' ? `staff:${actor.staffId}` : actor.kind,
			action: 'accessLogRead',
			entity: 'accessLog',
			data: JSON.stringify({ shown })
		})
		.execute();
}
