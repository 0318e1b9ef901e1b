import { randomUUID } from 'node:crypto';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { DELAY_REASONS, OUTCOMES } from '#lib/domain/complaint/codes.ts';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { sayLetterRefused } from '#lib/components/staff/views/refused.ts';
import {
	askForFullRelease,
	sendFullAnswerBack,
	type FullAnswerActed,
	type SeenFullAnswer
} from '#lib/server/complaints/fullAnswers/askForFullRelease.ts';
import type {
	FullAnswerContent,
	FullAnswerOf,
	PreparedPoint
} from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import { releaseFullAnswer } from '#lib/server/complaints/fullAnswers/releaseFullAnswer.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';
import { getService } from '#lib/server/running.ts';

const seen = z.object({ seenVersion: z.coerce.number().int().min(0) });
const delay = z.union([z.enum(DELAY_REASONS), z.literal('')]).transform((reason) => reason || null);
const day = z
	.string()
	.regex(/^\d{4}-\d\d-\d\d$/)
	.transform((date) => date as PlainDate);
const dayOrNone = z.union([day, z.literal('')]).transform((date) => date || null);
const askForm = seen.extend({
	inShort: z.string().max(5000, 'Keep it under 5,000 characters'),
	delayReason: delay,
	secondPersonId: z.uuid('Choose who reads and releases it'),
	tookPartOn: day.optional().catch(undefined)
});
const backForm = seen.extend({ why: z.string().trim().min(1, 'Say what to change').max(5000) });
const releaseForm = seen.extend({
	seenCase: z.coerce.number().int().min(0),
	commandId: z.uuid(),
	delayReason: delay,
	confirmsLook: z.literal('yes').optional()
});
const PROMISE_DAY = 'Enter by which day each thing you promise will be done';
const pointForm = z.object({
	elementId: z.uuid(),
	outcome: chosenFrom(OUTCOMES, 'Choose what was found on each part'),
	reason: z
		.string()
		.trim()
		.min(1, 'Write for each part why you found that')
		.max(10_000, 'Keep each reason under 10,000 characters'),
	promise: z.string().trim().max(5000, 'Keep each promise under 5,000 characters'),
	promiseOwnerId: z.union([z.uuid(), z.literal('')], 'Choose from the list who does it'),
	promiseDueOn: z
		.string()
		.refine((date) => date === '' || isPlainDate(date), PROMISE_DAY)
		.transform((date) => (date || null) as PlainDate | null)
});
const decisionForm = z.object({
	recommendationId: z.uuid(),
	accepted: chosenFrom(['yes', 'no'], 'Choose whether each recommendation is accepted'),
	why: z.string().max(10_000),
	ownerId: z.union([z.uuid(), z.literal('')]),
	dueOn: dayOrNone
});

/** Whose act it is, and on which full answer. */
export interface AnswerAt {
	staffId: string;
	answer: FullAnswerOf;
}

/** Prepares it, and asks a second person. */
export function askByForm(event: RequestEvent, at: AnswerAt) {
	return act(event, at, {
		schema: askForm,
		give: (where, form, fields) => {
			const content = contentIn(where.stage, form, fields);
			return typeof content === 'string'
				? content
				: askForFullRelease(getService(), at.staffId, {
						...where,
						content,
						secondPersonId: form.secondPersonId
					});
		}
	});
}

/** The second person sends it back. */
export function sendBackByForm(event: RequestEvent, at: AnswerAt) {
	return act(event, at, {
		schema: backForm,
		give: (where, { why }) => sendFullAnswerBack(getService(), at.staffId, { ...where, why })
	});
}

/** The second person lets it go. */
export function releaseByForm(event: RequestEvent, at: AnswerAt) {
	return act(event, at, {
		schema: releaseForm,
		give: (where, { confirmsLook, ...form }) =>
			releaseFullAnswer(getService(), at.staffId, {
				...where,
				...form,
				confirmsLook: confirmsLook === 'yes'
			})
	});
}

