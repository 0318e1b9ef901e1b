import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import {
	firstNameOf,
	messageWords,
	readerOf,
	type MessageWords
} from '#lib/server/intake/my/reader.ts';
import { dayWords } from '#lib/words/dates.ts';
import { answersBy, noMessagesYet } from '#lib/words/public/messages.ts';

/** Messages both ways (T2), a day at a time, the newest last. */
export interface MessagesPage {
	days: { day: string; messages: MessageWords[] }[];
	empty: string;
	writeTo: string;
	/** By when somebody answers what they wrote; null where nothing was promised. */
	answerBy: string | null;
}

/** All of them. */
export function messagesPage(own: OwnCase): MessagesPage {
	const { name, today } = readerOf(own);
	const days: MessagesPage['days'] = [];
	for (const message of own.messages) {
		const day = dayWords(dateInEngland(message.sentAt), today);
		if (days.at(-1)?.day !== day) days.push({ day, messages: [] });
		days.at(-1)?.messages.push(messageWords(message, own, { withDay: false }));
	}
	const promised = own.messages.findLast(({ replyByOn }) => replyByOn !== null);
	const byOn = promised?.replyByOn && promised.replyByOn >= today ? promised.replyByOn : null;
	const who = firstNameOf(promised?.authorName ?? null) ?? name ?? 'Someone';
	return {
		days,
		empty: noMessagesYet(name, null, today),
		writeTo: name ?? 'us',
		answerBy: byOn && answersBy(who, byOn, today)
	};
}
