import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import { decide } from '#lib/domain/complaint/decide.ts';
import { evolve, rebuild } from '#lib/domain/complaint/evolve.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { ActorRole } from '#lib/domain/roles/roles.ts';
import {
	appendEvents,
	findHistory,
	lockComplaint,
	type OrderGiven
} from '#lib/server/complaints/log.ts';
import { findOtherFault } from '#lib/server/complaints/otherComplaint.ts';
import { planDay20, strandsAwaitingDay20 } from '#lib/server/complaints/planDay20.ts';
import { tellAppointed } from '#lib/server/complaints/tellAppointed.ts';
import { tellManagers } from '#lib/server/complaints/tellManagers.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { findHeldRoles, roleFor } from '#lib/server/complaints/roles.ts';
import { columnsOf, saveRows } from '#lib/server/complaints/rows.ts';
import { findStandings } from '#lib/server/people/standings.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';

/** Orders about one complaint, given together: all are carried out, or none. */
export interface GivenCommands extends OrderGiven {
	complaintId: string;
	commands: readonly Command[];
	/** The role to judge by, where it is not one the actor holds: words taken down for a child. */
	inRole?: ActorRole;
}

/**
 * Decides orders by the rules and writes down what happened: the complaint locked, its whole
 * history read, the events added, the rows worked out again.
 *
 * The caller's transaction is to be undone where this is refused (`giveOnce` does that).
 */
export async function carryOut(work: Work, given: GivenCommands): Promise<Carried> {
	const { complaintId, commands } = given;
	if (!(await lockComplaint(work, complaintId))) {
		return { done: false, refusal: { code: 'notYours' } };
	}
	const held = await findHeldRoles(work);
	const rules = await readRules(work);
	const standings = await findStandings(work, complaintId, peopleToAppoint(commands));
	const standingOf = (personId: string) => standings.get(personId) ?? null;
	const history = await findHistory(work.trx, complaintId);
	let complaint = rebuild(history.map(({ event }) => event));
	const events: ComplaintEvent[] = [];
	for (const command of commands) {
		const role = given.inRole ?? roleFor(work, held, command.type);
		const decision = decide(complaint, command, { ...rules, role, standingOf });
		if (!decision.accepted) return { done: false, refusal: decision.refusal };
		// After the rules, so that one who may not give the order learns nothing of the other case.
		const fault = await findOtherFault(work, complaintId, command);
		if (fault) return { done: false, refusal: fault };
		events.push(...decision.events);
		complaint = decision.events.reduce(evolve, complaint);
	}
	await appendEvents(work, events, { ...given, seenVersion: history.length });
	// The rows follow from the log. A complainant moves them by what they do, and sees not all of them.
	await asOurselves(work, ({ trx }) => saveRows(trx, complaintId, columnsOf(complaint, rules)));
	await planDay20(work, complaintId, strandsAwaitingDay20(complaint, rules));
	if (events.some(({ type }) => type === 'stage2Requested' || type === 'stage3Requested')) {
		await tellManagers(work, complaintId);
	}
	await tellAppointed(work, events);
	return { done: true, version: complaint.version };
}

/** What the rules are told besides the complaint and the role. */
export async function readRules(work: Work): Promise<Omit<RuleContext, 'role'>> {
	const [holidays, { timeLimits }] = [await readHolidays(work.trx), await readCouncil(work.trx)];
	return { holidays, settings: timeLimits, today: dateInEngland(work.now()) };
}

/** The people that the orders want to appoint. */
function peopleToAppoint(commands: readonly Command[]): string[] {
	return commands.flatMap((command) =>
		command.type === 'appointPerson' ? [command.personId] : []
	);
}
