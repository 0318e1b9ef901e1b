import { randomUUID } from 'node:crypto';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { draftAnswer } from '#lib/server/demo/demoAnswer.ts';
import { CARE, decideRoute, sendStory } from '#lib/server/demo/demoCase.ts';
import type { DemoOffice } from '#lib/server/demo/demoOffice.ts';

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
			picked: ['plan', 'records'],
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
			picked: ['worker', 'treatment']
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
