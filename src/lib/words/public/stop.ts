import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dayWords } from '#lib/words/dates.ts';

/** What is wrong with the choice of what to stop (T5). */
export const STOP_PROBLEMS = { blank: 'Choose what you want us to do' } as const;

/** What was done after "I changed my mind" (T5, H22). */
export const STOP_NOTICES = {
	some: 'OK. We will stop that part. Someone will check with you which part it is.',
	pause: 'OK. We will wait. Someone will talk to you first.',
	again: 'OK. We have started again.'
} as const;

/** All of it was stopped: until when it can be taken back. */
export function stoppedWords(undoByOn: PlainDate, today: PlainDate): string {
	return `We have stopped. You can change your mind again until ${dayWords(undoByOn, today)}.`;
}

/** On what is happening, as long as they can take it back themselves. */
export function startAgainUntil(undoByOn: PlainDate, today: PlainDate): string {
	return `You can start again here until ${dayWords(undoByOn, today)}.`;
}

/** Starting again after all of it was stopped. */
export const STOP_TOOLS = {
	startAgain: 'Start again',
	startAgainHeading: 'Shall we start again?',
	startAgainLead: 'You asked us to stop. We can start again from where we were.',
	startAgainYes: 'Yes, start again',
	startAgainNo: 'No, leave it',
	tooLate:
		'You stopped some time ago. Write to us here or call us, and we will help you start again.'
} as const;

/** What staff read when a child wants to stop a part, or to pause: the words of the row they chose. */
export const STOP_SAID = {
	some: 'I changed my mind. I want to stop some of it.',
	pause: 'I changed my mind. Please pause, and talk to me.'
} as const;
