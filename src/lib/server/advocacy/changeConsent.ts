import { providerById } from '#lib/domain/advocacy/providers.ts';
import type { MayKnow } from '#lib/domain/advocacy/request.ts';
import { isAllowedInPhase } from '#lib/domain/complaint/stageTable.ts';
import { unnameAdvocate } from '#lib/server/advocacy/settle.ts';
import { keepAdvocateConsent, tellProvider } from '#lib/server/complaints/advocateRequest.ts';
import { lockComplaint } from '#lib/server/complaints/log.ts';
import {
	carryOwn,
	giveOwn,
	ownDone,
	rebuildOwn,
	todayOf,
	type OwnAct
} from '#lib/server/complaints/ownAct.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { Work } from '#lib/server/work.ts';

/**
 * The child changes what their advocate may know, or takes it back. It holds from that moment: the
 * database asks for it with every page of the advocate. Taken back, the request ends; the child may
 * ask again at any time, and a clock that waited goes on.
 */
export function changeAdvocateConsent(
	service: Service,
	act: OwnAct & { mayKnow: MayKnow }
): Promise<Carried> {
	return giveOwn(service, { type: 'changeAdvocateConsent', ...act }, async (work) => {
		const { complaintId, mayKnow } = act;
		if (!(await lockComplaint(work, complaintId))) return refuseAct({ code: 'notYours' });
		const request = await findOpenRequest(work, complaintId);
		if (!request) return refuseAct({ code: 'notYours' });
		const toldOn = todayOf(work);
		const { request_id: requestId, provider_id: providerId } = request;
		await keepAdvocateConsent(work, { complaintId, requestId, mayKnow, toldOn });
		const { advocacy } = await readCouncil(work.trx);
		const provider = providerById(advocacy.providers, providerId);
		if (provider.providerId !== 'none') await tellProvider(work, provider, 'advocateChanged');
		if (mayKnow !== 'nothing') return ownDone(work, complaintId);
		await work.trx
			.updateTable('advocate_request')
			.set({ ended_on: toldOn, ended_because: 'childTookBack' })
			.where('request_id', '=', requestId)
			.execute();
		await unnameAdvocate(work, complaintId);
		return stopWaiting(work, act);
	});
}

/** An advocate who was still waited for is not any more. */
async function stopWaiting(work: Work, act: OwnAct): Promise<Carried> {
	const { advocate, phase } = await rebuildOwn(work, act.complaintId);
	if (!advocate.isAwaited || !isAllowedInPhase(phase, 'recordAdvocateDeclined')) {
		return ownDone(work, act.complaintId);
	}
	const declinedOn = todayOf(work);
	return carryOwn(work, act, [{ type: 'recordAdvocateDeclined', declinedOn }]);
}

async function findOpenRequest({ trx }: Work, complaintId: string) {
	return trx
		.selectFrom('advocate_request')
		.select(['request_id', 'provider_id'])
		.where('complaint_id', '=', complaintId)
		.where('ended_on', 'is', null)
		.orderBy('asked_at', 'desc')
		.executeTakeFirst();
}
