import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import type { ComplaintEvent, OpenedStrand, TriagedElement } from '#lib/domain/complaint/events.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import { routeStrandOf } from '#lib/domain/complaint/routeStrands.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

type TriageCommand = CommandOf<'decideTriage'>;

/**
 * Every point complained about has a route, and the strands that carry them are opened, each
 * under one procedure. A stage 1 strand is accepted at once; one that both agreed to begin at
 * stage 2 has its request written down with it, so its clock runs from that day.
 *
 * Source: rules 2.1 and 3.3, "all elements coded"; SI 2006/1738 reg 17(1).
 */
export function decideTriage(
	complaint: Complaint,
	command: TriageCommand,
	context: RuleContext
): Decision {
	const refusal =
		findBadDate(command.decidedOn, context, {
			date: complaint.receivedOn,
			because: 'received'
		}) ??
		findRepeatedId(command) ??
		findBadElement(command) ??
		findBadStrand(complaint, command, context);
	if (refusal) return refuse(refusal);

	const { decidedOn, spokenTo, elements, strands } = command;
	return accept(
		{ type: 'triageDecided', decidedOn, spokenTo, elements, strands },
		...strands.flatMap((strand) => openingEvents(strand, complaint, decidedOn))
	);
}

function openingEvents(
	{ strandId, opensAt, stage2RequestedOn }: OpenedStrand,
	{ channel }: Complaint,
	decidedOn: TriageCommand['decidedOn']
): ComplaintEvent[] {
	switch (opensAt) {
		case 'stage1':
			return [{ type: 'stage1Accepted', strandId, acceptedOn: decidedOn }];
		case 'stage2':
			return [
				{
					type: 'stage2Requested',
					strandId,
					requestedOn: stage2RequestedOn ?? decidedOn,
					channel: channel ?? 'inPerson',
					byAgreement: true
				}
			];
		case 'suspended':
			return [];
	}
}

function findRepeatedId({ elements, strands }: TriageCommand): Refusal | null {
	const ids = [
		...elements.map(({ elementId }) => elementId),
		...strands.map(({ strandId }) => strandId)
	];
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	return twice === undefined ? null : { code: 'sameIdTwice', id: twice };
}

function findBadElement({ elements, strands }: TriageCommand): Refusal | null {
	if (elements.length === 0) return { code: 'noElements' };
	for (const element of elements) {
		const bad =
			findClash(element) ?? findMissingReason(element) ?? findWrongStrand(element, strands);
		if (bad) return bad;
	}
	return null;
}

function findClash({ elementId, routes }: TriagedElement): Refusal | null {
	if (routes.length === 0) return { code: 'elementWithoutRoute', elementId };
	for (const one of routes) {
		const other = routes.find((route) => routeStrandOf(one).neverWith.includes(route));
		if (other !== undefined) return { code: 'routesClash', elementId, one, other };
	}
	return null;
}

function findMissingReason({ elementId, routes, reasonTextId }: TriagedElement): Refusal | null {
	const isNeeded = routes.some((route) => routeStrandOf(route).needsReason);
	return isNeeded && reasonTextId === null ? { code: 'reasonMissing', elementId } : null;
}

/** The strand must be there, and be what every route of the element that opens one says. */
function findWrongStrand(
	{ elementId, routes, strandId }: TriagedElement,
	strands: readonly OpenedStrand[]
): Refusal | null {
	const opening = routes.map(routeStrandOf).filter(({ opensAt }) => opensAt !== null);
	if (strandId === null) return opening.length > 0 ? { code: 'routeNeedsStrand', elementId } : null;
	if (opening.length === 0) return { code: 'routeHasNoStrand', elementId };
	const strand = strands.find((one) => one.strandId === strandId);
	if (!strand) return { code: 'unknownStrand', strandId };
	const fits = opening.every(
		({ opensAt, procedures }) => opensAt === strand.opensAt && procedures.includes(strand.procedure)
	);
	return fits ? null : { code: 'routeNotInProcedure', elementId, strandId };
}

function findBadStrand(
	{ receivedOn }: Complaint,
	{ elements, strands, decidedOn }: TriageCommand,
	context: RuleContext
): Refusal | null {
	for (const { strandId, stage2RequestedOn } of strands) {
		if (!elements.some((element) => element.strandId === strandId)) {
			return { code: 'strandWithoutElements', strandId };
		}
		if (stage2RequestedOn === undefined) continue;
		const bad = findBadDate(
			stage2RequestedOn,
			{ ...context, today: decidedOn },
			{ date: receivedOn, because: 'received' }
		);
		if (bad) return bad;
	}
	return null;
}
