import type { PersonCode } from '#lib/domain/triage/codes.ts';
import { personOf, type Standing } from '#lib/domain/triage/persons.ts';
import {
	answerTo,
	askQuestion,
	noteTest,
	type Ending,
	type Gate,
	type Workings
} from '#lib/domain/triage/workings.ts';

/**
 * Whether this person may use the statutory procedure for this subject (rows D5 to D8). A
 * corporate element is open to anyone.
 */
export const checkStanding: Gate = (workings) => {
	const { person, subject } = workings.facts;
	if (person === null) {
		noteTest(workings, 'person', {
			answer: 'unknown',
			state: 'unknown',
			source: 'Children Act 1989 ss.24D, 26(3)',
			ask: 'whoComplains'
		});
		return workings.procedure === 'corporate' ? null : { possible: ['STAT_S1', 'CORPORATE'] };
	}
	if (workings.procedure === 'corporate') return noteForCorporate(workings, person);
	const { onlyFor } = personOf(person);
	const isOutsideTheirs = onlyFor !== null && subject !== null && !onlyFor.includes(subject);
	return byStanding(workings, person, isOutsideTheirs ? 'withInterest' : personOf(person).standing);
};

/** A corporate complaint is open to anyone; what is known of their standing is noted all the same. */
function noteForCorporate(workings: Workings, person: PersonCode): null {
	const { standing, source } = personOf(person);
	if (standing === 'yes') noteTest(workings, 'person', { answer: 'yes', state: 'met', source });
	if (standing === 'no') {
		noteTest(workings, 'person', { answer: 'no', state: 'failed', source });
		workings.advice.add('checkForChildsServices');
	}
	return null;
}

function byStanding(workings: Workings, person: PersonCode, standing: Standing): Ending | null {
	const { source } = personOf(person);
	switch (standing) {
		case 'yes':
			noteTest(workings, 'person', { answer: 'yes', state: 'met', source });
			return null;
		case 'withAuthority':
			noteTest(workings, 'person', { answer: 'yes', state: 'met', source });
			return askQuestion(workings, 'authority', { yesIs: 'met', noIs: 'failed' }) === 'no'
				? { row: 'D5', codes: ['NO_CONSENT'] }
				: null;
		case 'withConsent':
			return byConsent(workings);
		case 'withInterest':
			return byInterest(workings);
		case 'ifInNeed':
			return byNeed(workings);
		case 'no':
		case 'enquiry':
		case 'staff':
		case 'anonymous':
			noteTest(workings, 'person', { answer: 'no', state: 'failed', source });
			workings.procedure = 'corporate';
			workings.row = 'D8';
			workings.advice.add('checkForChildsServices');
			return null;
	}
}

function byConsent(workings: Workings): Ending | null {
	workings.row = 'D5';
	workings.advice.add('clockRunsFromReceipt');
	switch (askQuestion(workings, 'consent', { yesIs: 'met', noIs: 'failed' })) {
		case 'yes':
			return null;
		case 'no':
			return { row: 'D5', codes: ['NO_CONSENT'] };
		case 'unknown':
			workings.mustDecide.add('consentOrSuitability');
			return { possible: ['STAT_S1', 'NO_CONSENT'] };
	}
}

function byInterest(workings: Workings): Ending | null {
	workings.row = 'D6';
	workings.advice.add('clockRunsFromReceipt');
	switch (askQuestion(workings, 'sufficientInterest', { yesIs: 'met', noIs: 'failed' })) {
		case 'yes':
			return null;
		case 'unknown':
			workings.mustDecide.add('sufficientInterest');
			return { possible: ['STAT_S1', 'NO_STANDING', 'CORPORATE'] };
		case 'no':
			return refuseInterest(workings);
	}
}

function refuseInterest(workings: Workings): Ending | null {
	workings.advice.add('writtenReg12Decision');
	if (askQuestion(workings, 'ownTreatment', { yesIs: 'passOn', noIs: 'failed' }) !== 'yes') {
		return answerTo(workings, 'ownTreatment') === 'no'
			? { row: 'D6', codes: ['NO_STANDING'] }
			: { possible: ['NO_STANDING', 'CORPORATE'] };
	}
	workings.row = 'D7';
	workings.procedure = 'corporate';
	return null;
}

function byNeed(workings: Workings): Ending | null {
	switch (askQuestion(workings, 'childInNeed', { yesIs: 'met', noIs: 'failed' })) {
		case 'yes':
			return null;
		case 'no':
			workings.procedure = 'corporate';
			return null;
		case 'unknown':
			workings.mustDecide.add('childInNeed');
			return { possible: ['STAT_S1', 'CORPORATE'] };
	}
}
