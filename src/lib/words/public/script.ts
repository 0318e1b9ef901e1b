/**
 * What the script of the public pages says, by the name it looks it up under. It stands on the page
 * itself, unseen, so that it is in the page's language. Each sentence is whole: a number put into
 * one by the script would be in no language.
 */
export const SCRIPT_WORDS = {
	shift2: 'Press Shift 2 more',
	shift1: 'Press Shift 1 more'
} as const;

/** Of a page that is covered when nobody touches it (journeys 2.5, T1). */
export const COVER_WORDS = {
	hideSoon: 'We will hide this page in 5 minutes, to keep it private. Touch it to keep it open.',
	hidden: 'We hid this page to keep it private',
	carryOn: 'Type your words to carry on.',
	carryOnKept: 'We kept what you wrote. Type your words to carry on.',
	typeWords: 'Type my words'
} as const;

/** The same where a recording or a picture was chosen and not sent: a page cannot keep those. */
export const COVER_FILE_WORDS = {
	hideSoonFiles:
		'We will hide this page in 5 minutes. Your recording or picture is not sent yet. Press Send to keep it.',
	filesLost: 'Your recording or picture was not sent. You can add it again.'
} as const;

/** Of a voice that is recorded in the page, five minutes at most. */
export const RECORDER_WORDS = {
	recording: 'We are recording. Press Stop when you are done.',
	noMicrophone: 'We cannot use the microphone. You can add a recording, or tell us in words.',
	minute1: '1 minute. You have 4 minutes left.',
	minute2: '2 minutes. You have 3 minutes left.',
	minute3: '3 minutes. You have 2 minutes left.',
	minute4: '4 minutes. You have 1 minute left.',
	full: 'That was 5 minutes, so we stopped. You can listen to it, or delete it.',
	stopped: 'Stopped. You can listen to it, or delete it.',
	stopListening: 'Stop listening',
	deleted: 'We deleted it. You can record it again.'
} as const;
