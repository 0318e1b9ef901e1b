import type { StepId } from '#lib/intake/steps.ts';

/** One page of the form, ready to be shown: its words, what was typed, and what is wrong. */
export interface QuestionView {
	step: StepId;
	/** For the browser's history: the heading, unless that says too much. */
	title: string;
	heading: string;
	/** Short sentences under the heading, before the fields. */
	lead: readonly string[];
	/** With one field, the heading is its label. */
	fields: readonly FieldView[];
	/** Everything that is wrong, in the order of the fields; the page's summary. */
	errors: readonly ErrorView[];
	/** "Continue" on all but a few. */
	button: string;
	/** The words of the second button, `name="skip"`; null where the page may not be skipped. */
	skip: string | null;
	/** Where Back leads. */
	back: string;
	/** True where the page was opened by Change; the form then leads back to the check page. */
	isChange: boolean;
}

/** One thing that is wrong. `fieldId` is the id of the control to go to. */
export interface ErrorView {
	fieldId: string;
	message: string;
	/** Another page that may be the better answer, such as choosing another way to tell us. */
	otherWay: { href: string; words: string } | null;
}

/** One field. The id of its first control is `id`; `name` is what the form sends. */
export type FieldView = PlainFieldView | FilesView;

/** A field that is ticked or typed. */
export type PlainFieldView = RadiosView | CheckboxesView | LineView | TextAreaView;

interface FieldBase {
	id: string;
	name: string;
	label: string;
	hint: string | null;
	error: string | null;
}

/** One of several. Nothing is chosen beforehand. */
export interface RadiosView extends FieldBase {
	kind: 'radios';
	options: readonly OptionView[];
	chosen: string | null;
	/** True for a pair such as Yes and No, which stand side by side. */
	isPair: boolean;
}

/** Any number of several. */
export interface CheckboxesView extends FieldBase {
	kind: 'checkboxes';
	options: readonly OptionView[];
	chosen: readonly string[];
}

/** One line. `input` chooses the keyboard of a phone. */
export interface LineView extends FieldBase {
	kind: 'line';
	input: 'text' | 'tel' | 'email';
	value: string;
}

/** Several lines. */
export interface TextAreaView extends FieldBase {
	kind: 'textArea';
	rows: number;
	value: string;
}

/** Recordings and pictures, with those added so far. */
export interface FilesView extends FieldBase {
	kind: 'files';
	files: readonly FileView[];
	/** Whether a PDF is taken as well. */
	takesPdf: boolean;
	/** What makes a second press of the same form add nothing a second time. */
	formId: string | null;
}

/** One that was added. */
export interface FileView {
	fileId: string;
	/** "A recording, 12 seconds". */
	words: string;
	/** Where it can be heard; null for a picture, which is never shown on a shared phone. */
	href: string | null;
}

/** One option, by its code; pictures are found by step and code. */
export interface OptionView {
	code: string;
	label: string;
	hint: string | null;
	/** The language of the label, where it is another than that of the page. */
	lang?: string;
}
