import { tellDuty } from '#lib/server/alerts/tellDuty.ts';
import { tellDay20 } from '#lib/server/complaints/day20Notice.ts';
import { scanAgain } from '#lib/server/files/scanAgain.ts';
import { forgetExpired } from '#lib/server/intake/forgetExpired.ts';
import type { JobHandlers } from '#lib/server/jobs/run.ts';
import type { MessageProvider } from '#lib/server/mail/provider.ts';
import { sendPush } from '#lib/server/push/sendPush.ts';
import { lookAtAll, remindCases } from '#lib/server/reminders/planReminders.ts';
import { sendMessage } from '#lib/server/mail/sendMessage.ts';
import { fileIt } from '#lib/server/sync/files/fileIt.ts';
import { forgetChangesDaily } from '#lib/server/sync/forgetChanges.ts';

/** What the running server does with each kind of job. */
export function jobHandlers(providers: readonly MessageProvider[]): JobHandlers {
	return {
		tellDuty: (service, { alertId }) => tellDuty(service, alertId),
		sendMessage: (service, { outgoingMessageId }) =>
			sendMessage(service, providers, outgoingMessageId),
		sendPush: (service, { pushId }) => sendPush(service, pushId),
		tellDay20: (service, { complaintId }) => tellDay20(service, complaintId),
		remind: (service, { on }) => lookAtAll(service, on),
		remindCases: (service, { complaintIds }) => remindCases(service, complaintIds),
		forgetChanges: (service, { on }) => forgetChangesDaily(service, on),
		scanFile: scanAgain,
		fileIt: async (service, { fileId }) => void (await fileIt(service, fileId)),
		forgetOld: (service) => forgetExpired(service)
	};
}
