/**
 * Whose something is. `reader`: whoever the letter is to. `helper`: who told us for a child.
 * `staffMember`: the person complained about. `council`: everything that is ours to say.
 */
export const PARTIES = [
	'reader',
	'complainant',
	'child',
	'helper',
	'otherParent',
	'staffMember',
	'council'
] as const;
export type Party = (typeof PARTIES)[number];

/** Whom a letter is to. `complainant` may be the child, a parent, or anyone else who complained. */
export const READERS = ['complainant', 'child', 'reviewingOfficer', 'advocate'] as const;
export type Reader = (typeof READERS)[number];

/**
 * Whose details a letter to each reader may hold. A complainant need not be the child, so a
 * letter to the complainant holds nothing of the child's. Nobody is written the details of the
 * other parent, of the helper or of the person complained about.
 *
 * Source: rules 6.3 DP-3, DP-4, DP-9, DP-13; security 2.4 #4.
 */
export const MAY_READ = {
	complainant: ['reader', 'complainant', 'council'],
	child: ['reader', 'child', 'council'],
	reviewingOfficer: ['reader', 'child', 'council'],
	advocate: ['reader', 'child', 'council']
} as const satisfies Record<Reader, readonly Party[]>;

/** Whether a letter to that reader may hold what belongs to that party. */
export function mayRead(reader: Reader, owner: Party): boolean {
	const allowed: readonly Party[] = MAY_READ[reader];
	return allowed.includes(owner);
}
