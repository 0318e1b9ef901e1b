import { isPlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import type { LetterId } from '#lib/letters/catalogue.ts';
import type { LetterFacts } from '#lib/letters/fields.ts';
import type { PushedText } from '#lib/wire/sync.ts';
import { shortDay } from '#lib/words/dates.ts';
import type { FieldError } from '../controls/ErrorSummary.svelte';
import {
	fieldTexts,
	findActErrors,
	initialValues,
	textsOf,
	type Act,
	type ActField,
	type ActValues,
	type IdFor
} from './actForm.ts';
import { strandLabel } from './acts.ts';
import type { CaseFacts } from './caseFacts.ts';
import { ACT_OF_LETTER, findActOfLetter, strandIdsOfLetter } from './letterActs.ts';
import { lastRecordedOn } from './letterRecord.ts';

/** One thing that is recorded when a letter goes: the act, and what its form still asks. */
export interface LetterStepForm {
	id: string;
	act: Act;
	strand: Strand | null;
	/** 'Take more time, Parts 1 and 2, statutory' */
	words: string;
	/** What the letter decides by itself, such as 'Do you take it? Refuse it'. */
	decided: readonly string[];
	/** What is still asked: neither the day it went, nor what the letter decides. */
	fields: readonly ActField[];
	values: Readonly<Record<string, string>>;
	/** 'Recorded already, Mon 6 Jul.'; '' where it is not in the record. */
	recordedBefore: string;
	/** Whether it is recorded unless somebody says otherwise. */
	isTicked: boolean;
}

/** A letter that may go now. */
export interface LetterToGo {
	letterKind: LetterId;
	strandId: string | null;
	facts: LetterFacts;
}

/**
 * What is recorded when a letter goes, as forms filled in with what it says. A letter about the
 * whole case has the dates of the first part, so only that part is ticked by itself; nor is what
 * stands in the record already.
 */
export function letterSteps(facts: CaseFacts, letter: LetterToGo): LetterStepForm[] {
	const of = ACT_OF_LETTER[letter.letterKind];
	if (!of) return [];
	const { strands } = facts.complaint;
	const ownStrandId = letter.strandId ?? strands[0]?.strandId ?? null;
	return strandIdsOfLetter(facts, letter.strandId).flatMap((strandId) => {
		const found = findActOfLetter(facts, letter.letterKind, strandId);
		if (!found) return [];
		const { act, strand } = found;
		const all = act.fields({ facts, strand });
		const sets = of.sets ?? {};
		const hidden = new Set([...of.dates, ...(of.without ?? []), ...Object.keys(sets)]);
		const fields = all.filter(({ name }) => !hidden.has(name));
		const before = lastRecordedOn(facts, letter.letterKind, strandId);
		return [
			{
				id: strandId ?? 'case',
				act,
				strand,
				words:
					strand && strands.length > 1 ? `${act.words}: ${strandLabel(facts, strand)}` : act.words,
				decided: all.flatMap((field) => decidedWords(field, sets[field.name])),
				fields,
				values: {
					...initialValues(all),
					...filledIn(fields, of.fills ?? {}, letter.facts),
					...sets
				},
				recordedBefore: before === null ? '' : `Recorded already, ${shortDay(before)}.`,
				isTicked: before === null && (strandId === null || strandId === ownStrandId)
			}
		];
	});
}

/** What is still to be filled in of a step, each with its field. */
export function findStepErrors(step: LetterStepForm, values: ActValues): FieldError[] {
	return findActErrors(step.fields, values).map(({ fieldId, sentence }) => ({
		fieldId: `${step.id}-${fieldId}`,
		sentence
	}));
}

/** A step as it is sent along with the letter, the day it went in each field that takes it. */
export function stepToSend(
	{ facts, letterKind }: { facts: CaseFacts; letterKind: LetterId },
	{ act, strand, fields, id }: LetterStepForm,
	given: { values: ActValues; wentOn: string; idFor: IdFor }
): { order: Command; texts: PushedText[] } {
	const dates = ACT_OF_LETTER[letterKind]?.dates ?? [];
	const values = {
		...given.values,
		...Object.fromEntries(dates.map((one) => [one, given.wentOn]))
	};
	const idFor = (name: string) => given.idFor(`${id} ${name}`);
	const about = { facts, strand };
	const textId = idFor('words');
	return {
		order: act.order(values, about, textId, idFor),
		texts: [
			...textsOf(act, values, textId),
			...fieldTexts(fields, values, idFor),
			...(act.texts?.(values, about, idFor) ?? [])
		]
	};
}

function decidedWords(field: ActField, value: string | undefined): string[] {
	if (value === undefined || field.kind !== 'choice') return [];
	const chosen = field.choices.find((choice) => choice.value === value);
	return chosen ? [`${field.label} ${chosen.label}`] : [];
}

function filledIn(
	fields: readonly ActField[],
	fills: Readonly<Record<string, keyof LetterFacts>>,
	facts: LetterFacts
): Record<string, string> {
	return Object.fromEntries(
		fields.flatMap(({ name, kind }) => {
			const value = fills[name] && facts[fills[name]];
			if (!value || (kind === 'date' && !isPlainDate(value))) return [];
			return [[name, value]];
		})
	);
}
