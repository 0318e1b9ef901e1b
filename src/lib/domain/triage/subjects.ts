import type { ReasonCode, SubjectCode } from '#lib/domain/triage/codes.ts';
import type { QuestionName } from '#lib/domain/triage/questions.ts';
import type { Confidence } from '#lib/domain/triage/reason.ts';

/**
 * Where a subject leads. `statutory` and `corporate` name a procedure, with the routes that stand
 * beside it. `outside`: no procedure of ours. `depends`: on the answer to one question; where it
 * is not answered, `meanwhile` says which answer is shown until it is, and null shows none.
 */
export type SubjectRoute =
	| { readonly to: 'statutory' | 'corporate'; readonly beside?: readonly ReasonCode[] }
	| { readonly to: 'outside'; readonly codes: readonly ReasonCode[] }
	| {
			readonly to: 'depends';
			readonly on: QuestionName;
			readonly yes: SubjectRoute;
			readonly no: SubjectRoute;
			readonly meanwhile: 'yes' | 'no' | null;
	  };

/** One subject a complaint can be about. */
export interface Subject {
	readonly route: SubjectRoute;
	readonly source: string;
	readonly confidence: Confidence;
}

const STATUTORY: SubjectRoute = { to: 'statutory' };
const CORPORATE: SubjectRoute = { to: 'corporate' };

/** Every subject, where it leads and why. */
const SUBJECTS = {
	S1: { route: STATUTORY, source: 'Children Act 1989 Part 3', confidence: 'H' },
	S2: {
		route: STATUTORY,
		source: 'Children Act 1989 Part 3, ss.33 and 34; SI 2006/1738 reg 3',
		confidence: 'H'
	},
	S3: { route: STATUTORY, source: 'Children Act 1989 Part 3, s.24D', confidence: 'H' },
	S4: {
		route: {
			to: 'depends',
			on: 'courtConduct',
			yes: { to: 'outside', codes: ['COURT_DECIDED'] },
			no: STATUTORY,
			meanwhile: 'no'
		},
		source: 'SI 2006/1738 reg 3',
		confidence: 'H'
	},
	S5: { route: STATUTORY, source: 'SI 2006/1738 reg 4', confidence: 'H' },
	S6: { route: STATUTORY, source: 'SI 2006/1738 reg 5', confidence: 'H' },
	S7: {
		route: STATUTORY,
		source: 'Getting the Best from Complaints 2.2, attitude or behaviour of staff',
		confidence: 'H'
	},
	S8: {
		route: STATUTORY,
		source: 'Getting the Best from Complaints 2.2, including complaints procedures',
		confidence: 'M'
	},
	S9: {
		route: {
			to: 'depends',
			on: 'linkedAssessment',
			yes: STATUTORY,
			no: { to: 'corporate', beside: ['APPEAL'] },
			meanwhile: 'no'
		},
		source: 'SI 2006/1738 reg 3 leaves out s.47',
		confidence: 'H'
	},
	S10: {
		route: { to: 'outside', codes: ['COURT_DECIDED'] },
		source: 'Ombudsman fact sheet: reports to a court under s.7 or s.37',
		confidence: 'H'
	},
	S11: {
		route: {
			to: 'depends',
			on: 'section17InSubstance',
			yes: STATUTORY,
			no: CORPORATE,
			meanwhile: null
		},
		source: 'Children Act 1989 s.17, in substance',
		confidence: 'M'
	},
	S12: {
		route: {
			to: 'depends',
			on: 'approvalDecision',
			yes: { to: 'outside', codes: ['IRM'] },
			no: {
				to: 'depends',
				on: 'refusedThisChild',
				yes: STATUTORY,
				no: CORPORATE,
				meanwhile: null
			},
			meanwhile: null
		},
		source: 'SI 2009/395, Independent Review Mechanism',
		confidence: 'M'
	},
	S13: {
		route: { to: 'statutory', beside: ['LADO'] },
		source: 'Working Together; Keeping Children Safe in Education',
		confidence: 'H'
	},
	S14: {
		route: {
			to: 'depends',
			on: 'planContent',
			yes: { to: 'outside', codes: ['TRIBUNAL'] },
			no: CORPORATE,
			meanwhile: null
		},
		source: 'Children and Families Act 2014 s.51',
		confidence: 'H'
	},
	S15: {
		route: {
			to: 'depends',
			on: 'appealRight',
			yes: { to: 'outside', codes: ['APPEAL'] },
			no: CORPORATE,
			meanwhile: null
		},
		source: 'School Admissions Code; Education Act 2002 s.51A',
		confidence: 'H'
	},
	S16: {
		route: { to: 'outside', codes: ['SCHOOL'] },
		source: 'Education Act 2002 s.29',
		confidence: 'H'
	},
	S17: { route: CORPORATE, source: 'the council’s own practice', confidence: 'M' },
	S18: {
		route: { to: 'statutory', beside: ['PROVIDER'] },
		source: 'Children’s Homes (England) Regulations 2015 reg 39(6)',
		confidence: 'H'
	},
	S19: {
		route: { to: 'statutory', beside: ['INSURANCE'] },
		source: 'Getting the Best from Complaints 7',
		confidence: 'M'
	},
	S20: {
		route: {
			to: 'depends',
			on: 'effectOnServices',
			yes: { to: 'statutory', beside: ['DATA'] },
			no: { to: 'outside', codes: ['DATA'] },
			meanwhile: 'no'
		},
		source: 'UK GDPR arts 12, 15 and 16',
		confidence: 'H'
	},
	S21: { route: CORPORATE, source: 'the council’s own practice', confidence: 'M' },
	S22: {
		route: { to: 'outside', codes: ['COURT_DECIDED'] },
		source: 'Local Government Act 1974 Sch 5; Ombudsman decision 22-008-758',
		confidence: 'H'
	},
	S23: {
		route: {
			to: 'depends',
			on: 'impactOnThisChild',
			yes: STATUTORY,
			no: { to: 'outside', codes: ['REPRESENTATION'] },
			meanwhile: null
		},
		source: 'Getting the Best from Complaints 2.2, impact of a policy',
		confidence: 'H'
	},
	S24: {
		route: {
			to: 'depends',
			on: 'sharedWithOtherBody',
			yes: { to: 'outside', codes: ['JOINT'] },
			no: { to: 'outside', codes: ['OTHER_BODY'] },
			meanwhile: null
		},
		source: 'Getting the Best from Complaints 7',
		confidence: 'M'
	},
	S25: { route: { to: 'outside', codes: ['ADULT'] }, source: 'SI 2009/309', confidence: 'H' },
	S26: {
		route: STATUTORY,
		source: 'Children Act 1989 Part 3; Getting the Best from Complaints 6',
		confidence: 'M-H'
	}
} as const satisfies Record<SubjectCode, Subject>;

/** The row of a subject code, in the general shape. */
export function subjectOf(code: SubjectCode): Subject {
	return SUBJECTS[code];
}

/** Every code a subject's route could end in: the procedure's own, and those outside it. */
export function codesOf(route: SubjectRoute): ReasonCode[] {
	switch (route.to) {
		case 'statutory':
			return ['STAT_S1', ...(route.beside ?? [])];
		case 'corporate':
			return ['CORPORATE', ...(route.beside ?? [])];
		case 'outside':
			return [...route.codes];
		case 'depends':
			return [...codesOf(route.yes), ...codesOf(route.no)];
	}
}
