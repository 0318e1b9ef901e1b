/** What an advocate helped with outside the procedure. Codes: no child is named. */
export const HELP_KINDS = [
	'review',
	'placement',
	'contact',
	'school',
	'health',
	'leavingCare',
	'money',
	'listening',
	'other'
] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

/** What came of it. */
export const HELP_OUTCOMES = [
	'sortedOut',
	'partlySortedOut',
	'heard',
	'becameComplaint',
	'notSortedOut',
	'goesOn'
] as const;
export type HelpOutcome = (typeof HELP_OUTCOMES)[number];
