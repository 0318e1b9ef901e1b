import { z } from 'zod';
import type { ItemPush } from '#lib/wire/deviceSync.ts';
import { id } from '#lib/wire/partSchemas.ts';
import { MOST_COMMANDS } from '#lib/wire/pushSchema.ts';

/** The most characters of one sealed order: the whole of the longest push. */
const LONGEST_SEALED = 1_048_576;
const LONGEST_EPOCH = 100;

/** What a device sends of orders that were given with no signal. */
export const itemPushSchema: z.ZodType<ItemPush> = z.strictObject({
	epoch: z.string().max(LONGEST_EPOCH).nullable(),
	deviceId: id,
	items: z
		.array(
			z.strictObject({
				commandId: id,
				number: z.number().int().positive(),
				complaintId: id,
				schema: z.number().int().positive(),
				buildsOn: z.boolean(),
				sealed: z.string().min(1).max(LONGEST_SEALED)
			})
		)
		.max(MOST_COMMANDS)
});
