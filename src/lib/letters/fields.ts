import type { Party } from '#lib/letters/parties.ts';
import type { Audience } from '#lib/words/swapList.ts';

/** How a field is filled in: a day, a few words on one line, or several lines. */
export type FieldKind = 'day' | 'line' | 'words';

/** One thing a letter can be merged with: whose it is, and what it is called for staff. */
export interface LetterField {
	owner: Party;
	kind: FieldKind;
	/** What a person reads at the field, such as "The day we received it". */
	label: string;
	/** As an invented case has it. */
	example: Readonly<Record<Audience, string>>;
}

/** Every field of a letter, by the name it has in braces. */
export const LETTER_FIELDS = {
	name: of('reader', 'The name of whoever reads the letter', 'Alex', 'Jay'),
	complainantName: of('complainant', 'The name of the person who complained', 'Alex', 'Jay'),
	childName: of('child', 'The name of the child', 'Jay'),
	helperName: of('helper', 'The name of the person who told us for the child', 'Rosa'),
	otherParentName: of('otherParent', 'The name of another person in the case', 'Chris'),
	staffMemberName: of('staffMember', 'The name of the person complained about', 'Morgan'),

	// The case, and who we are.
	reference: of('council', 'The number of the case', '26-0001'),
	councilName: of('council', 'The council', 'The council'),
	councilTelephone: of('council', 'Our telephone number', '01632 960 100'),
	officerName: of('council', 'Who writes the letter', 'Sam'),
	answererName: of('council', 'Who answers the complaint', 'Mo'),
	advocacyName: of('council', 'Who provides advocates, where they may have one', 'NYAS'),
	advocacyTelephone: of('council', 'The telephone number for advocates', '0808 808 1001'),
	advocateName: of('council', 'Their advocate', 'Kim'),
	ombudsmanTelephone: of('council', 'The telephone number of the Ombudsman', '0300 061 0614'),
	ombudsmanWebsite: of('council', 'The website of the Ombudsman', 'www.lgo.org.uk'),
	ofstedTelephone: of('council', 'The telephone number of Ofsted', '0300 123 1231'),
	commissionerTelephone: of(
		'council',
		'The telephone number of the Information Commissioner',
		'0303 123 1113'
	),
	specialNeedsAdvice: of(
		'council',
		'Who gives free advice on special needs, and the number',
		'SENDIASS, 01632 960 140'
	),

	// Days.
	receivedOn: day('The day we received it', 'Monday 2 November'),
	nextLetterOn: day('The day by which we write again', 'Thursday 5 November'),
	dueOn: day('The day the stage 1 answer is due', 'Monday 16 November'),
	day20On: day('Day 20 of stage 1', 'Monday 30 November'),
	newDueOn: day('The new date', 'Monday 30 November'),
	answeredOn: day('The day of our answer', 'Monday 16 November'),
	stage2AskByOn: day('20 working days after the answer, to ask for stage 2', 'Tuesday 15 December'),
	stage2AskedOn: day('The day stage 2 was asked for', 'Tuesday 1 December'),
	stage2DueOn: day('The day the stage 2 answer is due', 'Thursday 7 January'),
	stage2LimitOn: day('Day 65 of stage 2', 'Thursday 4 March'),
	replyByOn: day('The day by which we would like a reply', 'Friday 11 December'),
	stage3AskByOn: day('20 working days after stage 2 was received', 'Thursday 4 February'),
	stage3AskedOn: day('The day stage 3 was asked for', 'Monday 1 February'),
	chairByOn: day('Day 10 of stage 3: the chair is found', 'Monday 15 February'),
	panelByOn: day('Day 30 of stage 3: the panel has met', 'Monday 15 March'),
	panelOn: day('The day of the panel', 'Wednesday 10 March'),
	papersOn: day('The day the papers are sent', 'Wednesday 24 February'),
	responseDueOn: day('15 working days after the panel report', 'Wednesday 7 April'),
	withdrawnOn: day('The day it was taken back', 'Friday 13 November'),
	reviewOn: day('The day we look at it again', 'Monday 1 February'),
	resubmitByOn: day('One year after the other process ended', 'Monday 15 November'),
	endedOn: day('The day it ended', 'Friday 13 November'),
	untilOn: day('Until which day', 'Monday 1 February'),
	finishedOn: day('The day all stages were done', 'Friday 3 April'),
	firstTryOn: day('The first day we tried to reach them', 'Monday 2 November'),
	secondTryOn: day('The second day we tried to reach them', 'Monday 9 November'),
	corporateDueOn: day('The day the answer is due', 'Monday 23 November'),
	appealByOn: day('The last day to appeal', 'Monday 30 November'),

	// What somebody writes for this one letter.
	reason: words(
		'The reason',
		'We have to read ten years of notes, and two people are away.',
		'We need to talk to two more people.'
	),
	points: words(
		'The points of the complaint, one a line, each after "- "',
		'- The room is cold\n- Nobody called back',
		'- Your room is cold\n- No one called you back'
	),
	terms: words(
		'What was agreed',
		'- Mo will mend the heater by Monday.\n- Sam will call you the day after.',
		'- Mo will mend the heater by Monday.\n- Sam will call you the next day.'
	),
	plan: words(
		'What we will do, and by when, one a line, each after "- "',
		'- We will pay for the visits by Monday 1 March.\n- We will train the team by Friday 30 April.',
		'- You will see Nan each week from Monday 1 March.\n- We will say sorry to you in a letter.'
	),
	decision: words(
		'What we decided',
		'We agree with your first point. We do not agree with your second point.',
		'We agree with your first point. We do not agree with the next one.'
	),
	process: of(
		'council',
		'Which other process it is',
		'the case in the family court',
		'the court case'
	),
	whyItMightHarm: words(
		'Why going on might harm that process',
		'The same people would be asked about the same day.',
		'The judge will ask the same people about the same day.'
	),
	partsThatStop: words(
		'Which parts stop',
		'- How the move was decided',
		'- How the move was chosen'
	),
	partsThatGoOn: words('Which parts go on', '- The late visits', '- The late visits'),
	testFailed: words(
		'Which test was not met',
		'It is about how you were spoken to as an adult. It is not about a service to a child.',
		'It is about a bus pass. The bus pass is not from our team.'
	),
	whyNotEarlier: words(
		'Could they have told us earlier? What we decided and why',
		'We think you could have told us sooner. You had our letter at the time.',
		'We think you could have told us sooner. You had help at the time.'
	),
	whyStillFair: words(
		'Can it still be looked at well and fairly? What we decided and why',
		'The people who knew have left, and the notes are gone.',
		'The people who knew have left. The notes are gone.'
	),
	whatIsNeeded: words(
		'What we need',
		'A note from the young person, or a call with them, to say that you may speak for them.',
		'We need you to say yes. You can write it or say it.'
	),
	whoHasIt: of('council', 'Who has it, and how to reach them', 'Northfield School, 01632 960 130'),
	leadBody: of('council', 'Who leads the one answer', 'the council'),
	otherBody: of('council', 'The other organisation', 'Northfield Hospital'),
	appealHow: of(
		'council',
		'How to appeal: to whom, and which form',
		'Use form A, and send it to the panel clerk'
	),
	corporateRoute: words(
		'Whether our other complaints steps are open, and how',
		'You can use our other complaints steps. Tell me and I will start them.',
		'You can use our other steps. Tell me and I will start them.'
	),
	warning: words(
		'What was warned of, and what is limited',
		'You called us forty times a day. From now on please write, and Sam will answer once a week.',
		'You called us a lot. Now please write to Sam. Sam will write back each week.'
	),
	adrKind: of('council', 'What is offered', 'a meeting with a mediator', 'a meeting with Kim'),
	change: of('council', 'Which change was planned', 'the move to another home', 'your move'),
	investigatorName: of('council', 'The investigating officer', 'Jo'),
	independentPersonName: of('council', 'The independent person', 'Robin'),
	adjudicatorName: of('council', 'Who decides after the reports', 'Priya'),
	panelNames: of('council', 'The panel, the chair first', 'Ada, Ben and Cy'),
	panelPlace: of('council', 'Where and when the panel meets', 'the Town Hall at 10am')
} as const satisfies Record<string, LetterField>;

export type FieldName = keyof typeof LETTER_FIELDS;

/** What is known of a case, in words; what is left out is not known. */
export type LetterFacts = Readonly<Partial<Record<FieldName, string>>>;

/** The field of that name; null for a name that no field has. */
export function findField(name: string): LetterField | null {
	return Object.hasOwn(LETTER_FIELDS, name) ? LETTER_FIELDS[name as FieldName] : null;
}

function of(owner: Party, label: string, adult: string, child = adult): LetterField {
	return { owner, kind: 'line', label, example: { adult, child } };
}

function day(label: string, example: string): LetterField {
	return { owner: 'council', kind: 'day', label, example: { adult: example, child: example } };
}

function words(label: string, adult: string, child: string): LetterField {
	return { owner: 'council', kind: 'words', label, example: { adult, child } };
}
