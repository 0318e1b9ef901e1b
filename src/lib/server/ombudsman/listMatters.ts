import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OmbudsmanReferralKind } from '#lib/domain/beside/codes.ts';
import type { Work } from '#lib/server/work.ts';

/** One matter at the Ombudsman's, for the list of all of them. */
export interface ListedMatter {
	ombudsmanCaseId: string;
	/** Null where there is no complaint here. */
	complaintId: string | null;
	/** The council's own reference of the complaint; null where there is none. */
	reference: string | null;
	kind: OmbudsmanReferralKind;
	madeOn: PlainDate;
	/** The earliest day on which something is owed; null where nothing is. */
	nextDueOn: PlainDate | null;
	decision: string | null;
	isOpen: boolean;
}

/** At most so many that are over are listed, the latest first. */
const MOST_OVER = 50;

/** The matters these eyes may see: what is open by its next day, then the latest that are over. */
export async function listMatters({ trx }: Work): Promise<{
	open: ListedMatter[];
	over: ListedMatter[];
}> {
	const rows = trx
		.selectFrom('ombudsman_case as matter')
		.leftJoin('complaint', 'complaint.complaint_id', 'matter.complaint_id')
		.select([
			'matter.ombudsman_case_id as ombudsmanCaseId',
			'matter.complaint_id as complaintId',
			'complaint.reference as reference',
			'matter.kind as kind',
			'matter.made_on as madeOn',
			'matter.next_due_on as nextDueOn',
			'matter.decision as decision',
			'matter.is_open as isOpen'
		]);
	const open = await rows
		.where('matter.is_open', '=', true)
		.orderBy('matter.next_due_on', (order) => order.asc().nullsLast())
		.orderBy('matter.made_on')
		.execute();
	const over = await rows
		.where('matter.is_open', '=', false)
		.orderBy('matter.made_on', 'desc')
		.limit(MOST_OVER)
		.execute();
	return { open: open as ListedMatter[], over: over as ListedMatter[] };
}
