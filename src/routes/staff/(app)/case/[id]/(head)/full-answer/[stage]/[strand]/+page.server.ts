import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { DELAY_REASONS } from '#lib/domain/complaint/codes.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { sayLetterRefused } from '#lib/components/staff/views/refused.ts';
import {
	askForFullRelease,
	sendFullAnswerBack,
	type FullAnswerActed,
	type SeenFullAnswer
} from '#lib/server/complaints/fullAnswers/askForFullRelease.ts';
import type { FullAnswerContent } from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import { readFullAnswer } from '#lib/server/complaints/fullAnswers/readFullAnswer.ts';
import { releaseFullAnswer } from '#lib/server/complaints/fullAnswers/releaseFullAnswer.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';
import { getService } from '#lib/server/running.ts';
import type { Actions, PageServerLoad } from './$types';

const address = z.object({
	id: z.uuid(),
	strand: z.uuid(),
	stage: chosenFrom(['2', '3'], 'There is no such answer').transform((stage) =>
		stage === '2' ? 2 : 3
	)
});
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
const decisionForm = z.object({
	recommendationId: z.uuid(),
	accepted: chosenFrom(['yes', 'no'], 'Choose whether each recommendation is accepted'),
	why: z.string().max(10_000),
	ownerId: z.union([z.uuid(), z.literal('')]),
	dueOn: dayOrNone
});

export const load: PageServerLoad = async ({ locals, params }) => {
	const { staffId, answer } = whatFor(locals, params);
	const read = await readFullAnswer(getService(), staffId, answer);
	if (!read) error(404, 'There is no such answer');
	return { answer: read, stage: answer.stage, me: staffId, commandId: crypto.randomUUID() };
};

export const actions: Actions = {
	ask: (event) =>
		act(event, askForm, (staffId, where, form, fields) => {
			const content = contentIn(where.stage, form, fields);
			return typeof content === 'string'
				? content
				: askForFullRelease(getService(), staffId, {
						...where,
						content,
						secondPersonId: form.secondPersonId
					});
		}),
	sendBack: (event) =>
		act(event, backForm, (staffId, where, { why }) =>
			sendFullAnswerBack(getService(), staffId, { ...where, why })
		),
	release: (event) =>
		act(event, releaseForm, (staffId, where, { confirmsLook, ...form }) =>
			releaseFullAnswer(getService(), staffId, {
				...where,
				...form,
				confirmsLook: confirmsLook === 'yes'
			})
		)
};

/** Reads the form, does the one thing, and says what came of it; what was typed is kept. */
async function act<Form extends { seenVersion: number }>(
	event: RequestEvent,
	schema: z.ZodType<Form>,
	give: (
		staffId: string,
		where: SeenFullAnswer,
		form: Form,
		fields: FormData
	) => Promise<FullAnswerActed> | string
) {
	const { staffId, answer } = whatFor(event.locals, event.params);
	const fields = await event.request.formData();
	const typed = Object.fromEntries(
		[...fields].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
	);
	const form = schema.safeParse(typed);
	if (!form.success) {
		return fail(400, { typed, sentence: form.error.issues[0]?.message ?? '' });
	}
	const { seenVersion } = form.data;
	const acted = await give(staffId, { ...answer, seenVersion }, form.data, fields);
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
	if (stage === 2) return { ...common, stage3: null };
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

function whatFor(locals: App.Locals, params: Partial<Record<string, string>>) {
	const read = address.safeParse(params);
	if (!locals.staff || !read.success) error(404, 'There is no such answer');
	const { id, strand, stage } = read.data;
	return {
		staffId: locals.staff.staffId,
		answer: { complaintId: id, strandId: strand, stage: stage as 2 | 3 }
	};
}
