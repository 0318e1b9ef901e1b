import { findUnsentPage, keepHidden } from '#lib/server/intake/my/unsentWords.ts';
import { getService } from '#lib/server/running.ts';
import { readPosted } from '../../posted.server.ts';
import { readVisit } from '../../visit.server.ts';
import type { RequestHandler } from './$types';

/**
 * The script hides a page that nobody has touched, and sends what was typed on it to be kept. The
 * answer is empty, and says no more than whether it was.
 */
export const POST: RequestHandler = async (event) => {
	const fields = await readPosted(event);
	const page = findUnsentPage(String(fields.get('page') ?? ''));
	const isKept =
		page !== null && (await keepHidden(getService(), readVisit(event), { page, fields }));
	return new Response(null, { status: isKept ? 204 : 404 });
};
