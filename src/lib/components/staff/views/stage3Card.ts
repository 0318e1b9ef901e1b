import type { Stage3 } from '#lib/domain/complaint/stage3State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { stageWords } from '#lib/words/stages.ts';
import { strandLabel } from './acts.ts';
import type { CaseFacts } from './caseFacts.ts';
import { recommendationPart } from './recommendationRows.ts';
import { meetingPart, missingPeople, requestPart } from './stage3Meeting.ts';
import { reportPart, responsePart } from './stage3Report.ts';
import { actLinks, day, type CardPart, type StageCardView } from './stageCard.ts';
import { nextLines } from './stageNext.ts';
import { peoplePart } from './stagePeople.ts';

/** A card for each review by a panel, and for each complaint referred early in its place. */
export function stage3Cards(facts: CaseFacts): StageCardView[] {
	const { strands } = facts.complaint;
	return strands
		.filter(({ stage3, earlyReferral }) => stage3 !== null || earlyReferral !== null)
		.map((strand) => ({
			id: `stage3-${strand.strandId}`,
			heading: 'Stage 3, review panel',
			about: strands.length > 1 ? strandLabel(facts, strand) : undefined,
			tag: { words: stageWords(strand.stage).replace(/^Stage 3,? /, ''), tone: 'lake' as const },
			next: nextLines(facts, strand, [
				'acknowledgeStage3',
				'decideLateStage3',
				'appointPanel',
				'fixPanelDate',
				'sendPanelPapers',
				'holdPanel',
				'chasePanelReport',
				'sendPanelReport',
				'respondStage3',
				'followEarlyReferral'
			]),
			parts: [
				...referralPart(facts, strand),
				...(strand.stage3 ? reviewParts(facts, strand, strand.stage3) : [])
			],
			isFolded: false
		}));
}

function reviewParts(facts: CaseFacts, strand: Strand, stage3: Stage3): CardPart[] {
	const wasRefused = stage3.lateDecision?.accepted === false;
	const request = requestPart(facts, strand, stage3);
	if (wasRefused) return [request];
	return [
		...responsePart(facts, strand, stage3),
		...recommendationPart(facts, strand, 'stage3'),
		...reportPart(facts, strand, stage3),
		meetingPart(facts, strand, stage3),
		peoplePart(facts, strand, {
			roles: ['panelChair', 'panelMember', 'stage3Director'],
			missing: missingPeople(strand, stage3)
		}),
		request
	];
}

function referralPart(facts: CaseFacts, { earlyReferral }: Strand): CardPart[] {
	if (!earlyReferral) return [];
	return [
		{
			id: 'early',
			heading: 'Referred early',
			rows: [
				{
					id: 'referred',
					words: `Sent to the Ombudsman ${day(facts, earlyReferral.referredOn)}, without a panel`,
					second: `They agreed ${day(facts, earlyReferral.agreedOn)}.`
				}
			],
			links: actLinks(facts, null, ['ombudsmanEnquiry', 'ombudsmanDecision'])
		}
	];
}
