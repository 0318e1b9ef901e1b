import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT } from '#lib/intake/typedText.ts';
import { pathOfOwn } from '#lib/server/intake/my/reader.ts';
import type { Unsent } from '#lib/server/intake/my/unsentWords.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import {
	howWeDidFields,
	howWeDidIn,
	isAskedHowWeDid,
	keepHowWeDid,
	readHowWeDid,
	type HowWeDid
} from '#lib/server/more/howWeDid.ts';
import { getService } from '#lib/server/running.ts';
import { HOW_WE_DID } from '#lib/words/public/howWeDid.ts';
import { readPosted } from '../../posted.server.ts';
import { admitWriter, done, keepAndAsk, openOwn, sentOn, unsentOn } from '../own.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ words: textUpTo(LONGEST_TEXT, HOW_WE_DID.tooLong).default('') });

/** How did we do? (T7) */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	const unsent = await unsentOn(own, 'how');
	const hasUnsent = Object.keys(unsent).length > 0;
	if (!hasUnsent && !isAskedHowWeDid(pathOfOwn(own).situation)) redirect(303, '/my');
	const said = await readHowWeDid(getService(), own.complaintId);
	return { fields: howWeDidFields({ ...said, ...(hasUnsent ? saidIn(unsent) : {}) }) };
};

export const actions: Actions = {
	default: async (event) => {
		const fields = await readPosted(event);
		if (fields.has('skip')) redirect(303, '/my');
		const said = howWeDidIn(fields);
		const checked = await checkForm(fields, schema);
		const { complaintId, isIdle } = await admitWriter(event);
		if (!checked.valid) {
			const typing = { complaintId, holder: 'complainant', page: 'how' } as const;
			if (isIdle) return keepAndAsk(event, typing, fields);
			const words = String(fields.get('words') ?? '');
			return fail(400, { fields: howWeDidFields({ ...said, words }, HOW_WE_DID.tooLong) });
		}
		const isKept = await keepHowWeDid(getService(), complaintId, {
			...said,
			words: checked.data.words
		});
		await sentOn({ complaintId }, 'how');
		if (isKept || isIdle) done(event, 'm', isIdle);
		redirect(303, '/my');
	}
};

/** What they had typed and chosen there and not sent, as if it were sent now. */
function saidIn(unsent: Unsent): HowWeDid {
	const fields = new FormData();
	for (const [name, text] of Object.entries(unsent)) fields.set(name, text);
	return { ...howWeDidIn(fields), words: unsent['words'] ?? '' };
}
