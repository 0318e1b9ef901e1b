import type { PulledSafeContact } from '#lib/wire/sync.ts';
import { shortDay } from '#lib/words/dates.ts';

/** The safe-contact card: what to do, then what never to do. */
export interface SafeContactView {
	/** 'Text message, in the evening' */
	reachBy: string;
	doNots: readonly string[];
	checked: string;
}

const BY = {
	code: 'Messages here, read with the six words',
	textMessage: 'Text message',
	telephone: 'Phone call',
	email: 'E-mail',
	letter: 'Letter',
	trustedPerson: 'Through a person they trust'
} as const satisfies Record<PulledSafeContact['channel'], string>;

const NEVER = {
	code: '',
	textMessage: 'Do not text.',
	telephone: 'Do not ring.',
	email: 'Do not e-mail.',
	letter: 'Do not write letters.',
	trustedPerson: ''
} as const satisfies Record<PulledSafeContact['channel'], string>;

const TIMES: Readonly<Record<string, string>> = {
	afterSchool: 'after school',
	evening: 'in the evening',
	weekend: 'at the weekend',
	any: 'at any time'
};

const NO_WAY = 'No safe way known yet. Ask before you write or ring';

/** How a child may be reached, and how never. What nobody asked about counts as not allowed. */
export function safeContactView(contacts: readonly PulledSafeContact[]): SafeContactView {
	const allowed = contacts.filter(({ isAllowed, channel }) => isAllowed && channel !== 'code');
	const ways = allowed.map(({ channel, goodTimes }) =>
		[BY[channel], ...goodTimes.map((time) => TIMES[time] ?? '')].filter(Boolean).join(', ')
	);
	const closed = (Object.keys(NEVER) as PulledSafeContact['channel'][]).filter(
		(channel) => NEVER[channel] !== '' && !allowed.some((one) => one.channel === channel)
	);
	const checkedOn = allowed
		.flatMap((one) => one.checkedOn ?? [])
		.sort()
		.at(-1);
	return {
		reachBy: ways.length > 0 ? ways.join('. ') : hasCode(contacts) ? BY.code : NO_WAY,
		doNots: [...closed.map((channel) => NEVER[channel]), ...warnings(allowed)],
		checked: checkedOn
			? `Checked with them ${shortDay(checkedOn)}`
			: 'As they told us. Check it when you speak.'
	};
}

/** Whether they have the six words: somebody who only spoke to us has none. */
function hasCode(contacts: readonly PulledSafeContact[]): boolean {
	return contacts.some(({ channel, isAllowed }) => channel === 'code' && isAllowed);
}

function warnings(allowed: readonly PulledSafeContact[]): string[] {
	const said: string[] = [];
	if (allowed.some(({ whoCanSee }) => whoCanSee === 'others')) said.push('Others can see it.');
	if (allowed.some(({ whoCanSee }) => whoCanSee === 'notSure')) said.push('Others may see it.');
	if (
		allowed.some(({ channel, voicemailAllowed }) => channel === 'telephone' && !voicemailAllowed)
	) {
		said.push('Leave no voicemail.');
	}
	return said;
}
