import { TURNED } from '#lib/words/public/aside.ts';
import { HOW_WE_DID } from '#lib/words/public/howWeDid.ts';
import { AGREED } from '#lib/words/public/agree.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ChildPath } from '#lib/domain/complaint/childPath.ts';
import type { ChildSituation } from '#lib/domain/complaint/childSituation.ts';
import { dayWords } from '#lib/words/dates.ts';
import { ADULT_ASKS, adultHeading } from '#lib/words/public/adultStages.ts';
import { isOver, type PathReader } from '#lib/words/public/path.ts';

/** The top of "What is happening": the heading, the date, and what else has to be said. */
export interface HappeningWords {
	/** "Sam is looking into it". */
	heading: string;
	/** What stands before the date, and the date; null where there is no date to give. */
	lead: { before: string; date: string } | null;
	/** Sentences after it; none where heading and date say it all. */
	more: readonly string[];
}

/** What is happening, in words, with the date where there is one (T1). */
export function happeningWords(path: ChildPath, reader: PathReader): HappeningWords {
	return {
		heading: headingFor(path.situation, reader),
		lead: leadOf(path, reader),
		more: [...moreOf(path.situation, reader), ...stillAsk(path, reader)]
	};
}

function headingFor(situation: ChildSituation, { name, reads = 'child' }: PathReader): string {
	return reads === 'child'
		? headingOf(situation, name)
		: adultHeading(situation, name ?? 'someone', reads);
}

function moreOf(situation: ChildSituation, { reads }: PathReader): readonly string[] {
	return situation === 'answeredAgain' && reads === 'adult'
		? [ADULT_ASKS.stage3.is]
		: MORE[situation];
}

/** Once the day to ask has passed: that they still can. That day is advice, or may be waived. */
function stillAsk(path: ChildPath, { today, reads }: PathReader): readonly string[] {
	const { situation, askAdvisedByOn, askPanelByOn } = path;
	const isAdult = reads === 'adult';
	if (situation === 'answered' && isOver(askAdvisedByOn, today)) {
		return isAdult ? ADULT_ASKS.stage2.still : STILL_ASK.someoneNew;
	}
	if (situation === 'answeredAgain' && isOver(askPanelByOn, today)) {
		return isAdult ? ADULT_ASKS.stage3.still : STILL_ASK.panel;
	}
	return [];
}

const STILL_ASK = {
	someoneNew: ['If you are not happy, you can still ask someone new to look.'],
	panel: [
		'If you are not happy, you can still ask for a panel.',
		'The day we gave you is over. So we will tell you if they can look, and why.'
	]
} as const;

/** Beside the button that leads to the answer. */
export const ANSWER_READY =
	'We have written to you about what you told us. You choose how and when you see it.';

/** Over the box that leads to it; `before` where a newer one was sent another way. */
export const ANSWER_HEADINGS = {
	newest: 'Your answer is here',
	before: 'Your answer from before is here'
} as const;

/** In place of the words above, for an answer from before. */
export const ANSWER_BEFORE = 'You can still read it.';

/** The newest answer was sent on paper, or in another way that leaves nothing to read here. */
export const ANSWER_ELSEWHERE =
	'We sent you the answer, but not here. If you do not have it, write to us.';

/** What one can do from the tracking page. */
export const TOOLS = {
	write: 'Write to us',
	add: 'Add more',
	panel: 'Ask for three people to look',
	advocate: 'Ask for an advocate',
	yourAdvocate: 'Your advocate',
	reach: 'Change how you contact me',
	stop: 'I changed my mind',
	everything: 'See everything you told us',
	everythingHint: 'We ask for your code again'
} as const;

/** Something was typed on another page of theirs and not sent when that was hidden. */
export const UNSENT = {
	lines: ['You wrote something and did not send it. We kept it for you.'],
	carryOn: 'Carry on with it',
	drop: 'Delete what I wrote'
} as const;

/** What just happened, after a page below the tracking page said yes. */
export const NOTICES = {
	added: 'We have added it. We will read it.',
	messageSent: 'We have your message.',
	advocateAsked: 'We have asked for an advocate for you.',
	shareChanged: 'OK. We have changed what they know. It counts from now.',
	tookBack: 'OK. They see nothing about you now.',
	reachChanged: 'We have changed how we contact you.',
	notUnderstood: 'Thank you for telling us. We will say it another way.',
	waiting: 'OK. We will carry on.',
	talk: 'OK. Someone will talk to you about it.',
	thinking: 'OK. You can choose later. It all stays here.',
	content: 'Thank you. We are glad you told us.',
	goThrough: 'OK. Someone will go through it with you.',
	readToMe: 'OK. A person will call you and read it to you.',
	readToMeHow: `OK. We need a way to call you. Press “${TOOLS.reach}” and tell us how.`,
	turned: TURNED,
	rated: HOW_WE_DID.thanks,
	agreedAll: AGREED.all,
	agreedSome: AGREED.some,
	agreedSomeNamed: AGREED.someNamed,
	agreedNo: AGREED.no
} as const;

