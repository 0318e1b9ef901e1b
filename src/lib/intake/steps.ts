/**
 * The pages of the form, by the neutral name each has in its address (`/s/4`). In brackets
 * the names of the specification.
 *
 * 1 before you start (C2), 2 who (C3), 2a a person helps a helper, 3 safe (C4), 3h help now (C4b),
 * 4 how (C5), 5 about (C6), 6 what happened (C7), 7 better (C8), 7b about to change (C8b),
 * 8 advocate (C9), 8b what an advocate may know (C9b), 9 name (C10), 10 reach you (C11),
 * 10a to 10e one page a channel, 11 check (C12), 12 sent (C13).
 *
 * An adult with a complaint of their own: 31 link to the child (B1), 32 safe (B9), 33 whose matter
 * (B2), 34 court (B3), 35 about (B4), 36 what happened (B5), 37 put right (B6), 37b about to change,
 * 38 which child, 39 who else sees what we send; then 9 to 12.
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
	'31',
	'32',
	'33',
	'34',
	'35',
	'36',
	'37',
	'37b',
	'38',
	'39',
	'11',
	'12'
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** Reads a step from an address, or null where there is no such page. */
export function findStepId(text: string): StepId | null {
	return STEP_IDS.find((id) => id === text) ?? null;
}
