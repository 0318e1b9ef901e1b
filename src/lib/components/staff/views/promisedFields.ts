import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PaperPromise } from '#lib/domain/complaint/promises.ts';
import { idOfWords, type ActField, type ActValues, type IdFor } from './actForm.ts';

/** What an answer sent on paper says will be done. The day is asked once there are words. */
export const PROMISED_FIELDS: readonly ActField[] = [
	{
		kind: 'words',
		name: 'promised',
		label: 'What does the answer promise to do?',
		hint: 'As it stands in the answer. Leave it empty where nothing is left to do.',
		missing: '',
		optional: true,
		textKind: 'promised'
	},
	{
		kind: 'date',
		name: 'promisedDue',
		label: 'By when will it be done?',
		hint: 'You are reminded of it until it is marked as done, under Promises.',
		missing: 'Enter the day by which it will be done',
		initial: '',
		shown: (values) => hasPromise(values)
	}
];

/** The same in the order; null where nothing was promised. */
export function promisedIn(values: ActValues, idFor: IdFor): PaperPromise | null {
	const textId = idOfWords(values, 'promised', idFor);
	return textId === null ? null : { textId, dueOn: values['promisedDue'] as PlainDate };
}

function hasPromise(values: ActValues): boolean {
	return (values['promised'] ?? '').trim() !== '';
}
