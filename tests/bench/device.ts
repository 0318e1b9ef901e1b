import 'fake-indexeddb/auto';
import { openLine } from '#lib/offline/device/deviceLine.ts';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { ownKeyOf } from '#lib/offline/device/ownKey.ts';
import { keepOrder } from '#lib/offline/kept/keepOrder.ts';
import { hearChanges } from '#lib/offline/outbox/hearChanges.ts';
import { sendWaiting } from '#lib/offline/outbox/sendWaiting.ts';
import { saveSetting } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { EnrolReply } from '#lib/wire/deviceRecord.ts';
import { fromBase64Url } from '#lib/wire/sealedOrder.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { signInByHttp, type SignedInVisitor } from '../support/signedInVisitor.ts';
import { addStaff } from '../support/testService.ts';
import { startTestServer } from '../support/testServer.ts';
import { startBareServer } from './bareServer.ts';
import { seedOldCases } from './oldCases.ts';
import { printReport } from './report.ts';

// npm run bench -- device: what a device carries at the largest setting, heard for the first time,
// and what waits on it, sent; each beside the bare transfer of the same bytes.
const CASES = Number(process.env.CASES) || 100_000;
const CARRIED = 200;
/** Of each case; with its receipt and who has it there are twenty. */
const NOTES_EACH = 18;
const WAITING = 500;
const LIMITS_MS = { hear: 3_000, send: 10_000 };

const server = await startTestServer();
try {
	const sam = await addStaff(server.service, 'Sam', ['complaintsOfficer']);
	const other = await addStaff(server.service, 'Mo', ['complaintsOfficer']);
	console.log(`Laying out ${CASES} imported cases, and ${CARRIED} that Sam carries …`);
	await seedOldCases(server, { cases: CASES, officerId: other });
	const carried = await layOutCarried(sam);
	const visitor = await signInByHttp(server.baseUrl, 'sam');
	const device = await enrol(sam, visitor);
	const bytes = { in: 0, out: 0 };
	const line = openLine({ ...device.person, key: device.key, fetch: counted(visitor, bytes) });
	const on = { disk: device.disk, line, deviceId: device.person.deviceId };

	const hear = await timed(() => hearChanges(on));
	const { held } = await device.disk.readPack();
	const heard = { ms: hear, bytes: bytes.in, bareMs: await bareMs(bytes.in) };
	for (let nth = 0; nth < WAITING; nth += 1) await keepNote(device, carried, nth);
	bytes.out = 0;
	const send = await timed(() => sendWaiting(on));
	const sent = { ms: send, bytes: bytes.out, bareMs: await bareMs(bytes.out) };
	const { items } = await device.disk.readOutbox();
	const arrived = items.filter(({ state }) => state.at === 'sent').length;

	const isWhole = held.length === CARRIED && arrived === WAITING;
	const isWithinLimit = hear <= LIMITS_MS.hear && send <= LIMITS_MS.send && isWhole;
	printReport('device', {
		heading: ['what', 'ms', 'limit', 'bytes', 'bare ms', 'ratio'],
		rows: [
			['first hearing', ...cells(heard, LIMITS_MS.hear)],
			['500 orders sent', ...cells(sent, LIMITS_MS.send)]
		],
		facts: { cases: CASES, held: held.length, arrived, heard, sent, isWithinLimit }
	});
	if (!isWithinLimit) process.exitCode = 1;
} finally {
	await server.stop();
}

function cells(found: { ms: number; bytes: number; bareMs: number }, limit: number) {
	const ratio = Math.round((found.ms / found.bareMs) * 10) / 10;
	return [Math.round(found.ms), limit, found.bytes, Math.round(found.bareMs), ratio];
}

/** Two hundred cases with twenty things each in their timeline. */
async function layOutCarried(officerId: string): Promise<string[]> {
	await inTransaction(server.service, { kind: 'system' }, ({ trx }) => {
		const setting = { name: 'devices', value: { caseLimit: CARRIED }, seenVersion: 0 } as const;
		return saveSetting(trx, setting, null);
	});
	const office = openOffice(server.service.db, server.service.keys);
	const order = { type: 'assignCase', officerId, responderId: null, teamId: null } as const;
	const ids: string[] = [];
	for (let nth = 0; nth < CARRIED; nth += 1) {
		const { complaintId } = await office.receive();
		await office.give({ by: officerId, complaintId, order });
		for (let note = 0; note < NOTES_EACH; note += 1) {
			const textId = crypto.randomUUID();
			const texts = [{ textId, kind: 'note', words: `Spoke again, ${note}. It is still cold.` }];
			await office.give({
				...{ by: officerId, complaintId },
				...{ order: { type: 'addNote', textId }, texts: texts as never }
			});
		}
		ids.push(complaintId);
	}
	return ids;
}

async function enrol(personId: string, visitor: SignedInVisitor): Promise<OpenDevice> {
	const deviceId = crypto.randomUUID();
	const asked = { deviceId, name: 'My tablet', unlocksBy: 'passphrase', isPersisted: true };
	const reply = (await visitor.post('/api/sync/device', asked)) as EnrolReply;
	if (reply.kind !== 'enrolled') throw new Error(reply.kind);
	const { sealKey, ...granted } = reply.granted;
	return {
		person: {
			...{ personId, displayName: 'Sam', deviceId, unlocksBy: 'passphrase', ...granted },
			sealKey: { keyId: sealKey.keyId, publicKey: fromBase64Url(sealKey.publicKey) }
		},
		disk: new IndexedDisk(personId),
		key: await ownKeyOf(crypto.getRandomValues(new Uint8Array(32)))
	};
}

async function keepNote(device: OpenDevice, carried: readonly string[], nth: number) {
	const textId = crypto.randomUUID();
	const saved = await keepOrder(device, {
		command: {
			...{ commandId: crypto.randomUUID(), complaintId: carried[nth % CARRIED] ?? '' },
			...{ basedOnVersion: 2, givenAt: new Date().toISOString() },
			order: { type: 'addNote', textId },
			texts: [{ textId, kind: 'note', words: `Note ${nth}: he says nobody has come.` }]
		},
		basedOnCommandId: null,
		evidence: { deviceAt: '', zone: '', sinceServerMs: null, lastServerAt: null }
	});
	if (!saved?.saved) throw new Error(saved?.because);
}

/** As a browser would ask, and how many bytes went each way. */
function counted(visitor: SignedInVisitor, bytes: { in: number; out: number }) {
	return async (path: string, init?: RequestInit) => {
		const body = String(init?.body);
		const answer = JSON.stringify(await visitor.post(path, JSON.parse(body)));
		bytes.out += body.length;
		bytes.in += answer.length;
		return new Response(answer);
	};
}

/** How long a server that does nothing else takes to hand over as many bytes. */
async function bareMs(size: number): Promise<number> {
	const answer = { status: 200, headers: {}, body: 'x'.repeat(size) };
	const bare = await startBareServer([{ method: 'GET', path: '/', answer } as never]);
	const took = await timed(async () => (await fetch(`${bare.baseUrl}/`)).text());
	bare.stop();
	return took;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}
