import type { BesideStepName } from '#lib/domain/beside/besideSteps.ts';
import type { CaseFacts } from './caseFacts.ts';
import { standingPart, togetherPart } from './besideOfCase.ts';
import { freezePart } from './besideFreezes.ts';
import { strandParts } from './besideOfStrand.ts';
import { ombudsmanPart } from './besideOmbudsman.ts';
import type { StageCardView } from './stageCard.ts';
import { nextLines } from './stageNext.ts';

const STEPS: readonly BesideStepName[] = [
	'answerOmbudsmanEnquiry',
	'completeOmbudsmanRecommendation',
	'decideFreeze',
	'sendJointReply',
	'reviewSuspension',
	'tellRightToResubmit',
	'endAdr',
	'decideChildIsTold'
];

/** What runs beside the stages; null where nothing does. */
export function besideCard(facts: CaseFacts): StageCardView | null {
	const { strands } = facts.complaint;
	const parts = [
		...ombudsmanPart(facts),
		...freezePart(facts),
		...strands.flatMap((strand) => strandParts(facts, strand)),
		...standingPart(facts),
		...togetherPart(facts)
	];
	if (parts.length === 0) return null;
	return {
		id: 'beside',
		heading: 'Beside the procedure',
		next: [null, ...strands].flatMap((strand) => nextLines(facts, strand, STEPS)),
		parts,
		isFolded: false
	};
}
