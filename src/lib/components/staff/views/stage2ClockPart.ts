import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { STAGE2_EXTENSION_REASON_WORDS } from '#lib/words/complaintCodes.ts';
import { lower } from '#lib/words/inSentence.ts';
import type { CaseFacts } from './caseFacts.ts';
import { stateWords } from './clockView.ts';
import { actLinks, day, type CardPart, type CardRow } from './stageCard.ts';

/** The two limits from the request, and beside them the shadow from the agreed statement. */
export function clocksPart(facts: CaseFacts, strand: Strand): CardPart {
	const mine = facts.clocks.filter(({ strandId }) => strandId === strand.strandId);
	const find = (clock: RunningClock['clock'], isExtended: boolean) =>
		mine.find((one) => one.clock === clock && one.isExtended === isExtended);
	const isExtended = strand.stage2.extensions.length > 0;
	const [first, last] = [find('stage2Response', false), find('stage2Response', true)];
	const isDelayOwed = facts.steps.some(
		({ what, strandId }) => what === 'tellStage2Delay' && strandId === strand.strandId
	);
	const shadow = mine.find(({ clock }) => clock === 'stage2FromStatement');
	const dueOf = (one: RunningClock | undefined) => (one?.dueOn ? day(facts, one.dueOn) : '');
	return {
		id: 'clocks',
		heading: 'Clocks',
		rows: [
			...clockRow(first, `Day 25 from the request: ${dueOf(first)}`, isExtended),
			...clockRow(
				isExtended || strand.stage2.respondedOn === null ? last : undefined,
				isExtended
					? `The new date they were told: ${dueOf(last)}`
					: `Day 65 from the request: ${dueOf(last)}`,
				!isExtended
			),
			...extensionRows(facts, strand),
			...(shadow
				? [
						{
							id: 'shadow',
							words: shadow.dueOn
								? `Shadow, from the agreed statement: ${dueOf(shadow)}`
								: 'Shadow, from the agreed statement: not started',
							second: 'For reports only. The date that counts runs from the request.'
						}
					]
				: [])
		],
		links: actLinks(facts, strand, [...(isDelayOwed ? ['stage2Delay'] : []), 'moreTimeStage2'])
	};
}

/** One limit of stage 2 as a line. `isQuiet`: it does not hold now, and is not said to be late. */
export function clockRow(
	clock: RunningClock | undefined,
	words: string,
	isQuiet: boolean
): CardRow[] {
	if (!clock) return [];
	if (clock.dueOn === null)
		return [{ id: `${clock.clock}-${clock.isExtended}`, words: stateWords(clock) }];
	const isLate = clock.outcome === 'late' || clock.outcome === 'missed';
	const second = isQuiet
		? clock.isExtended
			? 'Only where more time is told in writing, with the reason and the new date.'
			: stateWords(clock)
		: stateWords(clock);
	return [
		{
			id: `${clock.clock}-${clock.isExtended}`,
			words,
			second,
			...(isLate && !isQuiet ? { icon: 'alert' as const } : {}),
			...(clock.outcome === 'met' ? { icon: 'tick' as const } : {})
		}
	];
}

/** Each notice of more time and of a delay, oldest first. */
export function extensionRows(facts: CaseFacts, { stage2 }: Strand): CardRow[] {
	return [
		...stage2.extensions.map(({ reason, toldOn, newDueOn, toldLate }, place) => ({
			id: `more-${place}`,
			words: `More time told ${day(facts, toldOn)}, until ${day(facts, newDueOn)}`,
			second: `Because ${lower(STAGE2_EXTENSION_REASON_WORDS[reason])}.${toldLate ? ' It was told late.' : ''}`
		})),
		...stage2.delayTold.map(({ toldOn, expectedOn }, place) => ({
			id: `delay-${place}`,
			words: `Told of the delay and the Ombudsman ${day(facts, toldOn)}`,
			second: expectedOn
				? `They were told to expect it ${day(facts, expectedOn)}.`
				: 'Nobody could say when it will come.'
		}))
	];
}
