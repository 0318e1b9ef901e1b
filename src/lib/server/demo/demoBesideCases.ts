import { randomUUID } from 'node:crypto';
import { AGREED, sendAnswer } from '#lib/server/demo/demoAnswer.ts';
import { CARE, decideRoute, sendStory } from '#lib/server/demo/demoCase.ts';
import type { DemoOffice } from '#lib/server/demo/demoOffice.ts';
import { said } from '#lib/server/demo/demoWords.ts';

/** Beside the stages: suspended for a court, at the Ombudsman's, a change on hold, and talks. */
export async function makeBesideCases(office: DemoOffice): Promise<void> {
	await makeReuben(office);
	await makeSafiya(office);
	await makeFinn(office);
}

async function makeReuben(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Reuben',
			words: 'They want the judge to say I cannot live with my nan. What they wrote is not true.',
			wish: 'Put it right before the judge reads it',
			picked: ['family', 'records']
		},
		office.daysAgo(18)
	);
	const { elementIds } = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(17),
		points: [{ ...CARE, category: 'disputed-decision', title: 'What was written about his nan' }]
	});
	const which = said('reason', 'Care proceedings in the family court, next heard in the new year.');
	const why = said('reason', 'The same reports are before the judge.');
	await office.give({
		on: office.daysAgo(12),
		by: office.people.priya,
		complaintId,
		texts: [...which.texts, ...why.texts],
		order: {
			type: 'suspendElement',
			elementId: elementIds[0] ?? '',
			intoStrandId: randomUUID(),
			proceedings: 'court',
			proceedingsTextId: which.textId,
			reasonTextId: why.textId,
			toldOn: office.daysAgo(12),
			reviewOn: office.daysAgo(-8)
		}
	});
	await office.keepCode(complaintId, 'Reuben');
}

async function makeSafiya(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Safiya',
			words: 'I asked for my file a year ago and it is still not here.',
			wish: 'My file',
			picked: ['records']
		},
		office.daysAgo(44)
	);
	const strand = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(43),
		points: [{ ...CARE, category: 'delay', title: 'Her file did not come' }]
	});
	await sendAnswer(office, strand, AGREED(office, 36));
	const given = { by: office.people.priya, complaintId };
	const ombudsmanCaseId = randomUUID();
	const number = said('reason', '26 011 234');
	await office.give({
		...given,
		on: office.daysAgo(21),
		texts: number.texts,
		order: {
			type: 'recordOmbudsmanReferral',
			ombudsmanCaseId,
			madeOn: office.daysAgo(21),
			kind: 'duringDelay',
			referenceTextId: number.textId
		}
	});
	await office.give({
		...given,
		on: office.daysAgo(9),
		order: {
			type: 'recordOmbudsmanEnquiry',
			ombudsmanCaseId,
			enquiryId: randomUUID(),
			receivedOn: office.daysAgo(9),
			dueOn: office.daysAgo(-6)
		}
	});
	await office.keepCode(complaintId, 'Safiya');
}

async function makeFinn(office: DemoOffice): Promise<void> {
	const complaintId = await sendStory(
		office,
		{
			name: 'Finn',
			words: 'They say I move on the 20th and I do not want to go. My school is here.',
			wish: 'Stay here till someone listens',
			picked: ['moving', 'school'],
			advocate: 'nameOnly'
		},
		office.daysAgo(5)
	);
	const { strandId } = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(4),
		points: [{ ...CARE, category: 'disputed-decision', title: 'A move he does not want' }]
	});
	const given = { by: office.people.priya, complaintId };
	const freezeId = randomUUID();
	const what = said('reason', 'The move to another home on the 20th');
	await office.give({
		...given,
		on: office.daysAgo(4),
		texts: what.texts,
		order: {
			type: 'freezeDecision',
			freezeId,
			elementId: null,
			frozenOn: office.daysAgo(4),
			whatTextId: what.textId
		}
	});
	await office.give({
		...given,
		on: office.daysAgo(3),
		order: {
			type: 'decideFreeze',
			freezeId,
			decidedOn: office.daysAgo(3),
			isDeferred: true,
			decidedBy: 'headOfService',
			reasonTextId: null
		}
	});
	await office.give({
		...given,
		on: office.daysAgo(2),
		order: {
			type: 'startAdr',
			strandId,
			adrId: randomUUID(),
			kind: 'mediation',
			agreedOn: office.daysAgo(2),
			agreedInWriting: false,
			pausesUntilOn: null
		}
	});
	await office.give({
		...given,
		on: office.daysAgo(2),
		order: { type: 'tellReviewingOfficer', strandId, toldOn: office.daysAgo(2) }
	});
	await office.keepCode(complaintId, 'Finn');
}
