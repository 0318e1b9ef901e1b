import { CANNOT_EDIT } from '#lib/words/offline.ts';

/** What each form is called in the list of what is half written, by how its name begins. */
export const HALF_TITLES = {
	contact: 'Contact',
	concern: 'Concern told at a review',
	note: 'Note',
	message: 'Message',
	triage: 'Route of a new case',
	answer: 'Answer',
	letter: 'Letter',
	edit: 'Change of what waited here'
} as const;

export type HalfSort = keyof typeof HALF_TITLES;

/** A form as it is half written under: alone, or with the id of what it is about. */
export type HalfForm = HalfSort | `${HalfSort}-${string}`;

/** Why what is half written cannot be gone on with from the list, and what to do. */
export const NOT_FROM_HERE = {
	answer: 'Its case is not on this device just now. Open the case, then its answer.',
	letter: 'Open its case, then Letters.',
	decided: 'The route was decided since. Copy what you still need.',
	cannotEdit: `${CANNOT_EDIT} Copy what you still need.`,
	unread:
		'We cannot read what waits on this device. Close the app, open it again, and look here once more.'
} as const;

/** Where what is half written lies, and until when. `isOnDevice`: on a device of one's own. */
export function halfWrittenWhere(isOnDevice: boolean): string {
	return isOnDevice
		? 'Sealed on this device. The council has none of it until you finish and send it.'
		: 'Only on this page, until it is closed. The council has none of it until you finish and send it.';
}

export const NOT_DELETED =
	'It may come back: this device could not delete it. Close the app, open it again, and look here once more.';

export const NOTHING_HALF_WRITTEN = 'Nothing is half written.';
export const WITH_FILES = 'With recordings or pictures.';
