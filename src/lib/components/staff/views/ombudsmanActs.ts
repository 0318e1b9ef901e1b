import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OmbudsmanReferralKind } from '#lib/domain/beside/codes.ts';
import type { Enquiry, OmbudsmanCase } from '#lib/domain/beside/ombudsmanCase.ts';
import { REFERRAL_KIND_WORDS } from '#lib/words/besideCodes.ts';
import { shortDate } from '#lib/words/dates.ts';
import {
	choicesOf,
	dateField,
	idOfWords,
	type Act,
	type ActAbout,
	type ActField,
	type ActValues
} from './actForm.ts';
import { wordsOf } from './caseFacts.ts';

const FOLLOWS = 'The complaint itself goes on as it stands.';

/** A day still to come that a person enters. */
export function futureDate(name: string, label: string, missing: string): ActField {
	return { kind: 'date', name, label, missing, initial: '' };
}

/** The acts on what is with the Ombudsman. */
export const OMBUDSMAN_ACTS: readonly Act[] = [
	{
		name: 'ombudsman',
		command: 'recordOmbudsmanReferral',
		words: 'It went to the Ombudsman',
		question: 'Record that it went to the Ombudsman?',
		follows: FOLLOWS,
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did it go there?', facts.context.today),
			{
				kind: 'choice',
				name: 'kind',
				label: 'How did it come to the Ombudsman?',
				choices: choicesOf(REFERRAL_KIND_WORDS),
				missing: 'Choose how it came to the Ombudsman'
			},
			{
				kind: 'words',
				name: 'reference',
				label: 'The Ombudsman’s reference, if known',
				missing: '',
				optional: true,
				textKind: 'reason'
			}
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'recordOmbudsmanReferral',
			ombudsmanCaseId: idFor('case'),
			madeOn: values['on'] as PlainDate,
			kind: values['kind'] as OmbudsmanReferralKind,
			referenceTextId: idOfWords(values, 'reference', idFor)
		})
	},
	{
		name: 'ombudsmanEnquiry',
		command: 'recordOmbudsmanEnquiry',
		words: 'The Ombudsman asks something',
		question: 'Record the enquiry?',
		follows: 'It is due on the day the Ombudsman gave, and shown under Ombudsman.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			caseField(about),
			dateField('on', 'When did it come?', about.facts.context.today),
			futureDate('due', 'By which day do they want the answer?', 'Enter the day they gave')
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'recordOmbudsmanEnquiry',
			ombudsmanCaseId: values['case'] ?? '',
			enquiryId: idFor('enquiry'),
			receivedOn: values['on'] as PlainDate,
			dueOn: values['due'] as PlainDate
		})
	},
	{
		name: 'answerOmbudsmanEnquiry',
		command: 'answerOmbudsmanEnquiry',
		words: 'We answered the Ombudsman',
		question: 'Record that we answered?',
		follows: 'The clock of this enquiry ends.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			{
				kind: 'select',
				name: 'enquiry',
				label: 'Which enquiry?',
				choices: openEnquiries(about).map(({ enquiryId, receivedOn, dueOn }) => ({
					value: enquiryId,
					label: `Of ${shortDate(receivedOn)}, due ${shortDate(dueOn)}`
				})),
				missing: 'Choose the enquiry'
			},
			dateField('on', 'When did the answer go?', about.facts.context.today)
		],
		order: (values, about) => ({
			type: 'answerOmbudsmanEnquiry',
			ombudsmanCaseId: caseOf(about, ({ enquiries }) =>
				enquiries.some(({ enquiryId }) => enquiryId === values['enquiry'])
			),
			enquiryId: values['enquiry'] ?? '',
			answeredOn: values['on'] as PlainDate
		})
	},
	{
		name: 'ombudsmanDecision',
		command: 'recordOmbudsmanDecision',
		words: 'The Ombudsman decided',
		question: 'Record the decision?',
		follows: 'A later decision can be recorded too: the latest stands, and all are kept.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			caseField(about),
			dateField('on', 'On which day did they decide?', about.facts.context.today),
			{
				kind: 'select',
				name: 'decision',
				label: 'What did they decide?',
				choices: (about.facts.pull.council.ombudsmanDecisions ?? []).map((name) => ({
					value: name,
					label: name
				})),
				missing: 'Choose what they decided'
			}
		],
		order: (values) => ({
			type: 'recordOmbudsmanDecision',
			ombudsmanCaseId: values['case'] ?? '',
			decidedOn: values['on'] as PlainDate,
			decision: values['decision'] ?? '',
			recommendations: []
		})
	},
	{
		name: 'recommended',
		command: 'addOmbudsmanRecommendation',
		words: 'The Ombudsman recommends something',
		question: 'Record the recommendation?',
		follows: 'It is followed until it is carried out, also when the case is closed.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			caseField(about),
			{
				kind: 'words',
				name: 'what',
				label: 'What are we to do?',
				missing: 'Write what we are to do',
				textKind: 'reason'
			},
			dateField('on', 'When was it recommended?', about.facts.context.today),
			futureDate('due', 'By which day?', 'Enter the day by which it is to be done')
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'addOmbudsmanRecommendation',
			ombudsmanCaseId: values['case'] ?? '',
			madeOn: values['on'] as PlainDate,
			recommendationId: idFor('recommendation'),
			textId: idFor('what'),
			dueOn: values['due'] as PlainDate
		})
	},
	{
		name: 'completeRecommended',
		command: 'completeOmbudsmanRecommendation',
		words: 'We did what the Ombudsman recommended',
		question: 'Record that it was carried out?',
		follows: 'Send the Ombudsman the same evidence.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			recommendationField(about, ({ doneOn }) => doneOn === null),
			dateField('on', 'When was it done?', about.facts.context.today),
			{
				kind: 'words',
				name: 'evidence',
				label: 'How do you know it was done?',
				missing: 'Write how you know that it was done',
				textKind: 'reason'
			}
		],
		order: (values, about, _textId, idFor) => ({
			type: 'completeOmbudsmanRecommendation',
			...recommendationOf(values, about),
			doneOn: values['on'] as PlainDate,
			evidenceTextId: idFor('evidence')
		})
	},
	{
		name: 'ombudsmanSatisfied',
		command: 'confirmOmbudsmanCompliance',
		words: 'The Ombudsman is satisfied',
		question: 'Record that the Ombudsman is satisfied?',
		follows: 'Nothing more is owed on this recommendation.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			recommendationField(
				about,
				({ doneOn, confirmedOn }) => doneOn !== null && confirmedOn === null
			),
			dateField('on', 'When did they say so?', about.facts.context.today)
		],
		order: (values, about) => ({
			type: 'confirmOmbudsmanCompliance',
			...recommendationOf(values, about),
			confirmedOn: values['on'] as PlainDate
		})
	}
];

