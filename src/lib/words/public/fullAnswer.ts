import type { PaperKind } from '#lib/words/papers.ts';

/** What each paper that came with an answer is called to a child. */
export const PAPER_NAMES = {
	investigationReport: 'What the person who looked found out',
	independentPersonReport: 'What the person who checked it thinks',
	adjudication: 'What was decided, in full',
	panelReport: 'What the three people said',
	stage3Response: 'What we say to the three people, in full',
	stage1Answer: 'The first answer',
	statement: 'What you told us',
	record: 'Another paper',
	other: 'Another paper'
} as const satisfies Record<PaperKind, string>;

/** What is said where the person may take a paper away, and what to know before. */
export const PAPER_WORDS = {
	heading: 'The papers that come with it',
	lead: 'They may be hard to read. You can have someone read them with you.',
	take: 'Save this paper',
	takeHint: 'It goes on this phone or computer. Others who use it may see it.'
} as const;

/** What the person presses to have the answer gone through with them, as their message. */
export const GO_THROUGH = 'Please go through the answer with me.';
