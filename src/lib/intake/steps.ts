/**
 * The pages of the form, by the neutral name each has in its address (`/s/4`). In brackets
 * the names of the specification.
 *
 * 1 before you start (C2), 2 who (C3), 2a a person will help, 3 safe (C4), 3h help now (C4b),
 * 4 how (C5), 5 about (C6), 6 what happened (C7), 7 better (C8), 7b about to change (C8b),
 * 8 advocate (C9), 8b what an advocate may know (C9b), 9 name (C10), 10 reach you (C11),
 * 10a to 10e one page a channel, 11 check (C12), 12 sent (C13).
 */
export const STEP_IDS = [
	'1',
	'2',
	'2a',
	'3',
	'3h',
	'4',
	'5',
	'6',
	'7',
	'7b',
	'8',
	'8b',
	'9',
	'10',
	'10a',
	'10b',
	'10c',
	'10d',
	'10e',
	'11',
	'12'
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** Reads a step from an address, or null where there is no such page. */
export function findStepId(text: string): StepId | null {
	return STEP_IDS.find((id) => id === text) ?? null;
}
