import type { BesideEvent } from '#lib/domain/beside/besideEvents.ts';
import { NOTHING_BESIDE_STRAND, type Suspension } from '#lib/domain/beside/besideState.ts';
import type { Proceedings } from '#lib/domain/beside/codes.ts';
import { startWaiting, stopWaiting } from '#lib/domain/complaint/advocatePause.ts';
import type { ElementId } from '#lib/domain/complaint/codes.ts';
import type { TriagedElement } from '#lib/domain/complaint/events.ts';
import { openStrand } from '#lib/domain/complaint/openStrand.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';
import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import { reasonFor } from '#lib/domain/triage/reasons.ts';

type EventOf<Type extends BesideEvent['type']> = Extract<BesideEvent, { type: Type }>;

/** Under which route an element stands still. A tribunal and a criminal court go with the like. */
const SUSPENDED_BY = {
	court: 'SUSPEND_COURT',
	tribunal: 'SUSPEND_COURT',
	police: 'SUSPEND_POLICE',
	criminal: 'SUSPEND_POLICE',
	disciplinary: 'SUSPEND_DISC'
} as const satisfies Record<Proceedings, ReasonCode>;

/** One element stops. The others of its strand go on; the last takes the strand with it. */
export function moveSuspended(complaint: Complaint, event: EventOf<'elementSuspended'>): Complaint {
	const { elementId, fromStrandId, intoStrandId, proceedings, toldOn, reviewOn } = event;
	const suspension: Suspension = {
		proceedings,
		toldOn,
		reviewOn,
		lastReviewedOn: null,
		mightPrejudice: true,
		endedOn: null,
		toldOfResubmissionOn: null
	};
	const elements = complaint.elements.map((element) =>
		element.elementId === elementId
			? onRoute({ ...element, reasonTextId: event.reasonTextId }, intoStrandId, [
					SUSPENDED_BY[proceedings]
				])
			: element
	);
	const from = complaint.strands.find(({ strandId }) => strandId === fromStrandId);
	if (!from) return complaint;
	if (intoStrandId === fromStrandId) {
		const stopped = stopWholeStrand(from, suspension);
		return { ...complaint, elements, strands: replace(complaint.strands, stopped) };
	}
	const split = openStrand(
		{ strandId: intoStrandId, procedure: procedureOf(from), opensAt: 'suspended' },
		elements,
		from.stage1DayZeroOn
	);
	const found = from.outcomes[elementId];
	const stopped: Strand = {
		...split,
		outcomes: found === undefined ? {} : { [elementId]: found },
		beside: { ...NOTHING_BESIDE_STRAND, suspension }
	};
	return {
		...complaint,
		elements,
		strands: [...replace(complaint.strands, without(from, [elementId])), stopped]
	};
}

/** What was suspended comes back in a strand of its own, with its own day 0. */
export function moveResubmitted(
	complaint: Complaint,
	event: EventOf<'elementResubmitted'>
): Complaint {
	const { strandId, elementIds, intoStrandId, procedure, opensAt, resubmittedOn } = event;
	const route = procedure === 'corporate' ? 'CORPORATE' : ROUTE_AT[opensAt];
	const elements = complaint.elements.map((element) =>
		elementIds.includes(element.elementId) ? onRoute(element, intoStrandId, [route]) : element
	);
	const opened = openStrand(
		{ strandId: intoStrandId, procedure, opensAt },
		elements,
		resubmittedOn
	);
	const begun: Strand = { ...opened, beside: { ...NOTHING_BESIDE_STRAND, resubmittedOn } };
	const strands = complaint.strands.map((strand) => {
		if (strand.strandId !== strandId) return strand;
		const rest = without(strand, elementIds);
		return rest.elementIds.length > 0 ? rest : endResubmitted(strand, resubmittedOn);
	});
	return {
		...complaint,
		elements,
		strands: [...strands, startWaiting(begun, complaint.advocate, elements)]
	};
}

const ROUTE_AT = {
	stage1: 'STAT_S1',
	stage2: 'STAT_S2_DIRECT'
} as const satisfies Record<string, ReasonCode>;

function stopWholeStrand(strand: Strand, suspension: Suspension): Strand {
	const still = stopWaiting(strand, suspension.toldOn);
	return {
		...still,
		stage: 'suspended',
		stageBefore: strand.stage === 'suspended' ? strand.stageBefore : still.stage,
		beside: { ...strand.beside, suspension }
	};
}

/** Its elements are elsewhere now, and what it did stays on record. */
function endResubmitted(strand: Strand, on: Suspension['toldOn']): Strand {
	return {
		...strand,
		stage: 'closed',
		elementIds: [],
		closed: { on, reason: 'resubmitted' },
		stageBefore: strand.stage
	};
}

function without(strand: Strand, gone: readonly ElementId[]): Strand {
	return {
		...strand,
		elementIds: strand.elementIds.filter((id) => !gone.includes(id)),
		outcomes: Object.fromEntries(
			Object.entries(strand.outcomes).filter(([id]) => !gone.includes(id))
		)
	};
}

/** The element in another strand: the routes that say where it is carried are the new ones. */
function onRoute(
	element: TriagedElement,
	strandId: string,
	routes: readonly ReasonCode[]
): TriagedElement {
	const beside = element.routes.filter((route) => reasonFor(route).opens.length === 0);
	return { ...element, strandId, routes: [...routes, ...beside] };
}

function procedureOf({ procedure }: Strand): 'statutory' | 'corporate' {
	return procedure === 'corporate' ? 'corporate' : 'statutory';
}

function replace(strands: readonly Strand[], strand: Strand): Strand[] {
	return strands.map((one) => (one.strandId === strand.strandId ? strand : one));
}
