import { PAPER_FILE_PROBLEMS, type FileRefusal } from '#lib/words/files.ts';

/** Why a picture is no logo. */
export type LogoProblem = 'none' | 'notScanned' | 'tooLarge' | 'tooHeavy';

/** The same, for the administrator. */
export const LOGO_PROBLEMS = {
	none: 'Attach the logo',
	notScanned: 'The virus check gives no answer just now. Nothing was kept. Try again later',
	tooLarge: 'That picture is too large for a logo. Choose one of up to 1 MB and 3,000 pixels',
	tooHeavy: 'That picture is too heavy for a slow phone. Choose a plain logo, not a photograph'
} as const satisfies Record<LogoProblem, string>;

/** Why a file was not taken at all. */
export const LOGO_FILE_PROBLEMS = {
	...PAPER_FILE_PROBLEMS,
	tooMany: 'Attach one picture',
	wrongKind: 'Attach a PNG, WebP or JPEG picture. This is another kind of file'
} as const satisfies Record<FileRefusal, string>;
