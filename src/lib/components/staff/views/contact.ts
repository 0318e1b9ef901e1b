import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Channel } from '#lib/domain/complaint/codes.ts';
import type { LogContact, Pull, PushedText } from '#lib/wire/sync.ts';
import { CHANNEL_WORDS } from '#lib/words/complaintCodes.ts';
import { shortDay } from '#lib/words/dates.ts';
import type { FieldError } from '../controls/ErrorSummary.svelte';
import type { ContactChoices, ContactDraft } from '../logging/LogContactForm.svelte';
import type { Words } from '../Sentence.svelte';
import { choicesOf } from './actForm.ts';
import {
	blankSafeWays,
	findSafeWayErrors,
	hasSafeWay,
	safeContactsOf,
	SAFE_WAY_CHOICES
} from './safeWays.ts';

/** The ids of a contact and its words, made when it is begun, so that it is made once. */
export interface ContactIds {
	complaintId: string;
	whatHappenedTextId: string;
	whatWouldHelpTextId: string;
	/** One for each way of reaching them, by its channel. */
	safeContactIds: Readonly<Record<string, string>>;
}

/** New ids, each from `newId`. */
export function contactIds(newId: () => string): ContactIds {
	return {
		complaintId: newId(),
		whatHappenedTextId: newId(),
		whatWouldHelpTextId: newId(),
		safeContactIds: Object.fromEntries(SAFE_WAY_CHOICES.asked.map(({ value }) => [value, newId()]))
	};
}

/** What `madeBy` is for the child. */
export const MADE_BY_CHILD = 'childOrYoungPerson';

/** What may be chosen in each question. */
export const CONTACT_CHOICES: ContactChoices = {
	channels: choicesOf(CHANNEL_WORDS).filter(({ value }) => value !== 'website'),
	madeBy: [
		{ value: MADE_BY_CHILD, label: 'The child or young person' },
		{ value: 'helper', label: 'Somebody helping them' },
		{ value: 'adult', label: 'An adult, about their own matter' }
	],
	safe: [
		{ value: 'yes', label: 'Yes' },
		{ value: 'no', label: 'No' },
		{ value: 'notSure', label: 'Not sure' },
		{ value: 'notAsked', label: 'Not asked' }
	],
	advocate: [
		{ value: 'yes', label: 'Yes' },
		{ value: 'no', label: 'No' },
		{ value: 'notAsked', label: 'Not asked' }
	],
	safeWays: SAFE_WAY_CHOICES,
	waysOf: [
		{ value: 'child', label: 'The child’s own' },
		{ value: 'helper', label: 'The helper’s. Nothing for the child goes there' }
	]
};

/** A contact of which nothing is known but that it came today. */
export function blankContact(today: string): ContactDraft {
	return {
		channel: '',
		receivedOn: today,
		madeBy: '',
		complainantName: '',
		relationToChild: '',
		childName: '',
		words: '',
		wants: '',
		safe: '',
		advocate: '',
		safeWays: blankSafeWays(),
		waysOf: ''
	};
}

/** Whether it has to be said whose the ways are: a helper told us, and named some. */
export function asksWhoseWays({ madeBy, safeWays }: ContactDraft): boolean {
	return madeBy === 'helper' && hasSafeWay(safeWays);
}

/** What is missing, each with its field. Everything but these can wait. */
export function findContactErrors(draft: ContactDraft): FieldError[] {
	const { channel, receivedOn, madeBy, words, safe, safeWays, waysOf } = draft;
	const missing = (isMissing: boolean, name: string, sentence: string) =>
		isMissing ? [{ fieldId: `contact-${name}`, sentence }] : [];
	return [
		...missing(channel === '', 'channel', 'Choose how it came'),
		...missing(!isPlainDate(receivedOn), 'receivedOn', 'Enter the day any of us first had it'),
		...missing(madeBy === '', 'madeBy', 'Choose who told us'),
		...missing(words.trim() === '', 'words', 'Write what they said'),
		...missing(safe === '', 'safe', 'Say whether they are safe, or that nobody asked'),
		...findSafeWayErrors(safeWays),
		...missing(
			asksWhoseWays(draft) && waysOf === '',
			'waysOf',
			'Choose whether these ways reach the child or the helper'
		)
	];
}

/** The contact as an order with its words. */
export function contactOrder(draft: ContactDraft, ids: ContactIds) {
	const wants = draft.wants.trim();
	const texts: PushedText[] = [
		{ textId: ids.whatHappenedTextId, kind: 'whatHappened', words: draft.words.trim() }
	];
	if (wants) texts.push({ textId: ids.whatWouldHelpTextId, kind: 'whatWouldHelp', words: wants });
	const isByOther = draft.madeBy !== MADE_BY_CHILD;
	const order: LogContact = {
		type: 'logContact',
		receivedOn: draft.receivedOn as PlainDate,
		channel: draft.channel as Channel,
		madeBy: draft.madeBy as LogContact['madeBy'],
		complainantName: draft.complainantName.trim(),
		relationToChild: isByOther ? draft.relationToChild.trim() : '',
		childName: isByOther ? draft.childName.trim() : '',
		whatHappenedTextId: ids.whatHappenedTextId,
		whatWouldHelpTextId: wants ? ids.whatWouldHelpTextId : null,
		wantsAdvocate: draft.advocate === 'yes',
		...(draft.advocate === 'notAsked' && { advocateNotAsked: true }),
		safeNow: draft.safe as LogContact['safeNow'],
		safeContacts: safeContactsOf(draft.safeWays, (way) => ids.safeContactIds[way] ?? '').map(
			(way) =>
				asksWhoseWays(draft) && draft.waysOf === 'helper' ? { ...way, whose: 'helper' } : way
		)
	};
	return { order, texts };
}

/** A contact as the device may show it again: without what is only in what is sealed to the server. */
export function shownAgain(draft: ContactDraft): ContactDraft {
	const { picked, ways } = draft.safeWays;
	const bare = Object.entries(ways).map(([way, said]) => [way, { ...said, to: '', name: '' }]);
	return { ...draft, safeWays: { picked, ways: Object.fromEntries(bare) as typeof ways } };
}

/** What the day of receipt makes day 0; undefined while it is no date. */
export function dayZeroNote({ receivedOn }: ContactDraft, { holidays }: Pull): Words | undefined {
	if (!isPlainDate(receivedOn)) return undefined;
	const due = addWorkingDays(receivedOn, 10, holidays);
	if (!due.known) return undefined;
	return [
		'Day 0 is ',
		{ strong: shortDay(receivedOn) },
		', so day 10 is ',
		{ strong: shortDay(due.value) },
		'.'
	];
}
