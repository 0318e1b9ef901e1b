import type { Instant } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OfflineVerdict } from '#lib/domain/offline/judgeOffline.ts';
import type { ClashField } from '#lib/domain/offline/offlineFields.ts';
import type { WhenReceived } from '#lib/domain/offline/whenReceived.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import { listed } from '#lib/words/inSentence.ts';
import { momentWords } from '#lib/words/offline.ts';

/** Of a day with legal effect that was recorded with no signal. */
export const WAITS_FOR_OFFICER =
	'It waits for an officer to confirm the date. No deadline moves until then.';

/**
 * What became of something that was done with no signal, for the one who did it. `others`: by
 * name, who changed the same meanwhile; empty where nobody knows.
 */
export function verdictWords(verdict: OfflineVerdict, others: readonly string[] = []): string {
	switch (verdict.verdict) {
		case 'apply':
			return verdict.endedMeanwhile
				? 'It is in the case. It arrived after closing, so an officer decides whether to open the case again.'
				: 'It is in the case.';
		case 'propose':
			return verdict.endedMeanwhile
				? 'It waits for an officer to confirm the date. The case was closed meanwhile, so the officer decides on that too.'
				: WAITS_FOR_OFFICER;
		case 'alreadyThere':
			return `${nameOf(others)} recorded the same while you were offline. It stands in the case once.`;
		case 'clash':
			return `${clashHeading(others)} ${CLASH_WORDS[verdict.field]}`;
	}
}

/** The heading of what a person has to choose between. */
export function clashHeading(others: readonly string[]): string {
	return `${nameOf(others)} changed this while you were offline.`;
}

/** What it is that changed, under that heading. */
export const CLASH_WORDS = {
	promise: 'You each recorded when this was done.',
	route: 'The route was decided meanwhile.',
	stage: 'It is at another stage now, or it has ended.',
	elements: 'The points in this part have changed.',
	finding: 'What was found has changed.',
	adjudication: 'What was decided on each point has changed.',
	duplicate: 'It was marked as a duplicate, or it is none any more.',
	lateReceipt: 'It was decided whether this came too late.',
	interest: 'It was decided whether they may complain.',
	consent: 'What the child says to it has changed.',
	stage1Time: 'You each recorded more time at stage 1.',
	stage1Answer: 'You each recorded how stage 1 was answered.',
	stage2Request: 'You each recorded that stage 2 was asked for.',
	stage2Time: 'You each recorded more time at stage 2.',
	stage2Answer: 'You each recorded the answer at stage 2.',
	stage3Request: 'You each recorded that a panel was asked for.',
	panelDate: 'The panel has another date now, or none.',
	panelMeeting: 'You each recorded that the panel met.',
	panelReport: 'The panel’s report was recorded meanwhile.',
	stage3Answer: 'You each recorded the answer to the panel.'
} as const satisfies Record<ClashField, string>;

/** Above one of the two: "Yours, 10.14am" or "Sam’s, 11.02am". `who` is null for one's own. */
export function cardTitle(who: string | null, at: Instant, today: PlainDate): string {
	return `${who === null ? 'Yours' : ownedBy(who)}, ${momentWords(at, today)}`;
}

/** What one may choose. Nothing is chosen before. */
export function clashChoices(others: readonly string[]) {
	const theirs = others.length === 0 ? 'theirs' : ownedBy(listed(others));
	return { mine: 'Use mine', theirs: `Use ${theirs}`, both: 'Keep both as a note' };
}

/** Under the choices. */
export const NOTHING_IS_LOST = 'Nothing is lost: the other one stays in the timeline.';

/**
 * When something reached us, when it was told and to whom, and what of the time is gone; where the
 * day is in doubt, from which day it counts meanwhile.
 */
export function whenReceivedWords(
	when: WhenReceived,
	said: { madeOn: PlainDate; receivedOn: PlainDate; toldTo: string },
	today: PlainDate
): string {
	const day = (date: PlainDate) => shortDayWords(date, today);
	const start = `Received by us ${day(said.receivedOn)}, told to ${said.toldTo} ${day(said.madeOn)}`;
	if (when.isDisputed) {
		return `${start}. That day is in doubt: time counts from ${day(when.startsOn)} until an officer decides.`;
	}
	const used = when.told === 'onTheDay' ? '' : usedWords(when.workingDaysUsed);
	return `${start}${used}.`;
}

function usedWords(workingDays: number | null): string {
	if (workingDays === null) return '';
	if (workingDays === 0) return ': no working day used yet';
	return `: ${workingDays} working ${workingDays === 1 ? 'day' : 'days'} already used`;
}

function nameOf(others: readonly string[]): string {
	return others.length === 0 ? 'Somebody' : listed(others);
}

function ownedBy(name: string): string {
	return `${name}’s`;
}
