import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import type { ComplaintEvent, OpenedStrand } from '#lib/domain/complaint/events.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import { findBadRoutes, mainRouteFirst } from '#lib/domain/complaint/routeGuards.ts';
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

	const { decidedOn, spokenTo, strands } = command;
	const elements = command.elements.map((element) => ({
		...element,
		routes: mainRouteFirst(element.routes)
	}));
	return accept(
		{ type: 'triageDecided', decidedOn, spokenTo, elements, strands },
		...strands.flatMap((strand) => openingEvents(strand, complaint, decidedOn))
	);
}

/** What is written down with a strand that opens: stage 1 accepted, or stage 2 asked for. */
export function openingEvents(
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
		const bad = findBadRoutes(element, strands);
		if (bad) return bad;
	}
	return null;
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
