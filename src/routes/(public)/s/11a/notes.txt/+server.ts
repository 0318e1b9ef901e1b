import { findSavedWords } from '#lib/server/intake/openForm.ts';
import { getService } from '#lib/server/running.ts';
import { notesFile } from '../../../notes.server.ts';
import { readVisit } from '../../../visit.server.ts';
import type { RequestHandler } from './$types';

/** The six words of what is kept for later. */
export const GET: RequestHandler = async (event) =>
	notesFile((await findSavedWords(getService(), readVisit(event)))?.words);
