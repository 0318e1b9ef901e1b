/** Why a file was not taken. */
export const FILE_REFUSALS = [
	'empty',
	'tooBig',
	'tooMany',
	'wrongKind',
	'applePhoto',
	'video',
	'pictureBroken',
	'pictureTooLarge',
	'soundBroken',
	'virus',
	'busy'
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** The most files that go with one message or one story. */
export const MOST_FILES = 3;

/** What the virus check said of a file that nobody gets for now, or ever. */
export const SCAN_WORDS = {
	waiting: 'It waits for the virus check. It can be opened once that is done',
	found: 'The virus check found something in it, so the file was erased'
} as const;

/** Why a file was not taken, for those who hand in or give papers. */
export const PAPER_FILE_PROBLEMS = {
	empty: 'The file is empty. Attach another one',
	tooBig: 'The file is larger than 10 MB. Attach a smaller one',
	tooMany: 'Attach one file at a time',
	wrongKind: 'Attach a PDF, ODT or DOCX file. This is another kind, or it carries a program',
	applePhoto: 'This kind of photo cannot be opened. Save it as JPEG and attach that',
	video: 'Videos are not taken. Attach a recording of the sound, or a picture',
	pictureBroken: 'The picture cannot be opened. Save it again as JPEG or PNG and attach that',
	pictureTooLarge: 'The picture has more than 50 million points. Make it smaller and attach that',
	soundBroken: 'The recording cannot be opened. Save it again as MP3 or WAV and attach that',
	virus: 'The virus check found something in this file. It was not kept',
	busy: 'Many files are being sent just now. Try again in a minute'
} as const satisfies Record<FileRefusal, string>;
