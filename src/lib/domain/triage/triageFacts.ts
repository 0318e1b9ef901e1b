import type {
	ConcurrencyCode,
	ContactKind,
	PersonCode,
	ReasonCode,
	SubjectCode,
	TimingCode
} from '#lib/domain/triage/codes.ts';
import type { Procedure } from '#lib/domain/complaint/codes.ts';
import type { Answer, QuestionName, TestName } from '#lib/domain/triage/questions.ts';

/** What is known of one element. Anything left out is unknown, and is asked, never guessed. */
export interface TriageFacts {
	readonly person: PersonCode | null;
	readonly subject: SubjectCode | null;
	/** In doubt, and where left out, a complaint. */
	readonly kind?: ContactKind | null;
	/** `undecided`: over a year old, and reg 9 not yet decided. */
	readonly timing?: TimingCode | 'undecided' | null;
	/** What else is going on. An empty list: nothing; null or left out: not known. */
	readonly concurrency?: readonly ConcurrencyCode[] | null;
	readonly answers?: Partial<Readonly<Record<QuestionName, Answer>>>;
}

/** What may have to be found out or decided before the route is sure. */
export type Ask =
	QuestionName | 'whoComplains' | 'whatAbout' | 'whenItHappened' | 'bothLimbs' | 'anyProceedings';

/** What an officer must decide, with reasons; a program never does. */
export type Judgement =
	| 'sufficientInterest'
	| 'consentOrSuitability'
	| 'childInNeed'
	| 'section17InSubstance'
	| 'oneYearBothLimbs'
	| 'olderPart'
	| 'prejudice'
	| 'stage2Direct'
	| 'leadProcess'
	| 'oneInvestigationOrTwo'
	| 'isItAComplaint';

/** What else to do, beside choosing the route. */
export type Advice =
	| 'offerAdvocate'
	| 'freezeDecision'
	| 'clockRunsFromReceipt'
	| 'checkForChildsServices'
	| 'writtenReg12Decision'
	| 'tellSafeguardingIfRisk'
	| 'logMemberEnquiry'
	| 'effectStaysInComplaint'
	| 'othersGoOn'
	| 'reopenSameReference'
	| 'weighForAcceptance';

/**
 * How one test came out. `met`: it leads on. `unknown`: `ask` says what to ask. `passOn`: another
 * body or process takes it, alone or as well. `failed`: the procedure is not open, and `answer`
 * is what said so.
 */
export interface TriageTest {
	readonly test: TestName;
	/** The answer to the test's own question, as `words/triage.ts` puts it. */
	readonly answer: Answer;
	readonly state: 'met' | 'unknown' | 'passOn' | 'failed';
	readonly source: string;
	readonly ask?: Ask;
}

/** The rows of the decision table, by their numbers. */
export type DecisionRow = `D${number}`;

/** The route the rules suggest for one element. A person decides. */
export interface RouteSuggestion {
	/** The main route first, then what stands beside it. Empty while nothing can be suggested. */
	readonly codes: readonly ReasonCode[];
	/** Where the open question leads, when it stands in the way; otherwise empty. */
	readonly possible: readonly ReasonCode[];
	/** The procedure whose strand carries it, or null where none does or none is sure. */
	readonly procedure: Procedure | null;
	readonly opensAt: 'stage1' | 'stage2' | 'suspended' | null;
	readonly tests: readonly TriageTest[];
	/** What is not known, in the order of the tests. The suggestion may change with it. */
	readonly toAsk: readonly Ask[];
	readonly mustDecide: readonly Judgement[];
	readonly advice: readonly Advice[];
	/** The row of the decision table that was followed; null where none was reached. */
	readonly row: DecisionRow | null;
}
