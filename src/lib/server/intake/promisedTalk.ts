import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { asideKindOf } from '#lib/server/intake/promisedContact.ts';
import { reachOf } from '#lib/server/intake/promisedInterpreter.ts';
import type { PulledFacts, PulledSafeContact } from '#lib/wire/sync.ts';
import { talkWords } from '#lib/words/public/talk.ts';

/**
 * What somebody is promised who asked us to call them or to meet, in place of writing; empty for
 * anybody else, and once that day has passed. `byOn` is the day by which we read it and say that
 * we have it: to whoever wrote nothing that is the call.
 */
export function promiseTalk(
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
	const asked = facts?.toldHow;
	if (
		(asked !== 'call' && asked !== 'meet') ||
		asideKindOf(facts) ||
		(promised.byOn !== null && promised.byOn < promised.today)
	)
		return [];
	const theirs = contacts.filter((contact) => (contact.whose ?? 'complainant') === whose);
	return talkWords({ ...promised, asked, reach: reachOf(theirs) });
}
