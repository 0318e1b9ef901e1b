import type { OmbudsmanCase } from '#lib/domain/beside/ombudsmanCase.ts';
import { workingDaysLate } from '#lib/domain/complaint/stage1Dates.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { REFERRAL_KIND_WORDS } from '#lib/words/besideCodes.ts';
import { wordsOf, type CaseFacts } from './caseFacts.ts';
import { actLinks, day, foldedOf, type CardPart, type CardRow } from './stageCard.ts';

/** Each matter at the Ombudsman's: what it asks, decided and recommended, with the days. */
export function ombudsmanPart(facts: CaseFacts): CardPart[] {
	const { ombudsmanCases } = facts.complaint.beside;
	if (ombudsmanCases.length === 0) return [];
	return [
		{
			id: 'ombudsman',
			heading: 'Ombudsman',
			rows: ombudsmanCases.flatMap((one) => ombudsmanRows(facts, one)),
			links: actLinks(facts, null, [
				'answerOmbudsmanEnquiry',
				'completeRecommended',
				'ombudsmanSatisfied',
				'ombudsmanEnquiry',
				'ombudsmanDecision'
			])
		}
	];
}

function ombudsmanRows(facts: CaseFacts, one: OmbudsmanCase): CardRow[] {
	const { ombudsmanCaseId, madeOn, kind, referenceTextId, enquiries, decision } = one;
	const number = wordsOf(facts.pulled, referenceTextId);
	return [
		{
			id: ombudsmanCaseId,
			words: `It went there ${day(facts, madeOn)}${number ? `, their number ${number}` : ''}`,
			second: `${REFERRAL_KIND_WORDS[kind]}.`
		},
		...(decision
			? [
					{
						id: `${ombudsmanCaseId}-decision`,
						words: `Decided ${day(facts, decision.decidedOn)}: ${decision.label}`
					}
				]
			: []),
		...enquiries.map(({ enquiryId, receivedOn, dueOn, answeredOn }) => ({
			id: enquiryId,
			words: `Asked us ${day(facts, receivedOn)}, answer due ${day(facts, dueOn)}`,
			...stateOf(facts, dueOn, answeredOn, 'Answered')
		})),
		...one.recommendations.map(
			({ recommendationId, textId, dueOn, doneOn, confirmedOn, evidenceTextId }) => ({
				id: recommendationId,
				words: wordsOf(facts.pulled, textId) ?? 'Erased',
				second: `Recommended, due ${day(facts, dueOn)}.${confirmedOn ? ` The Ombudsman is satisfied since ${day(facts, confirmedOn)}.` : ''}`,
				...stateOf(facts, dueOn, doneOn, 'Done'),
				folded: foldedOf(facts, 'What shows it', evidenceTextId)
			})
		)
	];
}

/** Done on its day or late, still to do, or late today. */
function stateOf(
	facts: CaseFacts,
	dueOn: PlainDate,
	doneOn: PlainDate | null,
	doneWord: string
): Pick<CardRow, 'icon' | 'tag'> {
	if (doneOn !== null) {
		const words = `${doneWord} ${day(facts, doneOn)}${doneOn > dueOn ? ', late' : ''}`;
		return { icon: 'tick', tag: { words, tone: 'leaf' } };
	}
	const late = workingDaysLate(facts.context.today, dueOn, facts.context);
	const days = late.known ? late.value : 0;
	if (days === 0) return { icon: 'clock' };
	const words = days === 1 ? '1 day late' : `${days} days late`;
	return { icon: 'alert', tag: { words, tone: 'clay' } };
}
