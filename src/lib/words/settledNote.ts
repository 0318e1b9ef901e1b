import type { Instant } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { Choice } from '#lib/domain/offline/whoDecides.ts';
import { shortDate } from '#lib/words/dates.ts';
import { eventWords } from '#lib/words/events.ts';
import { momentWords } from '#lib/words/offline.ts';
import { orderTitle } from '#lib/words/ordersHere.ts';

/** What a note in the case says of a choice between what two people did. */
export interface SettledNote {
	choice: Choice | 'undo';
	/** Who did it with no signal, and what. */
	author: string;
	orderType: string | null;
	legalDay: PlainDate | null;
	words: readonly string[];
	/** By the clock of the device, and when it reached the server. */
	givenAt: string | null;
	receivedAt: Instant;
	theirs: readonly { event: ComplaintEvent; by: string; recordedAt: Instant }[];
	decider: string;
	reason: string | null;
	today: PlainDate;
}

/** Both of them with their times, the words, and what was chosen: nothing is lost. */
export function settledNoteWords(note: SettledNote): string {
	const { author, theirs, decider, today, reason } = note;
	const lines = [
		`${author} did this with no signal: ${orderTitle(note.orderType)}${dayOf(note)}.`,
		`${timeOf(note)}It reached us ${momentWords(note.receivedAt, today)}.`,
		...note.words.map((words) => `“${words}”`),
		...theirs.map(
			({ event, by, recordedAt }) =>
				`${by}, ${momentWords(recordedAt, today)}: ${eventWords(event)}.`
		),
		`${decider} ${CHOSEN[note.choice]}`,
		...(reason ? [`Because: ${reason}`] : [])
	];
	return lines.join('\n');
}

const CHOSEN = {
	useMine: 'used what was done with no signal.',
	useTheirs: 'left what stands in the case.',
	keepBothAsNote: 'kept both as this note. What stands in the case is unchanged.',
	confirm: 'confirmed it.',
	discard: 'read it and put it away. What stands in the case is unchanged.',
	undo: 'took that choice back. It waits for a person again.'
} as const satisfies Record<SettledNote['choice'], string>;

function dayOf({ legalDay }: SettledNote): string {
	return legalDay === null ? '' : `, ${shortDate(legalDay)}`;
}

/** The clock of a device may be wrong by years, or say nothing that is a time. */
function timeOf({ givenAt, author, today }: SettledNote): string {
	const isTime = givenAt !== null && !Number.isNaN(Date.parse(givenAt));
	return isTime ? `By ${author}’s device it was ${momentWords(givenAt, today)}. ` : '';
}
