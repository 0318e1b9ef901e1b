import { sql } from 'kysely';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { startOfReportYear } from '#lib/domain/calendar/reportYear.ts';
import { countHelp } from '#lib/server/advocacy/outsideHelp.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import {
	countEquality,
	countHowWeDid,
	readHowWeDidWords,
	type CountedQuestion
} from '#lib/server/figures/opinions.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves, inTransaction, type Work } from '#lib/server/work.ts';

/** What is counted of one procedure since the first day of the financial year. */
export interface ProcedureFigures {
	procedure: 'statutory' | 'corporate' | 'adult';
	received: number;
	/** Stage 1 answers given, and how many of them by the day they were due. */
	answered: number;
	answeredInTime: number;
	/** Stage 2 was asked for. */
	stage2Asked: number;
	/** Today. */
	open: number;
	/** Open today, with the day of stage 1 behind it. */
	late: number;
}

export interface Figures {
	from: PlainDate;
	to: PlainDate;
	procedures: readonly ProcedureFigures[];
	/** How we did, in the eyes of those who told us. */
	howWeDid: readonly CountedQuestion[];
	/** What they wrote with it; empty but for the complaints manager, and while few wrote. */
	howWeDidWords: readonly string[];
	/** What they said of themselves. */
	equality: readonly CountedQuestion[];
	/** Help that advocates gave outside the procedure, and how often it was sorted out by that. */
	outsideHelp: { helped: number; sortedOut: number };
}

/**
 * The figures of the financial year so far, without a case. A case that the one acting never
 * sees is in none of them, so that no figure tells them of it.
 */
export function readFigures(service: Service, staffId: string): Promise<Figures> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const to = dateInEngland(work.now());
		const from = startOfReportYear(to);
		const shutOutOf = await findShutOutCases(work);
		const mayRead = (await findHeldRoles(work)).includes('complaintsManager');
		const counted = { from, to, shutOutOf };
		return asOurselves(work, async (ours) => ({
			from,
			to,
			procedures: await count(ours, counted),
			howWeDid: await countHowWeDid(ours, counted),
			howWeDidWords: mayRead ? await readHowWeDidWords(ours, counted) : [],
			equality: await countEquality(ours, counted),
			outsideHelp: await countHelp(ours, { from, to })
		}));
	});
}

async function findShutOutCases({ trx }: Work): Promise<string[]> {
	const { rows } = await sql<{ ids: string[] }>`select actor_is_subject_of() as ids`.execute(trx);
	return rows[0]?.ids ?? [];
}

async function count(
	{ trx }: Work,
	{ from, to, shutOutOf }: { from: PlainDate; to: PlainDate; shutOutOf: readonly string[] }
): Promise<ProcedureFigures[]> {
	const { rows } = await sql<ProcedureFigures>`
		select s.procedure,
			count(*) filter (where stage1_day_zero_on between ${from} and ${to}) as received,
			count(*) filter (where responded_on between ${from} and ${to}) as answered,
			count(*) filter (where responded_on between ${from} and ${to}
				and responded_on <= stage1_due_on) as "answeredInTime",
			count(*) filter (where stage2_requested_on between ${from} and ${to}) as "stage2Asked",
			count(*) filter (where ${IS_OPEN}) as open,
			count(*) filter (where ${IS_OPEN} and responded_on is null and resolved_on is null
				and stage1_due_on < ${to}) as late
		from strand s
		where s.procedure in ('statutory', 'corporate', 'adult')
			and s.complaint_id <> all (${shutOutOf}::uuid[])
		group by s.procedure order by s.procedure desc`.execute(trx);
	return rows.map((row) => ({
		procedure: row.procedure,
		received: Number(row.received),
		answered: Number(row.answered),
		answeredInTime: Number(row.answeredInTime),
		stage2Asked: Number(row.stage2Asked),
		open: Number(row.open),
		late: Number(row.late)
	}));
}

const IS_OPEN = sql`closed_on is null and withdrawn_on is null and stage <> 'imported'`;
