import { STAGE2_DOCUMENTS, STAGE2_REPORTS } from '#lib/domain/complaint/codes.ts';
import { stage3RequestUntil } from '#lib/domain/complaint/stage2Dates.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import {
	CHANNEL_WORDS,
	STAGE2_DOCUMENT_WORDS,
	STAGE2_REPORT_WORDS
} from '#lib/words/complaintCodes.ts';
import { late, listed, lower } from '#lib/words/inSentence.ts';
import type { CaseFacts } from './caseFacts.ts';
import { actLinks, day, eventsOf, foldedOf, type CardPart, type CardRow } from './stageCard.ts';

/** The two reports, in or not. */
export function reportsPart(facts: CaseFacts, strand: Strand): CardPart[] {
	const { reportsReceivedOn } = strand.stage2;
	const areIn = STAGE2_REPORTS.filter((report) => reportsReceivedOn[report] !== null);
	if (strand.stage === 'stage2Requested' || strand.stage === 'stage2Scoping') return [];
	if (strand.stage2.discontinuedOn !== null && areIn.length === 0) return [];
	const events = eventsOf(facts, 'reportReceived', strand.strandId);
	return [
		{
			id: 'reports',
			heading: 'Reports',
			rows: STAGE2_REPORTS.map((report): CardRow => {
				const on = reportsReceivedOn[report];
				const textId = events.findLast((event) => event.report === report)?.textId;
				return {
					id: report,
					words: STAGE2_REPORT_WORDS[report],
					second: on === null ? 'Not in yet' : `In since ${day(facts, on)}`,
					icon: on === null ? 'clock' : 'tick',
					folded: foldedOf(facts, 'Read it', textId)
				};
			}),
			missing: areIn.length === 2 ? undefined : 'Both reports are in before anybody decides.',
			links: actLinks(facts, strand, ['report'])
		}
	];
}

/** The three documents that together are the answer, and what they may do then. */
export function documentsPart(facts: CaseFacts, strand: Strand): CardPart[] {
	const { adjudication, respondedOn, respondedOnPaper, delayReason } = strand.stage2;
	if (adjudication === null) return [];
	return [
		{
			id: 'documents',
			heading: 'The full answer: three documents',
			rows: [
				...STAGE2_DOCUMENTS.map((document): CardRow => {
					const words = STAGE2_DOCUMENT_WORDS[document];
					return {
						id: document,
						words: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
						second:
							respondedOn === null
								? 'Not sent'
								: `Sent ${day(facts, respondedOn)}${respondedOnPaper ? ' on paper' : ''}${late(delayReason)}`,
						icon: respondedOn === null ? 'clock' : 'tick'
					};
				}),
				...panelRow(facts, strand)
			],
			missing:
				respondedOn === null ? 'Stage 2 is complete only once all three went to them.' : undefined,
			links: actLinks(facts, strand, ['sendStage2', 'askPanel', 'referEarly'])
		}
	];
}

function panelRow(facts: CaseFacts, strand: Strand): CardRow[] {
	if (strand.stage !== 'stage2Adjudicated') return [];
	const until = stage3RequestUntil(strand, facts.context);
	if (!until.known || until.value === null) return [];
	return [
		{
			id: 'panel',
			words: `They can ask for a review panel until ${day(facts, until.value)}`,
			second: 'After that day a request is decided, with a reason.'
		}
	];
}

/** How stage 2 ended where the scope could not be agreed. */
export function endedPart(facts: CaseFacts, { strandId, stage2 }: Strand): CardPart[] {
	const event = eventsOf(facts, 'stage2Discontinued', strandId).at(-1);
	if (stage2.discontinuedOn === null || !event) return [];
	const tries = event.attempts.map(
		({ triedOn, channel }) => `${day(facts, triedOn)} (${lower(CHANNEL_WORDS[channel])})`
	);
	return [
		{
			id: 'ended',
			heading: 'Ended',
			rows: [
				{
					id: 'discontinued',
					words: `Ended ${day(facts, stage2.discontinuedOn)}: what to look at could not be agreed`,
					second: `We tried ${listed(tries)}. They were told of the Ombudsman ${day(facts, event.ombudsmanToldOn)}.`,
					folded: foldedOf(facts, 'Why', event.reasonTextId)
				}
			],
			links: []
		}
	];
}
