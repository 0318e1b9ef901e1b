import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { CHOICE_WORDS, headingWords, waitsWords } from '#lib/words/needsYou.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import { notKeptWords } from '#lib/words/deviceFiles.ts';
import { eventWords } from '#lib/words/events.ts';
import { momentWords } from '#lib/words/offline.ts';
import { cardTitle, CLASH_WORDS } from '#lib/words/offlineVerdicts.ts';
import { orderTitle } from '#lib/words/ordersHere.ts';
import type { NeedsYouCard, NotKeptFile } from '#lib/wire/needsYou.ts';
import { sayRefused } from './refused.ts';

type Choice = NeedsYouCard['choices'][number];

/** One side of what a person decides on. */
export interface NeededSide {
	/** "Yours, 10.14am" */
	title: string;
	what: string;
	/** What was written, whole. */
	said: readonly string[];
}

/** One thing that needs a person, as the page shows it. */
export interface NeededCard {
	id: string;
	heading: string;
	/** "More time at stage 1, Jay, 26-0203" */
	about: string;
	href: string | null;
	/** Why it waits, in a sentence. */
	why: string;
	mine: NeededSide;
	theirs: readonly NeededSide[];
	choices: readonly { choice: Choice; words: string }[];
	/** The day with legal effect, where an officer may correct it. */
	day: PlainDate | null;
	/** Who decides, and what happens if nobody does. */
	foot: string;
	/** What was chosen a short while ago, and can be taken back; null otherwise. */
	settled: string | null;
}

/** What that card says to whoever looks at it on that day. */
export function neededCard(card: NeedsYouCard, today: PlainDate): NeededCard {
	const others = [...new Set(card.theirs.flatMap(({ by }) => (by ? [by.displayName] : [])))];
	const title = orderTitle(card.order?.type ?? null);
	return {
		id: card.setAsideId,
		heading: headingWords(card.because, { others, author: card.isOwn ? null : card.author }),
		about: [title, card.calledName, card.reference].filter(Boolean).join(', '),
		href: card.reference === null ? null : `/staff/case/${card.complaintId}`,
		why: whyOf(card),
		mine: mineOf(card, { title, today }),
		theirs: card.theirs.map(({ by, event, recordedAt, texts }) => ({
			title: cardTitle(by?.displayName ?? 'The complainant', recordedAt, today),
			what: eventWords(event),
			said: texts.flatMap(({ words }) => words ?? [])
		})),
		choices: card.choices.map((choice) => ({ choice, words: CHOICE_WORDS[choice](others) })),
		day: card.choices.includes('confirm') ? card.legalDay : null,
		foot: waitsWords(card.choices.length > 0, card.isOverdue),
		settled: card.settled && CHOICE_WORDS[card.settled.choice](others)
	};
}

/** A recording or a picture that was not kept in the end, as the page tells of it. */
export interface NotKept {
	fileId: string;
	/** "Recording or picture, Jay, 26-0203" */
	title: string;
	href: string | null;
	words: string;
}

/** What it says to whoever looks at it on that day. */
export function notKeptFile(file: NotKeptFile, today: PlainDate): NotKept {
	const { fileId, complaintId, reference, calledName, because, beganAt } = file;
	return {
		fileId,
		title: ['Recording or picture', calledName, reference].filter(Boolean).join(', '),
		href: reference === null ? null : `/staff/case/${complaintId}`,
		words: notKeptWords(because, momentWords(beganAt, today))
	};
}

function whyOf({ because, refusal, field }: NeedsYouCard): string {
	if (refusal) return sayRefused(refusal);
	if (because === 'clash' && field) return CLASH_WORDS[field];
	return because === 'proposed' ? 'No deadline moves until somebody confirms the date.' : '';
}

function mineOf(card: NeedsYouCard, shown: { title: string; today: PlainDate }): NeededSide {
	const at = timeOf(card.givenAt) ?? card.receivedAt;
	const day = card.legalDay ? `, ${shortDayWords(card.legalDay, shown.today)}` : '';
	const sent = `It reached us ${momentWords(card.receivedAt, shown.today)}.`;
	return {
		title: cardTitle(card.isOwn ? null : card.author.displayName, at, shown.today),
		what: `${shown.title}${day}. ${sent}`,
		said: card.texts.map(({ words }) => words)
	};
}

/** The clock of a device may say nothing that is a time. */
function timeOf(givenAt: string | null): string | null {
	return givenAt !== null && !Number.isNaN(Date.parse(givenAt)) ? givenAt : null;
}
