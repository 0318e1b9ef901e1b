import { findSavedWords } from '#lib/server/intake/openForm.ts';
import { getService } from '#lib/server/running.ts';
import { notesPicture } from '../../../notes.server.ts';
import { readVisit } from '../../../visit.server.ts';
import type { RequestHandler } from './$types';

/** A picture of the six words of what is kept for later. */
export const GET: RequestHandler = async (event) =>
	notesPicture((await findSavedWords(getService(), readVisit(event)))?.words);
