import type { Page } from '@playwright/test';
import type { Situation } from '../../support/childSituations.ts';
import { press, type PublicState } from './publicStates.ts';

const shown = (path: string, situation: Situation, state: string): PublicState => ({
	path,
	state,
	situation
});
const wrong = (
	path: string,
	situation: Situation,
	done: (page: Page) => Promise<void>
): PublicState => ({ path, state: 'with an error', situation, done, status: 400 });

const TOO_LONG = 'x'.repeat(501);

/** The ways of getting back to somebody, by the page each has. */
const CHANNELS = ['10a', '10b', '10c', '10d', '10e'];

/** Every page behind the six words, in each state of the case. */
export const OWN_STATES: readonly PublicState[] = [
	shown('/my', 'sent', 'waiting to be read'),
	shown('/my?n=a', 'sent', 'just after adding something'),
	shown('/my', 'lookedInto', 'looked into, with a message'),
	shown('/my', 'late', 'late'),
	shown('/my', 'veryLate', 'late beyond the longest limit'),
	shown('/my', 'answered', 'answered'),
	shown('/my/how', 'answered', 'to be said'),
	shown('/my?n=t', 'someoneNewAsked', 'someone new was asked'),
	shown('/my?n=s', 'stopped', 'stopped'),
	shown('/my', 'advocateAsked', 'waiting for an advocate'),
	shown('/my', 'unsent', 'with words that were not sent'),
	shown('/my', 'ideaSent', 'an idea'),
	shown('/my', 'thanked', 'a thank-you'),
	shown('/my', 'helpedChild', 'somebody told us for them'),
	shown('/my/agree', 'helpedChild', 'to be chosen'),
	wrong('/my/agree', 'helpedChild', press('Continue')),
	shown('/my/helped', 'helpersSent', 'asking the child'),
	shown('/my/helped?n=a', 'helpersAnswered', 'the child answered'),
	wrong('/my/helped', 'helpersSent', press('Send')),
	shown('/my', 'adultsSent', 'an adult’s own'),
	shown('/my/answer?read=yes', 'adultsAnswered', 'shown to an adult'),

	shown('/my/messages', 'sent', 'none yet'),
	shown('/my/messages?n=a', 'lookedInto', 'both ways'),
	wrong('/my/messages', 'sent', press('Send')),
	shown('/my/add', 'sent', 'empty'),
	wrong('/my/add', 'sent', press('Send it')),
	shown('/my/advocate', 'sent', 'to be asked for'),
	shown('/my/advocate', 'advocateAsked', 'asked for'),
	shown('/my/reach', 'sent', 'only here'),
	shown('/my/reach', 'texted', 'by text message'),
	...CHANNELS.map((page) => shown(`/my/reach/${page}`, 'sent', 'empty')),
	...CHANNELS.map((page) => wrong(`/my/reach/${page}`, 'sent', press('Continue'))),
	shown('/my/words', 'sent', 'asked for again'),
	wrong('/my/words', 'sent', press('Continue', [['Type your six words', 'abacus']])),

	shown('/more', 'sent', 'as it is'),
	shown('/more?n=a', 'sent', 'after one of them'),
	shown('/more?n=b', 'sent', 'after saying it was long ago'),
	...['talk', 'age', 'when', 'who', 'help', 'you'].map((task) =>
		shown(`/more/${task}`, 'sent', 'empty')
	),
	wrong('/more/age', 'sent', press('Send it', [['How old are you?', 'ten']])),
	wrong(
		'/more/talk',
		'sent',
		press('Send it', [['What are they called? (you can leave this blank)', TOO_LONG]])
	),
	wrong('/more/who', 'sent', press('Send it', [['What are they called?', TOO_LONG]])),

	shown('/my/stop', 'lookedInto', 'to be chosen'),
	wrong('/my/stop', 'lookedInto', press('Continue')),
	{
		...shown('/my/stop', 'lookedInto', 'to be confirmed'),
		done: press('Continue', ['Stop all of it'])
	},
	shown('/my/stop', 'stopped', 'stopped'),
	shown('/my/stop', 'stoppedLongAgo', 'stopped too long ago to undo'),
	shown('/my/late', 'late', 'late'),
	shown('/my/late', 'veryLate', 'late beyond the longest limit'),
	shown('/my/answer', 'answered', 'before it is shown'),
	shown('/my/answer?read=yes', 'answered', 'shown'),
	shown('/my/answer/2', 'fullyAnswered', 'before it is shown'),
	shown('/my/answer/2?read=yes', 'fullyAnswered', 'shown'),
	shown('/my/answer/2?read=yes', 'corporateAnswered', 'the last corporate one, shown'),
	shown('/my/answer/3', 'lastAnswered', 'before it is shown'),
	shown('/my/answer/3?read=yes', 'lastAnswered', 'shown'),
	shown('/my/next', 'answered', 'to be chosen'),
	shown('/my/next', 'lastAnswered', 'the Ombudsman looks next'),
	wrong('/my/next', 'answered', press('Continue')),
	wrong('/my/next', 'fullyAnswered', press('Continue'))
];
