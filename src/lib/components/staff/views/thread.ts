import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { shortDay, shortDayWords, timeWords } from '#lib/words/dates.ts';
import type { PulledMessage } from '#lib/wire/sync.ts';
import type { ThreadMessage } from '../messages/MessageThread.svelte';
import { openLoop } from './advocateLoop.ts';
import { filesFor } from './sentFiles.ts';
import { calledFirst, staffName, type CaseFacts } from './caseFacts.ts';

/** What was said both ways, oldest first; what was never sent stays out. */
export function threadOf(facts: CaseFacts): ThreadMessage[] {
	return sorted(facts)
		.filter(({ state }) => state === 'sent')
		.map((message) => messageOf(message, facts));
}

function messageOf(message: PulledMessage, facts: CaseFacts): ThreadMessage {
	const { pull, pulled, context } = facts;
	const toWhom =
		message.party === 'helper'
			? `, to ${helperName(pulled)}`
			: message.party === 'advocate'
				? ', to the advocate'
				: '';
	const isTheirs = message.direction === 'fromComplainant';
	const when = `${shortDayWords(dateInEngland(message.sentAt), context.today)}, ${timeWords(message.sentAt)}`;
	const flag = isTheirs
		? message.readAt === null
			? 'Not read yet'
			: undefined
		: message.notUnderstoodAt
			? `${calledFirst(facts)} did not understand this`
			: undefined;
	return {
		id: message.messageId,
		from: isTheirs ? (message.party === 'advocate' ? 'advocate' : 'child') : 'us',
		name: isTheirs ? writerOf(message, facts) : `${staffName(pull, message.authorId)}${toWhom}`,
		when,
		text: message.words ?? 'Erased',
		files: filesFor(facts, 'message', message.messageId),
		...(flag ? { flag } : {}),
		...(message.replyByOn
			? { promise: `We said we would write by ${shortDay(message.replyByOn)}` }
			: {})
	};
}

/** Whose words they are: the child's, those of whoever speaks for them, or of their advocate. */
function writerOf({ party, authorId }: PulledMessage, { name, pull, pulled }: CaseFacts): string {
	if (party === 'helper') return helperName(pulled);
	return party === 'advocate' ? `${staffName(pull, authorId)}, advocate` : name;
}

/** Who speaks for the child, as the thread names them. */
function helperName({ people }: CaseFacts['pulled']): string {
	return people.find(({ part }) => part === 'helper')?.name || 'the helper';
}

/**
 * To whom a message can go; empty where there is only the complainant. A helper who rang or wrote
 * has no page of their own to read one on, nor has an advocate who does not sign in here.
 */
export function receiversOf(facts: CaseFacts): { value: string; label: string }[] {
	const { name, pulled, pull } = facts;
	const hasHelper = pulled.safeContact.some(
		({ whose, channel }) => whose === 'helper' && channel === 'code'
	);
	const advocateId = openLoop(facts)?.request.loop.assignedTo ?? null;
	const others = [
		...(hasHelper ? [{ value: 'helper', label: `${helperName(pulled)}, who told us` }] : []),
		...(advocateId
			? [{ value: 'advocate', label: `${staffName(pull, advocateId)}, the advocate` }]
			: [])
	];
	return others.length > 0 ? [{ value: 'complainant', label: name }, ...others] : [];
}

/** Our messages that wait for somebody to look; `isTheirs` where the signed-in person wrote it. */
export function waitingMessages(facts: CaseFacts) {
	return sorted(facts)
		.filter(({ state }) => state === 'waitingForSecondPerson')
		.map(({ messageId, words, authorId }) => ({
			messageId,
			words,
			isTheirs: authorId === facts.pull.me.staffId
		}));
}

/** Which of their messages nobody has marked as read. */
export function unreadIds(facts: CaseFacts): string[] {
	return sorted(facts)
		.filter(({ direction, readAt }) => direction === 'fromComplainant' && readAt === null)
		.map(({ messageId }) => messageId);
}

/** Said where nothing was written yet. */
export function emptyWords({ called }: CaseFacts): string {
	return `No messages yet. Write to ${called} below.`;
}

function sorted({ pulled }: CaseFacts): PulledMessage[] {
	return [...pulled.messages].sort((one, other) => (one.sentAt < other.sentAt ? -1 : 1));
}
