/** The tests of triage, in their order. */
export type TestName =
	| 'safety'
	| 'allegation'
	| 'kind'
	| 'aboutUs'
	| 'person'
	| 'subject'
	| 'allStages'
	| 'oneYear'
	| 'proceedings'
	| 'otherRemedy'
	| 'stage';

/** One question with a yes or no that can turn a route. */
export interface Question {
	readonly test: TestName;
	readonly source: string;
	/** An officer must decide it, with reasons; it is not a fact to be found out. */
	readonly isJudgement: boolean;
}

/** Every yes-or-no question triage may need, with the test it belongs to and its source. */
export const QUESTIONS = {
	currentHarm: fact('safety', 'Children Act 1989 ss.17, 47'),
	allegation: fact('allegation', 'Working Together'),
	aboutUs: fact('aboutUs', 'Getting the Best from Complaints 2'),
	authority: fact('person', 'Children Act 1989 s.26A'),
	consent: judgement('person', 'Getting the Best from Complaints 2'),
	sufficientInterest: judgement('person', 'SI 2006/1738 reg 12'),
	childInNeed: judgement('person', 'Children Act 1989 s.17(10)'),
	ownTreatment: fact('person', 'SI 2006/1738 reg 12'),
	ownEmployment: fact('person', 'Employment Rights Act 1996 Part IVA'),
	courtConduct: fact('subject', 'SI 2006/1738 reg 3'),
	linkedAssessment: fact('subject', 'SI 2006/1738 reg 3'),
	section17InSubstance: judgement('subject', 'Children Act 1989 s.17'),
	refusedThisChild: fact('subject', 'Children Act 1989 s.22C'),
	impactOnThisChild: fact('subject', 'Getting the Best from Complaints 2.2'),
	effectOnServices: fact('subject', 'UK GDPR arts 15 and 16'),
	dataProtectionComplaint: fact('subject', 'Data (Use and Access) Act 2025'),
	sharedWithOtherBody: fact('subject', 'Getting the Best from Complaints 7'),
	allStagesDone: fact('allStages', 'Getting the Best from Complaints 2'),
	resubmittedInTime: fact('oneYear', 'SI 2006/1738 reg 8'),
	mightPrejudice: judgement('proceedings', 'SI 2006/1738 reg 8'),
	approvalDecision: fact('otherRemedy', 'SI 2009/395, Independent Review Mechanism'),
	planContent: fact('otherRemedy', 'Children and Families Act 2014 s.51'),
	appealRight: fact('otherRemedy', 'Getting the Best from Complaints 7'),
	seriousCare: judgement('stage', 'Getting the Best from Complaints 3.6.1'),
	agreedStage2: fact('stage', 'SI 2006/1738 reg 17; Getting the Best from Complaints 3.6.1'),
	changeAhead: fact('stage', 'Getting the Best from Complaints 6')
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof QUESTIONS;

/** What is known of a question. Unknown is never taken for a no. */
export type Answer = 'yes' | 'no' | 'unknown';

function fact<Test extends TestName>(test: Test, source: string) {
	return { test, source, isJudgement: false } as const;
}

function judgement<Test extends TestName>(test: Test, source: string) {
	return { test, source, isJudgement: true } as const;
}
