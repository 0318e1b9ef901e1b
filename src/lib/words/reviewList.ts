/** Why a line of an uploaded list is left out, and what to do about it. */
export const LINE_FAULT_WORDS = {
	officerMissing: 'It has no IRO. Enter their e-mail address or name.',
	officerUnknown:
		'No reviewing officer here has this e-mail address or name. Check it under People.',
	officerTwice: 'Two reviewing officers have this name. Enter the e-mail address instead.',
	childMissing: 'It has no child, or a name that is too long.',
	childTwice:
		'Two children have this name. Add a column “number” with your number for the child. If it is there, the IRO can add this review.',
	dayUnreadable: 'The date cannot be read. Write it like 10/06/2026.',
	dayUnlikely: 'The date is more than a year back or two years ahead. Check the year.',
	placeLong: 'The place is too long. Keep it under 200 characters.',
	twoOfficers: 'Another line gives this child another IRO. Keep one.',
	saidTwice: 'Another line has the same child on the same day.'
} as const satisfies Record<string, string>;
