import { NotifyClient } from 'notifications-node-client';
import type { MessageProvider } from '#lib/server/mail/provider.ts';

/** How GOV.UK Notify is reached. The two templates hold ((subject)) and ((body)), and ((body)). */
export interface NotifySettings {
	apiKey: string;
	/** Null where e-mail goes another way. */
	emailTemplateId: string | null;
	/** Null where text messages go another way. */
	textTemplateId: string | null;
	/** Of a stand-in for tests; null for GOV.UK Notify itself. */
	url: string | null;
}

/** Notify did not take a message. Says the status alone: its own error repeats the recipient. */
export class NotifyRefused extends Error {
	override name = 'NotifyRefused';
}

/** Sends e-mail and text messages by GOV.UK Notify. */
export function notifyProvider(settings: NotifySettings): MessageProvider {
	const { apiKey, emailTemplateId, textTemplateId, url } = settings;
	const client = url ? new NotifyClient(url, apiKey) : new NotifyClient(apiKey);
	return {
		sends: 'sent',
		channels: [
			...(emailTemplateId ? (['email'] as const) : []),
			...(textTemplateId ? (['textMessage'] as const) : [])
		],
		send: async ({ channel, recipient, subject, body, messageId: reference }) => {
			try {
				if (channel === 'email' && emailTemplateId) {
					const personalisation = { subject, body };
					await client.sendEmail(emailTemplateId, recipient, { personalisation, reference });
				} else if (channel === 'textMessage' && textTemplateId) {
					const personalisation = { body };
					await client.sendSms(textTemplateId, recipient, { personalisation, reference });
				} else {
					throw new NotifyRefused(`Notify carries no ${channel}`);
				}
			} catch (error) {
				if (error instanceof NotifyRefused) throw error;
				throw new NotifyRefused(`Notify answered ${statusOf(error) ?? 'nothing'}`);
			}
		}
	};
}

function statusOf(error: unknown): number | undefined {
	return (error as { response?: { status?: number } }).response?.status;
}
