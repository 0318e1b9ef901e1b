import { isEmail, isTelephone } from '#lib/intake/typedText.ts';
import type { LoggedSafeContact } from '#lib/wire/sync.ts';
import type { FieldError } from '../controls/ErrorSummary.svelte';
import type { Choice } from '../controls/ChoiceFrame.svelte';
import type {
	SafeWayAsked,
	SafeWayChoices,
	SafeWayDraft,
	SafeWaysDraft
} from '../logging/SafeWays.svelte';
import { choicesOf } from './actForm.ts';

type Way = LoggedSafeContact['channel'];

/** That they have named no safe way yet: said, so that it is never merely forgotten. */
const NO_SAFE_WAY: Choice = { value: 'none', label: 'No safe way given yet' };

const PHONE = {
	input: 'tel',
	asksName: false,
	whoCanSee: 'Who else can see this phone?',
	asksGoodTimes: true
} as const;

const PLAIN = { asksName: false, asksVoicemail: false, asksGoodTimes: false } as const;

const ASKED: Readonly<Record<Way, Omit<SafeWayAsked, 'value'>>> = {
	textMessage: { ...PHONE, label: 'Text them', toLabel: 'Number to text', asksVoicemail: false },
	telephone: { ...PHONE, label: 'Ring them', toLabel: 'Number to ring', asksVoicemail: true },
	email: {
		...PLAIN,
		label: 'E-mail them',
		toLabel: 'E-mail address',
		input: 'email',
		whoCanSee: 'Who else can see their e-mail?'
	},
	letter: {
		...PLAIN,
		label: 'Write to them',
		toLabel: 'Address for letters',
		input: 'lines',
		whoCanSee: 'Who else can see their post?'
	},
	trustedPerson: {
		...PLAIN,
		label: 'Through a person they trust',
		toLabel: 'That person’s phone number or e-mail',
		input: 'text',
		asksName: true,
		whoCanSee: null
	}
};

/** What others might see, of each way that others might see. */
const SEEN: Readonly<Record<Way, string>> = {
	textMessage: 'the phone we text',
	telephone: 'the phone we ring',
	email: 'their e-mail',
	letter: 'their post',
	trustedPerson: ''
};

const WAYS = Object.keys(ASKED) as Way[];

/** What is asked about ways to reach somebody, and what may be chosen. */
export const SAFE_WAY_CHOICES: SafeWayChoices = {
	asked: WAYS.map((value): SafeWayAsked => ({ value, ...ASKED[value] })),
	none: NO_SAFE_WAY,
	whoCanSee: choicesOf({ justMe: 'Only them', others: 'Others can', notSure: 'Not sure' }),
	voicemail: choicesOf({ yes: 'Yes', no: 'No', notAsked: 'Not asked' }),
	goodTimes: choicesOf({
		afterSchool: 'After school',
		evening: 'Evening',
		weekend: 'Weekend',
		any: 'Any time'
	})
};

/** Nothing known yet of how to reach them. */
export function blankSafeWays(): SafeWaysDraft {
	const blank = (): SafeWayDraft => ({
		to: '',
		name: '',
		whoCanSee: '',
		voicemail: '',
		goodTimes: []
	});
	return { picked: [], ways: Object.fromEntries(WAYS.map((way) => [way, blank()])) };
}

/** What is missing or cannot be, each with its field. */
export function findSafeWayErrors(draft: SafeWaysDraft): FieldError[] {
	if (draft.picked.length === 0) {
		return [
			{
				fieldId: 'contact-safeWays',
				sentence: 'Choose how we can reach them safely, or that no way is known yet'
			}
		];
	}
	return pickedWays(draft).flatMap((way) => {
		const { to, whoCanSee } = wayOf(draft, way);
		const wrongTo = sayWrongTo(way, to.trim());
		const isUnseen = ASKED[way].whoCanSee !== null && whoCanSee === '';
		return [
			...(wrongTo ? [{ fieldId: `contact-${way}-to`, sentence: wrongTo }] : []),
			...(isUnseen
				? [
						{
							fieldId: `contact-${way}-whoCanSee`,
							sentence: `Choose who else can see ${SEEN[way]}`
						}
					]
				: [])
		];
	});
}

/** Whether they named any way, other than that there is none. */
export function hasSafeWay(draft: SafeWaysDraft): boolean {
	return pickedWays(draft).length > 0;
}

/** The ways they called safe, as they are kept; none where they have named none yet. */
export function safeContactsOf(
	draft: SafeWaysDraft,
	idOf: (way: string) => string
): LoggedSafeContact[] {
	return pickedWays(draft).map((way) => {
		const { to, name, whoCanSee, voicemail, goodTimes } = wayOf(draft, way);
		const { asksName, asksVoicemail, asksGoodTimes, whoCanSee: asksWho } = ASKED[way];
		return {
			safeContactId: idOf(way),
			channel: way,
			to: to.trim(),
			name: asksName ? name.trim() : '',
			whoCanSee: (asksWho ? whoCanSee : null) as LoggedSafeContact['whoCanSee'],
			// What nobody asked about counts as no.
			voicemailAllowed: asksVoicemail ? voicemail === 'yes' : null,
			goodTimes: (asksGoodTimes ? [...goodTimes] : []) as LoggedSafeContact['goodTimes']
		};
	});
}

function pickedWays({ picked }: SafeWaysDraft): Way[] {
	return WAYS.filter((way) => picked.includes(way));
}

function wayOf(draft: SafeWaysDraft, way: Way): SafeWayDraft {
	return draft.ways[way] ?? (blankSafeWays().ways[way] as SafeWayDraft);
}

function sayWrongTo(way: Way, to: string): string | null {
	switch (way) {
		case 'textMessage':
			return isTelephone(to) ? null : 'Enter a number to text, like 07700 900 982';
		case 'telephone':
			return isTelephone(to) ? null : 'Enter a number to ring, like 07700 900 982';
		case 'email':
			return isEmail(to) ? null : 'Enter an e-mail address, like name@example.com';
		case 'letter':
			return to ? null : 'Enter the address where a letter can find them';
		case 'trustedPerson':
			return to ? null : 'Enter how we can reach the person they trust';
	}
}
