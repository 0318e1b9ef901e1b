import type { MayKnow } from '#lib/domain/advocacy/request.ts';
import { isAllowedInPhase } from '#lib/domain/complaint/stageTable.ts';
import {
	endRequests,
	findStandingRequests,
	tellOfChange
} from '#lib/server/advocacy/endRequests.ts';
import { keepAdvocateConsent } from '#lib/server/complaints/advocateRequest.ts';
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
		const request = (await findStandingRequests(work, complaintId)).at(-1);
		if (!request) return refuseAct({ code: 'notYours' });
		const toldOn = todayOf(work);
		if (mayKnow === 'nothing') {
			await endRequests(work, complaintId, toldOn);
			return stopWaiting(work, act);
		}
		const { requestId, providerId } = request;
		await keepAdvocateConsent(work, { complaintId, requestId, mayKnow, toldOn });
		await tellOfChange(work, providerId);
		return ownDone(work, complaintId);
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
