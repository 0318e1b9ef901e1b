import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { readAccessLog } from '#lib/server/audit/accessLog.ts';
import { getService } from '#lib/server/running.ts';
import type { PageServerLoad } from './$types';

const day = z
	.string()
	.refine((value) => isPlainDate(value))
	.transform((value) => value as PlainDate)
	.nullable()
	.catch(null);
/** What an address asks for; what cannot be read asks for nothing. */
const filters = z.object({
	who: z.uuid().nullable().catch(null),
	reference: z.string().trim().max(40).catch(''),
	from: day,
	to: day,
	page: z.coerce.number().int().min(1).max(100_000).catch(1)
});

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.staff) error(404, 'There is no such page');
	const asked = filters.parse(Object.fromEntries(url.searchParams));
	const log = await readAccessLog(getService(), locals.staff.staffId, {
		staffId: asked.who,
		reference: asked.reference,
		from: asked.from,
		to: asked.to,
		page: asked.page
	});
	return { asked, log };
};
