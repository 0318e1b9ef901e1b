import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import type { IconName } from '../icons/drawings.ts';
import type { Tone } from '../Tag.svelte';
import { offeredActs } from './acts.ts';
import { staffName, wordsOf, type CaseFacts } from './caseFacts.ts';
import type { NextLine } from './stageNext.ts';

/** A link from a card to the form that does what it says. */
export interface CardLink {
	words: string;
	href: string;
}

/** Typed words behind a line that opens them. */
export interface Folded {
	summary: string;
	words: string;
}

/** One thing that is so: a line, what stands under it, and the words behind it. */
export interface CardRow {
	id: string;
	words: string;
	second?: string | undefined;
	/** A tick where it is done, a clock where it is waited for, a triangle where it is late. */
	icon?: Extract<IconName, 'tick' | 'clock' | 'alert'> | undefined;
	tag?: { words: string; tone: Tone } | undefined;
	folded?: readonly Folded[] | undefined;
}

/** One part of a card: what is there, what is missing, and what can be done about it. */
export interface CardPart {
	id: string;
	heading: string;
	rows: readonly CardRow[];
	/** What is over, behind a line that opens it. */
	older?: { summary: string; rows: readonly CardRow[] } | undefined;
	/** What is missing, as a sentence that says what to do. */
	missing?: string | undefined;
	links: readonly CardLink[];
}

/** A card of the case page about one stage, or about what runs beside them. */
export interface StageCardView {
	id: string;
	heading: string;
	/** 'Parts 1 and 2, statutory', where there is more than one strand. */
	about?: string | undefined;
	tag?: { words: string; tone: Tone } | undefined;
	/** What is to be done next, the earliest first. */
	next: readonly NextLine[];
	parts: readonly CardPart[];
	/** It is over: the card is one line until it is opened. */
	isFolded: boolean;
}

/** The links to those acts of the strand, or of the whole case, that are offered now. */
export function actLinks(
	facts: CaseFacts,
	strand: Strand | null,
	names: readonly string[]
): CardLink[] {
	const offered = offeredActs(facts);
	return names.flatMap((name) => {
		const found = offered.find(({ id }) => id === `${name}-${strand?.strandId ?? ''}`);
		return found ? [{ words: found.words, href: found.href }] : [];
	});
}

/** The words behind a line; nothing where they are not there, or were erased. */
export function foldedOf(
	{ pulled }: CaseFacts,
	summary: string,
	textId: string | null | undefined
): Folded[] {
	const words = wordsOf(pulled, textId);
	return words ? [{ summary, words }] : [];
}

/** A member of staff, somebody from outside, or a person of the case, by name. */
export function personName({ pull, pulled }: CaseFacts, personId: string): string {
	const person = pulled.people.find((one) => one.personId === personId);
	return person ? person.name || 'The complainant' : staffName(pull, personId);
}

/** A day in a row, with its year where that is another. */
export function day({ context }: CaseFacts, on: PlainDate): string {
	return shortDayWords(on, context.today);
}

type EventOf<Type extends ComplaintEvent['type']> = Extract<ComplaintEvent, { type: Type }>;

/** Everything of that kind that happened, about that strand where it is about one. */
export function eventsOf<Type extends ComplaintEvent['type']>(
	{ pulled }: CaseFacts,
	type: Type,
	strandId: string | null = null
): EventOf<Type>[] {
	return pulled.events.flatMap(({ event }) => {
		if (event.type !== type) return [];
		const isAbout = strandId === null || !('strandId' in event) || event.strandId === strandId;
		return isAbout ? [event as EventOf<Type>] : [];
	});
}
