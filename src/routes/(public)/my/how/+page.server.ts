import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';
import { pathOfOwn } from '#lib/server/intake/my/reader.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import {
	howWeDidFields,
	howWeDidIn,
	isAskedHowWeDid,
	keepHowWeDid,
	readHowWeDid
} from '#lib/server/more/howWeDid.ts';
import { getService } from '#lib/server/running.ts';
import { HOW_WE_DID } from '#lib/words/public/howWeDid.ts';
import { readPosted } from '../../posted.server.ts';
import { admitWriter, done, openOwn } from '../own.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ words: textUpTo(LONGEST_TEXT, HOW_WE_DID.tooLong).default('') });

/** How did we do? (T7) */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	if (!isAskedHowWeDid(pathOfOwn(own).situation)) redirect(303, '/my');
	const said = await readHowWeDid(getService(), own.complaintId);
	return { fields: howWeDidFields(said ?? {}) };
};

export const actions: Actions = {
	default: async (event) => {
		const fields = await readPosted(event);
		if (fields.has('skip')) redirect(303, '/my');
		const said = howWeDidIn(fields);
		const checked = await checkForm(fields, schema);
		if (!checked.valid) {
			const words = String(fields.get('words') ?? '');
			return fail(400, { fields: howWeDidFields({ ...said, words }, HOW_WE_DID.tooLong) });
		}
		const { complaintId, isIdle } = await admitWriter(event);
		const isKept = await keepHowWeDid(getService(), complaintId, {
			...said,
			words: checked.data.words
		});
		if (isKept || isIdle) done(event, 'm', isIdle);
		redirect(303, '/my');
	}
};
