import { declineRequest } from '#lib/server/advocacy/settle.ts';
import { carryOut } from '#lib/server/complaints/carryOut.ts';
import { findVersion } from '#lib/server/complaints/log.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { keepPeople } from '#lib/server/people/people.ts';
import type { Work } from '#lib/server/work.ts';
import type { Order, PushedCommand } from '#lib/wire/sync.ts';

/**
 * Writes down what the provider answered to a request for an advocate. Accepted: the advocate
 * is appointed, and a clock that waited goes on. Declined by the provider is not declined by
 * the child: the clock waits on while the next provider is asked, with the name only.
 */
export async function recordAdvocateAnswer(
	work: Work,
	pushed: Pick<PushedCommand, 'complaintId' | 'commandId' | 'givenAt'>,
	order: Extract<Order, { type: 'recordAdvocateAnswer' }>
): Promise<Carried> {
	const { complaintId } = pushed;
	const { requestId, answer, answeredOn, advocateName } = order;
	const request = await work.trx
		.selectFrom('advocate_request')
		.select(['answer', 'acknowledged_on', 'ended_on'])
		.where('request_id', '=', requestId)
		.where('complaint_id', '=', complaintId)
		.executeTakeFirst();
	if (!request) return refuseAct({ code: 'notYours' });
	// With an interpreter to be found it still waits for its answer.
	const stillWaits = request.answer === null || request.answer === 'needsInterpreter';
	if (!stillWaits || request.ended_on !== null) {
		return refuseAct({ code: 'alreadyAnswered' });
	}
	if (answer === 'declined') {
		const about = { requestId, complaintId };
		await declineRequest(work, about, { because: null, on: answeredOn });
		return { done: true, version: await findVersion(work, complaintId) };
	}
	await work.trx
		.updateTable('advocate_request')
		.set({
			answer,
			answered_on: answeredOn,
			acknowledged_on: request.acknowledged_on ?? answeredOn,
			recorded_by: work.actor.kind === 'staff' ? work.actor.staffId : null
		})
		.where('request_id', '=', requestId)
		.execute();
	if (answer !== 'accepted') {
		return { done: true, version: await findVersion(work, complaintId) };
	}
	const name = advocateName.trim();
	if (name !== '') {
		const personId = crypto.randomUUID();
		await keepPeople(work, complaintId, [{ personId, part: 'advocate', name, relation: '' }]);
	}
	return carryOut(work, {
		...pushed,
		commands: [{ type: 'recordAdvocateAppointed', appointedOn: answeredOn }]
	});
}
