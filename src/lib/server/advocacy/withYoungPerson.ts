import {
	actInPortal,
	type Acting,
	type PortalAct,
	type PortalDone
} from '#lib/server/advocacy/portalAct.ts';
import { keepMessage } from '#lib/server/complaints/messages.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import { keepCaseFile } from '#lib/server/files/attachedFiles.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves } from '#lib/server/work.ts';

/** Words about a young person, as they were typed. */
type WithWords = PortalAct & { words: string };

/**
 * What the young person said while the advocate wrote beside them. It comes into the case as their
 * own words, with the advocate named beside it, and once.
 */
export function writeWithThem(service: Service, act: WithWords): Promise<PortalDone> {
	return actInPortal(
		service,
		{ ...act },
		{
			name: 'wroteWithAdvocate',
			doIt: async ({ work, request }) => {
				const { complaintId, place } = request;
				if (place === 'inbox') return 'notNow';
				if (act.words.trim() === '') return 'noWords';
				await asOurselves(work, async (ours) => {
					const text = { textId: act.actId, kind: 'added' as const, words: act.words };
					const actor = { kind: 'complainant' as const, complaintId };
					await keepTexts({ ...ours, actor }, complaintId, [text]);
					await ours.trx
						.updateTable('sealed_text')
						.set({ with_advocate: act.staffId })
						.where('text_id', '=', act.actId)
						.execute();
				});
				return null;
			}
		}
	);
}

/** The advocate writes to the complaints team about the case. The young person's thread is another. */
export function writeToTeam(service: Service, act: WithWords): Promise<PortalDone> {
	return actInPortal(
		service,
		{ ...act },
		{
			name: 'advocateWrote',
			doIt: async ({ work, request }) => {
				if (request.place === 'inbox') return 'notNow';
				if (act.words.trim() === '') return 'noWords';
				await asOurselves(work, (ours) =>
					keepMessage(ours, request.complaintId, {
						messageId: act.actId,
						words: act.words,
						direction: 'fromComplainant',
						state: 'sent',
						replyByOn: null,
						party: 'advocate'
					})
				);
				return null;
			}
		}
	);
}

/** The paper the young person signed so that the advocate may act for them. */
export function keepMandate(
	service: Service,
	act: PortalAct,
	file: CheckedFile
): Promise<PortalDone> {
	return actInPortal(
		service,
		{ ...act, size: file.bytes.byteLength },
		{
			name: 'mandateGiven',
			doIt: async ({ work, request }: Acting) => {
				if (request.place === 'inbox') return 'notNow';
				await asOurselves(work, (ours) =>
					keepCaseFile(ours, request.complaintId, {
						file,
						part: 'mandate',
						partId: request.requestId
					})
				);
				return null;
			}
		}
	);
}
