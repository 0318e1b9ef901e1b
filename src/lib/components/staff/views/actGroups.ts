import { isBesideOrder } from '#lib/domain/beside/besideTable.ts';
import type { CommandType } from '#lib/domain/complaint/commands.ts';

/** Under which heading an act is found. */
export type ActGroup = 'stage' | 'people' | 'dates' | 'beside' | 'endings';

/** The groups in the order of the list, as they are headed. */
export const ACT_GROUPS: readonly { group: ActGroup; words: string }[] = [
	{ group: 'stage', words: 'This stage' },
	{ group: 'people', words: 'People' },
	{ group: 'dates', words: 'Dates and corrections' },
	{ group: 'beside', words: 'Beside the procedure' },
	{ group: 'endings', words: 'Endings' }
];

/** The orders that are not simply the next thing of their stage, nor beside it. */
const ELSEWHERE: Partial<Record<CommandType, ActGroup>> = {
	askForAdvocate: 'people',
	recordAdvocateAppointed: 'people',
	recordAdvocateDeclined: 'people',
	appointPerson: 'people',
	endAppointment: 'people',
	recordConsent: 'people',
	withdrawConsent: 'people',
	decideInterest: 'people',
	decideChildIsTold: 'people',
	tellReviewingOfficer: 'people',
	extendStage1: 'dates',
	extendStage2: 'dates',
	agreeToWait: 'dates',
	withdrawComplaint: 'endings',
	reinstateComplaint: 'endings',
	withdrawStrand: 'endings',
	reinstateStrand: 'endings',
	closeStrand: 'endings',
	discontinueStage2: 'endings',
	referEarly: 'endings',
	reopenStrand: 'endings'
};

/** Where an officer looks for that order. */
export function groupOf(command: CommandType): ActGroup {
	const found = ELSEWHERE[command];
	if (found) return found;
	if (command.startsWith('correct')) return 'dates';
	return isBesideOrder({ type: command }) ? 'beside' : 'stage';
}

/** Whether the words of an act hold each word that was typed, in any order. */
export function matchesTyped(words: string, typed: string): boolean {
	const read = words.toLowerCase();
	return typed
		.toLowerCase()
		.split(/\s+/)
		.every((word) => read.includes(word));
}
