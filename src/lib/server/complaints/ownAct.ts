import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import { carryOut } from '#lib/server/complaints/carryOut.ts';
import { findHistory, findVersion } from '#lib/server/complaints/log.ts';
import { giveOnce, type Carried } from '#lib/server/complaints/receipts.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, type Work } from '#lib/server/work.ts';

/**
 * What the complainant does on their own pages, once they have come in by their code.
 *
 * `actId` is made with the page that shows the form and comes back with it: a double tap, a
 * reload or a lost reply does the act once and gets the same answer.
 */
export interface OwnAct {
	complaintId: string;
	actId: string;
}

/** Carries out an act of the complainant once. */
export function giveOwn(
	service: Service,
	given: OwnAct & { type: string },
	act: (work: Work) => Promise<Carried>
): Promise<Carried> {
	const { type, actId, complaintId, ...payload } = given;
	return giveOnce(
		service,
		{ kind: 'complainant', complaintId },
		{ commandId: actId, complaintId, type, payload, act }
	);
}

/** Gives orders of the rules as the complainant, today, in an act of theirs. */
export function carryOwn(work: Work, act: OwnAct, commands: readonly Command[]): Promise<Carried> {
	const { complaintId, actId } = act;
	return carryOut(work, { complaintId, commandId: actId, givenAt: instantOf(work), commands });
}

/** The act is done and moved no clock. */
export async function ownDone(work: Work, complaintId: string): Promise<Carried> {
	return { done: true, version: await findVersion(work, complaintId) };
}

/** Today in England. */
export function todayOf({ now }: Work): PlainDate {
	return dateInEngland(now());
}

/** What has happened to their complaint so far. */
export async function rebuildOwn({ trx }: Work, complaintId: string): Promise<Complaint> {
	const history = await findHistory(trx, complaintId);
	return rebuild(history.map(({ event }) => event));
}
