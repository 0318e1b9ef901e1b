import { letterOf, LETTER_GROUPS, type LetterId } from '#lib/letters/catalogue.ts';
import type { CheckedLetter } from '#lib/letters/checkLetter.ts';
import { fieldLabel } from '#lib/letters/checkTemplate.ts';
import { PARTY_WORDS, READER_WORDS, templateFaultWords } from '#lib/letters/faultWords.ts';
import {
	LETTER_FIELDS,
	type FieldKind,
	type FieldName,
	type LetterFacts
} from '#lib/letters/fields.ts';
import { fieldsIn } from '#lib/letters/template.ts';
import { mayRead } from '#lib/letters/parties.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { shortDay } from '#lib/words/dates.ts';
import type { Audience } from '#lib/words/swapList.ts';
import type { LetterCheckLine } from '../letters/LetterChecks.svelte';
import type { LetterLine } from '../letters/LetterList.svelte';

/** A letter as a list of a case tells of it. */
interface Listed {
	letterId: string;
	letterKind: LetterId;
	state: 'draft' | 'waitingForRelease' | 'released' | 'queued' | 'printed';
	audience: Audience;
	writtenBy: string;
	savedAt: string;
	sentOn: PlainDate | null;
	sentHow: 'online' | 'post' | 'byHand' | null;
}

/** The letters one may begin, each under the heading of its step. */
export function lettersToChoose(): { value: string; label: string }[] {
	return LETTER_GROUPS.flatMap(({ heading, letters }) =>
		Object.entries(letters).map(([value, { name }]) => ({ value, label: `${heading}: ${name}` }))
	);
}

/** One letter as a line of the list. `nameOf` says who somebody is. */
export function letterLine(
	letter: Listed,
	home: string,
	nameOf: (staffId: string) => string
): LetterLine {
	const { name, reader, child } = letterOf(letter.letterKind);
	return {
		id: letter.letterId,
		href: `${home}/letters/${letter.letterId}`,
		name,
		about: `To ${READER_WORDS[reader]}${child === null ? '' : `, ${letter.audience} version`}`,
		stands: standsWords(letter, nameOf),
		isOut: letter.state === 'queued' || letter.state === 'printed'
	};
}

/** Where a letter stands: 'Draft, saved Mon 30 Nov by Sam'. */
export function standsWords(letter: Listed, nameOf: (staffId: string) => string): string {
	const savedOn = dateInEngland(letter.savedAt);
	const went = shortDay(letter.sentOn ?? savedOn);
	const saved = `saved ${shortDay(savedOn)} by ${nameOf(letter.writtenBy)}`;
	switch (letter.state) {
		case 'draft':
			return `Draft, ${saved}`;
		case 'waitingForRelease':
			return `Waits for a second person, ${saved}`;
		case 'released':
			return 'Let go. Not sent or printed yet';
		case 'queued':
			return `On the site since ${went}`;
		case 'printed':
			return `${letter.sentHow === 'post' ? 'Posted' : 'Handed over'} ${went}`;
	}
}

/** What was checked about a letter, the failed first. */
export function letterChecks(check: CheckedLetter): readonly LetterCheckLine[] {
	const { words } = check;
	const line = (
		id: string,
		said: {
			isWrong: boolean;
			wrong: string;
			right: string;
			ifWrong?: 'toPutRight' | 'toLookAt';
			isOpen?: boolean;
		}
	): LetterCheckLine => ({
		id,
		standing: said.isWrong ? (said.ifWrong ?? 'toPutRight') : said.isOpen ? 'notChecked' : 'passed',
		words: said.isWrong ? said.wrong : said.right
	});
	const lines = [
		line('facts', {
			isWrong: check.missing.length + check.lost.length > 0,
			wrong: [...check.missing, ...check.lost].map(fieldLabel).join(', '),
			right: 'Everything is filled in'
		}),
		line('fields', {
			isWrong: check.problems.length > 0,
			wrong: check.problems.map(templateFaultWords).join(' '),
			right: 'No field of anybody else'
		}),
		line('grade', {
			isWrong: words.grade !== null && words.grade > words.gradeLimit,
			wrong: `Reading grade ${words.grade?.toFixed(1) ?? ''}, the limit is ${words.gradeLimit}. Use shorter words`,
			right:
				words.grade === null
					? `Reading grade: too short to grade. The limit is ${words.gradeLimit}`
					: `Reading grade ${words.grade.toFixed(1)}, the limit is ${words.gradeLimit}`,
			isOpen: words.grade === null
		}),
		line('sentence', {
			isWrong: words.longestSentence.words > words.sentenceLimit,
			wrong: `Make two sentences of this: ${words.longestSentence.sentence}`,
			right: `The longest sentence has ${words.longestSentence.words} words`
		}),
		line('banned', {
			isWrong: words.banned.length > 0,
			wrong: words.banned
				.map(({ found, say }) => (say ? `${found}: say ${say}` : `${found}: leave it out`))
				.join('; '),
			right: 'No word to change'
		}),
		line('address', {
			isWrong: words.addresses.length > 0,
			wrong: `May be an address or a number: ${words.addresses.map(({ found }) => found).join(', ')}`,
			right: 'No address and no number but our own',
			ifWrong: 'toLookAt'
		}),
		line('others', {
			isWrong: check.others.length > 0,
			wrong: check.others
				.map(({ owner, words: said }) => `${said}, of ${PARTY_WORDS[owner]}`)
				.join('; '),
			right: 'Nobody else is named',
			ifWrong: 'toLookAt'
		})
	];
	const order = { toPutRight: 0, toLookAt: 1, notChecked: 2, passed: 3 };
	return lines.sort((one, other) => order[one.standing] - order[other.standing]);
}

/** One fact the writer may fill in. */
export interface FactToFill {
	name: FieldName;
	label: string;
	kind: FieldKind;
	value: string;
	/** What the case knows by itself; '' where it knows nothing. */
	knownValue: string;
	isMissing: boolean;
}

/** Facts that come from the settings and the case alone, and are shown only where they lack. */
const KNOWN_BY_ITSELF: readonly FieldName[] = [
	...(['reference', 'councilName', 'councilTelephone', 'officerName'] as const),
	...(['advocacyName', 'advocacyTelephone', 'ombudsmanTelephone', 'ombudsmanWebsite'] as const),
	...(['ofstedTelephone', 'commissionerTelephone'] as const)
];

/** The facts of a letter to be filled in or changed, those that lack first. */
export function factsToFill(letter: {
	letterKind: LetterId;
	facts: LetterFacts;
	knownFacts: LetterFacts;
	text: string;
	check: CheckedLetter;
}): readonly FactToFill[] {
	const { adult, child, reader } = letterOf(letter.letterKind);
	const names = new Set([...fieldsIn(letter.text), ...fieldsIn(adult), ...fieldsIn(child ?? '')]);
	return [...names]
		.filter((name) => mayRead(reader, LETTER_FIELDS[name].owner))
		.map((name) => ({
			name,
			label: LETTER_FIELDS[name].label,
			kind: LETTER_FIELDS[name].kind,
			value: letter.facts[name] ?? '',
			knownValue: letter.knownFacts[name] ?? '',
			isMissing: letter.check.missing.includes(name)
		}))
		.filter(({ name, isMissing }) => isMissing || !KNOWN_BY_ITSELF.includes(name))
		.sort((one, other) => Number(other.isMissing) - Number(one.isMissing));
}
