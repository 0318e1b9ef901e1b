import type { Recommendation } from '#lib/domain/complaint/stage2State.ts';
import { workingDaysLate } from '#lib/domain/complaint/stage1Dates.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { staffName, wordsOf, type CaseFacts } from './caseFacts.ts';
import { actLinks, day, foldedOf, type CardPart, type CardRow } from './stageCard.ts';

/** What was recommended and decided on at a stage, and how far each thing is. */
export function recommendationPart(
	facts: CaseFacts,
	strand: Strand,
	madeAt: Recommendation['madeAt']
): CardPart[] {
	const mine = strand.recommendations.filter((one) => one.madeAt === madeAt);
	if (mine.length === 0) return [];
	return [
		{
			id: 'recommendations',
			heading: 'Recommendations',
			rows: mine.map((one) => recommendationRow(facts, one)),
			links: actLinks(facts, strand, ['recommendationDone'])
		}
	];
}

/** One recommendation: accepted with its day, done, late, or turned down with the reason. */
export function recommendationRow(facts: CaseFacts, one: Recommendation): CardRow {
	const { recommendationId, textId, accepted, dueOn, doneOn, ownerId } = one;
	const words = wordsOf(facts.pulled, textId) ?? 'Erased';
	const owner = ownerId ? ` ${staffName(facts.pull, ownerId)} does it.` : '';
	const folded = [
		...foldedOf(facts, 'Why not', accepted ? null : one.reasonTextId),
		...foldedOf(facts, 'What shows it', one.evidenceTextId)
	];
	const row = { id: recommendationId, words, folded };
	if (!accepted) return { ...row, tag: { words: 'Not accepted', tone: 'grey' } };
	const due = dueOn === null ? 'Accepted.' : `Accepted, due ${day(facts, dueOn)}.`;
	const second = `${due}${owner}`;
	if (doneOn !== null) {
		const late = dueOn !== null && doneOn > dueOn ? ', late' : '';
		return {
			...row,
			second,
			icon: 'tick',
			tag: { words: `Done ${day(facts, doneOn)}${late}`, tone: 'leaf' }
		};
	}
	const late = workingDaysLate(facts.context.today, dueOn, facts.context);
	const days = late.known ? late.value : 0;
	return days > 0
		? {
				...row,
				second,
				icon: 'alert',
				tag: { words: days === 1 ? '1 day late' : `${days} days late`, tone: 'clay' }
			}
		: { ...row, second, icon: 'clock', tag: { words: 'To do', tone: 'plain' } };
}
