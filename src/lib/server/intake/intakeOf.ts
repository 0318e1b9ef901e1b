import { randomUUID } from 'node:crypto';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Answers } from '#lib/intake/answers.ts';
import {
	PROMISE_VERSION,
	type AddressedChannel,
	type Teller,
	type WayOfTelling
} from '#lib/intake/codes.ts';
import type { BesideKind } from '#lib/intake/besideSent.ts';
import { isByPartner } from '#lib/intake/partner.ts';
import { isAside, pathOf, toldOn } from '#lib/intake/questions.ts';
import { toldLanguage } from '#lib/intake/questions/language.ts';
import { findLanguageCode, type ToldLanguage } from '#lib/words/languages/languages.ts';
import { addressedChannels, childsChannels } from '#lib/intake/questions/reach.ts';
import type { StepId } from '#lib/intake/steps.ts';
import type {
	IntakeComplaint,
	IntakeFacts,
	IntakePerson,
	IntakeText
} from '#lib/server/complaints/intakeComplaint.ts';
import type { MovedFile } from '#lib/server/files/attachedFiles.ts';
import type { NewSafeContact } from '#lib/server/people/safeContacts.ts';
import { HELPER_WORDS } from '#lib/words/public/helping.ts';
import { LINK_WORDS } from '#lib/words/public/adults.ts';

const MADE_BY = {
	child: 'childOrYoungPerson',
	helper: 'helper',
	adult: 'adult'
} as const satisfies Record<Teller, IntakeComplaint['madeBy']>;

/** What a form is sent with, besides its answers. */
interface SentWith {
	draftId: string;
	nowMs: number;
	/** The language they saw the pages in; null for English. */
	language?: string | null;
	/** What went along with it as a record of its own. */
	beside?: readonly BesideKind[];
}

/**
 * The complaint that a finished form makes.
 *
 * What they told is taken however they chose to tell it in the end, also where they typed, ticked
 * or recorded it before they asked for a call or to meet. They saw the same on the check page.
 */
export function intakeOf(
	answers: Answers,
	{ draftId, nowMs, language, beside = [] }: SentWith
): IntakeComplaint {
	const path = new Set(pathOf(answers));
	const told = toldOn(answers);
	const texts = textsOf(answers, told);
	return {
		complaintId: randomUUID(),
		draftId,
		receivedOn: dateInEngland(nowMs),
		channel: isByAdvocate(answers) ? 'advocate' : 'website',
		madeBy: isAside(answers) ? 'childOrYoungPerson' : MADE_BY[answers.who ?? 'child'],
		madeOrally: isOral(answers, path),
		texts,
		files: filesOf(answers, told),
		people: isAside(answers) ? [] : peopleOf(answers, path),
		safeContacts: isAside(answers) ? asideContactsOf(answers, path) : safeContactsOf(answers),
		facts: withBeside(factsOf(answers, told, language ?? null), beside),
		advocate:
			told.has('8') && answers.advocate === 'yes'
				? { mayKnow: answers.advocateMayKnow ?? 'nameOnly' }
				: null,
		partnerId: isByPartner(answers) ? (answers.partner ?? null) : null
	};
}

function speaksForChild(answers: Answers): boolean {
	return !isAside(answers) && answers.who === 'helper';
}

function isByAdvocate(answers: Answers): boolean {
	return speaksForChild(answers) && answers.helperKind === 'advocate';
}

/** They tell us aloud: nothing typed, and no picture of something written. */
function isOral(answers: Answers, path: ReadonlySet<StepId>): boolean {
	if (isAside(answers)) return false;
	const how = toldHow(answers, path);
	if (how !== 'type' && how !== 'record') return true;
	const told = TELLINGS.filter(({ step }) => path.has(step));
	return told.every(
		({ words, list }) =>
			!answers[words]?.trim() && (answers[list] ?? []).every(({ sort }) => sort === 'sound')
	);
}

function toldHow(answers: Answers, path: ReadonlySet<StepId>): WayOfTelling | null {
	if (path.has('4')) return answers.how ?? null;
	const isAdult = path.has('26b') || path.has('34b') || isByPartner(answers);
	return isAdult ? (answers.adultHow ?? null) : null;
}

