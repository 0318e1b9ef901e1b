import type { StrandId } from '#lib/domain/complaint/codes.ts';
import { isAllowedInPhase, isAllowedInStage } from '#lib/domain/complaint/stageTable.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import { endRequests, findAskedAlready } from '#lib/server/advocacy/endRequests.ts';
import { requestAdvocate } from '#lib/server/complaints/advocateRequest.ts';
import { lockComplaint } from '#lib/server/complaints/log.ts';
import { keepMessage } from '#lib/server/complaints/messages.ts';
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
import { keepTexts } from '#lib/server/complaints/texts.ts';
import { keepCaseFile } from '#lib/server/files/attachedFiles.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import type { Service } from '#lib/server/service.ts';
import type { Work } from '#lib/server/work.ts';

/**
 * They write to us, or send a recording or a picture instead of words: the complainant, or whoever
 * speaks for the child.
 */
export function writeMessage(
	service: Service,
	act: OwnAct & { words: string; party?: 'helper' },
	files: readonly CheckedFile[] = []
): Promise<Carried> {
	return giveOwn(service, { type: 'writeMessage', ...act }, async (work) => {
		await keepMessage(work, act.complaintId, {
			messageId: act.actId,
			words: act.words,
			direction: 'fromComplainant',
			state: 'sent',
			replyByOn: null,
			...(act.party ? { party: act.party } : {})
		});
		await keepFiles(work, act, { part: 'message', files });
		return ownDone(work, act.complaintId);
	});
}

/** They add to what they told us. Their first words stay as they were. */
export function addMore(
	service: Service,
	act: OwnAct & { words: string },
	files: readonly CheckedFile[] = []
): Promise<Carried> {
	return giveOwn(service, { type: 'addMore', ...act }, async (work) => {
		const text = { textId: act.actId, kind: 'added' as const, words: act.words };
		await keepTexts(work, act.complaintId, [text]);
		await keepFiles(work, act, { part: 'added', files });
		return ownDone(work, act.complaintId);
	});
}

async function keepFiles(
	work: Work,
	{ complaintId, actId }: OwnAct,
	{ part, files }: { part: 'message' | 'added'; files: readonly CheckedFile[] }
): Promise<void> {
	for (const file of files) await keepCaseFile(work, complaintId, { file, part, partId: actId });
}

/** They ask for an advocate: the clock waits where it may, and the provider is told. */
export function askForAdvocate(
	service: Service,
	act: OwnAct & { mayKnow: 'nameOnly' | 'story' }
): Promise<Carried> {
	return giveOwn(service, { type: 'askForAdvocate', ...act }, async (work) => {
		const { complaintId, mayKnow } = act;
		if (!(await lockComplaint(work, complaintId))) return refuseAct({ code: 'notYours' });
		const already = await findAskedAlready(work, complaintId);
		if (already) return { done: false, refusal: already };
		const askedOn = todayOf(work);
		const carried = await carryOwn(work, act, [
			{ type: 'askForAdvocate', askedOn, askedBy: 'complainant' }
		]);
		if (carried.done) await requestAdvocate(work, { complaintId, toldOn: askedOn, mayKnow });
		return carried;
	});
}

/** They no longer want the advocate they asked for. */
export function declineAdvocate(service: Service, act: OwnAct): Promise<Carried> {
	return giveOwn(service, { type: 'declineAdvocate', ...act }, async (work) => {
		const declinedOn = todayOf(work);
		const carried = await carryOwn(work, act, [{ type: 'recordAdvocateDeclined', declinedOn }]);
		if (carried.done) await endRequests(work, act.complaintId, declinedOn);
		return carried;
	});
}

/** They take all of it back, or only some strands. */
export function withdraw(
	service: Service,
	act: OwnAct & { strandIds: readonly StrandId[] | 'all' }
): Promise<Carried> {
	return giveOwn(service, { type: 'withdraw', ...act }, async (work) => {
		const complaint = await rebuildOwn(work, act.complaintId);
		const withdrawnOn = todayOf(work);
		return carryOwn(
			work,
			act,
			isAllowedInPhase(complaint.phase, 'withdrawComplaint')
				? [{ type: 'withdrawComplaint', withdrawnOn, channel: 'website' }]
				: strandsFor(complaint, 'withdrawStrand', act.strandIds).map((strandId) => ({
						type: 'withdrawStrand',
						strandId,
						withdrawnOn,
						channel: 'website'
					}))
		);
	});
}

/** They take it up again. */
export function reinstate(
	service: Service,
	act: OwnAct & { strandIds: readonly StrandId[] | 'all' }
): Promise<Carried> {
	return giveOwn(service, { type: 'reinstate', ...act }, async (work) => {
		const complaint = await rebuildOwn(work, act.complaintId);
		const reinstatedOn = todayOf(work);
		return carryOwn(
			work,
			act,
			isAllowedInPhase(complaint.phase, 'reinstateComplaint')
				? [{ type: 'reinstateComplaint', reinstatedOn }]
				: strandsFor(complaint, 'reinstateStrand', act.strandIds).map((strandId) => ({
						type: 'reinstateStrand',
						strandId,
						reinstatedOn
					}))
		);
	});
}

/** The strands meant: those named, or every one that the order is open to. */
function strandsFor(
	{ strands }: Complaint,
	command: 'withdrawStrand' | 'reinstateStrand',
	named: readonly StrandId[] | 'all'
): StrandId[] {
	if (named !== 'all') return [...named];
	return strands
		.filter(({ stage }) => isAllowedInStage(stage, command))
		.map(({ strandId }) => strandId);
}
