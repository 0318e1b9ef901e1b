import { MOST_FILES, type FileRefusal } from '#lib/words/files.ts';

/** Why a file was not taken, and what to do instead, for a child. */
export const FILE_PROBLEMS = {
	empty: 'That file is empty. Try again, or tell us in words.',
	tooBig: 'That file is too big. Choose one under 10MB.',
	tooMany: `You can send ${MOST_FILES} files at a time. Take one away first.`,
	wrongKind: 'We could not open that file. Send a photo, a picture or a recording.',
	applePhoto: 'We cannot open that kind of photo. Take a screenshot, and send that.',
	video: 'We cannot take videos. Record your voice, or send a photo.',
	pictureBroken: 'We could not open that picture. Try again, or tell us in words.',
	pictureTooLarge: 'That picture is too big for us. Make it smaller, then try again.',
	soundBroken: 'We could not open that recording. Try again, or tell us in words.',
	virus: 'That file may harm a computer. We did not keep it.',
	busy: 'A lot of people are sending files. Try again in a minute.'
} as const satisfies Record<FileRefusal, string>;

/** The same where an adult tells us, who may send a PDF as well. */
export const ADULT_FILE_PROBLEMS = {
	...FILE_PROBLEMS,
	wrongKind: 'We could not open that file. Send a photo, a recording or a PDF.'
} as const satisfies Record<FileRefusal, string>;

/** A file that was not taken while the rest came; why stands after it. */
export const FILE_LEFT_OUT = 'A file did not come with it.';

/** The rest could not be kept, and a page cannot hold a file until the next press. */
export const FILES_AGAIN = 'We do not have your recording or files yet. Add them again.';

/** What stands around the files of an adult. A PDF is kept as it is given. */
export const ADULT_FILE_WORDS = {
	along: 'Send a recording, photo or PDF too',
	add: 'Add a recording, photo or PDF',
	hint: `Up to ${MOST_FILES} files, 10MB each. We take out where and when a photo or recording was made. A PDF stays as it is.`
} as const;

/** What stands around the recorder and the files. */
export const FILE_WORDS = {
	hint: `Up to ${MOST_FILES} files, 10MB each. We take out where and when they were made.`,
	start: 'Record your voice',
	stop: 'Stop',
	listen: 'Listen',
	drop: 'Delete it',
	along: 'Send a recording or a picture too',
	choose: 'Add a recording, photo or picture',
	add: 'Add it now',
	keep: 'Press “Add it now” to keep it.',
	sendFirst: 'Press Send before you leave. If not, a recording or picture is lost.',
	full: `You have added ${MOST_FILES} files. To add another one, delete one first.`
} as const;