/** Where they tell what happened, in words or by files, and whose telling it is. */
const TELLINGS = [
	{ step: '6', words: 'happened', list: 'files', part: 'happened' },
	{ step: '25', words: 'childsWords', list: 'childsFiles', part: 'happened' },
	{ step: '27', words: 'account', list: 'accountFiles', part: 'helpersAccount' },
	{ step: '36', words: 'account', list: 'accountFiles', part: 'happened' },
	{ step: '41', words: 'good', list: 'goodFiles', part: 'happened' },
	{ step: '51', words: 'idea', list: 'ideaFiles', part: 'happened' }
] as const;

const KINDS = { happened: 'whatHappened', helpersAccount: 'helpersAccount' } as const;

function textsOf(answers: Answers, path: ReadonlySet<StepId>): readonly IntakeText[] {
	const typed = [
		...TELLINGS.map(
			({ step, words, part }) => path.has(step) && { kind: KINDS[part], words: answers[words] }
		),
		asksWishes(path) && { kind: 'whatWouldHelp' as const, words: answers.wishesMore },
		asksChanges(path) && { kind: 'whenItChanges' as const, words: answers.changesWhen },
		languageOf(answers) && { kind: 'languageNamed' as const, words: languageNamed(answers) }
	];
	return typed.flatMap((text) =>
		text && text.words?.trim() ? [{ textId: randomUUID(), kind: text.kind, words: text.words }] : []
	);
}

/** What they said they use; of a thank-you or an idea nobody is asked. */
function languageOf(answers: Answers): ToldLanguage | undefined {
	return isAside(answers) ? undefined : toldLanguage(answers);
}

/** The name of a language that is not on the list, as it was typed. */
function languageNamed({ who, languageNamed, adultLanguageNamed }: Answers): string | undefined {
	return who === 'helper' || who === 'adult' ? adultLanguageNamed : languageNamed;
}

/** Only those of the pages that are sent; what a helper says of it stays apart from the child's. */
function filesOf(answers: Answers, path: ReadonlySet<StepId>): readonly MovedFile[] {
	return TELLINGS.filter(({ step }) => path.has(step)).flatMap(({ list, part }) =>
		(answers[list] ?? []).map(({ fileId }) => ({ fileId, part }))
	);
}

/** Whom it names. An adult's link to the child stands beside their name, or alone where none is given. */
function peopleOf(answers: Answers, path: ReadonlySet<StepId>): readonly IntakePerson[] {
	const person = (part: IntakePerson['part'], name: string | undefined, relation = '') => ({
		personId: randomUUID(),
		part,
		name: name ?? '',
		relation
	});
	const link = path.has('31') && answers.link ? LINK_WORDS[answers.link] : '';
	const people = speaksForChild(answers)
		? [
				person('child', answers.childName),
				person('helper', answers.name, answers.helperKind ? HELPER_WORDS[answers.helperKind] : '')
			]
		: [
				person('complainant', answers.name, link),
				person('child', path.has('38') ? answers.childName : '')
			];
	return people.filter(({ name, relation }) => name !== '' || relation !== '');
}

function asksWishes(path: ReadonlySet<StepId>): boolean {
	return ['7', '28', '37'].some((step) => path.has(step as StepId));
}

function asksChanges(path: ReadonlySet<StepId>): boolean {
	return ['7b', '28b', '37b'].some((step) => path.has(step as StepId));
}

/** Whoever wants no reply to a thank-you gave no way at all. */
function asideContactsOf(
	answers: Answers,
	path: ReadonlySet<StepId>
): IntakeComplaint['safeContacts'] {
	if (path.has('43')) return answers.wantsReply === 'yes' ? [code('complainant')] : [];
	const asText = path.has('54') && answers.reach?.includes('textMessage');
	const own = contactsOf(asText ? ['textMessage'] : [], answers.reachDetails);
	return [code('complainant'), ...own];
}

