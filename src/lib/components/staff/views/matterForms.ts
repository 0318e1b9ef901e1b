import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OmbudsmanCase } from '#lib/domain/beside/ombudsmanCase.ts';
import { shortDate } from '#lib/words/dates.ts';
import type { MatterField } from '../ombudsman/MatterForm.svelte';

/** What the forms on the page of a matter are made of. */
export interface MatterFacts {
	matter: OmbudsmanCase;
	texts: Readonly<Record<string, string>>;
	decisions: readonly string[];
	today: PlainDate;
	/** Ids made with the page. */
	ids: readonly [string, string];
}

/** One form of that page. */
export interface MatterFormView {
	name: string;
	heading: string;
	fields: readonly MatterField[];
	hidden: Readonly<Record<string, string>>;
}

/** The forms that make sense now: none to answer an enquiry where none is open. */
export function matterForms({ matter, texts, decisions, today, ids }: MatterFacts) {
	const [newId, textId] = ids;
	const asked = matter.enquiries.filter(({ answeredOn }) => answeredOn === null);
	const owed = matter.recommendations.filter(({ doneOn }) => doneOn === null);
	const unconfirmed = matter.recommendations.filter(
		({ doneOn, confirmedOn }) => doneOn !== null && confirmedOn === null
	);
	const on = (label: string): MatterField => ({ kind: 'date', name: 'on', label, initial: today });
	const recommendation = (list: typeof owed): MatterField => ({
		kind: 'select',
		name: 'recommendation',
		label: 'Which recommendation?',
		options: list.map((one) => ({
			value: one.recommendationId,
			label: `${texts[one.textId] ?? 'Erased'} (by ${shortDate(one.dueOn)})`
		}))
	});
	const forms: (MatterFormView | false)[] = [
		{
			name: 'enquiry',
			heading: 'The Ombudsman asks something',
			hidden: { newId },
			fields: [
				on('When did it come?'),
				{ kind: 'date', name: 'due', label: 'By which day do they want the answer?' }
			]
		},
		asked.length > 0 && {
			name: 'answer',
			heading: 'We answered the Ombudsman',
			hidden: {},
			fields: [
				{
					kind: 'select',
					name: 'enquiry',
					label: 'Which enquiry?',
					options: asked.map(({ enquiryId, receivedOn, dueOn }) => ({
						value: enquiryId,
						label: `Of ${shortDate(receivedOn)}, due ${shortDate(dueOn)}`
					}))
				},
				on('When did the answer go?')
			]
		},
		{
			name: 'decision',
			heading: 'The Ombudsman decided',
			hidden: {},
			fields: [
				on('On which day did they decide?'),
				{
					kind: 'select',
					name: 'decision',
					label: 'What did they decide?',
					options: decisions.map((name) => ({ value: name, label: name }))
				}
			]
		},
		{
			name: 'recommend',
			heading: 'The Ombudsman recommends something',
			hidden: { newId, textId },
			fields: [
				{ kind: 'words', name: 'what', label: 'What are we to do?' },
				on('When was it recommended?'),
				{ kind: 'date', name: 'due', label: 'By which day?' }
			]
		},
		owed.length > 0 && {
			name: 'complete',
			heading: 'We did what the Ombudsman recommended',
			hidden: { textId },
			fields: [
				recommendation(owed),
				on('When was it done?'),
				{ kind: 'words', name: 'evidence', label: 'How do you know it was done?' }
			]
		},
		unconfirmed.length > 0 && {
			name: 'satisfied',
			heading: 'The Ombudsman is satisfied',
			hidden: {},
			fields: [recommendation(unconfirmed), on('When did they say so?')]
		}
	];
	return forms.filter((form) => form !== false);
}

/** What has happened in the matter so far, a line each, in the order of its days. */
export function matterLines({ matter, texts }: MatterFacts): { id: string; words: string }[] {
	return [
		...matter.enquiries.map(({ enquiryId, receivedOn, dueOn, answeredOn }) => ({
			id: enquiryId,
			words:
				`Asked ${shortDate(receivedOn)}, due ${shortDate(dueOn)}. ` +
				(answeredOn ? `Answered ${shortDate(answeredOn)}.` : 'Not answered yet.')
		})),
		...matter.recommendations.map((one) => ({
			id: one.recommendationId,
			words:
				`${texts[one.textId] ?? 'Erased'}. By ${shortDate(one.dueOn)}. ` +
				(one.doneOn === null
					? 'Not done yet.'
					: `Done ${shortDate(one.doneOn)}: ${texts[one.evidenceTextId ?? ''] ?? 'Erased'}. ` +
						(one.confirmedOn
							? `The Ombudsman was satisfied ${shortDate(one.confirmedOn)}.`
							: 'The Ombudsman has not said yet that it is met.'))
		}))
	];
}
