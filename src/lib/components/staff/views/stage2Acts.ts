import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	STAGE2_DOCUMENTS,
	type Channel,
	type DelayReason,
	type ExtensionView,
	type Stage2Document,
	type Stage2ExtensionReason,
	type Stage2Report
} from '#lib/domain/complaint/codes.ts';
import { pointsToDecide } from '#lib/domain/complaint/decideStatement.ts';
import {
	CHANNEL_WORDS,
	EXTENSION_VIEW_WORDS,
	STAGE2_DOCUMENT_WORDS,
	STAGE2_EXTENSION_REASON_WORDS,
	STAGE2_REPORT_WORDS
} from '#lib/words/complaintCodes.ts';
import {
	choicesOf,
	dateField,
	dateMissing,
	tickedIn,
	type Act,
	type ActField,
	type ActValues
} from './actForm.ts';
import { partTitle } from './caseFacts.ts';
import { DELAY_FIELD, partsOf } from './outcomeActs.ts';
import { idOf } from './strandActs.ts';

const REASON: ActField = {
	kind: 'words',
	name: 'words',
	label: 'Why?',
	hint: 'It goes into the record.',
	missing: 'Write down why'
};

/** The acts on the statement of complaint, the time and the answer of stage 2. */
export const STAGE2_ACTS: readonly Act[] = [
	{
		name: 'statement',
		command: 'draftStatement',
		words: 'Send a statement of complaint',
		question: 'Record that this statement was sent to them?',
		follows: 'The clock does not wait for their answer.',
		yesWords: 'Yes, record it',
		wordsKind: 'statement',
		fields: ({ facts }) => [
			dateField('on', 'When was it sent?', facts.context.today),
			{
				kind: 'words',
				name: 'words',
				label: 'The statement of complaint',
				hint: 'Point by point, in their words, and what they want to happen',
				missing: 'Write the statement'
			}
		],
		order: (values, about, textId) => ({
			type: 'draftStatement',
			strandId: idOf(about),
			version: (about.strand?.stage2.statements.at(-1)?.version ?? 0) + 1,
			textId,
			sentOn: values['on'] as PlainDate
		})
	},
	{
		name: 'statementAgreed',
		command: 'agreeStatement',
		words: 'They agree to the statement',
		question: 'Record that they agree to the latest statement?',
		follows: 'The investigation goes on with it. The clock still runs from the request.',
		yesWords: 'Yes, record it',
		offered: ({ strand }) => {
			const last = strand?.stage2.statements.at(-1)?.version;
			return last !== undefined && strand?.stage2.agreedVersion !== last;
		},
		fields: ({ facts }) => [dateField('on', 'When did they agree?', facts.context.today)],
		order: (values, about) => ({
			type: 'agreeStatement',
			strandId: idOf(about),
			version: about.strand?.stage2.statements.at(-1)?.version ?? 1,
			agreedOn: values['on'] as PlainDate
		})
	},
	{
		name: 'statementNotAgreed',
		command: 'recordStatementNotAgreed',
		words: 'Go on without an agreed statement',
		question: 'Record that the statement is not agreed?',
		follows: 'It is investigated in their own words. They can still agree later.',
		yesWords: 'Yes, record it',
		wordsKind: 'reason',
		offered: ({ strand }) =>
			strand !== null &&
			strand.stage2.statements.length > 0 &&
			strand.stage2.statementSettled === null,
		fields: ({ facts }) => [
			dateField('on', 'Since when is that clear?', facts.context.today),
			{ ...REASON, label: 'What do you disagree about?', missing: 'Write what is disputed' }
		],
		order: (values, about, reasonTextId) => ({
			type: 'recordStatementNotAgreed',
			strandId: idOf(about),
			notedOn: values['on'] as PlainDate,
			reasonTextId
		})
	},
	{
		name: 'statementNotNeeded',
		command: 'recordStatementNotNeeded',
		words: 'No statement is needed',
		question: 'Record that no statement of complaint is needed?',
		follows: 'It is investigated as they wrote it.',
		yesWords: 'Yes, record it',
		wordsKind: 'reason',
		offered: ({ facts, strand }) =>
			!facts.complaint.madeOrally && strand?.stage2.statementSettled === null,
		fields: ({ facts }) => [
			dateField('on', 'When was that decided?', facts.context.today),
			{ ...REASON, label: 'Why is it clear enough?', missing: 'Write why it is clear enough' }
		],
		order: (values, about, reasonTextId) => ({
			type: 'recordStatementNotNeeded',
			strandId: idOf(about),
			decidedOn: values['on'] as PlainDate,
			reasonTextId
		})
	},
	{
		name: 'limitScope',
		command: 'limitScope',
		words: 'Leave out a part a court decided',
		question: 'Leave this part out of stage 2?',
		follows: 'Only because a court decided it. The other parts go on.',
		yesWords: 'Yes, leave it out',
		wordsKind: 'reason',
		offered: ({ strand }) => strand !== null && pointsToDecide(strand).length > 1,
		fields: (about) => [
			{
				kind: 'select',
				name: 'part',
				label: 'Which part?',
				choices: partsOf(about)
					.filter(({ elementId }) => !about.strand?.stage2.limited.includes(elementId))
					.map(({ elementId, label }) => ({ value: elementId, label })),
				missing: 'Choose the part'
			},
			{
				...REASON,
				label: 'Which court decided it, when, and what follows?',
				missing: 'Write what the court decided'
			},
			dateField('on', 'When were they told, with the reasons?', about.facts.context.today),
			dateField('ombudsman', 'When were they told of the Ombudsman?', about.facts.context.today)
		],
		order: (values, about, reasonTextId) => ({
			type: 'limitScope',
			strandId: idOf(about),
			elementId: values['part'] ?? '',
			reasonTextId,
			toldOn: values['on'] as PlainDate,
			ombudsmanToldOn: values['ombudsman'] as PlainDate
		})
	},
	{
		name: 'moreTimeStage2',
		command: 'extendStage2',
		words: 'Take more time at stage 2',
		question: 'Record that they were told of more time?',
		follows:
			'At most to day 65 from the request, or under the corporate procedure as much longer as the council allows itself. Told after the limit it counts, and is a late notice.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When were they told in writing?', facts.context.today),
			{
				kind: 'date',
				name: 'until',
				label: 'What is the new date?',
				missing: 'Enter the new date',
				initial: ''
			},
			{
				kind: 'select',
				name: 'reason',
				label: 'Which reason did you give them?',
				choices: choicesOf(STAGE2_EXTENSION_REASON_WORDS),
				missing: 'Choose the reason'
			},
			{
				kind: 'choice',
				name: 'view',
				label: 'What do they say to it?',
				choices: choicesOf(EXTENSION_VIEW_WORDS),
				missing: 'Choose what they say'
			}
		],
		order: (values, about) => ({
			type: 'extendStage2',
			strandId: idOf(about),
			reason: values['reason'] as Stage2ExtensionReason,
			toldOn: values['on'] as PlainDate,
			newDueOn: values['until'] as PlainDate,
			complainantsView: values['view'] as ExtensionView
		})
	},
	{
		name: 'report',
		command: 'receiveReport',
		words: 'Record a report',
		question: 'Record this report as received?',
		follows: 'Once both are in, the adjudicating officer decides.',
		yesWords: 'Yes, record it',
		wordsKind: 'report',
		fields: ({ facts }) => [
			{
				kind: 'choice',
				name: 'report',
				label: 'Which report?',
				choices: choicesOf(STAGE2_REPORT_WORDS),
				missing: 'Choose the report'
			},
			dateField('on', 'When did it come in?', facts.context.today),
			{
				kind: 'words',
				name: 'words',
				label: 'What does it say?',
				hint: 'Its findings in short, or the whole of it',
				missing: 'Write what it says'
			}
		],
		order: (values, about, textId) => ({
			type: 'receiveReport',
			strandId: idOf(about),
			report: values['report'] as Stage2Report,
			receivedOn: values['on'] as PlainDate,
			documentId: null,
			textId
		})
	},
	{
		name: 'sendStage2',
		command: 'sendStage2Response',
		words: 'Record the full answer sent on paper',
		question: 'Record that all three were sent?',
		follows:
			'Stage 2 is complete. It counts as received two working days later, and they have 20 working days to ask for a panel.',
		yesWords: 'Yes, record it',
		offered: ({ strand }) => strand?.stage2.adjudication !== null,
		fields: ({ facts }) => [
			dateField('on', 'When was it posted?', facts.context.today),
			{
				kind: 'checks',
				name: 'documents',
				label: 'What was in it?',
				hint: 'It is complete only with all three.',
				choices: STAGE2_DOCUMENTS.map((value) => ({
					value,
					label: capital(STAGE2_DOCUMENT_WORDS[value])
				})),
				missing: 'Tick what was sent'
			},
			DELAY_FIELD
		],
		order: (values, about) => ({
			type: 'sendStage2Response',
			strandId: idOf(about),
			sentOn: values['on'] as PlainDate,
			documents: tickedIn(values, 'documents') as Stage2Document[],
			delayReason: delayOf(values),
			releasedByStaffId: null,
			sentOnPaper: true
		})
	},
	{
		name: 'stage2Delay',
		command: 'tellStage2Delay',
		words: 'Tell them stage 2 will miss day 65',
		question: 'Record that they were told of the delay?',
		follows: 'It says sorry, gives a new date, and tells them of the Ombudsman.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When were they told?', facts.context.today),
			{
				kind: 'date',
				name: 'expected',
				label: 'By when do you expect it now?',
				hint: 'Leave it empty where nobody can say.',
				missing: dateMissing('By when do you expect it now?'),
				initial: '',
				optional: true
			}
		],
		order: (values, about) => ({
			type: 'tellStage2Delay',
			strandId: idOf(about),
			toldOn: values['on'] as PlainDate,
			expectedOn: dateOrNull(values, 'expected')
		})
	},
	{
		name: 'endStage2',
		command: 'discontinueStage2',
		words: 'End stage 2: no scope can be agreed',
		question: 'End stage 2 without an answer?',
		follows: 'Only after real effort. They are told of the Ombudsman, and can take it up again.',
		yesWords: 'Yes, end it',
		wordsKind: 'reason',
		offered: ({ strand }) =>
			strand !== null &&
			strand.stage2.statements.length > 0 &&
			strand.stage2.statementSettled === null,
		fields: ({ facts }) => [
			...attemptFields('first', 'When did you first try to agree it with them?'),
			...attemptFields('second', 'When did you try again?'),
			{ ...REASON, label: 'What could not be agreed?', missing: 'Write what could not be agreed' },
			dateField('ombudsman', 'When were they told of the Ombudsman?', facts.context.today),
			dateField('on', 'When does stage 2 end?', facts.context.today)
		],
		order: (values, about, reasonTextId) => ({
			type: 'discontinueStage2',
			strandId: idOf(about),
			discontinuedOn: values['on'] as PlainDate,
			attempts: ['first', 'second'].map((name) => ({
				triedOn: values[`${name}On`] as PlainDate,
				channel: values[`${name}By`] as Channel
			})),
			reasonTextId,
			ombudsmanToldOn: values['ombudsman'] as PlainDate
		})
	},
	{
		name: 'recommendationDone',
		command: 'completeRecommendation',
		words: 'A recommendation was carried out',
		question: 'Record it as carried out?',
		follows: 'It is done, and the record says how you know.',
		yesWords: 'Yes, record it',
		wordsKind: 'evidence',
		offered: ({ strand }) =>
			strand?.recommendations.some(({ accepted, doneOn }) => accepted && doneOn === null) ?? false,
		fields: ({ facts, strand }) => [
			{
				kind: 'select',
				name: 'which',
				label: 'Which one?',
				choices: (strand?.recommendations ?? [])
					.filter(({ accepted, doneOn }) => accepted && doneOn === null)
					.map(({ recommendationId, textId }, place) => ({
						value: recommendationId,
						label:
							facts.pulled.texts.find((one) => one.textId === textId)?.words ??
							`Recommendation ${place + 1}`
					})),
				missing: 'Choose the recommendation'
			},
			dateField('on', 'When was it done?', facts.context.today),
			{
				kind: 'words',
				name: 'words',
				label: 'How do you know?',
				hint: 'What was done, who checked it, and where it is kept',
				missing: 'Write how you know'
			}
		],
		order: (values, about, evidenceTextId) => ({
			type: 'completeRecommendation',
			strandId: idOf(about),
			recommendationId: values['which'] ?? '',
			doneOn: values['on'] as PlainDate,
			evidenceTextId
		})
	}
];

/** Which part, and the words of it, for a stage 2 form. */
export function pointLabels(about: Parameters<typeof partsOf>[0]) {
	return partsOf(about)
		.filter(({ elementId }) => !about.strand?.stage2.limited.includes(elementId))
		.map(({ elementId, label }) => ({
			elementId,
			label,
			title: partTitle(about.facts, elementId)
		}));
}

/** A reason for a delay, where one was chosen. */
export function delayOf(values: ActValues): DelayReason | null {
	return (values['delay'] || null) as DelayReason | null;
}

/** A date that may stay empty. */
export function dateOrNull(values: ActValues, name: string): PlainDate | null {
	return ((values[name] ?? '').trim() || null) as PlainDate | null;
}

function attemptFields(name: 'first' | 'second', label: string): ActField[] {
	return [
		{ kind: 'date', name: `${name}On`, label, missing: dateMissing(label), initial: '' },
		{
			kind: 'select',
			name: `${name}By`,
			label: `How did you try the ${name} time?`,
			choices: choicesOf(CHANNEL_WORDS),
			missing: `Choose how you tried the ${name} time`
		}
	];
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