/** Reads the form, does the one thing, and says what came of it; what was typed is kept. */
async function act<Form extends { seenVersion: number }>(
	{ request }: RequestEvent,
	{ answer }: AnswerAt,
	{
		schema,
		give
	}: {
		schema: z.ZodType<Form>;
		give: (
			where: SeenFullAnswer,
			form: Form,
			fields: FormData
		) => Promise<FullAnswerActed> | string;
	}
) {
	const fields = await request.formData();
	const typed = Object.fromEntries(
		[...fields].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
	);
	const form = schema.safeParse(typed);
	if (!form.success) {
		return fail(400, { typed, sentence: form.error.issues[0]?.message ?? '' });
	}
	const { seenVersion } = form.data;
	const acted = await give({ ...answer, seenVersion }, form.data, fields);
	if (typeof acted === 'string') return fail(400, { typed, sentence: acted });
	if (acted.done) return { done: true };
	// A refusal keeps its id; what is changed and sent again is another order.
	const commandId = crypto.randomUUID();
	return fail(409, { typed, commandId, sentence: sayLetterRefused(acted.refusal) });
}

/** What was prepared; a sentence where a decision of stage 3 is not whole. */
function contentIn(
	stage: 2 | 3,
	{ inShort, delayReason, tookPartOn }: z.output<typeof askForm>,
	fields: FormData
): FullAnswerContent | string {
	const common = { inShort: inShort.replace(/\r\n?/g, '\n').trim(), delayReason };
	if (stage === 2) {
		const points = pointsIn(fields);
		return typeof points === 'string' ? points : { ...common, stage3: null, ...points };
	}
	if (!tookPartOn) return 'Enter the day the independent person took part';
	const decisions = fields.getAll('recommendationId').map((id, place) =>
		decisionForm.safeParse({
			recommendationId: id,
			accepted: fields.get(`accepted-${place}`),
			why: fields.get(`why-${place}`),
			ownerId: fields.get(`owner-${place}`),
			dueOn: fields.get(`due-${place}`)
		})
	);
	const read = decisions.flatMap(({ success, data }) =>
		success ? [{ ...data, accepted: data.accepted === 'yes', ownerId: data.ownerId || null }] : []
	);
	return read.length < decisions.length
		? 'Choose for each recommendation whether it is accepted'
		: { ...common, stage3: { tookPartOn, decisions: read } };
}

/** What was found on each point, where the form asks for it; a sentence where one is not whole. */
function pointsIn(fields: FormData): Pick<FullAnswerContent, 'points'> | string {
	const asked = fields.getAll('elementId');
	if (asked.length === 0) return {};
	const read = asked.map((elementId, place) =>
		pointForm.safeParse({
			elementId,
			outcome: fields.get(`outcome-${place}`),
			reason: typedIn(fields, `reason-${place}`),
			promise: typedIn(fields, `promise-${place}`),
			promiseOwnerId: fields.get(`promiseOwner-${place}`) ?? '',
			promiseDueOn: fields.get(`promiseDue-${place}`) ?? ''
		})
	);
	const wrong = read.find(({ success }) => !success)?.error;
	if (wrong) return wrong.issues[0]?.message ?? 'Say for each part what was found';
	const points = read.flatMap(({ data }) => data ?? []);
	if (points.some(({ promise, promiseDueOn }) => promise !== '' && promiseDueOn === null)) {
		return PROMISE_DAY;
	}
	return { points: points.map(pointIn) };
}

/** Each time it is prepared, what it promises is a promise anew. */
function pointIn({
	promise: what,
	promiseOwnerId,
	promiseDueOn: dueOn,
	...point
}: z.output<typeof pointForm>): PreparedPoint {
	if (what === '' || dueOn === null) return point;
	const ownerId = promiseOwnerId || null;
	return { ...point, promise: { promiseId: randomUUID(), what, ownerId, dueOn } };
}

function typedIn(fields: FormData, name: string): string {
	return String(fields.get(name) ?? '').replace(/\r\n?/g, '\n');
}
