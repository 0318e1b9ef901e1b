import type { SubjectCode } from '#lib/domain/triage/codes.ts';

/**
 * The subjects each pick of "What is it about?" suggests, the likeliest first. The pick itself
 * stays as the child made it; staff choose the subject beside it. Empty: only the words can tell.
 */
export const SUBJECTS_OF_PICK = {
	home: ['S2', 'S18', 'S1'],
	worker: ['S7', 'S2', 'S3'],
	family: ['S2', 'S5'],
	plan: ['S2', 'S3', 'S26'],
	school: ['S2', 'S16', 'S14', 'S15'],
	money: ['S2', 'S3', 'S1'],
	moving: ['S26', 'S3', 'S2'],
	feelings: ['S2', 'S1'],
	records: ['S20', 'S7'],
	treatment: ['S7', 'S18', 'S13'],
	other: [],
	notSure: []
} as const satisfies Record<string, readonly SubjectCode[]>;

type ChildsPick = keyof typeof SUBJECTS_OF_PICK;

/** The subjects several picks suggest, each once: first the likeliest of each pick, then the rest. */
export function subjectsOfPicks(picks: readonly string[]): SubjectCode[] {
	const lists = picks.map((pick): readonly SubjectCode[] =>
		Object.hasOwn(SUBJECTS_OF_PICK, pick) ? SUBJECTS_OF_PICK[pick as ChildsPick] : []
	);
	const longest = Math.max(0, ...lists.map(({ length }) => length));
	const inTurn = Array.from({ length: longest }, (_, rank) =>
		lists.flatMap((list) => list[rank] ?? [])
	);
	return [...new Set(inTurn.flat())];
}
