import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { APPOINTMENT_ROLES } from '#lib/domain/roles/appointments.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';
import type { CheckedFile } from '#lib/server/papers/documents.ts';
import { PAPER_KINDS } from '#lib/words/papers.ts';
import { findFileKind, LARGEST_PAPER_BYTES } from '#lib/server/papers/fileKind.ts';

const LONGEST_REPORT = 200_000;
const LONGEST_FILE_NAME = 200;

/** The promise to keep the papers to themselves. */
export const signForm = z.object({
	promise: z.boolean().refine((ticked) => ticked, 'Tick that you have read it and keep to it')
});

/** A file that came with a form; a browser sends an empty one where none was chosen. */
export const attached = z.instanceof(File).nullish();

/** A report, typed or attached. */
export const reportForm = z.object({
	words: z
		.string()
		.trim()
		.max(LONGEST_REPORT, 'This is too long to be typed here. Attach it as a file')
		.default(''),
	file: attached
});

/** A document for those appointed to a case. */
export const giveForm = z.object({
	strandId: z.uuid('Choose which part of the complaint it belongs to'),
	kind: chosenFrom(PAPER_KINDS, 'Choose what it is'),
	meantFor: z
		.array(z.enum([...APPOINTMENT_ROLES, 'childrensRightsOfficer']))
		.min(1, 'Choose whom it is meant for'),
	file: attached
});

/** That what was handed in has come. */
export const receivedForm = z.object({ documentId: z.uuid() });

const day = z
	.string()
	.refine((value) => isPlainDate(value), 'Enter the day')
	.transform((value) => value as PlainDate);

/** That the child agreed, or took it back. */
export const agreeForm = z.object({
	staffId: z.uuid('Choose who the child agreed to'),
	agreedOn: day,
	how: chosenFrom(['inWriting', 'spoken', 'throughAdvocate'], 'Choose how the child agreed')
});
export const endAgreementForm = z.object({ agreementId: z.uuid() });

/** A file that may be kept, that none came, or what is wrong with it. */
export type FileRead = { ok: true; file: CheckedFile | null } | { ok: false; sentence: string };

/** Looks into a file: its size, and what it is by what is in it. */
export async function readPaperFile(file: File | null | undefined): Promise<FileRead> {
	if (!file || file.size === 0) return { ok: true, file: null };
	if (file.size > LARGEST_PAPER_BYTES) {
		return { ok: false, sentence: 'The file is larger than 10 MB. Attach a smaller one' };
	}
	const bytes = new Uint8Array(await file.arrayBuffer());
	const kind = findFileKind(bytes);
	if (kind === null) {
		return {
			ok: false,
			sentence: 'Attach a PDF, ODT or DOCX file. This is another kind, or it carries a program'
		};
	}
	const name = file.name.split(/[/\\]/).at(-1) ?? '';
	return { ok: true, file: { name: name.slice(0, LONGEST_FILE_NAME), kind, bytes } };
}
