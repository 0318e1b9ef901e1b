import { randomUUID } from 'node:crypto';
import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { sendAnswers, sendStory } from '#lib/server/demo/demoCase.ts';
import type { DemoOffice } from '#lib/server/demo/demoOffice.ts';
import { inTransaction } from '#lib/server/work.ts';

/** Came in by a door for adults: a father with a complaint of his own, while a court has the case. */
const FATHER: Parameters<typeof sendAnswers>[1] = {
	door: 'family',
	who: 'adult',
	link: 'parent',
	safe: 'yes',
	aboutWhom: 'both',
	court: 'yes',
	adultHow: 'type',
	about: ['plan', 'treatment'],
	account:
		'I was not asked to the meeting on 12 November. The social worker then said I had not turned up. I rang three times and nobody rang back.',
	wishes: ['why', 'sorry'],
	wishesMore: 'Put it right in the notes, and ask me to the next one.',
	childName: 'Poppy',
	othersCheck: 'notSure',
	name: 'Ryan',
	reach: ['code', 'telephone'],
	reachDetails: {
		telephone: {
			to: '07700 900 611',
			whoCanSee: 'justMe',
			voicemail: 'no',
			goodTimes: ['evening']
		}
	}
};

/** Somebody told us for a child, who is asked by her own code if she agrees. */
const GRANDMOTHER: Parameters<typeof sendAnswers>[1] = {
	door: 'family',
	who: 'helper',
	helperKind: 'family',
	childKnows: 'knows',
	safe: 'yes',
	othersSafe: 'allSafe',
	childsWords: 'i want to stay at my school. i dont want to go in a taxi for a hour',
	hearsChild: 'ownCode',
	adultHow: 'type',
	account:
		'Lola was told on Friday that she moves to a home in another town. She would have to leave her school before her exams. Nobody asked her.',
	wishes: ['stop', 'listen'],
	wishesMore: 'Let her finish the year where she is.',
	changes: ['move', 'school'],
	changesWhen: 'Before Christmas',
	childName: 'Lola',
	childReach: [],
	name: 'Joan',
	reach: ['code', 'email'],
	reachDetails: {
		email: { to: 'joan@example.com', whoCanSee: 'justMe', voicemail: null, goodTimes: [] }
	}
};

/** New: those who wait for somebody to read them. One may not be safe; two came by doors for adults, two by those beside complaints. */
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
	await sendAnswers(office, FATHER, office.daysAgo(1));
	await sendAnswers(office, GRANDMOTHER, office.daysAgo(1));
	await sendAnswers(
		office,
		{
			door: 'thanks',
			good: 'Mo came to my show and stayed for all of it.',
			mayTell: 'yes',
			wantsReply: 'no'
		},
		office.daysAgo(1)
	);
	await sendAnswers(
		office,
		{
			door: 'idea',
			idea: 'Can the home get a bike shed? Our bikes get wet.',
			forWhom: 'everyone',
			wantsAnswer: 'yes',
			reach: ['code']
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
