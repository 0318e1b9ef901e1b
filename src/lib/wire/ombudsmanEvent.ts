import { z } from 'zod';
import type { OmbudsmanEvent } from '#lib/domain/beside/besideEvents.ts';
import { OMBUDSMAN_EVENTS } from '#lib/wire/besideSchemas.ts';
import { UnreadableEvent } from '#lib/wire/eventSchema.ts';

const schema: z.ZodType<OmbudsmanEvent> = z.discriminatedUnion('type', [...OMBUDSMAN_EVENTS]);

/** One event out of the log of a matter without a complaint. The error names fields only. */
export function readOmbudsmanEvent(data: unknown): OmbudsmanEvent {
	const read = schema.safeParse(data);
	if (read.success) return read.data;
	throw new UnreadableEvent(
		read.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ')
	);
}
