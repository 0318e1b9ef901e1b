import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { DelayReason } from '#lib/domain/complaint/codes.ts';
import type { PanelRecommendation, PanelReportReader } from '#lib/domain/complaint/stage3Codes.ts';
import { DELAY_REASON_WORDS } from '#lib/words/complaintCodes.ts';
import { PANEL_REPORT_READER_WORDS } from '#lib/words/stage3Codes.ts';
import {
	choicesOf,
	dateField,
	idOfWords,
	tickedIn,
	type Act,
	type ActAbout,
	type ActField,
	type ActValues,
	type IdFor
} from './actForm.ts';
import { wordsOf } from './caseFacts.ts';
import { idOf } from './strandActs.ts';

/** If it is late, why: for a report, a response, or the right date of one. */
export const STAGE3_DELAY_FIELD: ActField = {
	kind: 'select',
	name: 'delay',
	label: 'If it is late, why?',
	hint: 'Choose “Not late” if it is in time. It goes into the yearly report, without names.',
	choices: choicesOf(DELAY_REASON_WORDS),
	missing: '',
	optional: true
};

/** The panel's report, and what is decided about each recommendation in it. */
export const STAGE3_RESPONSE_ACTS: readonly Act[] = [
	{
		name: 'panelReport',
		command: 'receivePanelReport',
		words: 'Record the panel’s report',
		question: 'Record the report?',
		follows: 'The response is due in 15 working days, with the independent person of stage 2.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did it come?', facts.context.today),
			{
				kind: 'words',
				name: 'report',
				label: 'The report',
				hint: 'Its summary, or all of it.',
				missing: 'Write or paste the report',
				textKind: 'report'
			},
			{
				kind: 'words',
				name: 'recommendations',
				label: 'What does it recommend?',
				hint: 'One recommendation a line. Leave it empty where there are none.',
				missing: '',
				optional: true
			},
			STAGE3_DELAY_FIELD
		],
		order: (values, about, _textId, idFor) => ({
			type: 'receivePanelReport',
			strandId: idOf(about),
			receivedOn: values['on'] as PlainDate,
			documentId: null,
			textId: idFor('report'),
			recommendations: linesOf(values).map((_line, place) => ({
				recommendationId: idFor(`recommendation-${place}`),
				textId: idFor(`recommendation-${place}-words`)
			})),
			delayReason: delayOf(values)
		}),
		texts: (values, _about, idFor) =>
			linesOf(values).map((words, place) => ({
				textId: idFor(`recommendation-${place}-words`),
				kind: 'recommendation',
				words
			}))
	},
	{
		name: 'sendPanelReport',
		command: 'sendPanelReport',
		words: 'Record that the panel’s report went to the others',
		question: 'Record that the report went to them?',
		follows: 'It goes to them within 5 working days of the meeting. The response is counted apart.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did it go to the last of them?', facts.context.today),
			{
				kind: 'checks',
				name: 'to',
				label: 'To whom did it go?',
				hint: 'The complainant and the independent person of stage 2 always get it.',
				choices: choicesOf(PANEL_REPORT_READER_WORDS),
				missing: 'Tick who got it'
			},
			STAGE3_DELAY_FIELD
		],
		order: (values, about) => ({
			type: 'sendPanelReport',
			strandId: idOf(about),
			sentOn: values['on'] as PlainDate,
			sentTo: tickedIn(values, 'to') as PanelReportReader[],
			delayReason: delayOf(values)
		})
	},
	{
		name: 'answerPanel',
		command: 'respondStage3',
		words: 'Record the response as sent on paper',
		question: 'Record the response as sent on paper?',
		follows:
			'What you accept becomes an action, tracked until it is done. Nothing is sent from here.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			dateField('on', 'When was it posted?', about.facts.context.today),
			{
				kind: 'date',
				name: 'independent',
				label: 'When did the independent person of stage 2 take part?',
				missing: 'Enter the day they took part',
				initial: ''
			},
			...recommendationsOf(about).flatMap((one, place) => decisionFields(about, one, place)),
			dateField(
				'ombudsman',
				'When were they told how to reach the Ombudsman?',
				about.facts.context.today
			),
			STAGE3_DELAY_FIELD
		],
		order: (values, about, _textId, idFor) => ({
			type: 'respondStage3',
			strandId: idOf(about),
			sentOn: values['on'] as PlainDate,
			independentPersonTookPartOn: values['independent'] as PlainDate,
			decisions: recommendationsOf(about).map((one, place) =>
				decisionOf(one, place, { values, idFor })
			),
			ombudsmanToldOn: values['ombudsman'] as PlainDate,
			delayReason: delayOf(values),
			releasedByStaffId: null,
			sentOnPaper: true
		})
	}
];

function recommendationsOf({ strand }: ActAbout): readonly PanelRecommendation[] {
	return strand?.stage3?.recommendations ?? [];
}

/** Accept it with an owner and a day, or say why not. */
function decisionFields(
	{ facts }: ActAbout,
	{ textId }: PanelRecommendation,
	place: number
): ActField[] {
	const title = `Recommendation ${place + 1}`;
	return [
		{
			kind: 'choice',
			name: `accepted-${place}`,
			label: `${title}: ${wordsOf(facts.pulled, textId) ?? 'Erased'}`,
			choices: [
				{ value: 'yes', label: 'Accept it' },
				{ value: 'no', label: 'Do not accept' }
			],
			missing: `${title}: choose whether it is accepted`
		},
		{
			kind: 'select',
			name: `owner-${place}`,
			label: `${title}: who does it?`,
			hint: 'Where it is accepted',
			choices: facts.pull.staff.map(({ staffId, displayName }) => ({
				value: staffId,
				label: displayName
			})),
			missing: '',
			optional: true,
			emptyWords: 'Nobody'
		},
		{
			kind: 'date',
			name: `due-${place}`,
			label: `${title}: by which day?`,
			hint: 'Where it is accepted',
			missing: '',
			initial: '',
			optional: true
		},
		{
			kind: 'words',
			name: `why-${place}`,
			label: `${title}: why do you not accept it?`,
			missing: '',
			optional: true,
			textKind: 'reason'
		}
	];
}

function decisionOf(
	{ recommendationId }: PanelRecommendation,
	place: number,
	{ values, idFor }: { values: ActValues; idFor: IdFor }
) {
	const accepted = values[`accepted-${place}`] === 'yes';
	return {
		recommendationId,
		accepted,
		reasonTextId: idOfWords(values, `why-${place}`, idFor),
		ownerId: values[`owner-${place}`] || null,
		dueOn: (values[`due-${place}`] || null) as PlainDate | null
	};
}

function linesOf(values: ActValues): string[] {
	return (values['recommendations'] ?? '')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

function delayOf(values: ActValues): DelayReason | null {
	return (values['delay'] || null) as DelayReason | null;
}
