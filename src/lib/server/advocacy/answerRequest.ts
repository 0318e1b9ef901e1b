import type { DeclinedBecause, Interpreted } from '#lib/domain/advocacy/request.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	actInPortal,
	type Acting,
	type PortalAct,
	type PortalDone
} from '#lib/server/advocacy/portalAct.ts';
import { findAdvocatesOf } from '#lib/server/advocacy/seenRequests.ts';
import { assignAdvocate, declineRequest, mayNotBeAdvocate } from '#lib/server/advocacy/settle.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves } from '#lib/server/work.ts';
import type { PortalRefusal } from '#lib/words/advocates.ts';
import type { Updateable } from 'kysely';

/** The provider has the request. */
export function acknowledgeRequest(service: Service, act: PortalAct): Promise<PortalDone> {
	return actInPortal(
		service,
		{ ...act },
		{
			name: 'advocateAcknowledged',
			doIt: async (acting) => {
				if (acting.request.place !== 'inbox') return 'notNow';
				if (acting.request.acknowledgedOn !== null) return null;
				return change(acting, { acknowledged_on: acting.today });
			}
		}
	);
}

/** The provider takes the young person on, and says who the advocate is. */
export function acceptRequest(
	service: Service,
	act: PortalAct & { advocateId: string }
): Promise<PortalDone> {
	return actInPortal(
		service,
		{ ...act },
		{
			name: 'advocateAssigned',
			doIt: async (acting) =>
				acting.request.place === 'inbox' ? giveTo(acting, act.advocateId) : 'notNow'
		}
	);
}

/** The young person goes to a colleague of the same provider. */
export function handOver(
	service: Service,
	act: PortalAct & { advocateId: string }
): Promise<PortalDone> {
	return actInPortal(
		service,
		{ ...act },
		{
			name: 'advocateHandedOver',
			doIt: async (acting) => {
				const { place, assignedTo } = acting.request;
				if (place === 'inbox' || assignedTo === act.advocateId) return 'notNow';
				return giveTo(acting, act.advocateId);
			}
		}
	);
}

/** The provider cannot take the young person on; another is asked. */
export function declineToHelp(
	service: Service,
	act: PortalAct & { because: DeclinedBecause }
): Promise<PortalDone> {
	return actInPortal(
		service,
		{ ...act },
		{
			name: 'advocateDeclinedByProvider',
			doIt: async ({ work, request, today }) => {
				if (request.place !== 'inbox' || request.assignedTo !== null) return 'notNow';
				await declineRequest(work, request, { because: act.because, on: today });
				return null;
			}
		}
	);
}

/** Somebody can help, with an interpreter, whom they look for. */
export function needInterpreter(
	service: Service,
	act: PortalAct & { language: Interpreted }
): Promise<PortalDone> {
	return actInPortal(
		service,
		{ ...act },
		{
			name: 'advocateNeedsInterpreter',
			doIt: async (acting) => {
				const { request, today } = acting;
				if (request.answer === 'accepted') return change(acting, { needs_language: act.language });
				return change(acting, {
					answer: 'needsInterpreter',
					answered_on: today,
					acknowledged_on: request.acknowledgedOn ?? today,
					needs_language: act.language
				});
			}
		}
	);
}

/** They were in touch for the first time on that day. */
export function recordFirstContact(
	service: Service,
	act: PortalAct & { on: PlainDate }
): Promise<PortalDone> {
	return actInPortal(
		service,
		{ ...act },
		{
			name: 'advocateFirstContact',
			doIt: async (acting) => {
				const { request, today } = acting;
				if (request.place === 'inbox' || request.firstContactOn !== null) return 'notNow';
				if (act.on < request.askedOn || act.on > today) return 'badDay';
				return change(acting, {
					first_contact_on: act.on,
					spoke_on: latest(request.spokeOn, act.on)
				});
			}
		}
	);
}

/** They spoke with the young person on a day of the last 7. */
export function recordSpoke(
	service: Service,
	act: PortalAct & { on: PlainDate }
): Promise<PortalDone> {
	return actInPortal(
		service,
		{ ...act },
		{
			name: 'advocateSpoke',
			doIt: async (acting) => {
				const { request, today } = acting;
				if (request.place === 'inbox') return 'notNow';
				const isOfWeek = act.on <= today && act.on >= addDays(today, -7);
				if (!isOfWeek || act.on < request.askedOn) return 'badWeek';
				return change(acting, {
					first_contact_on: request.firstContactOn ?? act.on,
					spoke_on: latest(request.spokeOn, act.on)
				});
			}
		}
	);
}

function latest(one: PlainDate | null, other: PlainDate): PlainDate {
	return one !== null && one > other ? one : other;
}

/** Gives the young person to an advocate of the same provider against whom nothing stands. */
async function giveTo(
	{ work, request, today, order }: Acting,
	advocateId: string
): Promise<PortalRefusal | null> {
	const colleagues = await findAdvocatesOf(work, request.providerId);
	const advocate = colleagues.find(({ staffId }) => staffId === advocateId);
	if (!advocate) return 'notAColleague';
	const { complaintId } = request;
	if (await mayNotBeAdvocate(work, complaintId, { staffId: advocateId, on: today })) {
		return 'cannotBe';
	}
	const { staffId, name } = advocate;
	const isHandOver = request.assignedTo !== null;
	const carried = await assignAdvocate(work, request, {
		...order,
		staffId,
		name,
		isHandOver,
		on: today
	});
	return carried.done ? null : 'notNow';
}

async function change(
	{ work, request }: Acting,
	columns: Updateable<Database['advocate_request']>
): Promise<null> {
	await asOurselves(work, ({ trx }) =>
		trx
			.updateTable('advocate_request')
			.set(columns)
			.where('request_id', '=', request.requestId)
			.execute()
	);
	return null;
}
