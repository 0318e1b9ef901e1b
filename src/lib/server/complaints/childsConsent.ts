import { randomUUID } from 'node:crypto';
import type { Consent } from '#lib/domain/beside/codes.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import { isAllowedInPhase, isAllowedInStage } from '#lib/domain/complaint/stageTable.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import {
	carryOwn,
	giveOwn,
	rebuildOwn,
	todayOf,
	type OwnAct
} from '#lib/server/complaints/ownAct.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import type { Service } from '#lib/server/service.ts';

/**
 * What a child says, on their own page, to somebody having told us for them. A "no" stops all of
 * it in the same act; they may start again as anybody may. Whether the person is suitable to act
 * for them stays for the council to decide.
 *
 * Source: Getting the Best from Complaints 2; rules D5.
 */
export function answerConsent(
	service: Service,
	act: OwnAct & { consent: Exclude<Consent, 'notAble'>; words: string }
): Promise<Carried> {
	return giveOwn(service, { type: 'answerConsent', ...act }, async (work) => {
		const { complaintId, consent, words } = act;
		const complaint = await rebuildOwn(work, complaintId);
		const evidenceTextId = randomUUID();
		await keepTexts(work, complaintId, [{ textId: evidenceTextId, kind: 'childsAnswer', words }]);
		const recordedOn = todayOf(work);
		return carryOwn(work, act, [
			{
				type: 'recordConsent',
				recordedOn,
				consent,
				evidence: 'inWriting',
				evidenceTextId,
				isSuitable: null
			},
			...(consent === 'refused' ? stopping(complaint, recordedOn) : [])
		]);
	});
}

/** The orders that stop all of it, as far as anything still goes on. */
function stopping(
	{ phase, strands }: Complaint,
	withdrawnOn: ReturnType<typeof todayOf>
): Command[] {
	if (isAllowedInPhase(phase, 'withdrawComplaint')) {
		return [{ type: 'withdrawComplaint', withdrawnOn, channel: 'website' }];
	}
	return strands
		.filter(({ stage }) => isAllowedInStage(stage, 'withdrawStrand'))
		.map(({ strandId }) => ({ type: 'withdrawStrand', strandId, withdrawnOn, channel: 'website' }));
}

/** Whether a child is still to be asked if they agree to what somebody told us for them. */
export function isAskedForConsent({ madeBy, beside }: Complaint): boolean {
	return madeBy === 'helper' && beside.consent === null;
}
