import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { lockSeenRequest, type SeenRequest } from '#lib/server/advocacy/seenRequests.ts';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { findVersion } from '#lib/server/complaints/log.ts';
import { giveOnce, type Carried } from '#lib/server/complaints/receipts.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves, instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import type { PortalRefusal } from '#lib/words/advocates.ts';

/**
 * Something an advocate does about one young person. `actId` is made with the page and comes back
 * with it: a double press or a lost reply does it once.
 */
export interface PortalAct {
	staffId: string;
	requestId: string;
	actId: string;
}

/** What an act came to. */
export type PortalDone = { done: true } | { done: false; because: PortalRefusal };

/** What an act needs to know: the request as the advocate sees it now, and the day. */
export interface Acting {
	work: Work;
	request: SeenRequest;
	today: PlainDate;
	/** The order, for what goes into the log of the case. */
	order: { commandId: string; givenAt: string };
}

/** What an act does: null where it is done, or why it is not. */
export type DoIt = (acting: Acting) => Promise<PortalRefusal | null>;

/**
 * Does it once, with the case locked, and only where the advocate sees the request now. What was
 * done is written down by its name and day; words of the young person never are.
 */
export async function actInPortal(
	service: Service,
	{ staffId, requestId, actId, ...payload }: PortalAct & Record<string, unknown>,
	{ name, doIt }: { name: string; doIt: DoIt }
): Promise<PortalDone> {
	const complaintId = await findCase(service, requestId);
	if (complaintId === null) return { done: false, because: 'gone' };
	const carried = await giveOnce(
		service,
		{ kind: 'staff', staffId },
		{
			commandId: actId,
			complaintId,
			type: name,
			payload: { requestId, ...payload },
			act: async (work): Promise<Carried> => {
				const request = await lockSeenRequest(work, complaintId, requestId);
				if (!request) return refuse('gone');
				const today = dateInEngland(work.now());
				const order = { commandId: actId, givenAt: instantOf(work) };
				const refused = await doIt({ work, request, today, order });
				if (refused) return refuse(refused);
				return asOurselves(work, async (ours) => {
					await noteAct(ours, { action: name, complaintId, data: { requestId } });
					return { done: true, version: await findVersion(ours, complaintId) };
				});
			}
		}
	);
	if (carried.done) return { done: true };
	const { refusal } = carried;
	if (refusal.code === 'badForm') return { done: false, because: refusal.path as PortalRefusal };
	return { done: false, because: refusal.code === 'idAlreadyUsed' ? 'again' : 'notNow' };
}

/** The refusal of an order as receipts keep it; the name of the sentence stands in `path`. */
function refuse(because: PortalRefusal): Extract<Carried, { done: false }> {
	return { done: false, refusal: { code: 'badForm', path: because, message: '' } };
}

/** Whose case a request belongs to, asked before anything is decided; null where there is none. */
async function findCase(service: Service, requestId: string): Promise<string | null> {
	return inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		const row = await trx
			.selectFrom('advocate_request')
			.select('complaint_id')
			.where('request_id', '=', requestId)
			.executeTakeFirst();
		return row?.complaint_id ?? null;
	});
}
