import type { PersonCode, SubjectCode } from '#lib/domain/triage/codes.ts';
import type { Confidence } from '#lib/domain/triage/reason.ts';

/**
 * Whether a person may use the statutory procedure. `withAuthority`: acts for a child, with
 * authority written or recorded. `withConsent`: acts for a child who consents if able, and is
 * suitable. `withInterest`: only with sufficient interest in the child's welfare, which the
 * council decides. `ifInNeed`: only where a child in need is arguable. `enquiry`, `staff` and
 * `anonymous` are not complaints of their own.
 */
export type Standing =
	| 'yes'
	| 'withAuthority'
	| 'withConsent'
	| 'withInterest'
	| 'ifInNeed'
	| 'no'
	| 'enquiry'
	| 'staff'
	| 'anonymous';

/** One kind of complainant. */
export interface Person {
	readonly standing: Standing;
	/** The subjects the standing is for; outside them it depends on interest. Null: all. */
	readonly onlyFor: readonly SubjectCode[] | null;
	/** A child or care leaver: an advocate is offered at once (s.26A). */
	readonly offerAdvocate: boolean;
	readonly source: string;
	readonly confidence: Confidence;
}

const ANYTHING = { onlyFor: null, offerAdvocate: false } as const;

/** The subjects that can arise in any of the procedure's work, adoption and guardianship too. */
const ARISE_ANYWHERE = ['S7', 'S8', 'S13', 'S18', 'S19', 'S20', 'S23', 'S26'] as const;

/** Who may complain, with the paragraph that lets them. */
const PERSONS = {
	P1: {
		...ANYTHING,
		standing: 'yes',
		offerAdvocate: true,
		source: 'Children Act 1989 s.26(3)(a)',
		confidence: 'H'
	},
	P2: {
		...ANYTHING,
		standing: 'yes',
		offerAdvocate: true,
		source: 'Children Act 1989 s.26(3)(a)',
		confidence: 'H'
	},
	P3: {
		...ANYTHING,
		standing: 'yes',
		offerAdvocate: true,
		source: 'Children Act 1989 s.24D',
		confidence: 'H'
	},
	P4: {
		...ANYTHING,
		standing: 'yes',
		source: 'Children Act 1989 s.26(3)(b)',
		confidence: 'H'
	},
	P5: {
		...ANYTHING,
		standing: 'yes',
		source: 'Children Act 1989 s.26(3)(c)',
		confidence: 'H'
	},
	P6: {
		...ANYTHING,
		standing: 'yes',
		source: 'Children Act 1989 s.26(3)(d)',
		confidence: 'H'
	},
	P7: {
		...ANYTHING,
		standing: 'withInterest',
		source: 'Children Act 1989 s.26(3)(e); SI 2006/1738 reg 12',
		confidence: 'M'
	},
	P8: {
		standing: 'yes',
		onlyFor: ['S5', ...ARISE_ANYWHERE],
		offerAdvocate: false,
		source: 'Children Act 1989 s.26(3B); SI 2006/1738 reg 4',
		confidence: 'H'
	},
	P9: {
		standing: 'yes',
		onlyFor: ['S6', ...ARISE_ANYWHERE],
		offerAdvocate: false,
		source: 'Children Act 1989 s.26(3C); SI 2006/1738 reg 5',
		confidence: 'H'
	},
	P10: {
		...ANYTHING,
		standing: 'withAuthority',
		source: 'Children Act 1989 s.26A',
		confidence: 'H'
	},
	P11: {
		...ANYTHING,
		standing: 'withConsent',
		source: 'Getting the Best from Complaints 2',
		confidence: 'H'
	},
	P12: {
		...ANYTHING,
		standing: 'withInterest',
		source: 'Children Act 1989 s.26(3)(e); SI 2006/1738 reg 12',
		confidence: 'H'
	},
	P13: {
		...ANYTHING,
		standing: 'no',
		source: 'Ombudsman fact sheet on the children’s procedure',
		confidence: 'M'
	},
	P14: {
		...ANYTHING,
		standing: 'enquiry',
		source: 'the council’s own practice',
		confidence: 'M'
	},
	P15: {
		...ANYTHING,
		standing: 'staff',
		source: 'Employment Rights Act 1996 Part IVA',
		confidence: 'M'
	},
	P16: {
		...ANYTHING,
		standing: 'anonymous',
		source: 'Getting the Best from Complaints 3',
		confidence: 'H'
	},
	P17: {
		...ANYTHING,
		standing: 'withInterest',
		source: 'Children Act 1989 s.26(3)(b) and (e), case by case',
		confidence: 'M'
	},
	P18: {
		...ANYTHING,
		standing: 'ifInNeed',
		offerAdvocate: true,
		source: 'Children Act 1989 ss.17(10), 26(3)(a)',
		confidence: 'M'
	}
} as const satisfies Record<PersonCode, Person>;

/** The row of a person code, in the general shape. */
export function personOf(code: PersonCode): Person {
	return PERSONS[code];
}
