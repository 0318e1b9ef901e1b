import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { APPOINTMENT_ROLES } from '#lib/domain/roles/appointments.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import type { FileDoor, SentForm } from '#lib/server/files/readSentForm.ts';
import { PAPER_FILE_PROBLEMS } from '#lib/words/files.ts';
import { PAPER_KINDS } from '#lib/words/papers.ts';

const LONGEST_REPORT = 200_000;

/** The promise to keep the papers to themselves. */
export const signForm = z.object({
	promise: z.boolean().refine((ticked) => ticked, 'Tick that you have read it and keep to it')
});

/** A report, typed or attached. */
export const reportForm = z.object({
	words: z
		.string()
		.trim()
		.max(LONGEST_REPORT, 'This is too long to be typed here. Attach it as a file')
		.default('')
});

/** A document for those appointed to a case. */
export const giveForm = z.object({
	strandId: z.uuid('Choose which part of the complaint it belongs to'),
	kind: chosenFrom(PAPER_KINDS, 'Choose what it is'),
	meantFor: z
		.array(z.enum([...APPOINTMENT_ROLES, 'childrensRightsOfficer']))
		.min(1, 'Choose whom it is meant for')
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

/** One file from the form's field `file`; null where none came, or what is wrong with it. */
export type PaperFileRead =
	{ ok: true; file: CheckedFile | null } | { ok: false; sentence: string };

/** What came by the field `file` of a form for papers. */
export function readPaperFile({ files, refused }: SentForm): PaperFileRead {
	if (refused.file) return { ok: false, sentence: PAPER_FILE_PROBLEMS[refused.file] };
	return { ok: true, file: files.find(({ field }) => field === 'file')?.file ?? null };
}

/** The door for papers: one document at a time. */
export const PAPER_DOOR = { takes: ['paper'], room: 1 } as const satisfies FileDoor;
