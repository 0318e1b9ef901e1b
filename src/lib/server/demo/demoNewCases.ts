import { randomUUID } from 'node:crypto';
import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { sendStory } from '#lib/server/demo/demoCase.ts';
import type { DemoOffice } from '#lib/server/demo/demoOffice.ts';
import { inTransaction } from '#lib/server/work.ts';

/** New: two who wait for somebody to read them, one of whom may not be safe. */
export async function makeNewCases(office: DemoOffice): Promise<void> {
	await sendStory(
		office,
		{
			name: 'Ellie',
			words:
				'They keep changing my social worker. I have had 4 since summer and nobody told me before. I was meant to see my Dad on Saturdays and it just stopped.',
			wish: 'Tell me before it changes',
			picked: ['worker', 'family'],
			advocate: 'story'
		},
		office.daysAgo(1)
	);
	const today = office.daysAgo(0);
	const complaintId = await sendStory(
		office,
		{
			name: 'Tyrese',
			words: 'I dont feel ok here. The older ones come in my room at night.',
			wish: 'Stop something happening',
			picked: ['home'],
			safety: 'no'
		},
		today
	);
	await inTransaction(office.serviceOn(today), { kind: 'public' }, (work) =>
		raiseAlert(work, {
			alertId: randomUUID(),
			draftId: null,
			complaintId,
			answer: 'no',
			callBack: { telephone: '07700 900 982', goodTime: 'halfAnHour', mayLeaveMessage: false }
		})
	);
}
