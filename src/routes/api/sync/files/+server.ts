import { getService } from '#lib/server/running.ts';
import { refuseUnknown, sendPrivately } from '#lib/server/sync/answers.ts';
import { answerBegin } from '#lib/server/sync/files/fileDoors.ts';
import { readLedgerState } from '#lib/server/sync/ledgerState.ts';
import { currentSealKey } from '#lib/server/sync/sealKeys.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { FileSealing } from '#lib/wire/deviceFile.ts';
import { toBase64Url } from '#lib/wire/sealedOrder.ts';
import type { RequestHandler } from './$types.js';

/** What a file is sealed to where its sender has made no device theirs. */
export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.staff) return refuseUnknown();
	return sendPrivately(
		await inTransaction(getService(), { kind: 'system' }, async (work): Promise<FileSealing> => {
			const { keyId, publicKey } = await currentSealKey(work);
			const { epoch } = await readLedgerState(work);
			return { epoch, sealKey: { keyId, publicKey: toBase64Url(publicKey) } };
		})
	);
};

/** Begins a recording or a picture that goes with an order, or asks how much of it is there. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	if (!locals.staff) return refuseUnknown();
	return answerBegin(getService(), { request, url, staffId: locals.staff.staffId });
};
