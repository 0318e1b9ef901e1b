import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { daysBetween } from '#lib/domain/calendar/plainDate.ts';
import { keepDiary, LONGEST_STRETCH_DAYS, readDiaries } from '#lib/server/panel/diary.ts';
import { getService } from '#lib/server/running.ts';
import { plainDate } from '#lib/wire/partSchemas.ts';
import type { Actions, PageServerLoad } from './$types';

const entry = z
	.object({
		personId: z.uuid('Choose who it is about'),
		from: plainDate,
		to: plainDate,
		isAway: z
			.enum(['away', 'free'], 'Choose whether they are away')
			.transform((one) => one === 'away')
	})
	.refine(({ from, to }) => from <= to, 'Enter a last day that is not before the first')
	.refine(
		({ from, to }) => daysBetween(from, to) < LONGEST_STRETCH_DAYS,
		`Enter at most ${LONGEST_STRETCH_DAYS} days at a time`
	);

export const load: PageServerLoad = async ({ locals, params }) => {
	const { staffId, complaintId } = whatFor(locals, params);
	return { diaries: await readDiaries(getService(), staffId, complaintId) };
};

export const actions: Actions = {
	diary: async ({ locals, params, request }) => {
		const { staffId, complaintId } = whatFor(locals, params);
		const form = entry.safeParse(Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { sentence: form.error.issues[0]?.message ?? '' });
		const isKept = await keepDiary(getService(), staffId, { complaintId, entry: form.data });
		if (!isKept) error(404, 'There is no such panel');
	}
};

function whatFor(locals: App.Locals, { id }: { id: string }) {
	const read = z.uuid().safeParse(id);
	if (!locals.staff || !read.success) error(404, 'There is no such panel');
	return { staffId: locals.staff.staffId, complaintId: read.data };
}
