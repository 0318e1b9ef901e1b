import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type {
	ChildsViews,
	Consent,
	ConsentEvidence,
	LateFactor
} from '#lib/domain/beside/codes.ts';
import type { Procedure } from '#lib/domain/complaint/codes.ts';
import type { TriagedElement } from '#lib/domain/complaint/events.ts';
import { REASON_CODES, type ReasonCode } from '#lib/domain/triage/codes.ts';
import { reasonFor } from '#lib/domain/triage/reasons.ts';
import {
	CHILDS_VIEWS_WORDS,
	CONSENT_EVIDENCE_WORDS,
	CONSENT_WORDS,
	LATE_FACTOR_WORDS
} from '#lib/words/besideCodes.ts';
import { PROCEDURE_WORDS } from '#lib/words/complaintCodes.ts';
import { REASON_WORDS } from '#lib/words/triage.ts';
import {
	choicesOf,
	dateField,
	idOfWords,
	tickedIn,
	type Act,
	type ActAbout,
	type ActField
} from './actForm.ts';
import { dateOrNull, partField, partOrAllField } from './suspensionActs.ts';

const YES_NO = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'no', label: 'No' }
];

function whyField(name: string, label: string): ActField {
	return { kind: 'words', name, label, missing: 'Write why', textKind: 'reason' };
}

function toldField(name: string, label: string): ActField {
	return { kind: 'date', name, label, missing: '', initial: '', optional: true };
}

/** Where a part that was refused, or went elsewhere, may go: every route that decides alone. */
const NEW_ROUTES = REASON_CODES.filter((code) => !reasonFor(code).onlyBeside);

/**
 * What else may be true of it, whatever carries it: first what only ever stands beside a route,
 * such as taking it although it is late. Which go together the rules say, as at the first decision.
 */
const OTHER_ROUTES = REASON_CODES.filter((code) => reasonFor(code).opens.length === 0).sort(
	(one, other) => Number(reasonFor(other).onlyBeside) - Number(reasonFor(one).onlyBeside)
);

/** The routes that either procedure may carry ask which one. */
function asksProcedure(route: string | undefined): boolean {
	const code = NEW_ROUTES.find((one) => one === route);
	return code !== undefined && reasonFor(code).opens.length > 1;
}

/** The parts that are in no procedure, and may be decided again. */
export function partsToRedecide({ complaint }: ActAbout['facts']): TriagedElement[] {
	return complaint.elements.filter(({ strandId }) => strandId === null);
}

