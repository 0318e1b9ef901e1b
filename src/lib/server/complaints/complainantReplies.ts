import { randomUUID } from 'node:crypto';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { mustDecideAboutChild } from '#lib/domain/beside/decideTelling.ts';
import type { StrandId } from '#lib/domain/complaint/codes.ts';
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
import { keepTexts } from '#lib/server/complaints/texts.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, type Work } from '#lib/server/work.ts';

/** They ask somebody new to look. No test of merit; the clock runs from today. */
export function requestStage2(
	service: Service,
	act: OwnAct & { strandIds: readonly StrandId[] }
): Promise<Carried> {
	return giveOwn(service, sentAs('requestStage2', act), async (work) => {
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

/**
 * They ask for a panel. No test of merit; a late request is taken, and decided by an officer. What
 * they write with it are the points to consider, word for word. Where nothing is left to ask for,
 * those words are kept as a message, so that none is lost.
 */
export function requestStage3(
	service: Service,
	act: OwnAct & { strandIds: readonly StrandId[]; points: string }
): Promise<Carried> {
	return giveOwn(service, sentAs('requestStage3', act), async (work) => {
		const { complaintId, strandIds, points } = act;
		const pointsTextId = points.trim() === '' ? null : randomUUID();
		if (pointsTextId && strandIds.length === 0) {
			await keepMessage(work, complaintId, {
				messageId: pointsTextId,
				words: points,
				direction: 'fromComplainant',
				state: 'sent',
				replyByOn: null
			});
		} else if (pointsTextId) {
			await keepTexts(work, complaintId, [
				{ textId: pointsTextId, kind: 'stage3Points', words: points }
			]);
		}
		return carryOwn(
			work,
			act,
			strandIds.map((strandId) => ({
				type: 'requestStage3',
				strandId,
				requestedOn: todayOf(work),
				channel: 'website',
				pointsTextId
			}))
		);
	});
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
	return giveOwn(service, sentAs('contentWithAnswer', act), async (work) => {
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

/**
 * An act as they sent it. The strands are worked out here and are others after the first press,
 * which would make the second press of a button another act.
 */
function sentAs<Act extends OwnAct & { strandIds: readonly StrandId[] }>(type: string, act: Act) {
	return { type, ...act, strandIds: undefined };
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
