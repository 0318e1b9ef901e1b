import { randomUUID } from 'node:crypto';
import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { requestStage2 } from '#lib/server/complaints/complainantReplies.ts';
import { draftAnswer, sendAnswer } from '#lib/server/demo/demoAnswer.ts';
import { decideRoute, sendStory, type DemoPoint } from '#lib/server/demo/demoCase.ts';
import type { DemoOffice } from '#lib/server/demo/demoOffice.ts';
import { inTransaction } from '#lib/server/work.ts';

const CARE: Omit<DemoPoint, 'title'> = {
	person: 'P1',
	subject: 'S2',
	category: 'quality',
	route: 'STAT_S1'
};

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
			callBack: { telephone: '07700 900 982', goodTime: 'anyTime', mayLeaveMessage: false }
		})
	);
}

/** Stage 1, running: in its tenth day, waiting for an advocate, extended, late, waiting by agreement. */
export async function makeOpenCases(office: DemoOffice): Promise<void> {
	await makeJay(office);
	await makeMaya(office);
	await makeRowan(office);
	await makeKayden(office);
	await makeBilal(office);
}

async function makeJay(office: DemoOffice): Promise<void> {
	const { sam } = office.people;
	const complaintId = await sendStory(
		office,
		{
			name: 'Jay',
			words:
				'I got moved on a friday and no one told me. my xbox is still at the old place and i dont see Kofi now',
			wish: 'Say sorry. See Kofi every week. Get my stuff back.',
			picked: ['moving', 'family'],
			textOnly: true
		},
		office.daysAgo(10)
	);
	const strand = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(9),
		points: [
			{ ...CARE, title: 'Moved without being told' },
			{ ...CARE, title: 'Not seeing his brother' },
			{ ...CARE, title: 'Games console left behind' }
		]
	});
	const noteId = randomUUID();
	await office.give({
		on: office.daysAgo(4),
		by: sam,
		complaintId,
		texts: [
			{
				textId: noteId,
				kind: 'note',
				words: 'Mo spoke to the duty worker. Nobody rang Jay that week.'
			}
		],
		order: { type: 'addNote', textId: noteId }
	});
	await draftAnswer(office, strand, {
		on: office.daysAgo(2),
		findings: [
			{
				outcome: 'upheld',
				found: 'The notes show no call or visit before the move. The duty worker agrees.',
				told: 'You were right. You should have been told before you moved.',
				sorry: 'Nobody told you until that morning. We are sorry.',
				action: {
					what: 'Mo will meet you and say what happened',
					who: 'Mo',
					byOn: office.daysAgo(-5)
				}
			},
			{ outcome: 'partiallyUpheld', found: '', told: '', sorry: '' },
			{ outcome: 'upheld', found: '', told: '', sorry: '' }
		]
	});
	await writeMessage(office.serviceOn(office.daysAgo(1)), {
		complaintId,
		actId: randomUUID(),
		words: 'Did Mo say yes about me seeing my brother at christmas'
	});
	await office.keepCode(complaintId, 'Jay');
}

async function makeMaya(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Maya',
			words: 'My pathway plan has things in it I never said.',
			wish: 'Change what it says',
			picked: ['plan', 'written'],
			advocate: 'nameOnly'
		},
		office.daysAgo(7)
	);
	const care = {
		...CARE,
		person: 'P3' as const,
		subject: 'S3' as const,
		category: 'assessment-and-review'
	};
	await decideRoute(office, {
		complaintId,
		on: office.daysAgo(6),
		points: [{ ...care, title: 'Pathway plan says what she did not say' }]
	});
	await office.keepCode(complaintId, 'Maya');
}

async function makeRowan(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Rowan',
			words: 'My taxi to school is late nearly every day and I get told off.',
			wish: 'Get it fixed',
			picked: ['school']
		},
		office.daysAgo(13)
	);
	const { strandId } = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(12),
		points: [{ ...CARE, subject: 'S1', category: 'delivery', title: 'Taxi to school is late' }]
	});
	await office.give({
		on: office.daysAgo(5),
		by: office.people.priya,
		complaintId,
		order: {
			type: 'extendStage1',
			strandId,
			reason: 'complex',
			toldOn: office.daysAgo(5),
			complainantsView: 'agrees'
		}
	});
	await office.keepCode(complaintId, 'Rowan');
}

async function makeKayden(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Kayden',
			words: 'No one has sorted my setting up home money and I move in two weeks.',
			wish: 'Sort the money',
			picked: ['money', 'moving']
		},
		office.daysAgo(21)
	);
	await decideRoute(office, {
		complaintId,
		on: office.daysAgo(20),
		points: [
			{
				...CARE,
				person: 'P3',
				subject: 'S3',
				category: 'delay',
				title: 'Setting up home allowance'
			}
		]
	});
	await office.keepCode(complaintId, 'Kayden');
}

