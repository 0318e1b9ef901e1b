import { lastDayToResubmit } from '#lib/domain/beside/decideSuspension.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { ADR_KIND_WORDS, ADR_RESULT_WORDS, PROCEEDINGS_WORDS } from '#lib/words/besideCodes.ts';
import { lower } from '#lib/words/inSentence.ts';
import { strandLabel } from './acts.ts';
import type { CaseFacts } from './caseFacts.ts';
import { actLinks, day, eventsOf, foldedOf, type CardPart, type CardRow } from './stageCard.ts';

/** What runs beside the stages of one strand: proceedings, talks, and who is told. */
export function strandParts(facts: CaseFacts, strand: Strand): CardPart[] {
	const about = facts.complaint.strands.length > 1 ? `, ${lower(strandLabel(facts, strand))}` : '';
	return [
		...suspensionPart(facts, strand),
		...talksPart(facts, strand),
		...tellingPart(facts, strand)
	].map((part) => ({
		...part,
		id: `${part.id}-${strand.strandId}`,
		heading: `${part.heading}${about}`
	}));
}

function suspensionPart(facts: CaseFacts, strand: Strand): CardPart[] {
	const { suspension } = strand.beside;
	if (!suspension) return [];
	const { proceedings, toldOn, reviewOn, lastReviewedOn, endedOn, mightPrejudice } = suspension;
	const began = eventsOf(facts, 'elementSuspended').findLast(
		({ intoStrandId }) => intoStrandId === strand.strandId
	);
	const lastOn = lastDayToResubmit(suspension);
	const rows: CardRow[] = [
		{
			id: 'suspended',
			words: `${PROCEEDINGS_WORDS[proceedings]}. They were told in writing ${day(facts, toldOn)}`,
			folded: [
				...foldedOf(facts, 'Which proceedings', began?.proceedingsTextId),
				...foldedOf(facts, 'Why going on might prejudice them', began?.reasonTextId)
			]
		},
		...(endedOn
			? [
					{
						id: 'over',
						words: `The proceedings ended ${day(facts, endedOn)}`,
						...(lastOn ? { second: `They can bring it back until ${day(facts, lastOn)}.` } : {})
					}
				]
			: [
					{
						id: 'review',
						words: reviewOn
							? `Look at it again ${day(facts, reviewOn)}`
							: 'Going on would prejudice nothing any more',
						...(lastReviewedOn ? { second: `Last looked at ${day(facts, lastReviewedOn)}.` } : {}),
						icon: 'clock' as const
					}
				])
	];
	return [
		{
			id: 'suspension',
			heading: 'Suspended',
			rows,
			missing:
				(endedOn !== null || !mightPrejudice) && suspension.toldOfResubmissionOn === null
					? 'Tell them that they can bring it back, and until when.'
					: undefined,
			links: actLinks(facts, strand, [
				'reviewSuspension',
				'proceedingsEnded',
				'tellRightToResubmit',
				'resubmit'
			])
		}
	];
}

function talksPart(facts: CaseFacts, strand: Strand): CardPart[] {
	const { adr } = strand.beside;
	if (adr.length === 0) return [];
	return [
		{
			id: 'talks',
			heading: 'Another way to settle it',
			rows: adr.map(({ adrId, kind, agreedOn, pausesUntilOn, endedOn, result }): CardRow => {
				const ended =
					endedOn && result
						? `, ended ${day(facts, endedOn)}: ${lower(ADR_RESULT_WORDS[result])}`
						: '';
				return {
					id: adrId,
					words: `${ADR_KIND_WORDS[kind]}, agreed ${day(facts, agreedOn)}${ended}`,
					second: pausesUntilOn
						? `Agreed in writing: the clock waits from ${day(facts, agreedOn)} to ${day(facts, pausesUntilOn)}. ${pausedDates(facts, strand)}`
						: 'The clock goes on. They can still ask for the next stage.',
					icon: endedOn ? 'tick' : 'clock'
				};
			}),
			links: actLinks(facts, strand, ['endAdr'])
		}
	];
}

/** Both dates of a paused clock: with the pause, and without it. */
function pausedDates(facts: CaseFacts, { strandId }: Strand): string {
	const clock = facts.clocks.find(
		(one) => one.strandId === strandId && one.isHeadline && one.explanation !== null
	);
	const explanation = clock?.explanation;
	if (!explanation || explanation.pauses.length === 0) return '';
	const without = `without the pause it would be ${day(facts, explanation.unpausedLimitOn)}`;
	return explanation.dueOn
		? `Due ${day(facts, explanation.dueOn)}; ${without}.`
		: `No date yet; ${without}.`;
}

function tellingPart(facts: CaseFacts, strand: Strand): CardPart[] {
	const { childIsTold, reviewingOfficerToldOn } = strand.beside;
	const decided = eventsOf(facts, 'childIsToldDecided', strand.strandId).at(-1);
	const rows: CardRow[] = [
		...(childIsTold
			? [
					{
						id: 'child',
						words: childIsTold.isTold
							? childIsTold.toldOn
								? `The child heard the outcome ${day(facts, childIsTold.toldOn)}`
								: 'The child is to hear the outcome'
							: 'The child does not hear the outcome',
						second: `Decided ${day(facts, childIsTold.decidedOn)}.`,
						folded: [
							...foldedOf(facts, 'What the child reads', decided?.childVersionTextId),
							...foldedOf(facts, 'Why', decided?.reasonTextId)
						]
					}
				]
			: []),
		...(reviewingOfficerToldOn
			? [
					{
						id: 'officer',
						words: `The independent reviewing officer was told ${day(facts, reviewingOfficerToldOn)}`,
						icon: 'tick' as const
					}
				]
			: [])
	];
	if (rows.length === 0) return [];
	return [
		{
			id: 'told',
			heading: 'Who is told',
			rows,
			links: actLinks(facts, strand, ['decideChildIsTold', 'reviewingOfficer'])
		}
	];
}
