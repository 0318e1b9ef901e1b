import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { fieldLabel } from '#lib/letters/checkTemplate.ts';
import type { FieldName } from '#lib/letters/fields.ts';
import { actRefusalWords, type ActRefused } from '#lib/words/actRefusals.ts';
import { loneDate } from '#lib/words/dates.ts';

/** Why nothing was done with a letter. */
export type LetterRefusal =
	| ActRefused
	| { code: 'factsMissing'; fields: readonly FieldName[] }
	| { code: 'factsLost'; fields: readonly FieldName[] }
	| { code: 'fieldsWrong' }
	| { code: 'needsSecondPerson' }
	| { code: 'needsLook' }
	| { code: 'notReleased' }
	| { code: 'noSafeWay'; how: 'online' | 'post' }
	| { code: 'onlyOnPaper' }
	| { code: 'wentInFuture' }
	| { code: 'wentBeforeLetGo'; letGoOn: PlainDate }
	| { code: 'stepNotOfLetter' }
	| { code: 'notForPdf'; what: readonly string[] };

/** The refusal in words a person can act on. */
export function letterRefusalWords(refusal: LetterRefusal): string {
	switch (refusal.code) {
		case 'factsMissing':
			return `Fill in first: ${labelsOf(refusal.fields)}.`;
		case 'factsLost':
			return `The letter must still say: ${labelsOf(refusal.fields)}. Put it back.`;
		case 'fieldsWrong':
			return 'A field in braces is not one this letter may have. Take it out.';
		case 'needsSecondPerson':
			return 'A second person must let this letter go. Ask somebody to look at it.';
		case 'needsLook':
			return 'Say first that you looked at the address or the details of somebody else.';
		case 'notReleased':
			return 'This letter is not ready yet. It must be let go first.';
		case 'noSafeWay':
			return refusal.how === 'post'
				? 'They have not said that a letter is safe, so it cannot be posted. Give it to them, or use another way.'
				: 'They have no safe way to read this on the site. Print it and give it to them.';
		case 'onlyOnPaper':
			return 'This letter is not to the person who complained, so it goes on paper only.';
		case 'wentInFuture':
			return 'That day has not come yet. Enter the day it went, once it has gone.';
		case 'wentBeforeLetGo':
			return `It was let go on ${loneDate(refusal.letGoOn)}, so it cannot have gone before. Enter the day it went.`;
		case 'stepNotOfLetter':
			return 'What was to be recorded does not belong to this letter. Open the case again and try once more.';
		case 'notForPdf':
			return `Our typeface cannot print this in a PDF: ${refusal.what.join(', ')}. Open the OpenDocument version instead, and look at it before you print it.`;
		default:
			return actRefusalWords(refusal);
	}
}

function labelsOf(fields: readonly FieldName[]): string {
	return fields.map((field) => fieldLabel(field).toLowerCase()).join('; ');
}
