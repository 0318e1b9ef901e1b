import type { z } from 'zod';
import { NO_ANSWERS, type Answers, type FilesOf } from '#lib/intake/answers.ts';
import type { StepId } from '#lib/intake/steps.ts';

/** What a form sends once it has been checked, by the names of its fields. */
export type Checked = Readonly<Record<string, unknown>>;

/** One field of a page, with its words but without what was typed. */
export type Field =
	| {
			kind: 'radios' | 'checkboxes';
			name: string;
			label: string;
			hint?: string;
			/** `lang` where the label is in another language than the page. */
			options: readonly { code: string; label: string; hint?: string; lang?: string }[];
			/** Two short answers, which stand side by side. */
			isPair?: boolean;
			/** What stands before the answer where the question does not: "Voicemail: Yes". */
			sayWith?: string;
	  }
	| { kind: 'line'; name: string; label: string; hint?: string; input: 'text' | 'tel' | 'email' }
	| { kind: 'textArea'; name: string; label: string; hint?: string; rows: number }
	/** Recordings and pictures, and PDFs of an adult; what was added so far is in the answers. */
	| {
			kind: 'files';
			name: string;
			label: string;
			hint?: string;
			in: FilesOf;
			/** Whether a PDF is taken as well. */
			takesPdf?: boolean;
	  };

/** Where files are added. */
export type FilesField = Extract<Field, { kind: 'files' }>;

/** One page of the form: what it asks, how an answer is checked and kept, and what comes next. */
export interface Question {
	id: StepId;
	/** For the browser's history: the heading, unless that says too much. */
	title: string;
	heading: string;
	/** Short sentences under the heading. */
	lead?(answers: Answers): readonly string[];
	/** With one field, the heading is its label. Empty on pages that only tell something. */
	fields(answers: Answers): readonly Field[];
	/** Checks what the form sends; every message is a sentence for the child. */
	schema: z.ZodObject;
	/** What the fields hold when the page is opened: what was answered before. */
	fill(answers: Answers): Checked;
	/** The answers with this one in them, given at `nowMs`. */
	record(answers: Answers, checked: Checked, nowMs: number): Answers;
	/** What is missing once the answer is in, a sentence a field; only where the schema cannot tell. */
	missing?(answers: Answers): Readonly<Record<string, string>>;
	/** Whether the page has been answered, so that nothing more is asked of it. */
	isDone(answers: Answers): boolean;
	/** The page that follows, given everything answered so far. */
	next(answers: Answers): StepId;
	/** "Continue", unless the page says otherwise. */
	button?: string;
	/** The words of a second button, where there is one: "Skip this". */
	skip?: string;
}

/** A question before its schema's type is forgotten: `record` gets exactly what `schema` gives. */
export interface QuestionOf<Schema extends z.ZodObject> extends Omit<
	Question,
	'schema' | 'fill' | 'record' | 'isDone'
> {
	schema: Schema;
	fill(answers: Answers): z.input<Schema>;
	record(answers: Answers, checked: z.output<Schema>, nowMs: number): Answers;
	isDone?(answers: Answers): boolean;
}

/** A question whose schema and answers fit. It is done once it was seen, unless it says more. */
export function question<Schema extends z.ZodObject>(asked: QuestionOf<Schema>): Question {
	return {
		isDone: (answers: Answers) => answers.seen.includes(asked.id),
		...asked
	} as unknown as Question;
}

/** The field of a page where files are added; null on any other page. */
export function findFilesField(asked: Question): FilesField | null {
	const fields = asked.fields(NO_ANSWERS);
	return fields.find((field): field is FilesField => field.kind === 'files') ?? null;
}
