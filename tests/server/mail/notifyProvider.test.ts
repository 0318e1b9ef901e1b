import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notifyProvider, NotifyRefused } from '#lib/server/mail/notifyProvider.ts';

const EMAIL_TEMPLATE = '0a4f57aa-0000-4000-8000-000000000001';
const TEXT_TEMPLATE = '0a4f57aa-0000-4000-8000-000000000002';
const KEY = 'test-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';

/** Stands for GOV.UK Notify on this machine: keeps what it was sent, and answers as it is told. */
let notify: Server;
let url: string;
let answers = 201;
const received: { path: string; signed: boolean; body: unknown }[] = [];

beforeAll(async () => {
	notify = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			received.push({
				path: request.url ?? '',
				signed: /^Bearer .+\..+\..+$/.test(request.headers.authorization ?? ''),
				body: JSON.parse(Buffer.concat(parts).toString())
			});
			response.writeHead(answers, { 'content-type': 'application/json' });
			response.end('{"id":"1"}');
		});
	});
	await new Promise<void>((resolve) => notify.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(notify.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => notify.close(resolve)));

const provider = () =>
	notifyProvider({
		apiKey: KEY,
		emailTemplateId: EMAIL_TEMPLATE,
		textTemplateId: TEXT_TEMPLATE,
		url
	});

describe('sending by GOV.UK Notify', () => {
	it('hands on an e-mail with its subject and body, signed with the key', async () => {
		await provider().send({
			channel: 'email',
			messageId: 'one',
			recipient: 'ellie@example.com',
			subject: 'New message',
			body: 'You have a new message.'
		});
		expect(received.at(-1)).toEqual({
			path: '/v2/notifications/email',
			signed: true,
			body: {
				template_id: EMAIL_TEMPLATE,
				email_address: 'ellie@example.com',
				personalisation: { subject: 'New message', body: 'You have a new message.' },
				reference: 'one'
			}
		});
	});

	it('hands on a text message with nothing but its body', async () => {
		await provider().send({
			channel: 'textMessage',
			messageId: 'two',
			recipient: '07700 900 123',
			subject: '',
			body: 'You have a new message.'
		});
		expect(received.at(-1)).toEqual({
			path: '/v2/notifications/sms',
			signed: true,
			body: {
				template_id: TEXT_TEMPLATE,
				phone_number: '07700 900 123',
				personalisation: { body: 'You have a new message.' },
				reference: 'two'
			}
		});
	});

	it('leaves to others the channel it has no template for', () => {
		const emailOnly = { apiKey: KEY, emailTemplateId: EMAIL_TEMPLATE, textTemplateId: null, url };
		expect(notifyProvider(emailOnly).channels).toEqual(['email']);
	});

	it('fails without saying whom the message was for', async () => {
		answers = 403;
		const sending = provider().send({
			channel: 'textMessage',
			messageId: 'three',
			recipient: '07700 900 123',
			subject: '',
			body: 'You have a new message.'
		});
		const failure = await sending.catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(NotifyRefused);
		expect(String((failure as Error).stack)).not.toContain('07700');
		expect((failure as Error).message).toBe('Notify answered 403');
		answers = 201;
	});
});
