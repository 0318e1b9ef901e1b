import { isTakenBack } from '#lib/domain/complaint/childSituation.ts';
import type { StrandCommandType } from '#lib/domain/complaint/commands.ts';
import { isAllowedInStage } from '#lib/domain/complaint/stageTable.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';

/** Whether there is an answer, or terms that were agreed, to be read here. */
export function hasAnswer({ answers, texts }: OwnCase): boolean {
	return answers.length > 0 || texts.some(({ kind, words }) => kind === 'terms' && words !== null);
}

/** The strands that have the full answer of stage 2 and may still go to a panel. */
export function strandsForPanel(own: OwnCase): readonly string[] {
	const open = new Set(strandsOpenTo(own, 'requestStage3'));
	return own.complaint.strands
		.filter(
			({ strandId, procedure, stage2, stage3, closed }) =>
				open.has(strandId) &&
				procedure === 'statutory' &&
				stage2.respondedOn !== null &&
				(stage3 === null || stage3.respondedOn === null) &&
				closed?.reason !== 'withdrawn' &&
				closed?.reason !== 'stage3RefusedLate'
		)
		.map(({ strandId }) => strandId);
}

/** The strands whose stage allows an order, as far as the table says. */
export function strandsOpenTo(
	{ complaint }: OwnCase,
	command: StrandCommandType
): readonly string[] {
	return complaint.strands
		.filter(({ stage }) => isAllowedInStage(stage, command))
		.map(({ strandId }) => strandId);
}

/** The strands for which someone new was not asked for yet and may be. */
export function strandsForStage2(own: OwnCase): readonly string[] {
	const open = new Set(strandsOpenTo(own, 'requestStage2'));
	return own.complaint.strands
		.filter(({ strandId, stage2RequestedOn }) => open.has(strandId) && stage2RequestedOn === null)
		.map(({ strandId }) => strandId);
}

/** Whether an answer of stage 2 or 3 was given, here or in another way. */
export function hasLaterAnswer({ strands }: Complaint): boolean {
	return strands.some(
		({ stage2, stage3 }) => stage2.respondedOn !== null || (stage3?.respondedOn ?? null) !== null
	);
}

/**
 * Whether the newest answer of a part was sent on paper, or otherwise so that nothing of it can be
 * read here. What is here then is an answer from before, or none.
 */
export function isNewestElsewhere(own: OwnCase): boolean {
	return own.complaint.strands.some((strand) => !isTakenBack(strand) && isElsewhere(own, strand));
}

function isElsewhere({ answers, fullAnswers }: OwnCase, strand: Strand): boolean {
	const { strandId, respondedOn, stage2, stage3 } = strand;
	const isHere = (wanted: 2 | 3) =>
		fullAnswers.some((answer) => answer.strandId === strandId && answer.stage === wanted);
	if ((stage3?.respondedOn ?? null) !== null) return !isHere(3);
	if (stage2.respondedOn !== null) return !isHere(2);
	return respondedOn !== null && !answers.some((answer) => answer.strandId === strandId);
}
