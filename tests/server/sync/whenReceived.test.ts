import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { sealOrder } from '#lib/offline/device/sealOrder.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openLedger } from '#lib/server/sync/offlineLedger.ts';
import { answerItems } from '#lib/server/sync/protocol/answerItems.ts';
import { currentSealKey } from '#lib/server/sync/sealKeys.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import type { LogContact } from '#lib/wire/sync.ts';
import { eventWords } from '#lib/words/events.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

// It is Monday 2 November 2026, ten in the morning in England.

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => test.close());

const asSystem = <T>(act: Parameters<typeof inTransaction<T>>[2]) =>
	inTransaction(service, { kind: 'system' }, act);

interface Told {
	/** The day they said it, as Sam writes it. */
	saidOn: LogContact['receivedOn'];
	lastServerAt: string | null;
	/** What the tablet's own clock shows. */
	deviceAt?: string;
}

/** Jay told Sam in person, with no signal; it is sent now. */
async function told({ saidOn, lastServerAt, deviceAt = '2026-11-01T12:00:00Z' }: Told) {
	const [commandId, complaintId, textId] = [1, 2, 3].map(() => crypto.randomUUID()) as [
		string,
		string,
		string
	];
	const sent: OfflineOrderSent = {
		command: {
			...{ commandId, complaintId, basedOnVersion: 0, givenAt: deviceAt },
			texts: [{ textId, kind: 'whatHappened', words: 'It is cold.' }],
			order: {
				...{ type: 'logContact', receivedOn: saidOn, channel: 'inPerson' },
				...{ madeBy: 'childOrYoungPerson', complainantName: 'Jay', relationToChild: '' },
				...{ childName: '', whatHappenedTextId: textId, whatWouldHelpTextId: null },
				...{ wantsAdvocate: true, safeNow: 'yes', safeContacts: [] }
			} as LogContact
		},
		basedOnCommandId: null,
		evidence: { deviceAt, zone: 'Europe/London', sinceServerMs: null, lastServerAt }
	};
	const key = await asSystem((work) => currentSealKey(work));
	const beside = { commandId, complaintId, schema: 1 };
	const item = {
		...beside,
		number: 1,
		buildsOn: false,
		sealed: await sealOrder(key, beside, sent)
	};
	const ledger = openLedger(service, { staffId: sam, deviceId: crypto.randomUUID() });
	const { epoch } = await ledger.readState();
	const reply = await answerItems(ledger, { epoch, deviceId: 'tablet', items: [item] });
	expect(reply).toMatchObject({ answers: [{ outcome: 'applied' }] });
	return complaintId;
}

async function standing(complaintId: string) {
	const history = await asSystem(({ trx }) => findHistory(trx, complaintId));
	const complaint = rebuild(history.map(({ event }) => event));
	const row = await asSystem(({ trx }) =>
		trx
			.selectFrom('complaint')
			.select('received_on')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirstOrThrow()
	);
	const [received] = history;
	return {
		startsOn: row.received_on,
		isDisputed: complaint.receiptDisputed !== null,
		words: received ? eventWords(received.event).replaceAll('\u00a0', ' ') : ''
	};
}

describe('the day from which time runs, of what was told with no signal (SI 2006/1738 regs 2, 14)', () => {
	it('is the day it was said, where the server bears that out', async () => {
		const complaintId = await told({ saidOn: '2026-10-31', lastServerAt: '2026-10-30T16:00:00Z' });
		expect(await standing(complaintId)).toEqual({
			startsOn: '2026-10-31',
			isDisputed: false,
			words:
				'Received Sat 31 Oct 2026: in person. Said Sat 31 Oct 2026, and reached us Mon 2 Nov 2026'
		});
	});

	it('needs no word where it reached us on the day', async () => {
		const complaintId = await told({ saidOn: '2026-11-02', lastServerAt: '2026-11-02T08:00:00Z' });
		expect(await standing(complaintId)).toEqual({
			startsOn: '2026-11-02',
			isDisputed: false,
			words: 'Received Mon 2 Nov 2026: in person'
		});
	});

	it('is the earliest it can be while it is in doubt, and an officer ends the doubt', async () => {
		const complaintId = await told({ saidOn: '2025-10-31', lastServerAt: '2026-10-30T16:00:00Z' });
		expect(await standing(complaintId)).toEqual({
			startsOn: '2026-10-29',
			isDisputed: true,
			words:
				'Received Thu 29 Oct 2026: in person. Written down as said Fri 31 Oct 2025, and reached us Mon 2 Nov 2026: an officer decides which day counts'
		});
		const reasonTextId = crypto.randomUUID();
		const order = { type: 'correctReceiptDate', receivedOn: '2026-10-31', reasonTextId } as const;
		const texts = [{ textId: reasonTextId, kind: 'reason' as const, words: 'A slip of the year' }];
		expect(await office.give({ by: sam, complaintId, order, texts })).toMatchObject({ done: true });
		expect(await standing(complaintId)).toMatchObject({
			startsOn: '2026-10-31',
			isDisputed: false
		});
	});

	it('is moved by no clock of a device', async () => {
		for (const deviceAt of [
			'1970-01-01T00:00:00Z',
			'2026-10-25T01:30:00Z',
			'2099-12-25T00:00:00Z'
		]) {
			const complaintId = await told({
				...{ saidOn: '2026-10-31', lastServerAt: '2026-10-30T16:00:00Z' },
				deviceAt
			});
			expect(await standing(complaintId)).toMatchObject({ startsOn: '2026-10-31' });
		}
	});

	it('is never a day to come', async () => {
		const complaintId = await told({ saidOn: '2026-11-09', lastServerAt: '2026-11-01T16:00:00Z' });
		expect(await standing(complaintId)).toMatchObject({ startsOn: '2026-10-31', isDisputed: true });
	});
});
