import { findField, type FieldName, type LetterFacts } from '#lib/letters/fields.ts';
import { mayRead, type Party, type Reader } from '#lib/letters/parties.ts';
import { wholeNumber } from '#lib/words/telephones.ts';

/**
 * The language of a letter, one thing a line: `# ` the title, `## ` a heading, `- ` a point of a
 * list, `{field}` what is merged, and a part that is left out where a field is not known:
 * `[if field]` or `[if no field]`, to `[end]`. There is nothing more.
 */

/** What is wrong with the text of a template; `line` counts from 1. */
export type TemplateProblem =
	| { code: 'unknownField'; line: number; field: string }
	| { code: 'anothersField'; line: number; field: FieldName; owner: Party; reader: Reader }
	| { code: 'brokenField'; line: number }
	| { code: 'ifInsideIf'; line: number }
	| { code: 'ifNotEnded'; line: number }
	| { code: 'endWithoutIf'; line: number }
	| { code: 'noTitle'; line: number };

/** A part of a template: shown always, or only where a field is known or not known. */
export interface TemplatePart {
	onlyIf: { field: FieldName; isKnown: boolean } | null;
	lines: readonly string[];
}

/** A template that holds no field of another party, and no other fault of its language. */
export interface CompiledTemplate {
	parts: readonly TemplatePart[];
	fields: readonly FieldName[];
}

const IF = /^\[if (no )?([A-Za-z0-9]+)\]$/;
const END = /^\[end\]$/;
const FIELD = /\{([A-Za-z0-9]+)\}/g;

/** Reads the text of a template for one reader: the template, or every problem with its line. */
export function compileTemplate(
	source: string,
	reader: Reader
): { template: CompiledTemplate } | { problems: readonly TemplateProblem[] } {
	const lines = linesOf(source);
	const problems: TemplateProblem[] = [...findFieldProblems(source, reader)];
	if (!/^# \S/.test(lines.find((line) => line.trim() !== '') ?? '')) {
		problems.push({ code: 'noTitle', line: 1 });
	}
	const parts: { onlyIf: TemplatePart['onlyIf']; lines: string[] }[] = [
		{ onlyIf: null, lines: [] }
	];
	let openedAt: number | null = null;
	for (const [index, line] of lines.entries()) {
		const condition = IF.exec(line.trim());
		if (condition) {
			if (openedAt !== null) problems.push({ code: 'ifInsideIf', line: index + 1 });
			openedAt = index + 1;
			const field = condition[2] as FieldName;
			parts.push({ onlyIf: { field, isKnown: condition[1] === undefined }, lines: [] });
		} else if (END.test(line.trim())) {
			if (openedAt === null) problems.push({ code: 'endWithoutIf', line: index + 1 });
			openedAt = null;
			parts.push({ onlyIf: null, lines: [] });
		} else parts.at(-1)?.lines.push(line);
	}
	if (openedAt !== null) problems.push({ code: 'ifNotEnded', line: openedAt });
	if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) };
	return { template: { parts, fields: fieldsIn(source) } };
}

/** The fields of a text that do not exist, or belong to somebody else than its reader. */
export function findFieldProblems(text: string, reader: Reader): readonly TemplateProblem[] {
	return linesOf(text).flatMap((words, index) => {
		const line = index + 1;
		const broken = /[{}]/.test(words.replaceAll(FIELD, ''))
			? [{ code: 'brokenField', line } as const]
			: [];
		const looksConditional = /^\[(if|end)\b/i.test(words.trim());
		const isConditional = IF.test(words.trim()) || END.test(words.trim());
		const badIf =
			looksConditional && !isConditional ? [{ code: 'brokenField', line } as const] : [];
		return [
			...broken,
			...badIf,
			...namesIn(words).flatMap((field): TemplateProblem[] => {
				const found = findField(field);
				if (!found) return [{ code: 'unknownField', line, field }];
				if (mayRead(reader, found.owner)) return [];
				return [
					{ code: 'anothersField', line, field: field as FieldName, owner: found.owner, reader }
				];
			})
		];
	});
}

/** The letter with what is known put in; what is not known stays in its braces. */
export function fillIn(template: CompiledTemplate, facts: LetterFacts): string {
	const lines = template.parts
		.filter(({ onlyIf }) => onlyIf === null || isKnown(facts, onlyIf.field) === onlyIf.isKnown)
		.flatMap((part) => part.lines);
	return fillFields(lines.join('\n'), facts)
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

/** The fields of a text put in where they are known. */
export function fillFields(text: string, facts: LetterFacts): string {
	return text.replaceAll(FIELD, (whole, name: string) => {
		const known = facts[name as FieldName]?.trim() ?? '';
		const value = name.endsWith('Telephone') ? wholeNumber(known) : known;
		// A brace that somebody typed is no field.
		return value === '' ? whole : value.replaceAll('{', '(').replaceAll('}', ')');
	});
}

/** The fields a text holds, each once, in order; also those in its conditions. */
export function fieldsIn(text: string): readonly FieldName[] {
	const names = linesOf(text).flatMap(namesIn);
	return [...new Set(names)].filter((name): name is FieldName => findField(name) !== null);
}

/** Whether a fact is known: there, and not only spaces. */
export function isKnown(facts: LetterFacts, field: FieldName): boolean {
	return (facts[field] ?? '').trim() !== '';
}

function namesIn(line: string): string[] {
	const condition = IF.exec(line.trim());
	if (condition) return [condition[2] ?? ''];
	return [...line.matchAll(FIELD)].map((match) => match[1] ?? '');
}

function linesOf(text: string): string[] {
	return text.replace(/\r\n?/g, '\n').split('\n');
}
