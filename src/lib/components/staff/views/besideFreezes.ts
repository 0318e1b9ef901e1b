import { FREEZE_DECIDER_WORDS } from '#lib/words/besideCodes.ts';
import { lower } from '#lib/words/inSentence.ts';
import { partNames, wordsOf, type CaseFacts } from './caseFacts.ts';
import { actLinks, day, eventsOf, foldedOf, type CardPart } from './stageCard.ts';

/** Changes that wait until the complaint is considered; none, and there is no such part. */
export function freezePart(facts: CaseFacts): CardPart[] {
	const { freezes } = facts.complaint.beside;
	if (freezes.length === 0) return [];
	const names = partNames(facts.complaint);
	const frozen = eventsOf(facts, 'decisionFrozen');
	const decisions = eventsOf(facts, 'freezeDecided');
	return [
		{
			id: 'freezes',
			heading: 'Changes on hold',
			rows: freezes.map(({ freezeId, elementId, frozenOn, decided, liftedOn }) => {
				const what = frozen.find((one) => one.freezeId === freezeId)?.whatTextId;
				const reason = decisions.findLast((one) => one.freezeId === freezeId)?.reasonTextId;
				const by = decided
					? `${decided.isDeferred ? 'It waits' : 'It does not wait'}: ${lower(FREEZE_DECIDER_WORDS[decided.by])}, ${day(facts, decided.on)}.`
					: liftedOn
						? ''
						: 'Presumed to wait until somebody decides.';
				const part = elementId ? `${names[elementId] ?? 'A part'}. ` : '';
				return {
					id: freezeId,
					words: wordsOf(facts.pulled, what) ?? 'Erased',
					second: `${part}Since ${day(facts, frozenOn)}. ${by}${liftedOn ? ` On hold no longer since ${day(facts, liftedOn)}.` : ''}`,
					icon: liftedOn ? ('tick' as const) : ('clock' as const),
					folded: foldedOf(facts, 'Why', reason)
				};
			}),
			missing: freezes.some(({ decided, liftedOn }) => decided === null && liftedOn === null)
				? 'A manager decides within one working day whether the change waits.'
				: undefined,
			links: actLinks(facts, null, ['decideFreeze', 'liftFreeze'])
		}
	];
}
