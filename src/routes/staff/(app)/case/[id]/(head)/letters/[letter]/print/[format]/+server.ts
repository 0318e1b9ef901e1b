import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { letterRefusalWords } from '#lib/letters/refusals.ts';
import { printLetter } from '#lib/server/letters/printLetter.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

const address = z.object({ id: z.uuid(), letter: z.uuid(), format: z.enum(['pdf', 'odt']) });

/** The letter as a file; `?post=yes` with the safe postal address at its head. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const read = address.safeParse(params);
	if (!locals.staff || !read.success) error(404, 'There is no such letter');
	const { id: complaintId, letter: letterId, format } = read.data;
	const forPost = url.searchParams.get('post') === 'yes';
	const printed = await printLetter(getService(), locals.staff.staffId, {
		complaintId,
		letterId,
		format,
		forPost
	});
	if ('refusal' in printed) {
		error(printed.refusal.code === 'notYours' ? 404 : 409, letterRefusalWords(printed.refusal));
	}
	const { name, type, bytes } = printed.file;
	return new Response(new Uint8Array(bytes), {
		headers: {
			'Content-Type': type,
			'Content-Disposition': `attachment; filename="${name}"`,
			'Cache-Control': 'no-store'
		}
	});
};
