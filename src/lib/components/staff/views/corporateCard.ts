import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { isStage2Open } from '#lib/domain/complaint/stage2Clocks.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { FINDING_WORDS } from '#lib/words/complaintCodes.ts';
import { late } from '#lib/words/inSentence.ts';
import { strandLabel } from './acts.ts';
import { partNames, partTitle, type CaseFacts } from './caseFacts.ts';
import { stateWords } from './clockView.ts';
import { clockRow, extensionRows } from './stage2ClockPart.ts';
import {
	actLinks,
	day,
	eventsOf,
	type CardPart,
	type CardRow,
	type StageCardView
} from './stageCard.ts';
import { nextLines } from './stageNext.ts';

/** A card for each corporate strand that went to its last stage. */
export function corporateCards(facts: CaseFacts): StageCardView[] {
	const { strands } = facts.complaint;
	return strands
		.filter(
			({ procedure, stage2RequestedOn }) => procedure === 'corporate' && stage2RequestedOn !== null
		)
		.map((strand) => ({
			id: `corporate-${strand.strandId}`,
			heading: 'Stage 2, the last corporate answer',
			about: strands.length > 1 ? strandLabel(facts, strand) : undefined,
			tag: isStage2Open(strand)
				? { words: 'Asked for', tone: 'lake' as const }
				: {
						words: strand.stage2.respondedOn === null ? 'Ended' : 'Answered',
						tone: 'grey' as const
					},
			next: nextLines(facts, strand, ['acknowledgeCorporateStage2', 'answerCorporateStage2']),
			parts: [answerPart(facts, strand), requestPart(facts, strand)],
			isFolded: strand.stage === 'closed'
		}));
}

/** What was found on each point once it went, and what is left to them then. */
function answerPart(facts: CaseFacts, strand: Strand): CardPart {
	const { respondedOn, respondedOnPaper, delayReason, outcomes } = strand.stage2;
	const event = eventsOf(facts, 'corporateStage2Responded', strand.strandId).at(-1);
	const names = partNames(facts.complaint);
	const sent: CardRow[] =
		respondedOn === null
			? []
			: [
					{
						id: 'sent',
						words: `Sent ${day(facts, respondedOn)}${respondedOnPaper ? ' on paper' : ''}${late(delayReason)}`,
						second: event
							? `They were told of the Ombudsman ${day(facts, event.ombudsmanToldOn)}.`
							: undefined,
						icon: 'tick'
					},
					...strand.elementIds.map((elementId): CardRow => {
						const outcome = outcomes[elementId];
						return {
							id: elementId,
							words: `${names[elementId] ?? 'Part'}: ${partTitle(facts, elementId)}`,
							second: outcome ? FINDING_WORDS[outcome] : 'Not decided'
						};
					})
				];
	return {
		id: 'answer',
		heading: 'The answer',
		rows: sent,
		missing:
			respondedOn === null && isStage2Open(strand)
				? 'Not sent. It says what was found on each point and why, and how to reach the Ombudsman.'
				: undefined,
		links: actLinks(facts, strand, ['fullAnswer', 'corporateStage2'])
	};
}

/** That we said we have the request, and the days that are counted from it. */
function requestPart(facts: CaseFacts, strand: Strand): CardPart {
	const find = (name: RunningClock['clock']) =>
		facts.clocks.find(({ strandId, clock }) => strandId === strand.strandId && clock === name);
	const told = find('corporateStage2Acknowledgement');
	const answer = find('corporateStage2Response');
	const { stage2, stage2RequestedOn } = strand;
	const dueOf = (clock: RunningClock | undefined) => (clock?.dueOn ? day(facts, clock.dueOn) : '');
	const isExtended = stage2.extensions.length > 0;
	return {
		id: 'clocks',
		heading: 'Clocks',
		rows: [
			{
				id: 'asked',
				words: `Asked for ${stage2RequestedOn ? day(facts, stage2RequestedOn) : ''}`,
				second: 'Every day is counted from then.'
			},
			...(stage2.acknowledgedOn === null
				? clockRow(told, `Say that we have it: by ${dueOf(told)}`, false)
				: [
						{
							id: 'acknowledged',
							words: `We said that we have it ${day(facts, stage2.acknowledgedOn)}`,
							...(told ? { second: stateWords(told) } : {}),
							icon: told?.outcome === 'missed' ? ('alert' as const) : ('tick' as const)
						}
					]),
			...clockRow(
				answer,
				isExtended
					? `The new date they were told: ${dueOf(answer)}`
					: `The answer is due: ${dueOf(answer)}`,
				false
			),
			...extensionRows(facts, strand)
		],
		links: actLinks(facts, strand, ['acknowledgeCorporate', 'moreTimeStage2'])
	};
}
