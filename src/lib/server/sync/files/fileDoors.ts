import { hearDevice } from '#lib/server/sync/devices.ts';
import { refuseUnknown, refuseWith, sendPrivately } from '#lib/server/sync/answers.ts';
import { proveDevice } from '#lib/server/sync/depositLedger.ts';
import { readCredential } from '#lib/server/sync/deviceCredential.ts';
import { beginFile } from '#lib/server/sync/files/beginFile.ts';
import type { FileFrom } from '#lib/server/sync/files/fileRows.ts';
import { takeChunk } from '#lib/server/sync/files/takeChunk.ts';
import { isFromOurPages, readLimitedBytes, readLimitedJson } from '#lib/server/sync/incoming.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import { chunkAddressSchema, fileBegunSchema } from '#lib/wire/deviceFileSchema.ts';
import type { FileBegun } from '#lib/wire/deviceFile.ts';

/** A request at one of the doors for files, and who is signed in; null at those of the deposit. */
interface Asked {
	request: Request;
	url: URL;
	staffId: string | null;
}

/** A request that begins a file. With nobody signed in it is by the device's own credential. */
export async function answerBegin(service: Service, asked: Asked): Promise<Response> {
	const { request, url } = asked;
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (isNobody(asked)) return refuseUnknown();
	const read = await readLimitedJson(request);
	if (!read.ok) return refuseWith(read.status);
	const begun = fileBegunSchema.safeParse(read.value);
	if (!begun.success) return refuseWith(400);
	const from = await findSender(service, asked, begun.data);
	if (from instanceof Response) return from;
	return sendPrivately(await beginFile(service, from, begun.data));
}

/** A request that brings one piece. */
export async function answerChunk(service: Service, asked: Asked): Promise<Response> {
	const { request, url } = asked;
	if (!isFromOurPages(request.headers, url.origin)) return refuseWith(403);
	if (isNobody(asked)) return refuseUnknown();
	const address = chunkAddressSchema.safeParse(Object.fromEntries(url.searchParams));
	if (!address.success) return refuseWith(400);
	const from = await findSender(service, asked, null);
	if (from instanceof Response) return from;
	const read = await readLimitedBytes(request);
	if (!read.ok) return refuseWith(read.status);
	const { file: fileId, at } = address.data;
	return sendPrivately(await takeChunk(service, from, { fileId, at, bytes: read.bytes }));
}

/** Neither signed in nor a device: nothing of what they sent is read. */
function isNobody({ request, staffId }: Asked): boolean {
	return staffId === null && readCredential(request.headers.get('authorization')) === null;
}

async function findSender(
	service: Service,
	{ request, staffId }: Asked,
	begun: FileBegun | null
): Promise<FileFrom | Response> {
	if (staffId === null) return proveSender(service, request, begun);
	const deviceId = begun?.deviceId ?? null;
	if (deviceId === null) return { staffId, deviceId };
	const device = await inTransaction(service, { kind: 'staff', staffId }, (work) =>
		hearDevice(work, staffId, deviceId)
	);
	return device.kind === 'removed' ? sendPrivately(device) : { staffId, deviceId };
}

async function proveSender(
	service: Service,
	request: Request,
	begun: FileBegun | null
): Promise<FileFrom | Response> {
	const named = readCredential(request.headers.get('authorization'));
	if (!named) return refuseUnknown();
	if (begun && begun.deviceId !== named.deviceId) return refuseWith(400);
	const device = await proveDevice(service, named);
	if (device === 'unknown') return refuseUnknown();
	if (device === 'tooOften') {
		const response = refuseWith(429);
		response.headers.set('retry-after', '60');
		return response;
	}
	return { staffId: device.staffId, deviceId: device.deviceId };
}
