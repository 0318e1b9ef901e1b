import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import { personOf } from '#lib/domain/triage/persons.ts';
import { QUESTIONS } from '#lib/domain/triage/questions.ts';
import { codesOf, subjectOf, type SubjectRoute } from '#lib/domain/triage/subjects.ts';
import type { DecisionRow } from '#lib/domain/triage/triageFacts.ts';
import {
	answerTo,
	askQuestion,
	noteTest,
	type Ending,
	type Gate,
	type Workings
} from '#lib/domain/triage/workings.ts';

/** Safety, first and in parallel: it closes nothing (row D15). */
export const checkSafety: Gate = (workings) => {
	if (askQuestion(workings, 'currentHarm', { yesIs: 'passOn', noIs: 'met' }) === 'yes') {
		workings.alongside.add('SAFEGUARD');
	}
	if (workings.facts.subject === 'S13') {
		const { source } = QUESTIONS.allegation;
		noteTest(workings, 'allegation', { answer: 'yes', state: 'passOn', source });
		workings.alongside.add('LADO');
	} else if (askQuestion(workings, 'allegation', { yesIs: 'passOn', noIs: 'met' }) === 'yes') {
		workings.alongside.add('LADO');
	}
	return null;
};

/** What it is. In doubt it is a complaint (row D27). */
export const checkKind: Gate = (workings) => {
	const kind = workings.facts.kind ?? 'complaint';
	const source = 'Getting the Best from Complaints 2';
	const isComplaint = kind === 'complaint';
	noteTest(workings, 'kind', {
		answer: isComplaint ? 'yes' : 'no',
		state: isComplaint ? 'met' : 'passOn',
		source
	});
	switch (kind) {
		case 'complaint':
			return null;
		case 'compliment':
			return { row: 'D27', codes: ['COMPLIMENT'] };
		case 'informationRequest':
			return { row: 'D27', codes: ['INFO_ONLY'] };
		case 'representation':
		case 'enquiry':
		case 'serviceRequest':
			return { row: 'D27', codes: ['REPRESENTATION'] };
	}
};

/** Whether it is about this council, or somebody acting for it. If not, it stops (row D28). */
export const checkAboutUs: Gate = (workings) => {
	const { subject } = workings.facts;
	if (subject === 'S16' || subject === 'S24' || subject === 'S25') return null;
	if (askQuestion(workings, 'aboutUs', { yesIs: 'met', noIs: 'passOn' }) === 'no') {
		return { row: 'D28', codes: ['OTHER_BODY'] };
	}
	return null;
};

/** People whose contact is not a complaint of theirs (rows D25, D26 and D30). */
export const checkPerson: Gate = (workings) => {
	const { person } = workings.facts;
	if (person === null) return null;
	const { standing, offerAdvocate, source } = personOf(person);
	if (offerAdvocate) workings.advice.add('offerAdvocate');
	switch (standing) {
		case 'enquiry':
			noteTest(workings, 'person', { answer: 'no', state: 'passOn', source });
			workings.advice.add('logMemberEnquiry');
			workings.mustDecide.add('isItAComplaint');
			return { row: 'D30', codes: [] };
		case 'staff': {
			noteTest(workings, 'person', { answer: 'no', state: 'passOn', source });
			const own = askQuestion(workings, 'ownEmployment', { yesIs: 'passOn', noIs: 'passOn' });
			return { row: 'D25', codes: [own === 'yes' ? 'HR' : 'WHISTLE'] };
		}
		case 'anonymous':
			noteTest(workings, 'person', { answer: 'no', state: 'passOn', source });
			workings.advice.add('tellSafeguardingIfRisk');
			return { row: 'D26', codes: ['ANON'] };
		case 'yes':
		case 'withAuthority':
		case 'withConsent':
		case 'withInterest':
		case 'ifInNeed':
		case 'no':
			return null;
	}
};

/** Where the subject leads (rows D9, D11, D16 to D21, D28 and the table of subjects). */
export const checkSubject: Gate = (workings) => {
	const { subject, person } = workings.facts;
	const source = subject === null ? 'SI 2006/1738 regs 3 to 5' : subjectOf(subject).source;
	if (subject === null) {
		noteTest(workings, 'subject', {
			answer: 'unknown',
			state: 'unknown',
			source,
			ask: 'whatAbout'
		});
		return { possible: ['STAT_S1', 'CORPORATE'] };
	}
	// Suitability to foster or adopt has its own review, whatever else it is filed under.
	const isCarer = person === 'P6' || person === 'P8';
	if (isCarer && answerTo(workings, 'approvalDecision') === 'yes') {
		askQuestion(workings, 'approvalDecision', { yesIs: 'passOn', noIs: 'met' });
		return { row: 'D19', codes: ['IRM'] };
	}
	if (subject === 'S20') noteDataComplaint(workings);
	return followRoute(workings, subjectOf(subject).route, source);
};

function followRoute(workings: Workings, route: SubjectRoute, source: string): Ending | null {
	switch (route.to) {
		case 'statutory':
		case 'corporate':
			workings.procedure = route.to;
			for (const code of route.beside ?? []) workings.beside.add(code);
			noteTest(workings, 'subject', {
				answer: route.to === 'statutory' ? 'yes' : 'no',
				state: route.to === 'statutory' ? 'met' : 'failed',
				source
			});
			return null;
		case 'outside':
			noteTest(workings, 'subject', { answer: 'no', state: 'passOn', source });
			return { row: findRow(route.codes), codes: [...route.codes] };
		case 'depends': {
			const answer = askQuestion(workings, route.on, {
				yesIs: stateOf(route.yes),
				noIs: stateOf(route.no)
			});
			if (answer !== 'unknown') return followRoute(workings, route[answer], source);
			if (route.on === 'section17InSubstance') workings.mustDecide.add('section17InSubstance');
			if (route.meanwhile !== null) return followRoute(workings, route[route.meanwhile], source);
			return { possible: [...new Set(codesOf(route))] };
		}
	}
}

function stateOf(route: SubjectRoute): 'met' | 'failed' | 'passOn' {
	if (route.to === 'outside') return 'passOn';
	return route.to === 'corporate' ? 'failed' : 'met';
}

/** The rows of the decision table that lead out of our procedures. */
const ROW_OF_CODE: Partial<Readonly<Record<ReasonCode, DecisionRow>>> = {
	COURT_DECIDED: 'D11',
	TRIBUNAL: 'D17',
	IRM: 'D19',
	DATA: 'D21',
	REPRESENTATION: 'D27',
	OTHER_BODY: 'D28',
	JOINT: 'D28'
};

function findRow([first]: readonly ReasonCode[]): DecisionRow | null {
	return first === undefined ? null : (ROW_OF_CODE[first] ?? null);
}

function noteDataComplaint(workings: Workings): void {
	workings.advice.add('effectStaysInComplaint');
	const answer = askQuestion(workings, 'dataProtectionComplaint', { yesIs: 'passOn', noIs: 'met' });
	if (answer === 'yes') workings.alongside.add('DP_COMPLAINT');
}