/** The decisions about who complains and how late, and the route decided again. */
export const STANDING_ACTS: readonly Act[] = [
	{
		name: 'late',
		command: 'decideLateReceipt',
		words: 'Decide about more than one year',
		question: 'Record this decision?',
		follows: 'It is accepted only where both are true. Decide the route of the part as well.',
		yesWords: 'Yes, record it',
		fields: (about) => [
			partOrAllField(about, 'Which part is over a year old?'),
			dateField('on', 'When do you decide?', about.facts.context.today),
			{
				kind: 'date',
				name: 'arose',
				label: 'When did it happen?',
				missing: 'Enter when it happened',
				initial: ''
			},
			{
				kind: 'choice',
				name: 'earlier',
				label: 'Was it too much to expect them to complain earlier?',
				choices: YES_NO,
				missing: 'Choose whether it was too much to expect'
			},
			whyField('whyEarlier', 'Why?'),
			{
				kind: 'choice',
				name: 'fair',
				label: 'Can we still look into it properly and fairly?',
				choices: YES_NO,
				missing: 'Choose whether it can still be looked into'
			},
			whyField('whyFair', 'Why, or why not?'),
			{
				kind: 'checks',
				name: 'factors',
				label: 'What speaks for taking it',
				choices: choicesOf(LATE_FACTOR_WORDS),
				missing: '',
				optional: true
			},
			toldField('told', 'When were they told in writing, with the way to the Ombudsman?')
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'decideLateReceipt',
			elementId: values['part'] || null,
			decidedOn: values['on'] as PlainDate,
			aroseOn: values['arose'] as PlainDate,
			notReasonableEarlier: values['earlier'] === 'yes',
			stillEffectiveAndFair: values['fair'] === 'yes',
			factors: tickedIn(values, 'factors') as LateFactor[],
			earlierReasonTextId: idFor('whyEarlier'),
			fairReasonTextId: idFor('whyFair'),
			toldOn: dateOrNull(values['told'])
		})
	},
	{
		name: 'interest',
		command: 'decideInterest',
		words: 'Decide on sufficient interest',
		question: 'Record this decision?',
		follows: 'A refusal goes in writing. Decide the route of the part as well.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When do you decide?', facts.context.today),
			{
				kind: 'choice',
				name: 'sufficient',
				label: 'Have they sufficient interest in the child’s welfare?',
				choices: YES_NO,
				missing: 'Choose whether they have'
			},
			whyField('why', 'Why, or why not?'),
			{
				kind: 'choice',
				name: 'views',
				label: 'What does the child think?',
				choices: choicesOf(CHILDS_VIEWS_WORDS),
				missing: 'Choose whether the child was asked'
			},
			{
				kind: 'words',
				name: 'said',
				label: 'What did the child say?',
				missing: '',
				optional: true,
				textKind: 'reason'
			},
			toldField('told', 'When were they told in writing?'),
			toldField('childTold', 'When was the child told, if that is right?')
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'decideInterest',
			decidedOn: values['on'] as PlainDate,
			isSufficient: values['sufficient'] === 'yes',
			childsViews: values['views'] as ChildsViews,
			childsViewsTextId: idOfWords(values, 'said', idFor),
			reasonTextId: idFor('why'),
			toldOn: dateOrNull(values['told']),
			childToldOn: dateOrNull(values['childTold'])
		})
	},
	{
		name: 'consent',
		command: 'recordConsent',
		words: 'Record the child’s consent',
		question: 'Record it?',
		follows: 'It is about who may act for the child. The latest stands, and all are kept.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did the child say so?', facts.context.today),
			{
				kind: 'choice',
				name: 'consent',
				label: 'What does the child say?',
				choices: choicesOf(CONSENT_WORDS),
				missing: 'Choose what the child says'
			},
			{
				kind: 'select',
				name: 'evidence',
				label: 'How do we know?',
				choices: choicesOf(CONSENT_EVIDENCE_WORDS),
				missing: 'Choose how we know'
			},
			{
				kind: 'words',
				name: 'how',
				label: 'What was said, and who heard it?',
				missing: 'Write what was said, and who heard it',
				textKind: 'reason'
			},
			{
				kind: 'choice',
				name: 'suitable',
				label: 'Is the person who acts for the child suitable?',
				choices: YES_NO,
				missing: 'Choose whether the person is suitable'
			}
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'recordConsent',
			recordedOn: values['on'] as PlainDate,
			consent: values['consent'] as Consent,
			evidence: values['evidence'] as ConsentEvidence,
			evidenceTextId: idFor('how'),
			isSuitable: values['suitable'] === 'yes'
		})
	},
	{
		name: 'consentWithdrawn',
		command: 'withdrawConsent',
		words: 'The child takes back their consent',
		question: 'Record that the child takes it back?',
		follows: 'The complaint does not end by this. Ask the child what should happen with it.',
		yesWords: 'Yes, record it',
		fields: ({ facts }) => [
			dateField('on', 'When did the child say so?', facts.context.today),
			{
				kind: 'words',
				name: 'how',
				label: 'What was said, and who heard it?',
				missing: 'Write what was said, and who heard it',
				textKind: 'reason'
			}
		],
		order: (values, _about, _textId, idFor) => ({
			type: 'withdrawConsent',
			withdrawnOn: values['on'] as PlainDate,
			evidenceTextId: idFor('how')
		})
	},
	{
		name: 'redecide',
		command: 'redecideElement',
		words: 'Decide a part again',
		question: 'Decide it again?',
		follows: 'Its clock runs from the day we first had it, so it may be late at once.',
		yesWords: 'Yes, decide it',
		fields: ({ facts }) => [
			partField(
				facts,
				partsToRedecide(facts).map(({ elementId }) => elementId)
			),
			dateField('on', 'When do you decide?', facts.context.today),
			{
				kind: 'select',
				name: 'route',
				label: 'Where does it go now?',
				choices: NEW_ROUTES.map((code) => ({ value: code, label: REASON_WORDS[code] })),
				missing: 'Choose where it goes'
			},
			{
				kind: 'choice',
				name: 'procedure',
				label: 'Under which procedure?',
				choices: choicesOf({
					statutory: PROCEDURE_WORDS.statutory,
					corporate: PROCEDURE_WORDS.corporate
				}),
				missing: 'Choose the procedure',
				shown: ({ route }) => asksProcedure(route)
			},
			{
				kind: 'checks',
				name: 'also',
				label: 'What else is true of it?',
				hint: 'Such as that it is late and taken all the same. Tick nothing where it is only that.',
				choices: OTHER_ROUTES.map((code) => ({ value: code, label: REASON_WORDS[code] })),
				missing: '',
				optional: true
			},
			{
				kind: 'words',
				name: 'why',
				label: 'What is new?',
				hint: 'Such as consent that has come, or new facts',
				missing: 'Write what is new',
				textKind: 'reason'
			}
		],
		order: (values, { facts }, _textId, idFor) => {
			const was = partsToRedecide(facts).find(({ elementId }) => elementId === values['part']);
			if (!was) throw new PartMissing();
			const route = values['route'] as ReasonCode;
			const also = tickedIn(values, 'also') as ReasonCode[];
			const { opens, opensAt } = reasonFor(route);
			const procedure = opens.length > 1 ? (values['procedure'] as Procedure) : opens[0];
			const strandId = procedure ? idFor('strand') : null;
			return {
				type: 'redecideElement',
				decidedOn: values['on'] as PlainDate,
				element: {
					...was,
					routes: [...new Set([route, ...also])],
					strandId,
					reasonTextId: idFor('why')
				},
				strand: procedure && strandId && opensAt ? { strandId, procedure, opensAt } : null
			};
		}
	}
];

/** A form gave an order about a part that is not in the case: a bug of the page. */
class PartMissing extends Error {
	override name = 'PartMissing';
}