const MORE: Record<ChildSituation, readonly string[]> = {
	waitingToBeRead: [],
	lookingIntoIt: [],
	waitingForAdvocate: ['Your place is safe. You will get a date when you have your advocate.'],
	late: [],
	someoneNewLooks: [],
	someoneNewIsLate: [],
	answeredAgain: ['A panel is three people who do not work for us.'],
	askedLate: [
		'You asked after the day we gave you. That is OK.',
		'We will tell you soon if they can look, and why.'
	],
	threePeopleLook: [
		'They do not work for us.',
		'You can come. You can bring your advocate and one more person.'
	],
	threePeopleAreLate: ['This is late. That is our fault, not yours.', 'You can talk to us.'],
	// What can be asked of the Ombudsman stands below, in `ombudsman.ts`.
	lastAnswer: [],
	withOmbudsman: ['You can still ask us for the three people.'],
	tooLateToAsk: [],
	answered: [],
	settled: ['We wrote down what we agreed with you. If it does not happen, tell us here.'],
	onHold: [
		'Something else has to end first, like a court case. We will start when it has.',
		'You can still write to us here.'
	],
	closed: ['You can still write to us here. You can still ask for someone new to look.'],
	stopped: ['If you want us to start again, tell us here.'],
	passedOn: ['It is not lost. We will tell you who has it. You can still write to us here.']
};

function headingOf(situation: ChildSituation, name: string | null): string {
	const who = name ?? 'Someone';
	switch (situation) {
		case 'waitingToBeRead':
			return 'We have got it';
		case 'lookingIntoIt':
		case 'late':
			return `${who} is looking into it`;
		case 'waitingForAdvocate':
			return 'We are waiting for your advocate';
		case 'someoneNewLooks':
		case 'someoneNewIsLate':
			return 'Someone new is looking at it';
		case 'answeredAgain':
			return 'You have the full answer';
		case 'askedLate':
			return 'You asked for three people to look';
		case 'threePeopleLook':
		case 'threePeopleAreLate':
			return 'Three people are looking at it';
		case 'lastAnswer':
			return 'You have our last answer';
		case 'withOmbudsman':
			return 'The Ombudsman has it now';
		case 'tooLateToAsk':
			return 'The time to ask had run out';
		case 'answered':
			return 'You have an answer';
		case 'settled':
			return 'We sorted it out with you';
		case 'onHold':
			return 'We have to wait';
		case 'closed':
			return 'This is finished';
		case 'stopped':
			return 'You asked us to stop';
		case 'passedOn':
			return 'A different team is helping with this';
	}
}

const ASK_NEW_BY = 'If you are not happy, try to ask someone new by';
const ASK_PANEL_BY = 'If you are not happy, ask for a panel to look by';

function leadOf(
	{ situation, answerDueOn, askAdvisedByOn, askPanelByOn, panelOn, panelByOn }: ChildPath,
	{ today, reads }: PathReader
): HappeningWords['lead'] {
	// A day that is over is promised, or advised, to nobody.
	const say = (before: string, on: PlainDate | null): HappeningWords['lead'] =>
		on === null || isOver(on, today) ? null : { before, date: dayWords(on, today) };
	switch (situation) {
		case 'waitingToBeRead':
		case 'lookingIntoIt':
		case 'late':
			return say('You will get an answer by', answerDueOn);
		case 'someoneNewLooks':
		case 'someoneNewIsLate':
			return say('You will get the full answer by', answerDueOn);
		case 'answered':
			return say(reads === 'adult' ? ADULT_ASKS.stage2.by : ASK_NEW_BY, askAdvisedByOn);
		case 'answeredAgain':
			return say(reads === 'adult' ? ADULT_ASKS.stage3.by : ASK_PANEL_BY, askPanelByOn);
		case 'threePeopleLook':
			return (
				say('They meet on', panelOn) ??
				say('They will meet by', panelByOn) ??
				say('You will get our last answer by', answerDueOn)
			);
		case 'threePeopleAreLate':
			return say('They meet on', panelOn);
		case 'askedLate':
		case 'lastAnswer':
		case 'withOmbudsman':
		case 'tooLateToAsk':
			return null;
		case 'settled':
		case 'waitingForAdvocate':
		case 'onHold':
		case 'closed':
		case 'stopped':
		case 'passedOn':
			return null;
	}
}
