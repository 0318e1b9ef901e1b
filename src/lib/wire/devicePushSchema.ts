import { z } from 'zod';
import type { TurnPush } from '#lib/wire/devicePush.ts';
import { id } from '#lib/wire/partSchemas.ts';

/** The longest address of a push service that we keep. */
const LONGEST_ENDPOINT = 1_000;

/** A device whose person turns telling on or off. */
export const turnPushSchema: z.ZodType<TurnPush> = z.strictObject({
	deviceId: id,
	subscription: z
		.strictObject({
			endpoint: z.string().max(LONGEST_ENDPOINT),
			// 65 bytes and 16, in base64url.
			p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}$/),
			auth: z.string().regex(/^[A-Za-z0-9_-]{22}$/)
		})
		.nullable()
});
