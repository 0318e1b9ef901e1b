import { randomUUID } from 'node:crypto';
import { requestStage2 } from '#lib/server/complaints/complainantReplies.ts';
import { AGREED, sendAnswer } from '#lib/server/demo/demoAnswer.ts';
import { CARE, decideRoute, sendStory } from '#lib/server/demo/demoCase.ts';
import type { DemoOffice } from '#lib/server/demo/demoOffice.ts';

/** Answered, asked for stage 2, settled, taken back, and in two procedures. */
export async function makeAnsweredCases(office: DemoOffice): Promise<void> {
	await makeTia(office);
	await makeNadia(office);
	await makeImogen(office);
	await makeLewis(office);
	await makeAmara(office);
}

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
			picked: ['plan', 'records', 'school']
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
