import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Command, CommandType } from '#lib/domain/complaint/commands.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import type { PushedText } from '#lib/wire/sync.ts';
import type { FieldError } from '../controls/ErrorSummary.svelte';
import type { Choice } from '../controls/StaffRadioRow.svelte';
import type { CaseFacts } from './caseFacts.ts';

/** One thing a form asks before an act is given. */
export type ActField =
	| { kind: 'date'; name: string; label: string; hint?: string; missing: string; initial: string }
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
	  }
	| { kind: 'words'; name: string; label: string; hint?: string; missing: string };

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
	fields(about: ActAbout): ActField[];
	/** The order. `textId` is the id for the words of the field `words`, where it has one. */
	order(values: ActValues, about: ActAbout, textId: string): Command;
	/** What the words of the field `words` are to the case. */
	wordsKind?: PushedText['kind'];
}

/** The fields as they stand when the page opens. */
export function initialValues(fields: readonly ActField[]): Record<string, string> {
	return Object.fromEntries(
		fields.map((field) => [field.name, field.kind === 'date' ? field.initial : ''])
	);
}

/** What is still missing, each with its field. */
export function findActErrors(fields: readonly ActField[], values: ActValues): FieldError[] {
	return fields
		.filter((field) => (values[field.name] ?? '').trim() === '')
		.filter((field) => field.kind !== 'select' || !field.optional)
		.map((field) => ({ fieldId: `act-${field.name}`, sentence: field.missing }));
}

/** The words of an act, ready to be pushed beside it. */
export function textsOf(act: Act, values: ActValues, textId: string): PushedText[] {
	const words = (values['words'] ?? '').trim();
	return act.wordsKind && words ? [{ textId, kind: act.wordsKind, words }] : [];
}

/** A date field that begins with today. */
export function dateField(name: string, label: string, today: PlainDate, hint?: string): ActField {
	return {
		kind: 'date',
		name,
		label,
		missing: 'Enter the date',
		initial: today,
		...(hint ? { hint } : {})
	};
}

/** Codes with their words, as choices. */
export function choicesOf(words: Readonly<Record<string, string>>): Choice[] {
	return Object.entries(words).map(([value, label]) => ({ value, label }));
}
