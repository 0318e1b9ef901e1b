import { MOST_FILES, type FileRefusal } from '#lib/words/files.ts';

const BYTES_A_MB = 1_000_000;
const LARGEST = 10 * 1024 * 1024;

/** Why one more file is not added to a form; null where it may be. */
export function fileTooMuch(count: number, byteSize: number): string | null {
	if (count >= MOST_FILES) return `You can add ${MOST_FILES} at most. Take one out first.`;
	if (byteSize > LARGEST) return 'This file is larger than 10 MB. Choose a smaller one.';
	return byteSize === 0 ? 'This file is empty. Choose another one.' : null;
}

/** "0.4 MB", never "0 MB". */
export function sizeWords(byteSize: number): string {
	return `${Math.max(0.1, byteSize / BYTES_A_MB).toFixed(1)} MB`;
}

/** "1:05" */
export function lengthWords(ms: number): string {
	const seconds = Math.floor(ms / 1_000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What stands for a file in a list. */
export const FILE_TITLES = { sound: 'Recording', picture: 'Picture' } as const;

/** Why a file from a device was not kept, and what to do. What was written with it is safe. */
export const DEVICE_FILE_PROBLEMS = {
	empty: 'The file is empty. Take it again.',
	tooBig: 'It is larger than 10 MB. Take a smaller one.',
	tooMany: 'Three came already, and no more can.',
	wrongKind: 'It is no picture and no recording that we can open.',
	applePhoto: 'This kind of photo cannot be opened. Save it as JPEG and add that.',
	video: 'Videos are not taken. Record the sound, or take a picture.',
	pictureBroken: 'The picture cannot be opened. Take it again.',
	pictureTooLarge: 'The picture has more than 50 million points. Make it smaller.',
	soundBroken: 'The recording cannot be opened. Record it again, or write down what was said.',
	virus: 'The virus check found something in it. It was not kept.',
	busy: 'Many files are being sent just now. Add it again later.',
	unreadable: 'It could not be read. Take it again.',
	caseErased: 'Its case was erased, and nothing more is kept in it.'
} as const satisfies Record<FileRefusal | 'unreadable' | 'caseErased', string>;

/** Above those that were refused once somebody had decided on what they came with. */
export const NOT_KEPT_HEADING = 'Recordings and pictures that were not kept';

/** That somebody has read it did not reach us. */
export const NOT_NOTED =
	'Not noted. There is no signal, or something broke on our side. Try again.';

/** One of them. `came`: "Tue 3 Nov, 2.58pm". */
export function notKeptWords(because: keyof typeof DEVICE_FILE_PROBLEMS, came: string): string {
	return `It came ${came} and could not be kept. ${DEVICE_FILE_PROBLEMS[because]} What was written with it is kept.`;
}

/** The text is kept and a file is not: why, and what to do. */
export const FILE_NOT_KEPT =
	'What you wrote is saved. A recording or picture is not: this device has no room for it, or does not let us keep it. It is only on this page.';

/** The same where it is sent from the page itself, without a device of one's own. */
export const FILE_NOT_SENT =
	'What you wrote is sent. A recording or picture is not: the line broke. It is only on this page.';

/** Beside the files of a form: where they are until it is finished. */
export const FILES_KEPT_HERE =
	'They are kept on this device as you add them, and are here again if it locks.';
export const FILES_ON_PAGE =
	'They are kept when you press Finish and send. If this device locks before that, they are lost.';
/** The same where the device did not keep one. */
export const FILES_ONLY_HERE =
	'This device has no room for one of them, or does not let us keep it. It is only on this page. If the device locks before you press Finish and send, it is lost.';

/** Above recordings and pictures of this form whose words are not here. */
export const LEFT_HEADING = 'Recorded here before, with something else';
export const LEFT_ABOUT =
	'What was written with these is not in this form. Add one only if it belongs to what you write now.';
/** Why none of them can be added: the form has all it can hold. */
export const LEFT_NO_ROOM = `There is room for ${MOST_FILES}. Take one out to add one of these.`;
/** The device did not do what was pressed. */
export const LEFT_AS_IT_WAS = 'This device did not do that. Nothing is lost. Press it once more.';
/** One of them that cannot be opened. */
export const LEFT_BROKEN = 'It cannot be opened any more.';
