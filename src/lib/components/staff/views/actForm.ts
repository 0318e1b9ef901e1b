import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Command, CommandType } from '#lib/domain/complaint/commands.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import type { PushedText } from '#lib/wire/sync.ts';
import type { FieldError } from '../controls/ErrorSummary.svelte';
import type { Choice } from '../controls/ChoiceFrame.svelte';
import type { CaseFacts } from './caseFacts.ts';

/** One thing a form asks before an act is given; `shown` where it hangs on other fields. */
export type ActField = AskedField & { shown?: (values: ActValues) => boolean };

type AskedField =
	| {
			kind: 'date';
			name: string;
			label: string;
			hint?: string;
			missing: string;
			initial: string;
			optional?: boolean;
	  }
	| { kind: 'choice'; name: string; label: string; choices: readonly Choice[]; missing: string }
	/** Chosen from a longer list; `optional` may stay empty. */
	| {
			kind: 'select';
			name: string;
			label: string;
			hint?: string;
			choices: readonly Choice[];
			missing: string;
			optional?: boolean;
			/** What stands for no choice where it may stay empty; 'Not late' where absent. */
			emptyWords?: string;
	  }
	/** Any number of them; the values stand beside each other with commas. */
	| {
			kind: 'checks';
			name: string;
			label: string;
			hint?: string;
			choices: readonly Choice[];
			missing: string;
			optional?: boolean;
	  }
	/** Another case, by its number. */
	| { kind: 'case'; name: string; label: string; hint?: string; missing: string }
	/** `textKind`: what the words are to the case, for a field of its own beside `words`. */
	| {
			kind: 'words';
			name: string;
			label: string;
			hint?: string;
			missing: string;
			optional?: boolean;
			textKind?: PushedText['kind'];
	  };

/** An id by a name, such as that of the field whose words it is for. */
export type IdFor = (name: string) => string;

/** What was filled in, by the names of the fields. */
export type ActValues = Readonly<Record<string, string>>;

/** What an act is about: the case, and the strand where it is about one. */
export interface ActAbout {
	facts: CaseFacts;
	strand: Strand | null;
}

/** One act on a case: what it asks, and the order it gives. */
export interface Act {
	/** The last part of its address. */
	name: string;
	command: CommandType;
	/** 'Close it', as a link among others and as the heading of its page. */
	words: string;
	/** What is asked once more: 'Close it?' */
	question: string;
	/** What follows from yes. */
	follows: string;
	yesWords: string;
	/** Where the stage and the role allow it, but the case does not always. */
	offered?(about: ActAbout): boolean;
	fields(about: ActAbout): ActField[];
	/**
	 * The order. `textId` is the id for the words of the field `words`, where it has one; `idFor`
	 * gives the same id for the same name as long as the form is open, so that a second try is one.
	 */
	order(values: ActValues, about: ActAbout, textId: string, idFor: IdFor): Command;
	/** Words beside those of the fields, such as one text for each line of a field. */
	texts?(values: ActValues, about: ActAbout, idFor: IdFor): PushedText[];
	/** What the words of the field `words` are to the case. */
	wordsKind?: PushedText['kind'];
}

/**
 * The fields as they stand when the page opens. A day that the link brings along, as `asked`,
 * stands in its field; anything else it brings is let go.
 */
export function initialValues(
	fields: readonly ActField[],
	asked: Readonly<Record<string, string>> = {}
): Record<string, string> {
	return Object.fromEntries(
		fields.map((field) => {
			if (field.kind !== 'date') return [field.name, ''];
			const day = asked[field.name] ?? '';
			return [field.name, isPlainDate(day) ? day : field.initial];
		})
	);
}

/** The fields that are asked for, with what was filled in so far. */
export function shownFields(fields: readonly ActField[], values: ActValues): ActField[] {
	return fields.filter(({ shown }) => shown?.(values) ?? true);
}

/** What is still missing, each with its field. */
export function findActErrors(fields: readonly ActField[], values: ActValues): FieldError[] {
	return shownFields(fields, values)
		.filter((field) => (values[field.name] ?? '').trim() === '')
		.filter((field) => field.kind === 'choice' || field.kind === 'case' || !field.optional)
		.map((field) => ({ fieldId: `act-${field.name}`, sentence: field.missing }));
}

/** The words of an act, ready to be pushed beside it. */
export function textsOf(act: Act, values: ActValues, textId: string): PushedText[] {
	const words = (values['words'] ?? '').trim();
	return act.wordsKind && words ? [{ textId, kind: act.wordsKind, words }] : [];
}

/** The words of the fields that are texts of their own, each under the id of its field. */
export function fieldTexts(
	fields: readonly ActField[],
	values: ActValues,
	idFor: IdFor
): PushedText[] {
	return shownFields(fields, values).flatMap((field) => {
		if (field.kind !== 'words' || !field.textKind) return [];
		const words = (values[field.name] ?? '').trim();
		return words ? [{ textId: idFor(field.name), kind: field.textKind, words }] : [];
	});
}

/** The id of a field's words; null where nothing was written. */
export function idOfWords(values: ActValues, name: string, idFor: IdFor): string | null {
	return (values[name] ?? '').trim() === '' ? null : idFor(name);
}

/** What was ticked in a field of checks. */
export function tickedIn(values: ActValues, name: string): string[] {
	return (values[name] ?? '').split(',').filter((value) => value !== '');
}

/** What is said of a number that is no case, and of one that this person may not see: the same. */
const NO_SUCH_CASE =
	'There is no case of that number, or it is not yours to see. Check the number.';

/** What looking up the numbers of cases came to: each id under `caseIdName`, and what is wrong. */
export interface CasesLookedUp {
	ids: Readonly<Record<string, string>>;
	errors: readonly FieldError[];
}

/** Looks up the cases that a form names by their numbers; null without an answer. */
export async function lookUpCases(
	fields: readonly ActField[],
	values: ActValues,
	search: (number: string) => Promise<readonly { complaintId: string; reference: string }[] | null>
): Promise<CasesLookedUp | null> {
	const ids: Record<string, string> = {};
	const errors: FieldError[] = [];
	for (const { kind, name } of shownFields(fields, values)) {
		if (kind !== 'case') continue;
		const number = (values[name] ?? '').trim();
		const found = await search(number);
		if (found === null) return null;
		const one = found.find(({ reference }) => reference === number);
		if (one) ids[caseIdName(name)] = one.complaintId;
		else errors.push({ fieldId: `act-${name}`, sentence: NO_SUCH_CASE });
	}
	return { ids, errors };
}

/** The id of the case whose number stands in that field, once it was looked up. */
export function idOfCase(values: ActValues, name: string): string {
	return values[caseIdName(name)] ?? '';
}

function caseIdName(name: string): string {
	return `${name} id`;
}

/** Ids by name, each made once. */
export function keepIds(makeId: () => string): IdFor {
	const kept = new Map<string, string>();
	return (name) => {
		const id = kept.get(name) ?? makeId();
		kept.set(name, id);
		return id;
	};
}

/** What is said where the date that `label` asks for is missing. It names the question. */
export function dateMissing(label: string): string {
	return `Enter the date: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** A date field that begins with today. */
export function dateField(name: string, label: string, today: PlainDate, hint?: string): ActField {
	return {
		kind: 'date',
		name,
		label,
		missing: dateMissing(label),
		initial: today,
		...(hint ? { hint } : {})
	};
}

/** Codes with their words, as choices. */
export function choicesOf(words: Readonly<Record<string, string>>): Choice[] {
	return Object.entries(words).map(([value, label]) => ({ value, label }));
}
