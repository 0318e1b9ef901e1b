import { QUESTIONS } from '#lib/intake/questions.ts';
import type { StepId } from '#lib/intake/steps.ts';

/** A page whose words are the same for everybody, so that a person may read it aloud once. */
export interface ReadPage {
	path: string;
	/** As it is called in the office. */
	name: string;
}

/** Reads back what each of them said: it is the device's own voice that can read it. */
const CHECK: StepId = '11';

/** Every page that may have a recording, in the order in which a child meets them. */
export const READ_PAGES: readonly ReadPage[] = [
	{ path: '/', name: 'The first page' },
	...QUESTIONS.filter(({ id }) => id !== CHECK).map(({ id, title }) => ({
		path: `/s/${id}`,
		name: `${title} (page ${id})`
	})),
	{ path: '/help', name: 'Get help now' },
	{ path: '/advocate', name: 'Someone on your side' },
	{ path: '/back', name: 'Type your six words' },
	{ path: '/private', name: 'More ways to stay private' },
	{ path: '/privacy', name: 'Who sees this' },
	{ path: '/cookies', name: 'Cookies' },
	{ path: '/accessibility', name: 'Accessibility' },
	{ path: '/bye', name: 'The last page' }
];

/** Whether a page may have one at all. */
export function mayBeRead(path: string): boolean {
	return PATHS.has(path);
}

const PATHS: ReadonlySet<string> = new Set(READ_PAGES.map(({ path }) => path));
