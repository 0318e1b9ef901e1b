import { PAPER_FILE_PROBLEMS, type FileRefusal } from '#lib/words/files.ts';

/** Why a recording of a page was not taken, for the administrator. */
export const CLIP_FILE_PROBLEMS = {
	...PAPER_FILE_PROBLEMS,
	tooMany: 'Attach one recording at a time',
	wrongKind: 'Attach an MP3, WAV, Ogg, WebM or M4A recording. This is another kind of file'
} as const satisfies Record<FileRefusal, string>;

/** What else may be wrong with it. */
export const CLIP_PROBLEMS = {
	none: 'Attach the recording',
	notScanned: 'The virus check gives no answer just now. Nothing was kept. Try again later'
} as const;
