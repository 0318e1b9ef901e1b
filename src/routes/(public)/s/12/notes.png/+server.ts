import { openForm } from '#lib/server/intake/openForm.ts';
import { getService } from '#lib/server/running.ts';
import { notesPicture } from '../../../notes.server.ts';
import { readVisit } from '../../../visit.server.ts';
import type { RequestHandler } from './$types';

/** A picture of the six words of what was just sent. */
export const GET: RequestHandler = async (event) => {
	const form = await openForm(getService(), readVisit(event));
	return notesPicture(form.kind === 'sent' ? form.sent.words : null);
};
