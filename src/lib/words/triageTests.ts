import type { TestName } from '#lib/domain/triage/questions.ts';
import type {
	Advice,
	Ask,
	Judgement,
	RouteSuggestion,
	TriageFacts,
	TriageTest
} from '#lib/domain/triage/triageFacts.ts';
import {
	CONCURRENCY_WORDS,
	CONTACT_KIND_WORDS,
	PERSON_WORDS,
	REASON_WORDS,
	SUBJECT_WORDS,
	TIMING_WORDS
} from '#lib/words/triage.ts';

/** The tests of triage by name. */
export const TEST_WORDS = {
	safety: 'Safe',
	allegation: 'Allegation',
	kind: 'What it is',
	aboutUs: 'About us',
	person: 'Person',
	subject: 'Subject',
	allStages: 'Not had all stages',
	oneYear: 'In time',
	proceedings: 'Court or police',
	otherRemedy: 'Other way to put it right',
	stage: 'Stage'
} as const satisfies Record<TestName, string>;

/** Each thing to find out, as a question to a colleague or the complainant. */
export const ASK_WORDS = {
	whoComplains: 'Who is complaining?',
	whatAbout: 'What is it about?',
	whenItHappened: 'When did it happen?',
	bothLimbs: 'Could they have told us earlier, and can it still be looked at fairly?',
	anyProceedings: 'Is a court, the police or another process looking at it?',
	currentHarm: 'Is anybody at risk of harm now?',
	allegation: 'Is it said that somebody who works with children harmed a child?',
	aboutUs: 'Is it about us, or somebody acting for us?',
	authority: 'Is there written or recorded authority to act for the child?',
	consent: 'Does the child agree, if able, and is this person suitable to act?',
	sufficientInterest: 'Have they sufficient interest in the child’s welfare?',
	childInNeed: 'Could this be a child in need?',
	ownTreatment: 'Is it about how they themselves were treated?',
	ownEmployment: 'Is it about their own job?',
	courtConduct: 'Is it about what happened in court?',
	linkedAssessment: 'Is an assessment under s.17 part of it?',
	section17InSubstance: 'Was this really help for a child in need?',
	refusedThisChild: 'Is it about not placing this child with them?',
	impactOnThisChild: 'Is it about what the policy did to this child?',
	effectOnServices: 'Did it change what the child got?',
	dataProtectionComplaint: 'Is it a complaint about how personal data was handled?',
	sharedWithOtherBody: 'Is part of it about us?',
	allStagesDone: 'Has the same complaint been through all stages?',
	resubmittedInTime: 'Did it come back within a year of the proceedings?',
	mightPrejudice: 'Might going on now prejudice the proceedings? Take advice.',
	approvalDecision: 'Is it about being approved, or not, as a carer or adopter?',
	planContent: 'Is it about what the plan says, with a right of appeal?',
	appealRight: 'Is there a right of appeal?',
	seriousCare: 'Is it serious or detailed, about care?',
	agreedStage2: 'Do both sides agree to start at stage 2?',
	changeAhead: 'Is a change planned that the complaint is about?'
} as const satisfies Record<Ask, string>;

/** What an officer must decide, and write down why. */
export const JUDGEMENT_WORDS = {
	sufficientInterest: 'Decide on sufficient interest, with the child’s views (reg 12)',
	consentOrSuitability: 'Decide whether this person may act for the child',
	childInNeed: 'Decide whether a child in need is arguable',
	section17InSubstance: 'Decide whether this was help for a child in need in substance',
	oneYearBothLimbs: 'Write reasons on both limbs of the one year (reg 9)',
	olderPart: 'Decide on the older part by itself (reg 9)',
	prejudice: 'Decide whether going on might prejudice the proceedings (reg 8)',
	stage2Direct: 'Agree with the complainant to leave stage 1 out',
	leadProcess: 'Decide which process leads; none is done twice',
	oneInvestigationOrTwo: 'Decide on one statutory investigation or two, and record why',
	isItAComplaint: 'Decide whether it carries a complaint, and open that'
} as const satisfies Record<Judgement, string>;

/** What else to do. */
export const ADVICE_WORDS = {
	offerAdvocate: 'Offer an advocate at once.',
	freezeDecision: 'Put the planned change on hold, unless waiting is a risk.',
	clockRunsFromReceipt: 'The clock is already running, from the day it was received.',
	checkForChildsServices: 'Look for a part about the child’s services; that part is statutory.',
	writtenReg12Decision: 'Write to them with the decision and reasons (reg 12).',
	tellSafeguardingIfRisk: 'Tell safeguarding if it shows a risk.',
	logMemberEnquiry: 'Log it as a member enquiry.',
	effectStaysInComplaint: 'What it did to the child’s services stays in the complaint.',
	othersGoOn: 'The other parts go on.',
	reopenSameReference: 'Open it again on the same reference.',
	weighForAcceptance: 'Childhood, trauma, disability or no access to records weigh for accepting.'
} as const satisfies Record<Advice, string>;

/** "Suggested: stage 1", or what must be known first. */
export function sayHeading({ codes, possible, toAsk }: RouteSuggestion): string {
	const [main] = codes;
	if (possible.length > 0) return toAsk.length === 0 ? 'Decide first' : 'Ask first';
	if (main === undefined) return 'Not a complaint of its own';
	return `Suggested: ${lowerFirst(REASON_WORDS[main])}`;
}

/** One test as a line: its name, and what is known of it or what to ask. */
export function sayTest(test: TriageTest, facts: TriageFacts): { lead: string; text: string } {
	const lead = TEST_WORDS[test.test];
	if (test.ask) {
		const known = test.answer === 'unknown' ? 'not known yet' : test.answer;
		return { lead: ASK_WORDS[test.ask], text: known };
	}
	return { lead, text: lowerFirst(sayFact(test, facts)) };
}

function sayFact({ test, answer }: TriageTest, facts: TriageFacts): string {
	switch (test) {
		case 'person':
			return facts.person === null ? 'not known yet' : PERSON_WORDS[facts.person];
		case 'subject':
			return facts.subject === null ? 'not known yet' : SUBJECT_WORDS[facts.subject];
		case 'kind':
			return CONTACT_KIND_WORDS[facts.kind ?? 'complaint'];
		case 'oneYear':
			return facts.timing && facts.timing !== 'undecided' ? TIMING_WORDS[facts.timing] : answer;
		case 'proceedings':
			return facts.concurrency?.length
				? facts.concurrency.map((code) => CONCURRENCY_WORDS[code]).join(', ')
				: 'nothing going on';
		case 'allegation':
			return 'goes to the designated officer';
		case 'safety':
		case 'aboutUs':
		case 'allStages':
		case 'otherRemedy':
		case 'stage':
			return answer;
	}
}

/** The words as they stand after a colon; a name of several capitals keeps its own. */
function lowerFirst(text: string): string {
	const isName = /^[A-Z]\S* [A-Z]/.test(text);
	return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
