import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { plainWords } from '#lib/letters/document.ts';
import { findField, LETTER_FIELDS, type FieldName, type LetterFacts } from '#lib/letters/fields.ts';
import {
	compileTemplate,
	fillIn,
	type CompiledTemplate,
	type TemplateProblem
} from '#lib/letters/template.ts';
import { checkWords } from '#lib/words/checks.ts';
import { longestSentence } from '#lib/words/readingGrade.ts';
import type { Audience } from '#lib/words/swapList.ts';

/** Why a template cannot be kept. `line` counts from 1; null where it is the whole text. */
export type TemplateFault =
	| TemplateProblem
	| { code: 'missingFact'; line: null; field: FieldName }
	| { code: 'tooHard'; line: null; grade: number; gradeLimit: number }
	| {
			code: 'longSentence';
			line: number | null;
			words: number;
			wordLimit: number;
			sentence: string;
	  }
	| { code: 'bannedWord'; line: number | null; found: string; say: string | null }
	| { code: 'address'; line: number | null; found: string };

/** One version of a letter, to be checked for its reader. */
export interface TemplateVersion {
	source: string;
	audience: Audience;
	letter: Pick<BuiltInLetter, 'reader' | 'mustSay'>;
}

/**
 * Everything that is wrong with one version of a letter, with the line where it can be said.
 *
 * Its words are checked as an invented case fills them in, with all its parts shown and with all
 * that can be left out left out.
 */
export function findTemplateFaults(version: TemplateVersion): readonly TemplateFault[] {
	const compiled = compileTemplate(version.source, version.letter.reader);
	if ('problems' in compiled) return compiled.problems;
	const { template } = compiled;
	return [
		...missingFacts(template, version.letter.mustSay),
		...wordFaults(version, fillIn(template, exampleFacts(version.audience))),
		...wordFaults(version, fillIn(template, alwaysMerged(template, version.audience)))
	].filter((fault, index, all) => all.findIndex((one) => isSame(one, fault)) === index);
}

/** An invented case: every field of a letter, as it is worded for a child or for an adult. */
export function exampleFacts(audience: Audience): LetterFacts {
	return Object.fromEntries(
		Object.entries(LETTER_FIELDS).map(([name, { example }]) => [name, example[audience]])
	);
}

/** The template of a version that is known to be sound, such as one that was kept. */
export function soundTemplate(source: string, reader: BuiltInLetter['reader']): CompiledTemplate {
	const compiled = compileTemplate(source, reader);
	if ('problems' in compiled) throw new UnsoundTemplate(compiled.problems[0]?.code);
	return compiled.template;
}

/** A template that was kept holds a fault: a bug, or a change of the fields without its texts. */
export class UnsoundTemplate extends Error {
	override name = 'UnsoundTemplate';
}

/** A fact that stands only in a part that can be left out is not said for sure. */
function missingFacts(template: CompiledTemplate, mustSay: readonly FieldName[]): TemplateFault[] {
	const always = mergedIn(template.parts.filter(({ onlyIf }) => onlyIf === null));
	return mustSay
		.filter((field) => !always.includes(field))
		.map((field) => ({ code: 'missingFact', line: null, field }));
}

function mergedIn(parts: CompiledTemplate['parts']): string[] {
	return parts
		.flatMap(({ lines }) => lines)
		.flatMap((line) => [...line.matchAll(/\{([A-Za-z0-9]+)\}/g)].map((match) => match[1] ?? ''));
}

/** Only what the letter cannot do without. */
function alwaysMerged(template: CompiledTemplate, audience: Audience): LetterFacts {
	const always = mergedIn(template.parts.filter(({ onlyIf }) => onlyIf === null));
	const conditional = new Set(template.parts.map(({ onlyIf }) => onlyIf?.field));
	const all = exampleFacts(audience);
	return Object.fromEntries(
		Object.entries(all).filter(
			([name]) => always.includes(name) && !conditional.has(name as FieldName)
		)
	);
}

function wordFaults({ source, audience }: TemplateVersion, letter: string): TemplateFault[] {
	const words = plainWords(letter);
	const numbers = Object.values(exampleFacts(audience)).filter((value) => /\d{3}/.test(value));
	const checked = checkWords(words, audience, numbers.flatMap(numbersIn));
	const { grade, gradeLimit, sentenceLimit: wordLimit } = checked;
	const longest = longestSentence(words);
	return [
		...(grade !== null && grade > gradeLimit
			? [{ code: 'tooHard', line: null, grade, gradeLimit } as const]
			: []),
		...(longest.words > wordLimit
			? [
					{
						code: 'longSentence',
						...where(source, longest.sentence),
						wordLimit,
						...longest
					} as const
				]
			: []),
		...checked.banned.map(
			({ found, say }) => ({ code: 'bannedWord', ...where(source, found), found, say }) as const
		),
		...checked.addresses.map(
			({ found }) => ({ code: 'address', ...where(source, found), found }) as const
		)
	];
}

/** The line in which some words stand, by their beginning; null where a field brought them. */
function where(source: string, found: string): { line: number | null } {
	const start = found
		.split(/[\s\u00a0]+/)
		.slice(0, 3)
		.join(' ')
		.toLowerCase();
	const index = source.split('\n').findIndex((line) =>
		line
			.replace(/[\s\u00a0]+/g, ' ')
			.toLowerCase()
			.includes(start)
	);
	return { line: index === -1 ? null : index + 1 };
}

/** Telephone numbers in a fact: those that a template is merged with are ours to print. */
function numbersIn(value: string): string[] {
	return [...value.matchAll(/0[\d ]{9,14}/g)].map((match) => match[0].trim());
}

function isSame(one: TemplateFault, other: TemplateFault): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** What a field is called, for a sentence. */
export function fieldLabel(field: string): string {
	return findField(field)?.label ?? field;
}
