import type { PersonCode } from '#lib/domain/triage/codes.ts';

/**
 * The kind of complainant that each link to the child makes likely, as the adult chose it on the
 * site. It is a first suggestion: whoever decides the route looks at it again.
 *
 * Source: Children Act 1989 s.26(3), (3B), (3C); SI 2006/1738 reg 12; rules 2.2.
 */
export const PERSON_OF_LINK = {
	parent: 'P4',
	responsibility: 'P5',
	guardian: 'P5',
	fosterCarer: 'P6',
	adopter: 'P8',
	relative: 'P12',
	other: 'P12'
} as const satisfies Record<string, PersonCode>;

/** Who complains, going by what an adult said on the site; null where nothing was said. */
export function personOfAnswers({
	link,
	aboutWhom
}: Readonly<Record<string, string | undefined>>): PersonCode | null {
	// About their own treatment alone, whoever they are: not a child's services.
	if (aboutWhom === 'treated') return 'P13';
	return link !== undefined && Object.hasOwn(PERSON_OF_LINK, link)
		? PERSON_OF_LINK[link as keyof typeof PERSON_OF_LINK]
		: null;
}
