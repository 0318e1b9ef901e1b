import { z } from 'zod';
import type { DeviceEvidence } from '#lib/domain/offline/whenReceived.ts';
import { id, instant } from '#lib/wire/partSchemas.ts';
import { pushedCommandSchema } from '#lib/wire/pushSchema.ts';
import type { PushedCommand } from '#lib/wire/sync.ts';

/** The shape of what a device seals, raised by one for each change. Older ones stay readable. */
export const ORDER_SCHEMA = 1;

/** What a device seals: the order, what its author was looking at, and what the device knew. */
export interface OfflineOrderSent {
	command: PushedCommand;
	/**
	 * The order that made the version looked at; null where they saw none of the case. By the version
	 * alone it would be taken for another of that number, which came after a restore.
	 */
	basedOnCommandId: string | null;
	evidence: DeviceEvidence;
}

/** The most characters of the name of a time zone. */
const LONGEST_ZONE = 60;

/** Reads what was sealed, format 1. */
export const offlineOrderSchema: z.ZodType<OfflineOrderSent> = z.strictObject({
	command: pushedCommandSchema,
	basedOnCommandId: id.nullable(),
	evidence: z.strictObject({
		deviceAt: z.string().max(LONGEST_ZONE),
		zone: z.string().max(LONGEST_ZONE),
		sinceServerMs: z.number().nonnegative().nullable(),
		lastServerAt: instant.nullable()
	})
});
