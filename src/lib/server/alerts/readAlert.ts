import { openAlertContact } from '#lib/server/alerts/answerAlert.ts';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { openFor } from '#lib/server/keys/sealing.ts';
import { findChildNames } from '#lib/server/reviews/reviewedChildren.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { asOurselves, inTransaction, type Work } from '#lib/server/work.ts';

/** One alert whole, as whoever answers it needs it. */
export interface ReadAlert {
	alertId: string;
	complaintId: string | null;
	/** The case it came with; null while they have sent nothing. */
	about: AlertCase | null;
	/** Who was told, where it was said at a review and is no complaint; null anywhere else. */
	toldTo: ToldTo | null;
	answer: 'no' | 'notSure';
	raisedAt: string;
	takenBy: string | null;
	takenAt: string | null;
	closedAt: string | null;
	/** The number and the time they left; null where they left none. */
	contact: { telephone: string; goodTime: string; mayLeaveMessage: boolean } | null;
	steps: readonly {
		stepId: string;
		at: string;
		staffId: string | null;
		what: string;
		note: string;
	}[];
}

/** The member of staff who was told. */
export interface ToldTo {
	/** False where what they wrote down waits for a person, and is no concern of ours yet. */
	isConcern: boolean;
	name: string;
	/** Empty where none is known. */
	telephone: string;
	/** The child's name; empty once erased. */
	child: string;
	/** What the officer said of having telephoned already; null where nobody asked. */
	phoned: 'yes' | 'notYet' | null;
}

/** What whoever answers an alert hears of its case: enough to ask about it, and nothing in it. */
export interface AlertCase {
	reference: string;
	/** The officer who has it; null where nobody does yet. */
	officerId: string | null;
	/** Whether they may open it themselves. */
	mayOpen: boolean;
	/** The number of the complaints team; empty where the office has set none. */
	teamTelephone: string;
}

/**
 * One alert with its number and notes; null where it is not theirs to see. That a person opened
 * an alert of a case is written down, as every look at a case is.
 */
export async function readAlert(
	service: Service,
	staffId: string,
	alertId: string
): Promise<ReadAlert | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const row = await work.trx
			.selectFrom('safety_alert')
			.select([
				'alert_id',
				'complaint_id',
				'concern_id',
				'answer',
				'raised_at',
				'sealed',
				'taken_by',
				'taken_at',
				'closed_at'
			])
			.where('alert_id', '=', alertId)
			.executeTakeFirst();
		if (!row) return null;
		if (row.complaint_id) {
			const data = { alertId };
			await noteAct(work, { action: 'alertOpened', complaintId: row.complaint_id, data });
		}
		return {
			alertId,
			complaintId: row.complaint_id,
			about: row.complaint_id === null ? null : await readCase(work, row.complaint_id),
			toldTo:
				row.complaint_id === null && row.concern_id !== null
					? await findToldTo(work, row.concern_id)
					: null,
			answer: row.answer,
			raisedAt: row.raised_at,
			takenBy: row.taken_by,
			takenAt: row.taken_at,
			closedAt: row.closed_at,
			contact: await openAlertContact(work.trx, service, row),
			steps: await readSteps(work, alertId)
		};
	});
}

/** Read as the server, since a duty worker may not see the case; the database showed them the alert. */
async function readCase(work: Work, complaintId: string): Promise<AlertCase> {
	const find = ({ trx }: Work) =>
		trx
			.selectFrom('complaint')
			.select(['reference', 'officer_id'])
			.where('complaint_id', '=', complaintId)
			.executeTakeFirst();
	const seen = await find(work);
	const { row, council } = await asOurselves(work, async (ours) => ({
		row: seen ?? (await find(ours)),
		council: await readCouncil(ours.trx)
	}));
	return {
		reference: row?.reference ?? '',
		officerId: row?.officer_id ?? null,
		mayOpen: seen !== undefined,
		teamTelephone: council.contact.telephone
	};
}

/** Read as the server: whoever is on duty sees no concern, and must know whom to ask at once. */
function findToldTo(work: Work, concernId: string): Promise<ToldTo | null> {
	return asOurselves(work, async (ours) => {
		const row = await ours.trx
			.selectFrom('concern')
			.innerJoin('staff', 'staff.staff_id', 'concern.recorded_by')
			.select(['child_id', 'display_name', 'telephone', 'phoned'])
			.where('concern_id', '=', concernId)
			.executeTakeFirst();
		if (!row) return findAuthor(ours, concernId);
		const names = await findChildNames(ours, [row.child_id]);
		return {
			isConcern: true,
			name: row.display_name,
			telephone: row.telephone ?? '',
			child: names.get(row.child_id) ?? '',
			phoned: row.phoned
		};
	});
}

/** Who wrote down what waits under that id; null where nothing does. */
async function findAuthor({ trx }: Work, id: string): Promise<ToldTo | null> {
	const row = await trx
		.selectFrom('set_aside_order')
		.innerJoin('staff', 'staff.staff_id', 'set_aside_order.author_id')
		.select(['display_name', 'telephone'])
		.where('complaint_id', '=', id)
		.orderBy('received_at')
		.executeTakeFirst();
	if (!row) return null;
	const { display_name: name, telephone } = row;
	return { isConcern: false, name, telephone: telephone ?? '', child: '', phoned: null };
}

async function readSteps({ trx, keys }: Work, alertId: string): Promise<ReadAlert['steps']> {
	const rows = await trx
		.selectFrom('safety_alert_step')
		.select(['step_id', 'at', 'staff_id', 'what', 'sealed'])
		.where('alert_id', '=', alertId)
		.orderBy('at')
		.execute();
	const key = rows.some(({ sealed }) => sealed) ? await openFor(trx, keys, alertId) : null;
	return rows.map((row) => ({
		stepId: row.step_id,
		at: row.at,
		staffId: row.staff_id,
		what: row.what,
		note: row.sealed ? (key?.open(noteOf(row.step_id), row.sealed) ?? 'Erased') : ''
	}));
}

function noteOf(stepId: string) {
	return { table: 'safety_alert_step', column: 'sealed', rowId: stepId } as const;
}
