import type { PulledSafeContact } from '#lib/wire/sync.ts';
import { shortDay } from '#lib/words/dates.ts';

/** One way to reach them, and what to mind in that way alone. */
export interface SafeWay {
	/** 'Text message, in the evening.' */
	by: string;
	/** 'Others can see the phone.' Empty where there is nothing to mind. */
	mind: string;
}

/** The safe-contact card: what to do, way by way, then what never to do. */
export interface SafeContactView {
	ways: readonly SafeWay[];
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

/** What others could see of that way. Empty where that is never asked. */
const SEEN = {
	code: '',
	textMessage: 'the phone',
	telephone: 'the phone',
	email: 'the e-mails',
	letter: 'the letters',
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
	const theirs = contacts.filter(({ whose }) => whose !== 'helper');
	const helpers = contacts.filter(
		({ whose, isAllowed, channel }) => whose === 'helper' && isAllowed && channel !== 'code'
	);
	const allowed = theirs.filter(({ isAllowed, channel }) => isAllowed && channel !== 'code');
	const closed = (Object.keys(NEVER) as PulledSafeContact['channel'][]).filter(
		(channel) => NEVER[channel] !== '' && !allowed.some((one) => one.channel === channel)
	);
	const only = hasCode(theirs) ? BY.code : NO_WAY;
	return {
		ways: [
			...(allowed.length > 0 ? allowed.map(wayOf) : [{ by: `${only}.`, mind: '' }]),
			...helpers.map(wayOf).map(({ by, mind }) => ({ by: `The helper only: ${by}`, mind }))
		],
		doNots: closed.map((channel) => NEVER[channel]),
		checked: checkedWords(theirs)
	};
}

/** All the ways in one line, each with what to mind. */
export function safeLine({ ways }: SafeContactView): string {
	return ways.map(({ by, mind }) => `${by} ${mind}`.trim()).join(' ');
}

function wayOf(contact: PulledSafeContact): SafeWay {
	const { channel, goodTimes, whoCanSee, voicemailAllowed } = contact;
	const times = goodTimes.map((time) => TIMES[time] ?? '');
	const seen = SEEN[channel];
	const mind = [
		seen && whoCanSee === 'others' ? `Others can see ${seen}.` : '',
		seen && whoCanSee === 'notSure' ? `Others may see ${seen}.` : '',
		channel === 'telephone' && !voicemailAllowed ? 'Leave no voicemail.' : ''
	];
	return {
		by: `${[BY[channel], ...times].filter(Boolean).join(', ')}.`,
		mind: mind.filter(Boolean).join(' ')
	};
}

function checkedWords(contacts: readonly PulledSafeContact[]): string {
	const asked = contacts.filter(({ channel }) => channel !== 'code');
	const checkedOn = asked
		.filter(({ isAllowed }) => isAllowed)
		.flatMap((one) => one.checkedOn ?? [])
		.sort()
		.at(-1);
	if (checkedOn) return `Checked with them ${shortDay(checkedOn)}`;
	if (asked.length > 0) return 'As they told us. Check it when you speak.';
	return hasCode(contacts)
		? 'They gave no other way. Ask when you write or speak.'
		: 'Nobody has asked yet.';
}

/** Whether they have the six words: somebody who only spoke to us has none. */
function hasCode(contacts: readonly PulledSafeContact[]): boolean {
	return contacts.some(({ channel, isAllowed }) => channel === 'code' && isAllowed);
}
