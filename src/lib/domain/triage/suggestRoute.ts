import type { ReasonCode, SubjectCode } from '#lib/domain/triage/codes.ts';
import {
	checkAboutUs,
	checkKind,
	checkPerson,
	checkSafety,
	checkSubject
} from '#lib/domain/triage/gates.ts';
import { reasonFor } from '#lib/domain/triage/reasons.ts';
import { checkStanding } from '#lib/domain/triage/standing.ts';
import { checkAllStages, checkOneYear, checkProceedings } from '#lib/domain/triage/timeGates.ts';
import type { DecisionRow, RouteSuggestion, TriageFacts } from '#lib/domain/triage/triageFacts.ts';
import {
	answerTo,
	askQuestion,
	startWorkings,
	type Ending,
	type Gate,
	type Workings
} from '#lib/domain/triage/workings.ts';

/**
 * The tests of triage, in their order. The first that ends the matter decides the route; safety
 * never does, and runs in addition.
 */
const GATES: readonly Gate[] = [
	checkSafety,
	checkKind,
	checkAboutUs,
	checkPerson,
	checkSubject,
	checkStanding,
	checkAllStages,
	checkOneYear,
	checkProceedings
];

/**
 * The route the rules suggest for one element, with every test that led there.
 *
 * It suggests; a person decides. What is not known is never guessed: either the route shown is
 * what it will be unless the answer turns it, and `toAsk` names the question, or `codes` holds
 * only what is already sure and `possible` says where the answer leads.
 *
 * Source: SI 2006/1738 regs 3 to 5, 8, 9, 12, 14 and 17; Getting the Best from Complaints 2 and 3.
 */
export function suggestRoute(facts: TriageFacts): RouteSuggestion {
	const workings = startWorkings(facts);
	for (const gate of GATES) {
		const ending = gate(workings);
		if (ending) return toSuggestion(workings, ending);
	}
	return toSuggestion(workings, chooseStage(workings));
}

/** Which stage the element starts at, once nothing stands in its way (rows D1 to D4, D29). */
function chooseStage(workings: Workings): Ending {
	if (workings.facts.subject === 'S26' || answerTo(workings, 'changeAhead') === 'yes') {
		workings.advice.add('freezeDecision');
	}
	const row = workings.row ?? findRow(workings);
	if (workings.procedure === 'corporate') return { row, codes: ['CORPORATE'] };
	if (workings.facts.subject === 'S9') workings.mustDecide.add('oneInvestigationOrTwo');
	if (isStage2Direct(workings)) {
		return { row: isSeriousForChild(workings) ? 'D2' : null, codes: ['STAT_S2_DIRECT'] };
	}
	return { row, codes: ['STAT_S1'] };
}

/** Stage 1 may be left out where both sides agree; a serious matter of a child is offered it. */
function isStage2Direct(workings: Workings): boolean {
	const agreed = answerTo(workings, 'agreedStage2');
	if (agreed === 'unknown' && !isSeriousForChild(workings)) return false;
	askQuestion(workings, 'agreedStage2', { yesIs: 'met', noIs: 'met' });
	if (agreed === 'unknown') workings.mustDecide.add('stage2Direct');
	return agreed !== 'no';
}

function isSeriousForChild(workings: Workings): boolean {
	const { person } = workings.facts;
	const isChild = person === 'P1' || person === 'P2' || person === 'P3';
	return isChild && answerTo(workings, 'seriousCare') === 'yes';
}

function toSuggestion(workings: Workings, ending: Ending): RouteSuggestion {
	const { alongside, beside, tests, mustDecide, advice } = workings;
	const isOpen = 'possible' in ending;
	const main = isOpen ? [] : ending.codes;
	const carries = main.some((code) => reasonFor(code).opens.length > 0);
	const codes = unique([...main, ...(carries ? beside : []), ...alongside]);
	const opening = codes.map(reasonFor).find(({ opens }) => opens.length > 0);
	return {
		codes,
		possible: isOpen ? unique([...ending.possible]) : [],
		procedure: opening ? workings.procedure : null,
		opensAt: opening?.opensAt ?? null,
		tests,
		toAsk: tests.flatMap(({ state, ask }) => (state === 'unknown' && ask ? [ask] : [])),
		mustDecide: [...mustDecide],
		advice: [...advice],
		row: isOpen ? null : ending.row
	};
}

/** The row of the decision table for an element that goes on without any turn. */
function findRow({ facts: { person, subject }, procedure }: Workings): DecisionRow | null {
	if (procedure === 'corporate') return subject === 'S9' ? 'D9' : subject === 'S14' ? 'D18' : null;
	if (person === 'P8' && subject === 'S5') return 'D3';
	if (person === 'P9' && subject === 'S6') return 'D4';
	return (subject === null ? null : STATUTORY_ROWS[subject]) ?? 'D1';
}

const STATUTORY_ROWS: Partial<Readonly<Record<SubjectCode, DecisionRow>>> = {
	S9: 'D10',
	S13: 'D14',
	S18: 'D16',
	S19: 'D20',
	S20: 'D21',
	S26: 'D29'
};

function unique(codes: readonly ReasonCode[]): ReasonCode[] {
	return [...new Set(codes)];
}
