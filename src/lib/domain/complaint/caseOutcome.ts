import type { Outcome } from '#lib/domain/complaint/codes.ts';

/**
 * The outcome of a whole strand: upheld if every element is, partly if any is upheld or partly,
 * not upheld if none is, and no finding otherwise. Null before there is any.
 *
 * Source: rules 3.3, outcomes per element.
 */
export function caseOutcome(outcomes: readonly Outcome[]): Outcome | null {
	if (outcomes.length === 0) return null;
	if (outcomes.every((outcome) => outcome === 'upheld')) return 'upheld';
	if (outcomes.some((outcome) => outcome === 'upheld' || outcome === 'partiallyUpheld')) {
		return 'partiallyUpheld';
	}
	return outcomes.every((outcome) => outcome === 'notUpheld') ? 'notUpheld' : 'noFinding';
}
