import { z } from 'zod';
import type { EnrolDevice, RemoveDevice } from '#lib/wire/deviceRecord.ts';
import type { ItemPush, PackPull } from '#lib/wire/deviceSync.ts';
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

/** The most cases that a device may say it holds. */
const MOST_HELD = 500;
const LONGEST_STAMP = 30;
/** The most orders that may need a person: as many as may lie on a device. */
const MOST_NEEDING = 500;

/** What a device says it holds when it asks what has changed. */
export const packPullSchema: z.ZodType<PackPull> = z.strictObject({
	epoch: z.string().max(LONGEST_EPOCH).nullable(),
	deviceId: id,
	needing: z.array(id).max(MOST_NEEDING),
	held: z
		.array(
			z.strictObject({
				complaintId: id,
				stamp: z.string().regex(/^\d+$/).max(LONGEST_STAMP).nullable()
			})
		)
		.max(MOST_HELD)
});

/** A device that somebody makes their own. */
export const enrolDeviceSchema: z.ZodType<EnrolDevice> = z.strictObject({
	deviceId: id,
	name: z.string().trim().min(1).max(60),
	unlocksBy: z.enum(['passkey', 'passphrase', 'nothing']),
	isPersisted: z.boolean()
});

/** A device that is to forget everything. */
export const removeDeviceSchema: z.ZodType<RemoveDevice> = z.strictObject({ deviceId: id });
