import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addDays } from '#lib/domain/calendar/plainDate.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { releaseAnswer } from '#lib/server/complaints/answers/releaseAnswer.ts';
import { askForRelease, saveAnswer } from '#lib/server/complaints/answers/writeAnswer.ts';
import { giveCommand } from '#lib/server/complaints/giveCommand.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';
import { addStaff } from './testService.ts';

/** One case as the office behind a running server handles it, for tests of what a child then sees. */
export interface CaseAtPage {
	complaintId: string;
	/** What it becomes a strand under, once it was read. */
	strandId: string;
	/** Reads it, divides it into one point of that procedure, and gives it to Sam. */
	triage(procedure?: 'statutory' | 'corporate'): Promise<void>;
	/** Says that it was received so many days earlier. */
	receivedEarlier(days: number): Promise<void>;
	/** Records that they stopped it so many days ago. */
	stoppedEarlier(days: number): Promise<void>;
	/** Answers it: upheld, with one promise. */
	answer(): Promise<void>;
	/** Sam writes a message. */
	write(words: string): Promise<void>;
	/** Lets so many minutes pass without a request from the child. */
	leaveAlone(minutes: number): Promise<void>;
}

/** The complaint that was sent last. */
export async function latestCase(service: Service): Promise<CaseAtPage> {
	const { complaintId } = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
		trx
			.selectFrom('complaint')
			.select('complaint_id as complaintId')
			.orderBy('recorded_at', 'desc')
			.executeTakeFirstOrThrow()
	);
	const sam = await addStaff(service, `Sam${crypto.randomUUID().slice(0, 8)}`, [
		'complaintsOfficer'
	]);
	const priya = await addStaff(service, `Priya${crypto.randomUUID().slice(0, 8)}`, [
		'complaintsManager'
	]);
	await inTransaction(service, { kind: 'system' }, ({ trx }) =>
		trx.updateTable('staff').set({ display_name: 'Sam' }).where('staff_id', '=', sam).execute()
	);
	const strandId = crypto.randomUUID();
	const elementId = crypto.randomUUID();
	const today = (): PlainDate => dateInEngland(service.now());

	async function give(order: Order, texts: PushedText[] = []): Promise<void> {
		const given = await giveCommand(service, sam, {
			commandId: crypto.randomUUID(),
			complaintId,
			basedOnVersion: 1,
			givenAt: new Date(service.now()).toISOString(),
			texts,
			order
		});
		if (!given.done) throw new Error(`${order.type} was refused: ${JSON.stringify(given)}`);
	}

	return {
		complaintId,
		strandId,
		async triage(procedure = 'statutory') {
			const titleTextId = crypto.randomUUID();
			await give(
				{
					type: 'decideTriage',
					decidedOn: today(),
					spokenTo: 'yes',
					elements: [
						{
							elementId,
							titleTextId,
							person: procedure === 'corporate' ? 'P13' : 'P1',
							subject: 'S2',
							category: 'quality',
							routes: [procedure === 'corporate' ? 'CORPORATE' : 'STAT_S1'],
							strandId,
							reasonTextId: null
						}
					],
					strands: [{ strandId, procedure, opensAt: 'stage1' }]
				},
				[{ textId: titleTextId, kind: 'elementTitle', words: 'Moving home' }]
			);
			await give({ type: 'assignCase', officerId: sam, responderId: sam, teamId: null });
		},
		async receivedEarlier(days) {
			const reasonTextId = crypto.randomUUID();
			await give(
				{ type: 'correctReceiptDate', receivedOn: addDays(today(), -days), reasonTextId },
				[{ textId: reasonTextId, kind: 'reason', words: 'It came by letter' }]
			);
		},
		stoppedEarlier: (days) =>
			give({
				type: 'withdrawComplaint',
				withdrawnOn: addDays(today(), -days),
				channel: 'website'
			}),
		async answer() {
			const action = {
				actionId: crypto.randomUUID(),
				what: 'We will meet you and say what happened.',
				who: 'Mo',
				ownerId: null,
				byOn: addDays(today(), 7)
			};
			const part = {
				elementId,
				found: 'The move was not told to Jay beforehand.',
				told: 'You were right. You should have been told before you moved.',
				outcome: 'upheld' as const,
				sorry: 'We are sorry.',
				actions: [action],
				spokenFirst: 'yes' as const
			};
			const where = { complaintId, strandId };
			const content = { parts: [part], delayReason: null };
			const saved = await saveAnswer(service, sam, { ...where, seenVersion: 0, content });
			const asked = await askForRelease(service, sam, {
				...where,
				seenVersion: 1,
				secondPersonId: priya
			});
			const released = await releaseAnswer(service, priya, {
				...where,
				commandId: crypto.randomUUID(),
				seenVersion: 1,
				delayReason: null,
				confirmsAddresses: false
			});
			if (!saved.done || !asked.done || !released.done) {
				throw new Error(`no answer was sent: ${JSON.stringify([saved, asked, released])}`);
			}
		},
		write: (words) =>
			give({
				type: 'sendMessage',
				messageId: crypto.randomUUID(),
				words,
				replyByOn: addDays(today(), 2)
			}),
		async leaveAlone(minutes) {
			const seenAt = new Date(service.now() - minutes * 60_000).toISOString();
			await inTransaction(service, { kind: 'public' }, ({ trx }) =>
				trx
					.updateTable('visit')
					.set({ seen_at: seenAt })
					.where('complaint_id', '=', complaintId)
					.execute()
			);
		}
	};
}
