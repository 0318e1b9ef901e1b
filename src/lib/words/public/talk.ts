import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dayWords } from '#lib/words/dates.ts';
import { TOOLS } from '#lib/words/public/tracking.ts';
import { wholeNumber } from '#lib/words/telephones.ts';

/** What somebody is promised who asked us to call, or to meet, in place of writing. */
export interface PromisedTalk {
	asked: 'call' | 'meet';
	/** By when we are in touch; null where no day can be promised. */
	byOn: PlainDate | null;
	/** By what we reach them; `none` where they only come back with their code. */
	reach: 'call' | 'otherWay' | 'none';
	/** Whether they are on their own page already, where they can say how to reach them. */
	isHere: boolean;
	/** The number to ring us; empty where the council gave none. */
	telephone: string;
	today: PlainDate;
}

/** The promise, a sentence a line. A call is promised only where we may call. */
export function talkWords(promised: PromisedTalk): readonly string[] {
	const { asked, byOn, reach, telephone, isHere, today } = promised;
	const wish = asked === 'call' ? 'You asked us to call you.' : 'You asked to meet someone.';
	if (reach === 'none') {
		return [
			`${wish} We have no way to reach you yet.`,
			isHere
				? `Press “${TOOLS.reach}” and tell us how.`
				: 'Come back with your code and tell us how.',
			...(telephone === '' ? [] : [`Or call us on ${wholeNumber(telephone)}.`])
		];
	}
	const by = byOn === null ? 'soon' : `by ${dayWords(byOn, today)}`;
	const will = reach === 'call' ? 'call you' : 'write to you';
	const plan = asked === 'meet' ? ' We will plan it with you.' : reach === 'call' ? '' : PLAN_CALL;
	return [`${wish} We will ${will} ${by}.${plan}`];
}

const PLAN_CALL = ' Then we plan the call with you.';
