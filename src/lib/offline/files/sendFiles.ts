import type { FileDisk } from '#lib/offline/files/fileDisk.ts';
import type { FileLine } from '#lib/offline/files/fileLine.ts';
import {
	goWith,
	inEpoch,
	losePiece,
	takeReply,
	type KeptFile
} from '#lib/offline/files/keptFile.ts';
import type { DeviceDisk } from '#lib/offline/outbox/disk.ts';
import type { FileBegun, FileReply } from '#lib/wire/deviceFile.ts';

interface SendsFiles {
	files: FileDisk;
	outbox: Pick<DeviceDisk, 'readOutbox'>;
	line: FileLine;
	deviceId: string;
	/** Told after each piece. */
	onSent: () => Promise<void>;
}

/**
 * Sends the files whose orders the server has, one at a time, each piece by piece. A file that is sent and
 * whose order is forgotten here is asked after, so that it goes too once no restore could lose it.
 *
 * Breaks off where an order was given meanwhile: words never wait for a file. Rejects where the line or
 * the disk does: what was sent until then is not sent again.
 */
export async function sendFiles(on: SendsFiles): Promise<'ended' | 'ordersFirst'> {
	const stuck = await waitingIn(on);
	await askAfterPromised(on);
	for (const { fileId } of await on.files.list()) {
		const { epoch, items } = await on.outbox.readOutbox();
		const kept = (await on.files.list()).find((one) => one.fileId === fileId);
		if (epoch === null || !kept) continue;
		const file = inEpoch(kept, epoch);
		const order = items.find(({ commandId }) => commandId === file.commandId);
		const isTurn =
			file.state.at === 'waiting'
				? order?.state.at !== 'waiting'
				: file.state.at === 'sent' && !order;
		if (!isTurn) continue;
		if (file !== kept) await on.files.change(fileId, (now) => inEpoch(now, epoch));
		const went = await sendOne(on, file, { epoch, stuck });
		if (went !== 'next') return went;
	}
	return 'ended';
}

/**
 * Asks after what was promised to an order of which no answer came here: it goes if the server has that
 * order and did not refuse it, and else stays in its form. The head opens for no other order, and there is none it could take.
 */
async function askAfterPromised({ files, outbox, line, deviceId }: SendsFiles): Promise<void> {
	const { epoch } = await outbox.readOutbox();
	if (epoch === null) return;
	for (const file of await files.list()) {
		if (file.state.at !== 'halfWritten') continue;
		for (const { commandId } of file.state.promised ?? []) {
			const given = goWith(file, commandId);
			const { kind } = await line.begin(begunOf(given, { epoch, deviceId }));
			if (kind !== 'at') continue;
			await files.change(file.fileId, (now) => goWith(now, commandId));
			break;
		}
	}
}

/** The orders that wait, now. Those that waited as the files began could not go. */
async function waitingIn({ outbox }: SendsFiles): Promise<ReadonlySet<string>> {
	const { items } = await outbox.readOutbox();
	const waiting = items.filter(({ state }) => state.at === 'waiting');
	return new Set(waiting.map(({ commandId }) => commandId));
}

/** One file from where the server says it is, until it says that it has it, or that it does not take it. */
async function sendOne(
	on: SendsFiles,
	file: KeptFile,
	{ epoch, stuck }: { epoch: string; stuck: ReadonlySet<string> }
): Promise<'next' | 'ended' | 'ordersFirst'> {
	const { fileId, chunkCount } = file;
	let reply = await on.line.begin(begunOf(file, { epoch, deviceId: on.deviceId }));
	for (;;) {
		const answer = reply;
		const now = await on.files.change(fileId, (there) => takeReply(there, answer));
		await on.onSent();
		if (now?.state.at === 'withdrawn') return 'next';
		if (answer.kind !== 'at' || answer.next >= chunkCount) return isShut(answer) ? 'ended' : 'next';
		if ([...(await waitingIn(on))].some((id) => !stuck.has(id))) return 'ordersFirst';
		const chunk = await on.files.readChunk(fileId, answer.next);
		if (!chunk) {
			await on.files.change(fileId, losePiece);
			return 'next';
		}
		reply = await on.line.chunk(fileId, answer.next, chunk);
		if (reply.kind === 'at' && reply.next <= answer.next) return 'next';
	}
}

/** What begins a file, or asks how much of it is there. */
export function begunOf(
	{
		fileId,
		commandId,
		complaintId,
		head,
		byteSize,
		chunkCount
	}: Omit<KeptFile, 'state' | 'sort' | 'epoch' | 'madeAtMs'>,
	from: { epoch: string; deviceId: string | null }
): FileBegun {
	return { fileId, commandId, complaintId, head, byteSize, chunkCount, ...from };
}

function isShut({ kind }: FileReply): boolean {
	return kind === 'signedOut' || kind === 'removed' || kind === 'busy' || kind === 'otherEpoch';
}
