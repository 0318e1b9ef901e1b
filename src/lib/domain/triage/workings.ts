import type { Procedure } from '#lib/domain/complaint/codes.ts';
import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import {
	QUESTIONS,
	type Answer,
	type QuestionName,
	type TestName
} from '#lib/domain/triage/questions.ts';
import type {
	Advice,
	Ask,
	DecisionRow,
	Judgement,
	TriageFacts,
	TriageTest
} from '#lib/domain/triage/triageFacts.ts';

/** Where a gate of triage ends the matter: a route, or a question that stands in the way. */
export type Ending =
	{ row: DecisionRow | null; codes: ReasonCode[] } | { possible: readonly ReasonCode[] };

/** What triage has worked out so far about one element; each gate adds to it. */
export interface Workings {
	readonly facts: TriageFacts;
	procedure: Procedure | null;
	row: DecisionRow | null;
	/** Routes that run in addition, whatever the main one is. */
	readonly alongside: Set<ReasonCode>;
	/** Routes that stand beside the main one, where it is taken. */
	readonly beside: Set<ReasonCode>;
	readonly tests: TriageTest[];
	readonly mustDecide: Set<Judgement>;
	readonly advice: Set<Advice>;
}

/** One test of triage: it notes what it found, and may end the matter. */
export type Gate = (workings: Workings) => Ending | null;

/** An element of which nothing has been worked out. */
export function startWorkings(facts: TriageFacts): Workings {
	return {
		facts,
		procedure: null,
		row: null,
		alongside: new Set(),
		beside: new Set(),
		tests: [],
		mustDecide: new Set(),
		advice: new Set()
	};
}

/** What is known of a question; unknown where nothing was said. */
export function answerTo(workings: Workings, question: QuestionName): Answer {
	return workings.facts.answers?.[question] ?? 'unknown';
}

/** Notes a test that came out, and how. */
export function noteTest(
	workings: Workings,
	name: TestName,
	found: { answer: Answer; state: TriageTest['state']; source: string; ask?: Ask }
): void {
	workings.tests.push({ test: name, ...found });
}

/**
 * Reads a yes-or-no question and notes the test, as unknown where nobody has answered. `yesIs`
 * and `noIs` say what each answer means for the element.
 */
export function askQuestion(
	workings: Workings,
	question: QuestionName,
	meaning: { yesIs: TriageTest['state']; noIs: TriageTest['state'] }
): Answer {
	const { test, source } = QUESTIONS[question];
	const answer = answerTo(workings, question);
	const state = { yes: meaning.yesIs, no: meaning.noIs, unknown: 'unknown' as const }[answer];
	noteTest(workings, test, { answer, state, source, ask: question });
	return answer;
}