function caseField({ facts }: ActAbout): ActField {
	return {
		kind: 'select',
		name: 'case',
		label: 'Which Ombudsman matter?',
		choices: facts.complaint.beside.ombudsmanCases.map(
			({ ombudsmanCaseId, madeOn, referenceTextId }) => {
				const reference = wordsOf(facts.pulled, referenceTextId);
				return {
					value: ombudsmanCaseId,
					label: `${reference ? `${reference}, ` : ''}went there ${shortDate(madeOn)}`
				};
			}
		),
		missing: 'Choose the matter'
	};
}

function openEnquiries({ facts }: ActAbout): Enquiry[] {
	return facts.complaint.beside.ombudsmanCases
		.flatMap(({ enquiries }) => enquiries)
		.filter(({ answeredOn }) => answeredOn === null);
}

type Recommendation = OmbudsmanCase['recommendations'][number];

function recommendationField(
	{ facts }: ActAbout,
	isAsked: (one: Recommendation) => boolean
): ActField {
	return {
		kind: 'select',
		name: 'recommendation',
		label: 'Which recommendation?',
		choices: facts.complaint.beside.ombudsmanCases
			.flatMap(({ recommendations }) => recommendations)
			.filter(isAsked)
			.map(({ recommendationId, textId, dueOn }) => ({
				value: recommendationId,
				label: `${wordsOf(facts.pulled, textId) ?? 'Erased'} (by ${shortDate(dueOn)})`
			})),
		missing: 'Choose the recommendation'
	};
}

function recommendationOf(values: ActValues, about: ActAbout) {
	const recommendationId = values['recommendation'] ?? '';
	return {
		recommendationId,
		ombudsmanCaseId: caseOf(about, ({ recommendations }) =>
			recommendations.some((one) => one.recommendationId === recommendationId)
		)
	};
}

function caseOf({ facts }: ActAbout, isIt: (one: OmbudsmanCase) => boolean): string {
	return facts.complaint.beside.ombudsmanCases.find(isIt)?.ombudsmanCaseId ?? '';
}
