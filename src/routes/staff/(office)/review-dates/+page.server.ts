import { fail } from '@sveltejs/kit';
import { getService } from '#lib/server/running.ts';
import { lookAtList, takeList } from '#lib/server/reviews/uploadList.ts';
import { LINE_FAULT_WORDS } from '#lib/words/reviewList.ts';
import type { Actions } from './$types';

/** The most characters of a list: some 5,000 lines. */
const LONGEST_LIST = 500_000;

export const actions: Actions = {
	look: async ({ request, locals }) => {
		const form = await request.formData();
		const file = form.get('list');
		const text = file instanceof File ? await file.text() : '';
		if (text.trim() === '') return refuse('Choose the file with the list');
		if (text.length > LONGEST_LIST) return refuse('The list is too long. Split it in two');
		const came = await lookAtList(getService(), locals.staff?.staffId ?? '', text);
		if (!came.read) return refuse(sayMissing(came.missing));
		return { step: 'look' as const, text, ...withWords(came.shown) };
	},
	take: async ({ request, locals }) => {
		const form = await request.formData();
		const text = String(form.get('text') ?? '');
		const seal = String(form.get('seal') ?? '');
		const came = await takeList(getService(), locals.staff?.staffId ?? '', { text, seal });
		if (!came.read) return refuse(sayMissing(came.missing));
		if (came.taken) return { step: 'taken' as const, ...withWords(came.shown) };
		// Something changed since it was looked at: it is shown again, and nothing was taken.
		return { step: 'look' as const, isAnew: true, text, ...withWords(came.shown) };
	}
};

function refuse(sentence: string) {
	return fail(400, { errors: [{ fieldId: 'list-file', sentence }] });
}

function sayMissing(missing: readonly string[]): string {
	return `The first line has no column called ${missing.join(', ')}. Name the columns IRO, child, date and place`;
}

function withWords(
	shown: Extract<Awaited<ReturnType<typeof lookAtList>>, { read: true }>['shown']
) {
	const faults = shown.faults.map(({ line, because }) => ({
		line,
		sentence: LINE_FAULT_WORDS[because]
	}));
	return { shown: { ...shown, faults } };
}
