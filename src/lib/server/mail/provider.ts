import { createTransport } from 'nodemailer';

/** A message as the provider gets it. No case words ever stand in it. */
export interface OutgoingWords {
	recipient: string;
	subject: string;
	body: string;
}

/** Hands messages on. `send` throws where the provider did not take it; it is then tried again. */
export interface MessageProvider {
	/** `kept`: nothing was sent; the message is shown in the local outbox. */
	sends: 'sent' | 'kept';
	channels: readonly ('email' | 'textMessage' | 'inbox')[];
	send(message: MessageToSend): Promise<void>;
}

/** One message on its way out. `messageId` is the same on every try, so that a provider can tell. */
export interface MessageToSend extends OutgoingWords {
	channel: 'email' | 'textMessage' | 'inbox';
	messageId: string;
}

/** Sends nothing: the administrator reads the messages in the local outbox. */
export const LOCAL_OUTBOX: MessageProvider = {
	sends: 'kept',
	channels: ['email', 'textMessage', 'inbox'],
	send: () => Promise.resolve()
};

/**
 * Sends e-mail through the council's own mail server.
 *
 * `url` is smtp://user:password@host:port or smtps://…; `from` the neutral sender address.
 */
export function smtpProvider(url: string, from: string): MessageProvider {
	const transport = createTransport(url, { from });
	return {
		sends: 'sent',
		channels: ['email'],
		send: async ({ recipient, subject, body }) => {
			await transport.sendMail({ to: recipient, subject, text: body });
		}
	};
}
