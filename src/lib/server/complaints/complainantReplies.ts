import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { mustDecideAboutChild } from '#lib/domain/beside/decideTelling.ts';
import type { StrandId } from '#lib/domain/complaint/codes.ts';
import {
	carryOwn,
	giveOwn,
	ownDone,
	rebuildOwn,
	todayOf,
	type OwnAct
} from '#lib/server/complaints/ownAct.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, type Work } from '#lib/server/work.ts';

/** They ask somebody new to look. No test of merit; the clock runs from today. */
export function requestStage2(
	service: Service,
	act: OwnAct & { strandIds: readonly StrandId[] }
): Promise<Carried> {
	return giveOwn(service, { type: 'requestStage2', ...act }, async (work) => {
		const carried = await carryOwn(
			work,
			act,
			act.strandIds.map((strandId) => ({
				type: 'requestStage2',
				strandId,
				requestedOn: todayOf(work),
				channel: 'website'
			}))
		);
		if (carried.done) await keepReply(work, act, 'stage2');
		return carried;
	});
}

/** They ask for a panel. No test of merit; a late request is taken, and decided by an officer. */
export function requestStage3(
	service: Service,
	act: OwnAct & { strandIds: readonly StrandId[] }
): Promise<Carried> {
	return giveOwn(service, { type: 'requestStage3', ...act }, (work) =>
		carryOwn(
			work,
			act,
			act.strandIds.map((strandId) => ({
				type: 'requestStage3',
				strandId,
				requestedOn: todayOf(work),
				channel: 'website',
				pointsTextId: null
			}))
		)
	);
}

/** They agree to wait for an answer that is late. */
export function agreeToWait(
	service: Service,
	act: OwnAct & { strandId: StrandId; waitsUntilOn: PlainDate }
): Promise<Carried> {
	const { strandId, waitsUntilOn } = act;
	return giveOwn(service, { type: 'agreeToWait', ...act }, (work) =>
		carryOwn(work, act, [{ type: 'agreeToWait', strandId, agreedOn: todayOf(work), waitsUntilOn }])
	);
}

/**
 * They are OK with the answer: the strand ends. They may still ask for stage 2 later. Where an
 * adult complained, it stays open until it is decided whether the child hears the outcome.
 */
export function contentWithAnswer(
	service: Service,
	act: OwnAct & { strandIds: readonly StrandId[] }
): Promise<Carried> {
	return giveOwn(service, { type: 'contentWithAnswer', ...act }, async (work) => {
		const ending = await strandsThatMayEnd(work, act);
		const carried = await carryOwn(
			work,
			act,
			ending.map((strandId) => ({
				type: 'closeStrand',
				strandId,
				closedOn: todayOf(work),
				reason: 'answeredAndContent'
			}))
		);
		if (carried.done) await keepReply(work, act, 'content');
		return carried;
	});
}

async function strandsThatMayEnd(
	work: Work,
	act: OwnAct & { strandIds: readonly StrandId[] }
): Promise<readonly StrandId[]> {
	const complaint = await rebuildOwn(work, act.complaintId);
	return act.strandIds.filter((strandId) => {
		const strand = complaint.strands.find((one) => one.strandId === strandId);
		return !strand || !mustDecideAboutChild(complaint, strand, 'answeredAndContent');
	});
}

/** They want to talk about it first, or to think. Staff see which; no clock moves. */
export function replyToAnswer(
	service: Service,
	act: OwnAct & { strandIds: readonly StrandId[]; reply: 'talkFirst' | 'thinking' }
): Promise<Carried> {
	return giveOwn(service, { type: 'replyToAnswer', ...act }, async (work) => {
		await keepReply(work, act, act.reply);
		return ownDone(work, act.complaintId);
	});
}

/** They have opened the answer. The first time counts. */
export function markAnswerOpened(
	service: Service,
	act: OwnAct & { strandId: StrandId }
): Promise<Carried> {
	return giveOwn(service, { type: 'markAnswerOpened', ...act }, async (work) => {
		await work.trx
			.updateTable('stage1_answer')
			.set({ opened_at: instantOf(work) })
			.where('complaint_id', '=', act.complaintId)
			.where('strand_id', '=', act.strandId)
			.where('opened_at', 'is', null)
			.execute();
		return ownDone(work, act.complaintId);
	});
}

/** They do not understand a message, or the answer: staff are asked to say it again. */
export function notUnderstood(
	service: Service,
	act: OwnAct & ({ messageId: string } | { strandId: StrandId })
): Promise<Carried> {
	return giveOwn(service, { type: 'notUnderstood', ...act }, async (work) => {
		const set = { not_understood_at: instantOf(work) };
		const { complaintId } = act;
		if ('messageId' in act) {
			await work.trx
				.updateTable('message')
				.set(set)
				.where('complaint_id', '=', complaintId)
				.where('message_id', '=', act.messageId)
				.where('direction', '=', 'toComplainant')
				.execute();
		} else {
			await work.trx
				.updateTable('stage1_answer')
				.set(set)
				.where('complaint_id', '=', complaintId)
				.where('strand_id', '=', act.strandId)
				.execute();
		}
		return ownDone(work, complaintId);
	});
}

async function keepReply(
	work: Work,
	{ complaintId, strandIds }: { complaintId: string; strandIds: readonly StrandId[] },
	reply: 'content' | 'talkFirst' | 'thinking' | 'stage2'
): Promise<void> {
	if (strandIds.length === 0) return;
	await work.trx
		.updateTable('stage1_answer')
		.set({ reply, replied_at: instantOf(work) })
		.where('complaint_id', '=', complaintId)
		.where('strand_id', 'in', strandIds)
		.execute();
}
