import { z } from 'zod';
import { parsePlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';

const date = z
	.string()
	.refine((text) => parsePlainDate(text).known, 'is not a date')
	.transform((text) => text as PlainDate);
const code = z.string().min(1);
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
	schema.nullish().transform((each) => each ?? null);

const stage = z.looseObject({
	procedure: z.enum(['statutory', 'corporate', 'adult', 'none']),
	stage: z.union([z.literal([0, 1, 2, 3]), z.enum(['response', 'review'])]),
	requested: maybe(date),
	start: maybe(date),
	due: maybe(date),
	extended_to: maybe(date),
	extension_reason: maybe(code),
	completed: maybe(date),
	closure: code,
	outcome: maybe(code),
	delay_reason: maybe(code),
	team: maybe(code)
});

const issue = z.looseObject({
	category: code,
	outcome: maybe(code),
	principal: z.boolean().default(false)
});

const equality = z.looseObject({
	subject: maybe(code),
	gender: maybe(code),
	ethnicity: maybe(code),
	age: maybe(z.number().int().min(0).max(130)),
	disability: maybe(code)
});

/**
 * One record of a council's old register.
 *
 * Lists that belong to a council (categories, teams, reasons, decisions) are open: a code we do
 * not know is kept and listed, never refused. What else the record holds is kept with it.
 */
export const oldRecord = z.looseObject({
	id: z.string().min(1).max(100),
	kind: code,
	scope: maybe(code),
	received: maybe(date),
	procedure: maybe(code),
	triage: maybe(z.looseObject({ date: maybe(date), outcome: maybe(code), reason: maybe(code) })),
	escalation: maybe(z.looseObject({ requested: maybe(date), decision: maybe(code) })),
	issues: z.array(issue).default([]),
	stages: z.array(stage).default([]),
	equality: maybe(equality)
});

export type OldRecord = z.output<typeof oldRecord>;
export type OldStage = OldRecord['stages'][number];

/** One line of the register read, or what is wrong with it. */
export type OldRecordRead = { read: true; record: OldRecord } | { read: false; reason: string };

/** Reads one line of a register in JSON. */
export function readOldRecord(line: string): OldRecordRead {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return { read: false, reason: 'is not JSON' };
	}
	const read = oldRecord.safeParse(value);
	if (read.success) return { read: true, record: read.data };
	const [first] = read.error.issues;
	return {
		read: false,
		reason: `${first?.path.join('.') || 'record'}: ${first?.message ?? 'unreadable'}`
	};
}

/** Free words of a record, which are only kept sealed. */
const WORD_FIELDS = new Set(['summary', 'text', 'decision_text']);

/** The record's dates and codes, without any free words: what reports may read. */
export function codesOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(codesOf);
	if (!value || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([field]) => !WORD_FIELDS.has(field) && field !== 'equality')
			.map(([field, each]) => [field, codesOf(each)])
	);
}
