import type { DemoStrand } from '#lib/server/demo/demoCase.ts';
import type { DemoOffice, DemoStagePeople } from '#lib/server/demo/demoOffice.ts';
import { answerStage2 } from '#lib/server/demo/demoStage2Cases.ts';
import {
	askForPanel,
	convene,
	fixPanel,
	meetPanel,
	reportPanel,
	respondToPanel
} from '#lib/server/demo/demoStage3.ts';

/**
 * Stage 3: asked for, asked for late, panel fixed, met, reported, responded, and closed after it;
 * and one sent to the Ombudsman in its place.
 */
export async function makeStage3Cases(office: DemoOffice, people: DemoStagePeople): Promise<void> {
	const asks = (name: string, sent: number) => answeredFor(office, people, { name, sent });
	const points = 'Nobody asked my sister, and she was there.';

	await askForPanel(office, await asks('Hana', 12), { at: 1, points });
	await askForPanel(office, await asks('Gwen', 30), { at: 2, points });

	const ted = await asks('Ted', 20);
	await askForPanel(office, ted, { at: 11, points });
	await convene(office, ted, { at: 9, people });
	await fixPanel(office, ted, { at: 8, meets: -12 });

	await untilPanelMet(office, people, { strand: await asks('Uma', 40), met: 2 });

	const vik = await asks('Vik', 40);
	await untilPanelMet(office, people, { strand: vik, met: 8 });
	const recommends = ['Let him and his sister meet every week', 'Ask the court to look again'];
	await reportPanel(office, vik, { at: 4, recommends });

	for (const { name, responded } of [
		{ name: 'Wren', responded: 3 },
		{ name: 'Yusuf', responded: 25 }
	]) {
		const strand = await asks(name, responded + 47);
		await untilPanelMet(office, people, { strand, met: responded + 14 });
		const recommendationIds = await reportPanel(office, strand, {
			at: responded + 10,
			recommends
		});
		await respondToPanel(office, strand, { at: responded, recommendationIds, people });
		if (name === 'Yusuf') await close(office, strand);
	}

	await referEarly(office, await asks('Xan', 9));
}

async function answeredFor(
	office: DemoOffice,
	people: DemoStagePeople,
	{ name, sent }: { name: string; sent: number }
): Promise<DemoStrand> {
	const { strand } = await answerStage2(office, people, {
		story: {
			name,
			words: 'I was told I could see my sister every week and now it is once a month.',
			wish: 'See my sister every week like you said',
			picked: ['family'],
			titles: ['Time with a sister']
		},
		sent
	});
	return strand;
}

/** Asked for 25 working days before the panel met, and met in time. */
async function untilPanelMet(
	office: DemoOffice,
	people: DemoStagePeople,
	{ strand, met }: { strand: DemoStrand; met: number }
): Promise<void> {
	await askForPanel(office, strand, { at: met + 25, points: 'It still does not happen.' });
	await convene(office, strand, { at: met + 23, people });
	await fixPanel(office, strand, { at: met + 22, meets: met });
	await meetPanel(office, strand, { papers: met + 12, met });
}

async function close(office: DemoOffice, { complaintId, strandId }: DemoStrand): Promise<void> {
	await office.give({
		on: office.daysAgo(2),
		by: office.people.sam,
		complaintId,
		order: {
			type: 'closeStrand',
			strandId,
			closedOn: office.daysAgo(2),
			reason: 'stage3Answered'
		}
	});
}

async function referEarly(office: DemoOffice, { complaintId, strandId }: DemoStrand) {
	await office.give({
		on: office.daysAgo(4),
		by: office.people.priya,
		complaintId,
		order: {
			type: 'referEarly',
			strandId,
			referredOn: office.daysAgo(4),
			agreedOn: office.daysAgo(5),
			conditions: {
				reportIsRobust: true,
				adjudicationIsComplete: true,
				significantPointsUpheld: true,
				actionPlanIsClear: true,
				desiredOutcomesAgreed: true
			}
		}
	});
}
