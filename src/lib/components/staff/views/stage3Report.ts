import type { Stage3 } from '#lib/domain/complaint/stage3State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { late, listed, lower } from '#lib/words/inSentence.ts';
import { PANEL_REPORT_READER_WORDS } from '#lib/words/stage3Codes.ts';
import { wordsOf, type CaseFacts } from './caseFacts.ts';
import { actLinks, day, personName, type CardPart, type CardRow } from './stageCard.ts';

/** The panel’s report, and what it recommends until that is decided. */
export function reportPart(facts: CaseFacts, strand: Strand, stage3: Stage3): CardPart[] {
	const { heldOn, reportReceivedOn, reportDelayReason, recommendations, respondedOn } = stage3;
	const { reportSent } = stage3;
	if (heldOn === null) return [];
	const rows: CardRow[] =
		reportReceivedOn === null
			? []
			: [
					{
						id: 'in',
						words: `In since ${day(facts, reportReceivedOn)}${late(reportDelayReason)}`,
						icon: 'tick'
					},
					...(reportSent
						? [
								{
									id: 'sentOn',
									words: `Sent ${day(facts, reportSent.on)} to ${listed(reportSent.to.map((one) => lower(PANEL_REPORT_READER_WORDS[one])))}${late(reportSent.delayReason)}`,
									icon: 'tick' as const
								}
							]
						: []),
					...(respondedOn === null
						? recommendations.map(({ recommendationId, textId }) => ({
								id: recommendationId,
								words: wordsOf(facts.pulled, textId) ?? 'Erased',
								second: 'Recommended, not decided yet.'
							}))
						: [])
				];
	return [
		{
			id: 'panelReport',
			heading: 'The panel’s report',
			rows,
			missing:
				reportReceivedOn === null
					? 'It is due 5 working days after the meeting.'
					: reportSent === null
						? 'It goes to the complainant, the independent person and the others too, in the same 5 working days.'
						: undefined,
			links: actLinks(facts, strand, ['panelReport', 'sendPanelReport'])
		}
	];
}

/** The Director’s response, and what the law wants of it. */
export function responsePart(facts: CaseFacts, strand: Strand, stage3: Stage3): CardPart[] {
	const { reportReceivedOn, respondedOn, answeredOnPaper, responseDelayReason } = stage3;
	if (reportReceivedOn === null) return [];
	const { independentPersonTookPartOn, ombudsmanToldOn } = stage3;
	const director = strand.appointments.findLast(({ role }) => role === 'stage3Director');
	const rows: CardRow[] =
		respondedOn === null
			? []
			: [
					{
						id: 'sent',
						words: `Sent ${day(facts, respondedOn)}${answeredOnPaper ? ' on paper' : ''}${late(responseDelayReason)}`,
						second: [
							director ? `Decided by ${personName(facts, director.personId)}.` : '',
							independentPersonTookPartOn
								? `The independent person took part ${day(facts, independentPersonTookPartOn)}.`
								: '',
							ombudsmanToldOn ? `Told of the Ombudsman ${day(facts, ombudsmanToldOn)}.` : ''
						]
							.filter((words) => words !== '')
							.join(' '),
						icon: 'tick'
					}
				];
	return [
		{
			id: 'response',
			heading: 'Our response',
			rows,
			missing:
				respondedOn === null
					? 'The Director decides each recommendation, with the independent person of stage 2, and tells them of the Ombudsman.'
					: undefined,
			links: actLinks(facts, strand, ['answerPanel'])
		}
	];
}
