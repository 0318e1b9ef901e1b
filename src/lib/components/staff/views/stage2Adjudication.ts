import { findHolder } from '#lib/domain/complaint/stage2State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { FINDING_WORDS } from '#lib/words/complaintCodes.ts';
import { partNames, partTitle, type CaseFacts } from './caseFacts.ts';
import { recommendationPart, recommendationRow } from './recommendationRows.ts';
import { actLinks, day, foldedOf, type CardPart, type CardRow } from './stageCard.ts';

/** What was decided of each point, and what is to be done about it. */
export function adjudicationParts(facts: CaseFacts, strand: Strand): CardPart[] {
	const { adjudication, respondedOn } = strand.stage2;
	if (adjudication === null && strand.stage !== 'stage2Reported') return [];
	const hasOfficer = findHolder(strand.appointments, 'adjudicatingOfficer') !== null;
	const decided: CardPart = {
		id: 'adjudication',
		heading: 'Adjudication',
		rows: adjudication ? pointRows(facts, strand) : [],
		missing: adjudication
			? undefined
			: hasOfficer
				? 'Both reports are in. The adjudicating officer meets the child, then decides point by point.'
				: 'Both reports are in. Appoint who adjudicates; they decide point by point.',
		links: actLinks(facts, strand, [
			...(hasOfficer || adjudication ? [] : ['appoint']),
			'adjudicate',
			'correctStage2Finding'
		])
	};
	// Before it was sent the recommendations are decided, and promised to nobody.
	const notSent: CardPart[] =
		adjudication && respondedOn === null && adjudication.recommendations.length > 0
			? [
					{
						id: 'recommendations',
						heading: 'Recommendations, not sent yet',
						rows: adjudication.recommendations.map((one) =>
							recommendationRow(facts, {
								...one,
								madeAt: 'stage2',
								decidedOn: adjudication.decidedOn,
								doneOn: null,
								evidenceTextId: null
							})
						),
						links: []
					}
				]
			: [];
	return [decided, ...notSent, ...recommendationPart(facts, strand, 'stage2')];
}

function pointRows(facts: CaseFacts, { stage2 }: Strand): CardRow[] {
	const { adjudication, outcomes } = stage2;
	if (!adjudication) return [];
	const names = partNames(facts.complaint);
	return adjudication.points.map(({ elementId, outcome, reasonTextId }) => {
		const stands = outcomes[elementId] ?? outcome;
		return {
			id: elementId,
			words: `${names[elementId] ?? 'Part'}: ${partTitle(facts, elementId)}`,
			second: `Decided ${day(facts, adjudication.decidedOn)}${stands === outcome ? '' : ', corrected since'}`,
			tag: { words: FINDING_WORDS[stands], tone: 'grey' },
			folded: foldedOf(facts, 'Why', reasonTextId)
		};
	});
}
