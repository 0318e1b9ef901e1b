import {
	CHILDS_VIEWS_WORDS,
	CONSENT_EVIDENCE_WORDS,
	CONSENT_WORDS,
	JOINT_LEAD_WORDS,
	LATE_FACTOR_WORDS,
	LINK_REASON_WORDS
} from '#lib/words/besideCodes.ts';
import { listed, lower } from '#lib/words/inSentence.ts';
import { partNames, referenceOf, wordsOf, type CaseFacts } from './caseFacts.ts';
import { actLinks, day, eventsOf, foldedOf, type CardPart, type CardRow } from './stageCard.ts';

/** Who may complain, and when: consent, sufficient interest, more than one year. */
export function standingPart(facts: CaseFacts): CardPart[] {
	const rows = [...consentRow(facts), ...interestRow(facts), ...lateRows(facts)];
	if (rows.length === 0) return [];
	return [
		{
			id: 'standing',
			heading: 'Consent, interest and time',
			rows,
			links: actLinks(facts, null, ['consent', 'consentWithdrawn', 'interest', 'late'])
		}
	];
}

function consentRow(facts: CaseFacts): CardRow[] {
	const { consent } = facts.complaint.beside;
	if (!consent) return [];
	const { recordedOn, consent: said, evidence, evidenceTextId, isSuitable } = consent.recorded;
	const suitable =
		isSuitable === null
			? 'Decide whether the representative is suitable, and record it.'
			: isSuitable
				? 'We find the representative suitable.'
				: 'We do not find the representative suitable.';
	return [
		{
			id: 'consent',
			words: consent.withdrawnOn
				? `The child took back their consent ${day(facts, consent.withdrawnOn)}`
				: CONSENT_WORDS[said],
			second: `Written down ${day(facts, recordedOn)}, ${lower(CONSENT_EVIDENCE_WORDS[evidence])}. ${suitable}`,
			folded: foldedOf(facts, 'What they said', evidenceTextId)
		}
	];
}

function interestRow(facts: CaseFacts): CardRow[] {
	const { interest } = facts.complaint.beside;
	if (!interest) return [];
	const told = interest.toldOn ? ` They were told ${day(facts, interest.toldOn)}.` : '';
	return [
		{
			id: 'interest',
			words: interest.isSufficient
				? 'Sufficient interest in the child’s welfare'
				: 'Not sufficient interest in the child’s welfare',
			second: `Decided ${day(facts, interest.decidedOn)}. ${CHILDS_VIEWS_WORDS[interest.childsViews]}.${told}`,
			folded: [
				...foldedOf(facts, 'What the child said', interest.childsViewsTextId),
				...foldedOf(facts, 'Why', interest.reasonTextId)
			]
		}
	];
}

function lateRows(facts: CaseFacts): CardRow[] {
	const names = partNames(facts.complaint);
	return facts.complaint.beside.lateDecisions.map((one, place) => ({
		id: `late-${place}`,
		words: `${one.elementId ? `${names[one.elementId] ?? 'A part'}: m` : 'M'}ore than one year ago, ${one.isAccepted ? 'taken all the same' : 'not taken'}`,
		second: [
			`Decided ${day(facts, one.decidedOn)}.`,
			`Could not have come earlier: ${one.notReasonableEarlier ? 'yes' : 'no'}.`,
			`Can still be looked at well and fairly: ${one.stillEffectiveAndFair ? 'yes' : 'no'}.`,
			...(one.factors.length > 0
				? [`What weighs: ${listed(one.factors.map((factor) => lower(LATE_FACTOR_WORDS[factor])))}.`]
				: [])
		].join(' '),
		folded: [
			...foldedOf(facts, 'Why not earlier', one.earlierReasonTextId),
			...foldedOf(facts, 'Why still fair or not', one.fairReasonTextId)
		]
	}));
}

/** What goes with it: another body, other cases, or the one it is the same as. */
export function togetherPart(facts: CaseFacts): CardPart[] {
	const { joint, links, duplicateOf } = facts.complaint.beside;
	const { others } = facts.pulled;
	const reference = (complaintId: string) => referenceOf(facts, complaintId) ?? 'another case';
	const linkedHere = new Set(links.map(({ otherComplaintId }) => otherComplaintId));
	const body = eventsOf(facts, 'jointComplaintRecorded').at(-1)?.otherBodyTextId;
	const rows: CardRow[] = [
		...(duplicateOf
			? [
					{
						id: 'duplicate',
						words: `The same as ${reference(duplicateOf.complaintId)}, since ${day(facts, duplicateOf.on)}`,
						second: 'It is counted and answered with that one.'
					}
				]
			: []),
		...(joint
			? [
					{
						id: 'joint',
						words: `With ${wordsOf(facts.pulled, body) ?? 'another body'}: ${lower(JOINT_LEAD_WORDS[joint.lead])}`,
						second: `They agreed ${day(facts, joint.consentOn)} that we share it. ${joint.repliedOn ? `One reply went ${day(facts, joint.repliedOn)}.` : 'One reply is owed.'}`
					}
				]
			: []),
		...links.map(({ otherComplaintId, why }) => ({
			id: `${otherComplaintId}-${why}`,
			words: `Linked with ${reference(otherComplaintId)}`,
			second: `${LINK_REASON_WORDS[why]}.`
		})),
		...others.flatMap(({ complaintId, reference: number, linkedThere, duplicateSinceOn }) => [
			...(duplicateSinceOn
				? [
						{
							id: `${complaintId}-same`,
							words: `${number} is the same as this one, since ${day(facts, duplicateSinceOn)}`,
							second: 'That one is counted and answered here.'
						}
					]
				: []),
			...(linkedThere && !linkedHere.has(complaintId)
				? [
						{
							id: `${complaintId}-there`,
							words: `Linked with ${number}`,
							second: `${LINK_REASON_WORDS[linkedThere.why]}. It is written down in that case.`
						}
					]
				: [])
		])
	];
	if (rows.length === 0) return [];
	// One that they may not open is named by nothing, and led to by nothing.
	const open = [
		...(duplicateOf ? [duplicateOf.complaintId] : []),
		...linkedHere,
		...others.map(({ complaintId }) => complaintId)
	].filter((complaintId) => referenceOf(facts, complaintId) !== null);
	return [
		{
			id: 'together',
			heading: 'Goes with',
			rows,
			links: [
				// The same case may be linked for two reasons, and a duplicate as well.
				...[...new Set(open)].map((complaintId) => ({
					words: `Open ${reference(complaintId)}`,
					href: `/staff/case/${complaintId}`
				})),
				...actLinks(facts, null, ['jointReply', 'noDuplicate', 'unlink'])
			]
		}
	];
}
