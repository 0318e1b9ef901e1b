import type { CoverAnswer } from '#lib/wire/caseload.ts';

/** Why cover was not kept, and what to do. */
export const COVER_REFUSALS = {
	mayNotSay: 'Only a complaints manager can say this for somebody else.',
	unknown: 'This cover has been changed. Look again.',
	over: 'The last day away is past. Enter a day from today on.',
	cannotCover: 'Choose somebody who does the same work.',
	coveredAlready: 'Somebody covers on some of these days already. End that cover first.',
	awayThemselves: 'Whoever is to cover is away on some of these days. Choose somebody else.'
} as const satisfies Record<Extract<CoverAnswer, { done: false }>['refusal'], string>;

/** What is missing in the form, field by field. */
export function coverFaults(chosen: {
	absentId: string;
	coveringId: string;
	fromOn: string;
	toOn: string;
}): { fieldId: string; sentence: string }[] {
	const faults = [
		{ fieldId: 'cover-absentId', sentence: 'Choose who is away', wrong: chosen.absentId === '' },
		{ fieldId: 'cover-coveringId', sentence: 'Choose who covers', wrong: chosen.coveringId === '' },
		{ fieldId: 'cover-fromOn', sentence: 'Enter the first day away', wrong: chosen.fromOn === '' },
		{
			fieldId: 'cover-toOn',
			sentence: 'Enter the last day away, not before the first',
			wrong: chosen.toOn === '' || chosen.toOn < chosen.fromOn
		}
	];
	return faults
		.filter(({ wrong }) => wrong)
		.map(({ fieldId, sentence }) => ({ fieldId, sentence }));
}
