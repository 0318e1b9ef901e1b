import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { findPartner } from '#lib/server/advocacy/partnerPass.ts';
import { assignAdvocate, mayNotBeAdvocate } from '#lib/server/advocacy/settle.ts';
import { putInInbox, requestAdvocate } from '#lib/server/complaints/advocateRequest.ts';
import { instantOf, type Work } from '#lib/server/work.ts';

/** The rules refused to name an advocate in a new case: a bug, since nothing is named there yet. */
class AdvocateNotNamed extends Error {
	override name = 'AdvocateNotNamed';
}

/**
 * The advocate who told us for a child by their own sign-in is that child's from the first day. They
 * know the child's name and how to reach them, and no more until the child says so. Where they may
 * not be the advocate, or not sign in any more, the request goes the way of any other.
 *
 * Source: journeys 2.3 (A1); CA 1989 s.26A.
 */
export async function bringOwnAdvocate(
	work: Work,
	{ complaintId, staffId }: { complaintId: string; staffId: string }
): Promise<void> {
	const on = dateInEngland(work.now());
	const told = { complaintId, toldOn: on, mayKnow: 'nameOnly' as const };
	const partner = await findPartner(work, staffId);
	if (!partner || (await mayNotBeAdvocate(work, complaintId, { staffId, on }))) {
		await requestAdvocate(work, told);
		return;
	}
	const requestId = await putInInbox(work, partner, told);
	const carried = await assignAdvocate(
		// It is the advocate who tells us, and under whose name it is written down.
		{ ...work, actor: { kind: 'staff', staffId } },
		{ requestId, complaintId },
		{
			...{ staffId, name: partner.name, on, isHandOver: false },
			commandId: crypto.randomUUID(),
			givenAt: instantOf(work)
		}
	);
	if (!carried.done) throw new AdvocateNotNamed(carried.refusal.code);
}
