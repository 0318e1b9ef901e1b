import type { Procedure } from '#lib/domain/complaint/codes.ts';
import type { OpenedStrand, TriagedElement } from '#lib/domain/complaint/events.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import { personOf, type Standing } from '#lib/domain/triage/persons.ts';
import { reasonFor } from '#lib/domain/triage/reasons.ts';
import { subjectOf } from '#lib/domain/triage/subjects.ts';

const STATUTORY: readonly ReasonCode[] = ['STAT_S1', 'STAT_S2_DIRECT'];
const SUSPENDED: readonly ReasonCode[] = ['SUSPEND_COURT', 'SUSPEND_POLICE', 'SUSPEND_DISC'];
const GOES_ON: readonly ReasonCode[] = [...STATUTORY, 'CORPORATE', 'QUICK_RESOLVED'];

/**
 * Routes that cannot both be true of one element. What is refused, answered or finished has no
 * strand; what stands beside a complaint, as safeguarding does, never takes its place.
 *
 * Somebody without standing may still have a corporate complaint (row D7), and so may somebody
 * who gave no name.
 *
 * Source: rules 2.1, 2.5 and 2.6.
 */
const CLASHES: Partial<Readonly<Record<ReasonCode, readonly ReasonCode[]>>> = {
	STAT_S2_DIRECT: ['STAT_S1', 'QUICK_RESOLVED'],
	CORPORATE: STATUTORY,
	SUSPEND_COURT: GOES_ON,
	SUSPEND_POLICE: GOES_ON,
	SUSPEND_DISC: GOES_ON,
	NO_STANDING: STATUTORY,
	ANON: STATUTORY,
	NO_CONSENT: [...GOES_ON, ...SUSPENDED],
	LATE_REFUSE: [...GOES_ON, ...SUSPENDED, 'LATE_ACCEPT'],
	EXHAUSTED: [...GOES_ON, ...SUSPENDED],
	COURT_DECIDED: [...GOES_ON, ...SUSPENDED],
	NOT_PURSUED: [...GOES_ON, ...SUSPENDED],
	WITHDRAWN: [...GOES_ON, ...SUSPENDED],
	COMPLIMENT: [...GOES_ON, ...SUSPENDED],
	REPRESENTATION: [...GOES_ON, ...SUSPENDED],
	INFO_ONLY: [...GOES_ON, ...SUSPENDED]
};

/** Why an element's routes cannot be written down so; null where they can. */
export function findBadRoutes(
	element: TriagedElement,
	strands: readonly OpenedStrand[]
): Refusal | null {
	return (
		findClash(element) ?? findWrongStrand(element, strands) ?? findMissingReason(element, strands)
	);
}

/** The routes, each once: what carries the element, then what else decides it, then the rest. */
export function mainRouteFirst(routes: readonly ReasonCode[]): ReasonCode[] {
	return [...new Set(routes)].sort((one, other) => rankOf(one) - rankOf(other));
}

function rankOf(route: ReasonCode): number {
	const { opens, onlyBeside } = reasonFor(route);
	if (opens.length > 0) return 0;
	return onlyBeside ? 2 : 1;
}

function findClash({ elementId, routes }: TriagedElement): Refusal | null {
	// A route that only ever stands beside another decides nothing alone.
	if (routes.every((route) => reasonFor(route).onlyBeside)) {
		return { code: 'elementWithoutRoute', elementId };
	}
	for (const one of routes) {
		const other = routes.find((route) => CLASHES[one]?.includes(route));
		if (other !== undefined) return { code: 'routesClash', elementId, one, other };
	}
	return null;
}

/** The strand must be there, and be what every route of the element that opens one says. */
function findWrongStrand(
	{ elementId, routes, strandId }: TriagedElement,
	strands: readonly OpenedStrand[]
): Refusal | null {
	const opening = routes.map(reasonFor).filter(({ opensAt }) => opensAt !== null);
	if (strandId === null) {
		return opening.length > 0 ? { code: 'routeNeedsStrand', elementId } : null;
	}
	if (opening.length === 0) return { code: 'routeHasNoStrand', elementId };
	const strand = strands.find((one) => one.strandId === strandId);
	if (!strand) return { code: 'unknownStrand', strandId };
	const fits = opening.every(
		({ opensAt, opens }) => opensAt === strand.opensAt && opens.includes(strand.procedure)
	);
	return fits ? null : { code: 'routeNotInProcedure', elementId, strandId };
}

/** A refusal, a discretion, and a procedure that the tables do not lead to, say why. */
function findMissingReason(
	element: TriagedElement,
	strands: readonly OpenedStrand[]
): Refusal | null {
	const { elementId, routes, strandId, reasonTextId } = element;
	if (reasonTextId !== null) return null;
	const strand = strands.find((one) => one.strandId === strandId);
	const isNeeded =
		routes.some((route) => reasonFor(route).needsReason) ||
		(strand !== undefined && isUnexpected(element, strand.procedure));
	return isNeeded ? { code: 'reasonMissing', elementId } : null;
}

const NOT_STATUTORY: readonly Standing[] = ['no', 'enquiry', 'staff', 'anonymous'];

/**
 * Whether the tables of persons and subjects lead elsewhere. The wrong procedure is one of the
 * Ombudsman's four recurring faults; both tables are only defaults, so it takes a reason.
 */
function isUnexpected({ person, subject }: TriagedElement, procedure: Procedure): boolean {
	const { standing, onlyFor } = personOf(person);
	const { to } = subjectOf(subject).route;
	switch (procedure) {
		case 'statutory':
			return NOT_STATUTORY.includes(standing) || to === 'corporate' || to === 'outside';
		case 'corporate': {
			const isEligible = standing === 'yes' && (onlyFor === null || onlyFor.includes(subject));
			return isEligible && to === 'statutory';
		}
	}
}
