import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '#lib/server/database/connect.ts';
import { NoSafeContact, queueMessage } from '#lib/server/mail/outgoing.ts';
import { smtpProvider, type MessageProvider } from '#lib/server/mail/provider.ts';
import { sendMessage } from '#lib/server/mail/sendMessage.ts';
import {
	findSafeAddresses,
	keepSafeContacts,
	type AddressedChannel,
	type SafeAddress
} from '#lib/server/people/safeContacts.ts';
import { inTransaction } from '#lib/server/work.ts';
import { createTestService, type TestService } from '../../support/testService.ts';

let office: TestService;
let complaintId: string;
const words = {
	recipient: 'ellie@example.com',
	subject: 'New message',
	body: 'You have a new message. Use your words to read it.'
};

beforeAll(async () => {
	office = await createTestService('2026-12-01T09:00:00Z');
	complaintId = randomUUID();
	await asActor(office.db, 'system', (trx) =>
		trx
			.insertInto('complaint')
			.values({
				complaint_id: complaintId,
				reference: '26-0001',
				version: 0,
				phase: 'received',
				received_on: '2026-12-01'
			})
			.execute()
	);
});
afterAll(() => office.close());

async function addContact(
	channel: 'email' | 'textMessage' | 'telephone',
	isAllowed: boolean,
	to = 'ellie@example.com'
): Promise<string> {
	const safeContactId = randomUUID();
	const contact = { safeContactId, channel, isAllowed, details: { to, name: null } };
	await inTransaction(office, { kind: 'system' }, (work) =>
		keepSafeContacts(work, complaintId, [
			{ ...contact, whoCanSee: null, voicemailAllowed: null, goodTimes: [] }
		])
	);
	return safeContactId;
}

const addressesFor = (channel: AddressedChannel) =>
	inTransaction(office, { kind: 'system' }, (work) =>
		findSafeAddresses(work, complaintId, [channel])
	);

const queue = () =>
	asActor(office.db, 'system', (trx) =>
		queueMessage(trx, office.keys, { purpose: 'answerWaits', channel: 'email', words })
	);

const queueTo = (to: SafeAddress, channel: 'email' | 'textMessage' = 'email') =>
	asActor(office.db, 'system', (trx) =>
		queueMessage(trx, office.keys, {
			purpose: 'newMessage',
			channel,
			to,
			words: { subject: words.subject, body: words.body }
		})
	);

async function forbid(safeContactId: string): Promise<void> {
	await asActor(office.db, 'system', (trx) =>
		trx
			.updateTable('safe_contact')
			.set({ is_allowed: false })
			.where('safe_contact_id', '=', safeContactId)
			.execute()
	);
}

const stateOf = async (id: string) => {
	const row = await asActor(office.db, 'system', (trx) =>
		trx
			.selectFrom('outgoing_message')
			.select(['state', 'error_code'])
			.where('outgoing_message_id', '=', id)
			.executeTakeFirstOrThrow()
	);
	return row.error_code ?? row.state;
};

describe('messages out', () => {
	it('go to a complainant only by a way that is safe', async () => {
		await addContact('telephone', true, '07700 900 123');
		await addContact('email', false);
		await addContact('email', true, '  ');
		expect(await addressesFor('email')).toEqual([]);
		// A number to ring is no leave to send a text message.
		expect(await addressesFor('textMessage')).toEqual([]);
	});

	it('have no other way to a complainant than one that was found safe', () => {
		const madeUp = {
			complaintId,
			safeContactId: randomUUID(),
			channel: 'email',
			to: 'ellie@example.com',
			isChecked: true
		} as const;
		// @ts-expect-error Only `safeContacts.ts` can make a safe address.
		const address: SafeAddress = madeUp;
		expect(address).toBe(madeUp);
	});

	it('do not go by another channel than the one that is safe', async () => {
		const safeContactId = await addContact('email', true);
		const [address] = await addressesFor('email');
		await expect(queueTo(address!, 'textMessage')).rejects.toThrow(NoSafeContact);
		await forbid(safeContactId);
	});

	it('are not sent when the way stopped being safe after they were queued', async () => {
		const safeContactId = await addContact('email', true);
		const [address] = await addressesFor('email');
		const id = await queueTo(address!);
		await forbid(safeContactId);
		await sendMessage(office, [failing], id);
		expect(await stateOf(id)).toBe('noLongerSafe');
	});

	it('stay in the local outbox, sent to nobody, while no provider is set', async () => {
		const id = await queue();
		await sendMessage(office, [], id);
		expect(await stateOf(id)).toBe('kept');
	});

	it('stay queued when the provider is away, and go once when it is back', async () => {
		const id = await queue();
		await expect(sendMessage(office, [failing], id)).rejects.toThrow('away');
		expect(await stateOf(id)).toBe('queued');

		const mail = await listenForMail();
		const provider = smtpProvider(`smtp://127.0.0.1:${mail.port}`, 'news@example.org');
		await sendMessage(office, [provider], id);
		await sendMessage(office, [provider], id);
		expect(await stateOf(id)).toBe('sent');
		expect(mail.received).toHaveLength(1);
		expect(mail.received[0]).toContain('Subject: New message');
		expect(mail.received[0]).toContain('To: ellie@example.com');
		mail.server.close();
	});

	it('lie sealed in the database', async () => {
		const id = await queue();
		const row = await asActor(office.db, 'system', (trx) =>
			trx
				.selectFrom('outgoing_message')
				.select('sealed')
				.where('outgoing_message_id', '=', id)
				.executeTakeFirstOrThrow()
		);
		expect(row.sealed.toString('latin1')).not.toContain('ellie');
	});
});

const failing: MessageProvider = {
	sends: 'sent',
	channels: ['email'],
	send: () => Promise.reject(new Error('the mail server is away'))
};

/** A mail server that takes every message, one line at a time. */
async function listenForMail(): Promise<{ server: Server; port: number; received: string[] }> {
	const received: string[] = [];
	const server = createServer((socket) => {
		let data: string[] | null = null;
		socket.write('220 ready\r\n');
		socket.on('data', (chunk) => {
			for (const line of chunk.toString().split('\r\n')) {
				if (data && line === '.') {
					received.push(data.join('\n'));
					data = null;
					socket.write('250 taken\r\n');
				} else if (data) data.push(line);
				else if (line === 'DATA') {
					data = [];
					socket.write('354 go on\r\n');
				} else if (line === 'QUIT') socket.end('221 bye\r\n');
				else if (line) socket.write('250 ok\r\n');
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, port: (server.address() as AddressInfo).port, received };
}
