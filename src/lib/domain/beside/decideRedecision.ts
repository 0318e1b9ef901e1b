import type { BesideComplaintCommand } from '#lib/domain/beside/besideCommands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { openingEvents } from '#lib/domain/complaint/decideTriage.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import { findBadRoutes, mainRouteFirst } from '#lib/domain/complaint/routeGuards.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

type Redecision = Extract<BesideComplaintCommand, { type: 'redecideElement' }>;

/**
 * An element that was refused, or went elsewhere, is decided again: consent came, it is accepted
 * late after all, there are new facts. Day 0 stays the day it was received (row D5). What is in
 * a procedure is never decided again: a case does not switch midway (rules 0, trap 4).
 *
 * Source: rules 2.5 and 2.6; SI 2006/1738 regs 9 and 12.
 */
export function decideRedecision(
	complaint: Complaint,
	command: Redecision,
	context: RuleContext
): Decision {
	const { decidedOn, strand } = command;
	const refusal =
		findBadDate(decidedOn, context, { date: complaint.triagedOn, because: 'triaged' }) ??
		findBadElement(complaint, command) ??
		findBadStrand(complaint, command, context);
	if (refusal) return refuse(refusal);
	const element = { ...command.element, routes: mainRouteFirst(command.element.routes) };
	return accept(
		{ type: 'elementRedecided', decidedOn, element, strand },
		...(strand ? openingEvents(strand, complaint, decidedOn) : [])
	);
}

function findBadElement({ elements }: Complaint, { element, strand }: Redecision): Refusal | null {
	const { elementId } = element;
	const was = elements.find((one) => one.elementId === elementId);
	if (!was) return { code: 'unknownElement', elementId };
	if (was.strandId !== null) return { code: 'elementInProcedure', elementId };
	const bad = findBadRoutes(element, strand ? [strand] : []);
	if (bad) return bad;
	return element.reasonTextId === null ? { code: 'reasonMissing', elementId } : null;
}

function findBadStrand(
	{ strands, receivedOn }: Complaint,
	{ element, strand, decidedOn }: Redecision,
	context: RuleContext
): Refusal | null {
	if (!strand) return null;
	const { strandId, stage2RequestedOn } = strand;
	if (strands.some((one) => one.strandId === strandId)) {
		return { code: 'sameIdTwice', id: strandId };
	}
	if (element.strandId !== strandId) return { code: 'strandWithoutElements', strandId };
	if (stage2RequestedOn === undefined) return null;
	const earliest = { date: receivedOn, because: 'received' as const };
	return findBadDate(stage2RequestedOn, { ...context, today: decidedOn }, earliest);
}
