import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { LetterId } from '#lib/letters/catalogue.ts';
import { STEP_OF_LETTER } from '#lib/letters/stepOfLetter.ts';
import { strandLabel } from './acts.ts';
import type { CaseFacts } from './caseFacts.ts';
import {
	ACT_OF_LETTER,
	findActOfLetter,
	strandIdsOfLetter,
	type ActOfLetter
} from './letterActs.ts';

/** What is left to record of a letter that went, as links to the forms, the day filled in. */
export interface LetterToRecord {
	/** 'This letter tells them of more time.' */
	sentence: string;
	links: readonly { id: string; words: string; href: string; about: string | null }[];
}

/** A letter that went, or did not go yet. */
export interface WentLetter {
	letterKind: LetterId;
	strandId: string | null;
	sentAt: string | null;
	sentOn: PlainDate | null;
}

/**
 * What a letter that went leaves to record on the case; null where it went nowhere yet, where it
 * is no step of the procedure, where the case does not allow that step now, and where it is in
 * the record already.
 */
export function letterToRecord(facts: CaseFacts, letter: WentLetter): LetterToRecord | null {
	const record = ACT_OF_LETTER[letter.letterKind];
	const { sentOn } = letter;
	if (!record || sentOn === null) return null;
	const links = strandIdsOfLetter(facts, letter.strandId).flatMap((strandId) => {
		const found = findActOfLetter(facts, letter.letterKind, strandId);
		if (!found || isRecordedSince(facts, letter, strandId)) return [];
		const { act, strand } = found;
		const about = strand && facts.complaint.strands.length > 1 ? strandLabel(facts, strand) : null;
		return [
			{
				id: strandId ?? 'case',
				words: act.words,
				href: linkTo(facts, record, strandId, sentOn),
				about
			}
		];
	});
	return links.length === 0 ? null : { sentence: `This letter tells them ${record.tells}.`, links };
}

/** The day on which the act of a letter was last written down for a strand; null where it never was. */
export function lastRecordedOn(
	facts: CaseFacts,
	letterKind: LetterId,
	strandId: string | null
): PlainDate | null {
	const last = eventsOfLetter(facts, letterKind, strandId).at(-1);
	return last ? dateInEngland(last.recordedAt) : null;
}

/** Written down when the letter went or after it, or with the day it went. */
function isRecordedSince(facts: CaseFacts, letter: WentLetter, strandId: string | null): boolean {
	const fields = STEP_OF_LETTER[letter.letterKind]?.wentOn ?? [];
	return eventsOfLetter(facts, letter.letterKind, strandId).some(
		({ event, givenAt, recordedAt }) => {
			const sentMs = Date.parse(letter.sentAt ?? '');
			return (
				Date.parse(recordedAt) >= sentMs ||
				Date.parse(givenAt) >= sentMs ||
				fields.some(
					(field) => (event as unknown as Record<string, unknown>)[field] === letter.sentOn
				)
			);
		}
	);
}

function eventsOfLetter({ pulled }: CaseFacts, letterKind: LetterId, strandId: string | null) {
	const type = ACT_OF_LETTER[letterKind]?.event;
	return pulled.events.filter(
		({ event }) =>
			event.type === type &&
			(strandId === null || !('strandId' in event) || event.strandId === strandId)
	);
}

function linkTo(
	facts: CaseFacts,
	{ act, dates }: ActOfLetter,
	strandId: string | null,
	sentOn: PlainDate
): string {
	const home = `/staff/case/${facts.pulled.complaintId}`;
	if (act === 'moreTime') return `${home}/clock?strand=${strandId}#more-time`;
	const asked = new URLSearchParams([
		...(strandId === null ? [] : [['strand', strandId]]),
		...dates.map((field) => [field, sentOn])
	] as [string, string][]).toString();
	return `${home}/act/${act}${asked === '' ? '' : `?${asked}`}`;
}
