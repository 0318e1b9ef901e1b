import type { Procedure } from '#lib/domain/complaint/codes.ts';
import type { RouteSuggestion } from '#lib/domain/triage/triageFacts.ts';

/** One strand the elements would open together: the places of its elements in the list given. */
export interface SuggestedStrand {
	readonly procedure: Procedure;
	readonly opensAt: 'stage1' | 'stage2' | 'suspended';
	readonly elements: readonly number[];
}

/**
 * The strands that a complaint's elements would open, in the order of their first elements:
 * elements of one procedure that start at one place go together.
 */
export function suggestStrands(
	suggestions: readonly Pick<RouteSuggestion, 'procedure' | 'opensAt'>[]
): SuggestedStrand[] {
	const strands: {
		procedure: Procedure;
		opensAt: 'stage1' | 'stage2' | 'suspended';
		elements: number[];
	}[] = [];
	suggestions.forEach(({ procedure, opensAt }, place) => {
		if (procedure === null || opensAt === null) return;
		const strand = strands.find(
			(other) => other.procedure === procedure && other.opensAt === opensAt
		);
		if (strand) strand.elements.push(place);
		else strands.push({ procedure, opensAt, elements: [place] });
	});
	return strands;
}

/**
 * Whether to prefer one statutory investigation over a statutory and a corporate one: where
 * elements of both kinds are tangled with each other. An officer decides, and records why; once
 * in the statutory procedure all its stages must be open to them.
 *
 * Source: Ombudsman practice; row D10 of the decision table.
 */
export function prefersOneInvestigation(
	suggestions: readonly Pick<RouteSuggestion, 'procedure' | 'opensAt'>[]
): boolean {
	const going = suggestions.filter(({ opensAt }) => opensAt !== null && opensAt !== 'suspended');
	return (
		going.some(({ procedure }) => procedure === 'statutory') &&
		going.some(({ procedure }) => procedure === 'corporate')
	);
}
