import { findHolder } from '#lib/domain/complaint/stage2State.ts';
import { isStage2Open } from '#lib/domain/complaint/stage2Clocks.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { stageWords } from '#lib/words/stages.ts';
import { strandLabel } from './acts.ts';
import type { CaseFacts } from './caseFacts.ts';
import { documentsPart, endedPart, reportsPart } from './stage2Answer.ts';
import { adjudicationParts } from './stage2Adjudication.ts';
import { clocksPart } from './stage2ClockPart.ts';
import { leftOutPart, statementPart } from './stage2Statement.ts';
import type { StageCardView } from './stageCard.ts';
import { nextLines } from './stageNext.ts';
import { peoplePart } from './stagePeople.ts';

/** A card for each statutory strand that went to stage 2. It folds once a panel was asked for. */
export function stage2Cards(facts: CaseFacts): StageCardView[] {
	const { strands } = facts.complaint;
	return strands
		.filter(
			({ procedure, stage2RequestedOn }) => procedure === 'statutory' && stage2RequestedOn !== null
		)
		.map((strand) => ({
			id: `stage2-${strand.strandId}`,
			heading: 'Stage 2, investigation',
			about: strands.length > 1 ? strandLabel(facts, strand) : undefined,
			tag: { words: tagWords(strand), tone: isStage2Open(strand) ? 'lake' : 'grey' },
			next: nextLines(facts, strand, [
				'arrangeStage2',
				'agreeStatement',
				'finishStage2OrExtend',
				'finishStage2',
				'adjudicate',
				'sendStage2Documents',
				'tellStage2Delay',
				'carryOutRecommendation'
			]),
			parts: [
				...endedPart(facts, strand),
				...documentsPart(facts, strand),
				...adjudicationParts(facts, strand),
				...reportsPart(facts, strand),
				peoplePart(facts, strand, {
					roles: ['investigatingOfficer', 'independentPerson', 'adjudicatingOfficer'],
					missing: missingPeople(strand)
				}),
				statementPart(facts, strand),
				...leftOutPart(facts, strand),
				clocksPart(facts, strand)
			],
			isFolded: strand.stage3 !== null
		}));
}

function tagWords(strand: Strand): string {
	if (strand.stage2.discontinuedOn !== null) return 'Ended';
	if (strand.stage2.respondedOn !== null) return 'Answered';
	return stageWords(strand.stage).replace(/^Stage 2,? /, '');
}

function missingPeople(strand: Strand): string | undefined {
	if (!isStage2Open(strand)) return undefined;
	const hasOfficer = findHolder(strand.appointments, 'investigatingOfficer') !== null;
	const hasPerson = findHolder(strand.appointments, 'independentPerson') !== null;
	if (!hasOfficer && !hasPerson) {
		return 'Nobody is appointed. Appoint an investigating officer, and an independent person who is no member or officer of the council.';
	}
	if (!hasOfficer) return 'Appoint an investigating officer.';
	if (!hasPerson) {
		return 'Appoint an independent person, who is no member or officer of the council nor married to one.';
	}
	return undefined;
}
