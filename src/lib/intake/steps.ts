/** The pages of a thank-you, and of an idea or a question. */
export const ASIDE_STEP_IDS = ['41', '42', '43', '51', '52', '53', '54'] as const;

/**
 * The pages of the form, by the neutral name each has in its address (`/s/4`). In brackets
 * the names of the specification.
 *
 * 1 before you start (C2), 2 who (C3), 3 safe (C4), 3h help now (C4b),
 * 4 how (C5), 4b which language, 5 about (C6), 6 what happened (C7), 7 better (C8), 7b about to change (C8b),
 * 8 advocate (C9), 8b what an advocate may know (C9b), 9 name (C10), 10 reach you (C11),
 * 10a to 10e one page a channel, 11 check (C12), 12 sent (C13).
 *
 * Somebody helping a child: 21 who (A1), 22 does the child know (A2), 23 is the child safe (A5),
 * 24 anyone else, 25 the child's own words (A3), 26 how we hear from the child (A4), 26b how, 26c which language,
 * 27 what happened (A6), 28 better (A7), 28b about to change, 29 the child's name, 30 reaching the child
 * (A9), 30a to 30e one page a channel; then 9 and 10 for the helper (A8), and 11, 12.
 *
 * A thank-you: 41 what was good, 42 may we tell, 43 a reply; then 12. An idea or a question: 51
 * what, 52 about whom, 53 an answer, 54 reaching them; then 12.
 *
 * An adult with a complaint of their own: 31 link to the child (B1), 32 safe (B9), 33 whose matter
 * (B2), 34 court (B3), 34b how, 34c which language, 35 about (B4), 36 what happened (B5), 37 put right (B6), 37b about to change,
 * 38 which child, 39 who else sees what we send; then 9 to 12.
 */
export const STEP_IDS = [
	'1',
	'2',
	'3',
	'3h',
	'4',
	'4b',
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
	'21',
	'22',
	'23',
	'24',
	'25',
	'26',
	'26b',
	'26c',
	'27',
	'28',
	'28b',
	'29',
	'30',
	'30a',
	'30b',
	'30c',
	'30d',
	'30e',
	'31',
	'32',
	'33',
	'34',
	'34b',
	'34c',
	'35',
	'36',
	'37',
	'37b',
	'38',
	'39',
	...ASIDE_STEP_IDS,
	'11',
	'12'
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** Reads a step from an address, or null where there is no such page. */
export function findStepId(text: string): StepId | null {
	return STEP_IDS.find((id) => id === text) ?? null;
}
