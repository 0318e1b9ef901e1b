/** How far one step of the path is. */
export type StepState = 'done' | 'now' | 'next' | 'late';

/** One step of the path as a child sees it. */
export interface PathStep {
	/** "You told us". */
	title: string;
	/** The date or the short line under it: "By Wednesday 3 June". */
	note: string;
	state: StepState;
}

/** The word on each step's tag. */
export const STEP_TAGS = {
	done: 'Done',
	now: 'Now',
	next: 'Next',
	late: 'Late'
} as const satisfies Record<StepState, string>;
