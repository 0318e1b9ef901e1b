import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	STAGE2_REPORTS,
	type Outcome,
	type Stage2ExtensionReason,
	type Stage2Report
} from '#lib/domain/complaint/codes.ts';
import type { DecidedRecommendation } from '#lib/domain/complaint/stage2Events.ts';
import {
	FINDING_WORDS,
	STAGE2_EXTENSION_REASON_WORDS,
	STAGE2_REPORT_WORDS
} from '#lib/words/complaintCodes.ts';
import {
	choicesOf,
	dateField,
	idOfWords,
	type Act,
	type ActField,
	type ActValues,
	type IdFor
} from './actForm.ts';
import { WHY_FIELD } from './complaintActs.ts';
import { DELAY_FIELD } from './outcomeActs.ts';
import { dateOrNull, delayOf, pointLabels } from './stage2Acts.ts';
import { idOf } from './strandActs.ts';

/** The most recommendations one form takes; each opens when the one before it has words. */
const MOST_RECOMMENDATIONS = 20;
const PLACES = Array.from({ length: MOST_RECOMMENDATIONS }, (_, place) => place + 1);

/** The adjudication, point by point, and the corrections of what stage 2 wrote down. */
export const ADJUDICATION_ACTS: readonly Act[] = [
	{
		name: 'adjudicate',
		command: 'adjudicate',
		words: 'Record the adjudication',
		question: 'Record what the adjudicating officer decided?',
		follows: 'It can be decided anew until it is sent. They have it only once all three are sent.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			dateField('on', 'When was it decided?', about.facts.context.today),
			...pointLabels(about).flatMap(({ elementId, label }): ActField[] => [
				{
					kind: 'choice',
					name: elementId,
					label: `What was decided? ${label}`,
					choices: choicesOf(FINDING_WORDS),
					missing: `${label}: choose what was decided`
				},
				{
					kind: 'words',
					name: `why-${elementId}`,
					textKind: 'reason',
					label: 'Why?',
					missing: `${label}: write why`
				}
			]),
			...PLACES.flatMap(recommendationFields)
		],
		order: (values, about, _textId, idFor) => ({
			type: 'adjudicate',
			strandId: idOf(about),
			decidedOn: values['on'] as PlainDate,
			points: pointLabels(about).map(({ elementId }) => ({
				elementId,
				outcome: values[elementId] as Outcome,
				reasonTextId: idFor(`why-${elementId}`)
			})),
			recommendations: recommendationsOf(values, idFor)
		})
	},
	{
		name: 'correctStatementDate',
		command: 'correctStatementDate',
		words: 'Correct the day the statement was agreed',
		question: 'Correct the day the statement was agreed?',
		follows: 'Only the clock shown for comparison is counted again.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		offered: ({ strand }) => strand?.stage2.statementAgreedOn != null,
		fields: ({ facts, strand }) => [
			dateField(
				'on',
				'When did they agree?',
				strand?.stage2.statementAgreedOn ?? facts.context.today
			),
			WHY_FIELD
		],
		order: (values, about, reasonTextId) => ({
			type: 'correctStatementDate',
			strandId: idOf(about),
			agreedOn: values['on'] as PlainDate,
			reasonTextId
		})
	},
	{
		name: 'correctReportDate',
		command: 'correctReportDate',
		words: 'Correct the day a report came in',
		question: 'Correct the day the report came in?',
		follows: 'Nothing else changes.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		offered: ({ strand }) =>
			STAGE2_REPORTS.some((report) => strand?.stage2.reportsReceivedOn[report] != null),
		fields: ({ facts }) => [
			{
				kind: 'choice',
				name: 'report',
				label: 'Which report?',
				choices: choicesOf(STAGE2_REPORT_WORDS),
				missing: 'Choose the report'
			},
			dateField('on', 'When did it come in?', facts.context.today),
			WHY_FIELD
		],
		order: (values, about, reasonTextId) => ({
			type: 'correctReportDate',
			strandId: idOf(about),
			report: values['report'] as Stage2Report,
			receivedOn: values['on'] as PlainDate,
			reasonTextId
		})
	},
	{
		name: 'correctMoreTimeStage2',
		command: 'correctStage2Extension',
		words: 'Correct the last notice of more time at stage 2',
		question: 'Correct the last notice of more time?',
		follows: 'The new date, and whether they were told in time, are worked out again.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		offered: ({ strand }) => (strand?.stage2.extensions.length ?? 0) > 0,
		fields: ({ facts, strand }) => {
			const last = strand?.stage2.extensions.at(-1);
			const { today } = facts.context;
			return [
				dateField('on', 'When were they told in writing?', last?.toldOn ?? today),
				dateField('until', 'What is the new date?', last?.newDueOn ?? today),
				{
					kind: 'select',
					name: 'reason',
					label: 'Which reason did you give them?',
					choices: choicesOf(STAGE2_EXTENSION_REASON_WORDS),
					missing: 'Choose the reason'
				},
				WHY_FIELD,
				...(strand?.stage2.respondedOn != null ? [DELAY_FIELD] : [])
			];
		},
		order: (values, about, reasonTextId) => ({
			type: 'correctStage2Extension',
			strandId: idOf(about),
			toldOn: values['on'] as PlainDate,
			newDueOn: values['until'] as PlainDate,
			reason: values['reason'] as Stage2ExtensionReason,
			reasonTextId,
			...(delayOf(values) ? { delayReason: delayOf(values) } : {})
		})
	},
	{
		name: 'correctStage2AnswerDate',
		command: 'correctStage2ResponseDate',
		words: 'Correct the day the full answer went',
		question: 'Correct the day the full stage 2 answer went?',
		follows: 'Whether it was in time, and the time to ask for a panel, are worked out again.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		offered: ({ strand }) => strand?.stage2.respondedOn != null,
		fields: ({ facts, strand }) => [
			dateField('on', 'When did it go?', strand?.stage2.respondedOn ?? facts.context.today),
			WHY_FIELD,
			DELAY_FIELD
		],
		order: (values, about, reasonTextId) => ({
			type: 'correctStage2ResponseDate',
			strandId: idOf(about),
			sentOn: values['on'] as PlainDate,
			reasonTextId,
			...(delayOf(values) ? { delayReason: delayOf(values) } : {})
		})
	},
	{
		name: 'correctStage2Finding',
		command: 'correctStage2Outcome',
		words: 'Correct a stage 2 decision',
		question: 'Correct the decision?',
		follows: 'Tell them yourself, under Messages: nothing is sent by this.',
		yesWords: 'Yes, correct it',
		wordsKind: 'reason',
		offered: ({ strand }) => strand?.stage2.respondedOn != null,
		fields: (about) => [
			{
				kind: 'select',
				name: 'part',
				label: 'Which part?',
				choices: pointLabels(about).map(({ elementId, label }) => ({ value: elementId, label })),
				missing: 'Choose the part'
			},
			{
				kind: 'choice',
				name: 'outcome',
				label: 'What is right?',
				choices: choicesOf(FINDING_WORDS),
				missing: 'Choose the right decision'
			},
			WHY_FIELD
		],
		order: (values, about, reasonTextId) => ({
			type: 'correctStage2Outcome',
			strandId: idOf(about),
			elementId: values['part'] ?? '',
			outcome: values['outcome'] as Outcome,
			reasonTextId
		})
	}
];

