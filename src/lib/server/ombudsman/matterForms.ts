import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OmbudsmanCommand } from '#lib/domain/beside/besideCommands.ts';
import { OMBUDSMAN_REFERRAL_KINDS } from '#lib/domain/beside/codes.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';
import type { MatterText } from '#lib/server/ombudsman/ownMatters.ts';

const LONGEST = 4000;

const day = (missing: string) =>
	z.custom<PlainDate>((value) => typeof value === 'string' && isPlainDate(value), missing);
const words = (missing: string) =>
	z.string().trim().min(1, missing).max(LONGEST, 'Keep this under 4,000 characters');
const id = z.uuid('Open the page again and start from there');

/** The form that records a matter without a complaint. */
export const newMatterForm = z.object({
	caseId: id,
	textId: id,
	referenceTextId: id,
	on: day('Enter the day it went to the Ombudsman'),
	kind: chosenFrom(OMBUDSMAN_REFERRAL_KINDS, 'Choose how it came to the Ombudsman'),
	about: words('Write what it is about'),
	reference: z.string().trim().max(100, 'Keep the reference under 100 characters')
});

/** The forms on the page of such a matter. */
export const MATTER_FORMS = {
	enquiry: z.object({
		newId: id,
		on: day('Enter the day it came'),
		due: day('Enter the day they gave')
	}),
	answer: z.object({ enquiry: id, on: day('Enter the day the answer went') }),
	decision: z.object({
		on: day('Enter the day they decided'),
		decision: words('Choose what they decided')
	}),
	recommend: z.object({
		newId: id,
		textId: id,
		what: words('Write what we are to do'),
		on: day('Enter the day it was recommended'),
		due: day('Enter the day by which it is to be done')
	}),
	complete: z.object({
		recommendation: id,
		textId: id,
		on: day('Enter the day it was done'),
		evidence: words('Write how you know that it was done')
	}),
	satisfied: z.object({ recommendation: id, on: day('Enter the day they said so') })
} as const;

export type MatterFormName = keyof typeof MATTER_FORMS;

/** The order that a form gives, with the words it brings. */
export interface MatterOrder {
	command: OmbudsmanCommand;
	texts: readonly MatterText[];
}

/** The order of the form that records a new matter. */
export function newMatterOrder(form: z.infer<typeof newMatterForm>): MatterOrder {
	const hasReference = form.reference !== '';
	const referenceTextId = hasReference ? form.referenceTextId : null;
	return {
		command: {
			type: 'recordOmbudsmanReferral',
			ombudsmanCaseId: form.caseId,
			madeOn: form.on,
			kind: form.kind,
			referenceTextId
		},
		texts: [
			{ textId: form.textId, kind: 'about' as const, words: form.about },
			...(referenceTextId
				? [{ textId: referenceTextId, kind: 'reference' as const, words: form.reference }]
				: [])
		]
	};
}

type FormOf<Name extends MatterFormName> = z.infer<(typeof MATTER_FORMS)[Name]>;

/** What each form of the page orders. */
export const MATTER_ORDERS: {
	readonly [Name in MatterFormName]: (ombudsmanCaseId: string, form: FormOf<Name>) => MatterOrder;
} = {
	enquiry: (ombudsmanCaseId, { newId, on, due }) => ({
		command: {
			type: 'recordOmbudsmanEnquiry',
			ombudsmanCaseId,
			enquiryId: newId,
			receivedOn: on,
			dueOn: due
		},
		texts: []
	}),
	answer: (ombudsmanCaseId, { enquiry, on }) => ({
		command: {
			type: 'answerOmbudsmanEnquiry',
			ombudsmanCaseId,
			enquiryId: enquiry,
			answeredOn: on
		},
		texts: []
	}),
	decision: (ombudsmanCaseId, { on, decision }) => ({
		command: {
			type: 'recordOmbudsmanDecision',
			ombudsmanCaseId,
			decidedOn: on,
			decision: decision.slice(0, 200),
			recommendations: []
		},
		texts: []
	}),
	recommend: (ombudsmanCaseId, { newId, textId, what, on, due }) => ({
		command: {
			type: 'addOmbudsmanRecommendation',
			ombudsmanCaseId,
			madeOn: on,
			recommendationId: newId,
			textId,
			dueOn: due
		},
		texts: [{ textId, kind: 'recommendation', words: what }]
	}),
	complete: (ombudsmanCaseId, { recommendation, textId, on, evidence }) => ({
		command: {
			type: 'completeOmbudsmanRecommendation',
			ombudsmanCaseId,
			recommendationId: recommendation,
			doneOn: on,
			evidenceTextId: textId
		},
		texts: [{ textId, kind: 'evidence', words: evidence }]
	}),
	satisfied: (ombudsmanCaseId, { recommendation, on }) => ({
		command: {
			type: 'confirmOmbudsmanCompliance',
			ombudsmanCaseId,
			recommendationId: recommendation,
			confirmedOn: on
		},
		texts: []
	})
};