async function makeBilal(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Bilal',
			words: 'My worker talks to me like I am five.',
			wish: 'A different worker',
			picked: ['worker', 'treated']
		},
		office.daysAgo(24)
	);
	const { strandId } = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(23),
		points: [{ ...CARE, subject: 'S7', category: 'staff', title: 'How his worker talks to him' }]
	});
	const { sam } = office.people;
	await office.give({
		on: office.daysAgo(5),
		by: sam,
		complaintId,
		order: {
			type: 'agreeToWait',
			strandId,
			agreedOn: office.daysAgo(5),
			waitsUntilOn: office.daysAgo(-4)
		}
	});
	await office.keepCode(complaintId, 'Bilal');
}

/** Answered, asked for stage 2, settled, taken back and closed. */
export async function makeLaterCases(office: DemoOffice): Promise<void> {
	await makeTia(office);
	await makeNadia(office);
	await makeImogen(office);
	await makeLewis(office);
	await makeAmara(office);
}

const AGREED = (office: DemoOffice, on: number) => ({
	on: office.daysAgo(on),
	findings: [
		{
			outcome: 'upheld' as const,
			found: 'The record shows three visits missed since August.',
			told: 'You were right. Three visits did not happen.',
			sorry: 'You waited each time and no one came. We are sorry.',
			action: {
				what: 'A new worker will visit you every week',
				who: 'Joan',
				byOn: office.daysAgo(-3)
			}
		}
	]
});

async function makeTia(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Tia',
			words: 'My social worker never comes when she says.',
			wish: 'Just turn up',
			picked: ['worker']
		},
		office.daysAgo(12)
	);
	const strand = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(11),
		points: [{ ...CARE, category: 'delivery', title: 'Visits that did not happen' }]
	});
	await sendAnswer(office, strand, AGREED(office, 4));
	await office.keepCode(complaintId, 'Tia');
}

async function makeNadia(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Nadia',
			words: 'They stopped me seeing my sister and the reasons are not true.',
			wish: 'See my sister',
			picked: ['family']
		},
		office.daysAgo(30)
	);
	const strand = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(29),
		points: [{ ...CARE, category: 'disputed-decision', title: 'Time with her sister was stopped' }]
	});
	await sendAnswer(office, strand, AGREED(office, 22));
	const asked = await requestStage2(office.serviceOn(office.daysAgo(18)), {
		complaintId,
		actId: randomUUID(),
		strandIds: [strand.strandId]
	});
	if (!asked.done) throw new Error(JSON.stringify(asked.refusal));
	await office.keepCode(complaintId, 'Nadia');
}

async function makeImogen(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Imogen',
			words: 'The house rules are different for me.',
			wish: 'Same rules',
			picked: ['home']
		},
		office.daysAgo(15)
	);
	const { strandId, elementIds } = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(14),
		points: [{ ...CARE, title: 'House rules' }]
	});
	const termsTextId = randomUUID();
	await office.give({
		on: office.daysAgo(9),
		by: office.people.sam,
		complaintId,
		texts: [
			{
				textId: termsTextId,
				kind: 'terms',
				words: 'The rules are written down and the same for everyone.'
			}
		],
		order: {
			type: 'resolveStage1',
			strandId,
			resolvedOn: office.daysAgo(9),
			termsTextId,
			outcomes: elementIds.map((elementId) => ({ elementId, outcome: 'upheld' as const })),
			delayReason: null
		}
	});
	await office.keepCode(complaintId, 'Imogen');
}

async function makeLewis(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Lewis',
			words: 'I wanted to complain about my review but its sorted.',
			wish: 'Nothing now',
			picked: ['plan']
		},
		office.daysAgo(11)
	);
	const { strandId } = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(10),
		points: [{ ...CARE, subject: 'S2', category: 'assessment-and-review', title: 'His review' }]
	});
	await office.give({
		on: office.daysAgo(7),
		by: office.people.sam,
		complaintId,
		order: { type: 'withdrawStrand', strandId, withdrawnOn: office.daysAgo(7), channel: 'website' }
	});
	await office.keepCode(complaintId, 'Lewis');
}

/** Two procedures in one complaint, and a school that is in charge of a third point. */
async function makeAmara(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Amara',
			words:
				'My plan was changed without me. The report for the conference was rude. My teacher is unfair.',
			wish: 'Listen to me',
			picked: ['plan', 'written', 'school']
		},
		office.daysAgo(6)
	);
	await decideRoute(office, {
		complaintId,
		on: office.daysAgo(5),
		points: [
			{ ...CARE, category: 'assessment-and-review', title: 'Plan changed without her' },
			{
				...CARE,
				subject: 'S9',
				category: 'staff',
				route: 'CORPORATE',
				title: 'Report for the conference'
			},
			{ ...CARE, subject: 'S16', category: 'staff', route: 'SCHOOL', title: 'Her teacher' }
		]
	});
	await office.keepCode(complaintId, 'Amara');
}
