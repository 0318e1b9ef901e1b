import { PANEL_SIZE, panelOf, sitting } from '#lib/domain/complaint/panelPeople.ts';
import { isLateUndecided, type Stage3 } from '#lib/domain/complaint/stage3State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { CHANNEL_WORDS } from '#lib/words/complaintCodes.ts';
import { listed, lower } from '#lib/words/inSentence.ts';
import { PANEL_ATTENDEE_WORDS } from '#lib/words/stage3Codes.ts';
import type { CaseFacts } from './caseFacts.ts';
import { actLinks, day, foldedOf, type CardPart, type CardRow } from './stageCard.ts';

/** How and when it was asked for, whether it was late, and that we said so. */
export function requestPart(facts: CaseFacts, strand: Strand, stage3: Stage3): CardPart {
	const { requestedOn, channel, pointsTextId, isLate, lateDecision, acknowledgedOn } = stage3;
	const asked: CardRow = {
		id: 'asked',
		words: `Asked for ${day(facts, requestedOn)}, ${lower(CHANNEL_WORDS[channel])}`,
		...(isLate ? { second: 'After their 20 working days: a decision is needed.' } : {}),
		folded: foldedOf(facts, pointsHeading(facts, pointsTextId), pointsTextId)
	};
	const decided: CardRow[] = lateDecision
		? [
				{
					id: 'late',
					words: `${lateDecision.accepted ? 'Taken all the same' : 'Refused'}, ${day(facts, lateDecision.decidedOn)}`,
					...(lateDecision.ombudsmanToldOn
						? { second: `Told of the Ombudsman ${day(facts, lateDecision.ombudsmanToldOn)}.` }
						: {}),
					folded: foldedOf(facts, 'Why', lateDecision.reasonTextId)
				}
			]
		: [];
	const told: CardRow[] = acknowledgedOn
		? [{ id: 'told', words: `We said we have it ${day(facts, acknowledgedOn)}`, icon: 'tick' }]
		: [];
	return {
		id: 'request',
		heading: 'The request',
		rows: [asked, ...decided, ...told],
		missing: isLateUndecided(stage3)
			? 'Decide whether this late request is taken, and write down why.'
			: acknowledgedOn === null && lateDecision?.accepted !== false
				? 'Tell them we have it.'
				: undefined,
		links: actLinks(facts, strand, ['decideLate', 'acknowledgePanel'])
	};
}

/** Whose words the points to consider are: the complainant’s own, or ours of what they said. */
function pointsHeading({ pulled }: CaseFacts, textId: string | null): string {
	const text = pulled.texts.find((one) => one.textId === textId);
	return text?.authorKind === 'complainant'
		? 'What they still disagree with, in their own words'
		: 'What they still disagree with, as we wrote it down';
}

/** The day of the panel, its papers, and who was there. */
export function meetingPart(facts: CaseFacts, strand: Strand, stage3: Stage3): CardPart {
	const { panelOn, heldOn, atComplainantsWish, papers, attended, adjournedOn } = stage3;
	const wish = atComplainantsWish ? ', a day they asked for' : '';
	const rows: CardRow[] = [
		...(heldOn
			? [
					{
						id: 'held',
						words: `Met ${day(facts, heldOn)}${wish}`,
						second: `There: ${listed(attended.map((one) => lower(PANEL_ATTENDEE_WORDS[one])))}.`,
						icon: 'tick' as const
					}
				]
			: panelOn
				? [{ id: 'fixed', words: `Meets ${day(facts, panelOn)}${wish}`, icon: 'clock' as const }]
				: []),
		...adjournedOn.map((on) => ({ id: `off-${on}`, words: `Put off ${day(facts, on)}` })),
		...(papers
			? [
					{
						id: 'papers',
						words: `Papers sent ${day(facts, papers.sentOn)}${papers.isLate ? ', fewer than 10 working days before' : ''}`,
						icon: papers.isLate ? ('alert' as const) : ('tick' as const),
						folded: foldedOf(facts, 'Why so late', papers.tooLateReasonTextId)
					}
				]
			: [])
	];
	return {
		id: 'meeting',
		heading: 'The meeting',
		rows,
		missing:
			panelOn === null
				? 'No date is fixed. The planner counts which days keep every clock.'
				: undefined,
		links: [
			{
				words: 'Plan the panel',
				href: `/staff/case/${facts.pulled.complaintId}/panel?strand=${strand.strandId}`
			},
			...actLinks(facts, strand, ['panelPapers', 'holdPanel', 'adjournPanel'])
		]
	};
}

/** Who is lacking on the panel, as a sentence; nothing once it met. */
export function missingPeople(strand: Strand, { heldOn }: Stage3): string | undefined {
	if (heldOn !== null) return undefined;
	const panel = panelOf(strand);
	const lacking = PANEL_SIZE - sitting(panel).length;
	if (panel.chair === null) {
		return 'Appoint three independent people, one of them the chair. The independent person of stage 2 cannot sit.';
	}
	if (lacking > 0)
		return lacking === 1 ? 'One more member is needed.' : `${lacking} more members are needed.`;
	return undefined;
}