/** The code always works. A helper's ways are kept apart from those of the child. */
function safeContactsOf(answers: Answers): IntakeComplaint['safeContacts'] {
	const own = contactsOf(addressedChannels(answers), answers.reachDetails);
	if (answers.who !== 'helper') return [code('complainant'), ...own];
	const childs = contactsOf(childsChannels(answers), answers.childReachDetails);
	return [
		...(answers.hearsChild === 'ownCode' ? [code('complainant')] : []),
		...childs,
		code('helper'),
		...own.map((contact) => ({ ...contact, whose: 'helper' as const }))
	];
}

function code(whose: 'complainant' | 'helper'): NewSafeContact {
	return {
		safeContactId: randomUUID(),
		channel: 'code',
		isAllowed: true,
		details: null,
		whoCanSee: null,
		voicemailAllowed: null,
		goodTimes: [],
		whose
	};
}

function contactsOf(
	channels: readonly AddressedChannel[],
	held: Answers['reachDetails']
): NewSafeContact[] {
	return channels.flatMap((channel) => {
		const details = held?.[channel];
		return details
			? [
					{
						safeContactId: randomUUID(),
						channel,
						isAllowed: true,
						details: { to: details.to, name: details.name || null },
						whoCanSee: details.whoCanSee,
						voicemailAllowed: details.voicemail === null ? null : details.voicemail === 'yes',
						goodTimes: details.goodTimes
					}
				]
			: [];
	});
}

function factsOf(answers: Answers, path: ReadonlySet<StepId>, shownIn: string | null): IntakeFacts {
	return {
		pickedSubjects: path.has('5') || path.has('35') ? (answers.about ?? []) : [],
		wishes: asksWishes(path) ? (answers.wishes ?? []) : [],
		toldHow: toldHow(answers, path),
		safetyAnswer: isAside(answers) ? null : (answers.safe ?? null),
		wantsAdvocate: path.has('8') ? (answers.advocate ?? null) : null,
		advocateMayKnow: path.has('8b') ? (answers.advocateMayKnow ?? null) : null,
		changesComing: asksChanges(path) ? (answers.changes ?? []) : [],
		promiseVersion: isAside(answers) ? null : (answers.promiseVersion ?? PROMISE_VERSION),
		further: furtherOf(answers, path, shownIn)
	};
}

/** That a thank-you or an idea went along, so that the pages after sending can say we have it. */
function withBeside(facts: IntakeFacts, beside: readonly BesideKind[]): IntakeFacts {
	if (beside.length === 0) return facts;
	return { ...facts, further: { ...facts.further, sentBeside: beside.join(' ') } };
}

/** What only some are asked, by the name of the answer. */
function furtherOf(
	answers: Answers,
	path: ReadonlySet<StepId>,
	shownIn: string | null
): Record<string, string> {
	const known: readonly string[] = isByPartner(answers) ? KNOWN_OF_PARTNER : [];
	const asked = Object.entries(ASKED_ON).filter(
		([name, step]) => path.has(step) || known.includes(name)
	);
	// Who chose to see the pages in a language has told us so, however they went on.
	const language = languageOf(answers) ?? findLanguageCode(shownIn);
	const kind = path.has('41') ? 'compliment' : path.has('51') ? 'representation' : null;
	const said = Object.fromEntries(
		asked.flatMap(([name]) => {
			const answer = answers[name as keyof typeof ASKED_ON];
			return answer === undefined ? [] : [[name, answer]];
		})
	);
	return { ...(kind && { kind }), ...(language && { language }), ...said };
}

/** What is known of an advocate who signed in, and so not asked. */
const KNOWN_OF_PARTNER = ['helperKind', 'childKnows', 'hearsChild'] as const;

const ASKED_ON = {
	link: '31',
	aboutWhom: '33',
	court: '34',
	othersCheck: '39',
	helperKind: '21',
	childKnows: '22',
	othersSafe: '24',
	hearsChild: '26',
	mayTell: '42',
	wantsReply: '43',
	forWhom: '52',
	wantsAnswer: '53'
} as const satisfies Partial<Record<keyof Answers, StepId>>;
