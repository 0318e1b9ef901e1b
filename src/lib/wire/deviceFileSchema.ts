import { z } from 'zod';
import type { FileBegun, FileHead } from '#lib/wire/deviceFile.ts';
import { id } from '#lib/wire/partSchemas.ts';

const LONGEST_EPOCH = 100;
const LONGEST_HEAD = 2_000;
/** Far above what is taken: how large a file may be is said in words. */
const MANY_BYTES = 2_147_483_647;
const MANY_CHUNKS = 5_000;

/** A file that a device begins to send. */
export const fileBegunSchema: z.ZodType<FileBegun> = z.strictObject({
	epoch: z.string().max(LONGEST_EPOCH).nullable(),
	deviceId: id.nullable(),
	fileId: id,
	commandId: id,
	complaintId: id,
	head: z.string().min(1).max(LONGEST_HEAD),
	byteSize: z.number().int().positive().max(MANY_BYTES),
	chunkCount: z.number().int().positive().max(MANY_CHUNKS)
});

/** Which piece of which file is sent, as the address says it. */
export const chunkAddressSchema = z.strictObject({
	file: id,
	at: z.coerce.number().int().min(0).max(MANY_CHUNKS)
});

/** What was sealed in a head. */
export const fileHeadSchema: z.ZodType<FileHead> = z.strictObject({
	key: z.string().length(43),
	byteSize: z.number().int().positive()
});
