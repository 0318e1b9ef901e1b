import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { asideKindOf } from '#lib/server/intake/promisedContact.ts';
import type { PulledFacts, PulledSafeContact } from '#lib/wire/sync.ts';
import { findToldLanguage } from '#lib/words/languages/languages.ts';
import { interpreterWords, type PromisedInterpreter } from '#lib/words/public/interpreter.ts';

/**
 * What somebody is promised who tells us in another language than English; empty for anybody else,
 * for a thank-you, an idea or a question, which are promised what is theirs, and once that day has
 * passed. `byOn` is the day by which we read it and say that we have it.
 */
export function promiseInterpreter(
	facts: PulledFacts | null | undefined,
	{
		contacts,
		whose,
		...promised
	}: {
		contacts: readonly PulledSafeContact[];
		whose: 'complainant' | 'helper';
		byOn: PlainDate | null;
		isHere: boolean;
		telephone: string;
		today: PlainDate;
	}
): readonly string[] {
	const language = findToldLanguage(facts?.further?.['language']);
	if (
		language === null ||
		asideKindOf(facts) ||
		(promised.byOn !== null && promised.byOn < promised.today)
	)
		return [];
	const theirs = contacts.filter((contact) => (contact.whose ?? 'complainant') === whose);
	return interpreterWords({ ...promised, language, reach: reachOf(theirs) });
}

/** By what we reach somebody with these contacts. */
export function reachOf(contacts: readonly PulledSafeContact[]): PromisedInterpreter['reach'] {
	const channels = contacts.flatMap(({ isAllowed, channel }) => (isAllowed ? channel : []));
	if (channels.includes('telephone')) return 'call';
	return channels.some((channel) => channel !== 'code') ? 'otherWay' : 'none';
}