function recommendationFields(place: number): ActField[] {
	const name = `what-${place}`;
	const isThere = (values: ActValues) => (values[name] ?? '').trim() !== '';
	const isNext = (values: ActValues) =>
		place === 1 || (values[`what-${place - 1}`] ?? '').trim() !== '';
	const isAccepted = (values: ActValues) => isThere(values) && values[`say-${place}`] === 'yes';
	const isRejected = (values: ActValues) => isThere(values) && values[`say-${place}`] === 'no';
	return [
		{
			kind: 'words',
			name,
			textKind: 'recommendation',
			label: `Recommendation ${place}`,
			hint: place === 1 ? 'One a box; the next opens below. Leave it empty for none.' : '',
			missing: '',
			optional: true,
			shown: isNext
		},
		{
			kind: 'choice',
			name: `say-${place}`,
			label: `Is recommendation ${place} accepted?`,
			choices: [
				{ value: 'yes', label: 'Accepted' },
				{ value: 'no', label: 'Not accepted' }
			],
			missing: `Recommendation ${place}: choose whether it is accepted`,
			shown: isThere
		},
		{
			kind: 'date',
			name: `by-${place}`,
			label: `By which day is recommendation ${place} done?`,
			missing: `Recommendation ${place}: enter the day by which it is done`,
			initial: '',
			shown: isAccepted
		},
		{
			kind: 'words',
			name: `no-${place}`,
			textKind: 'reason',
			label: `Why is recommendation ${place} not accepted?`,
			missing: `Recommendation ${place}: write why it is not accepted`,
			shown: isRejected
		}
	];
}

function recommendationsOf(values: ActValues, idFor: IdFor): DecidedRecommendation[] {
	return PLACES.flatMap((place): DecidedRecommendation[] => {
		const textId = idOfWords(values, `what-${place}`, idFor);
		if (textId === null) return [];
		const accepted = values[`say-${place}`] === 'yes';
		return [
			{
				recommendationId: idFor(`recommendation-${place}`),
				textId,
				accepted,
				reasonTextId: accepted ? null : idOfWords(values, `no-${place}`, idFor),
				dueOn: accepted ? dateOrNull(values, `by-${place}`) : null
			}
		];
	});
}
