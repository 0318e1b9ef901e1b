import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { answersSchema, type Answers, type FilesOf } from '#lib/intake/answers.ts';
import { isToldAloud } from '#lib/intake/codes.ts';
import { checkRows, type CheckRow } from '#lib/intake/checkRows.ts';
import { STEP_IDS } from '#lib/intake/steps.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { answerFilesOf, ownFilesOf, type OwnFile } from '#lib/server/intake/my/ownFiles.ts';
import { dayWords } from '#lib/words/dates.ts';

/** Everything they told us, as they said it. */
export interface EverythingPage {
	toldOn: string;
	rows: readonly Pick<CheckRow, 'question' | 'answer' | 'typed' | 'sounds'>[];
	/** Each with the recordings that came with it, by their addresses. */
	added: readonly {
		on: string;
		lines: readonly string[];
		typed: readonly number[];
		sounds: readonly string[];
	}[];
}

/**
 * Numbers and addresses are left out: whoever holds the phone need not learn them here. So is
 * what an advocate may know, which the request for one carries.
 */
const LEFT_OUT = /^\/s\/([13]0[a-e]|8b)\?/;
/** How whoever told us for them is called and reached, and what they speak, is not the child's. */
const THE_HELPERS = /^\/s\/(9|10|26c)\?/;

/** The page, in the words and the order of the check page. */
export function everythingPage(own: OwnCase): EverythingPage {
	const { rules, complaint, texts } = own;
	const say = (on: Parameters<typeof dayWords>[0]) => dayWords(on, rules.today);
	return {
		toldOn: say(complaint.receivedOn ?? rules.today),
		rows: checkRows(answersOf(own))
			.filter(({ href }) => !LEFT_OUT.test(href))
			.filter(({ href }) => !isToldByHelper(own) || !THE_HELPERS.test(href))
			.map(({ question, answer, typed, sounds, href }) => ({
				question,
				answer,
				typed,
				sounds: sounds.length > 0 ? soundsOf(ownFilesOf(own, toldOn(href))) : []
			})),
		added: texts
			.filter(
				({ kind, words, authorKind }) =>
					words !== null &&
					(kind === 'added' || (kind === 'stage3Points' && authorKind === 'complainant'))
			)
			.map(({ textId, words, writtenAt }) => {
				const files = ownFilesOf(own, 'added', textId);
				return {
					on: say(dateInEngland(writtenAt)),
					lines: [...(words ? [words] : []), ...files.map((file) => file.words)],
					typed: words ? [0] : [],
					sounds: soundsOf(files)
				};
			})
	};
}

/** Whose telling it was; a helper's recording is named, and not to be heard here. */
function toldOn(href: string): 'happened' | 'helpersAccount' {
	return href.startsWith('/s/27?') ? 'helpersAccount' : 'happened';
}

/** Somebody told us for them on the site; staff write down such a call as the child's own. */
function isToldByHelper({ complaint, facts }: OwnCase): boolean {
	return complaint.madeBy === 'helper' && facts?.further?.['helperKind'] !== undefined;
}

function soundsOf(files: readonly OwnFile[]): string[] {
	return files.flatMap(({ href }) => href ?? []);
}

/** What they answered on the form, or an officer wrote down for them, as the form would have it. */
function answersOf(own: OwnCase): Answers {
	const { complaint, facts, texts, ownName, childName, safeContact } = own;
	const isAdult = complaint.madeBy === 'adult';
	const isHelped = isToldByHelper(own);
	const words = (kind: string) => texts.find((text) => text.kind === kind)?.words ?? undefined;
	const told = {
		...facts?.further,
		...asideSaid(facts, words('whatHappened')),
		who: isAdult ? 'adult' : isHelped ? 'helper' : 'child',
		how: wayOfTelling(facts, words('whatHappened')),
		adultHow: wayOfTelling(facts, words(isHelped ? 'helpersAccount' : 'whatHappened')),
		safe: facts?.safetyAnswer,
		about: facts?.pickedSubjects,
		happened: isAdult || isHelped ? undefined : words('whatHappened'),
		childsWords: isHelped ? words('whatHappened') : undefined,
		account: isAdult ? words('whatHappened') : isHelped ? words('helpersAccount') : undefined,
		[filesOf(own)]: answerFilesOf(own, 'happened'),
		...(isHelped && { accountFiles: answerFilesOf(own, 'helpersAccount') }),
		wishes: facts?.wishes,
		wishesMore: words('whatWouldHelp'),
		changes: facts?.changesComing,
		changesWhen: words('whenItChanges'),
		...languageSaid(facts),
		languageNamed: words('languageNamed'),
		adultLanguageNamed: words('languageNamed'),
		advocate: facts?.wantsAdvocate,
		// Whoever rang for a child is no row here: the child's own name is.
		name: ownName ?? (complaint.madeBy === 'helper' && !isHelped ? childName : null),
		childName: isAdult || isHelped ? childName : undefined,
		[isHelped ? 'childReach' : 'reach']: safeContact
			.filter(({ isAllowed }) => isAllowed)
			.map(({ channel }) => channel)
	};
	// A code that today's form no longer has is left out, not guessed at.
	return {
		seen: [...STEP_IDS],
		...Object.fromEntries(Object.entries(told).filter(isReadable))
	} as Answers;
}

/**
 * The language, of whoever told us by saying which: who only chose to see the pages in one is
 * promised a person who speaks it, and is not told that they said so.
 */
function languageSaid(facts: OwnCase['facts']): Record<string, string | undefined> {
	const isSaid = facts?.toldHow === 'language';
	const language = isSaid ? facts.further?.['language'] : undefined;
	return { language, adultLanguage: language };
}

/** Who asked for a call or to meet did so, also where something was typed before. */
function wayOfTelling(facts: OwnCase['facts'], typed: string | undefined): string | null {
	const told = facts?.toldHow ?? null;
	const isAloud = isToldAloud(told) || told === 'someone';
	return typed === undefined || isAloud ? told : 'type';
}

/** On which page what happened was told, by the list of the files added there. */
function filesOf(own: OwnCase): FilesOf {
	const { door } = asideSaid(own.facts, undefined);
	if (door === 'thanks') return 'goodFiles';
	if (door === 'idea') return 'ideaFiles';
	if (own.complaint.madeBy === 'adult') return 'accountFiles';
	return isToldByHelper(own) ? 'childsFiles' : 'files';
}

/** A thank-you or an idea was typed on a page of its own, whatever became of it since. */
function asideSaid(facts: OwnCase['facts'], words: string | undefined): Partial<Answers> {
	const { kind, was } = facts?.further ?? {};
	if (kind === 'compliment' || was === 'compliment') return { door: 'thanks', good: words };
	return kind === 'representation' || was === 'representation' ? { door: 'idea', idea: words } : {};
}

function isReadable([name, value]: [string, unknown]): boolean {
	if (value === undefined || value === null) return false;
	return answersSchema.partial().safeParse({ [name]: value }).success;
}
