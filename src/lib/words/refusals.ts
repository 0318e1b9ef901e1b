import type { ElementId } from '#lib/domain/complaint/codes.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import { BESIDE_BEFORE_WHAT, BESIDE_REFUSAL_SENTENCES } from '#lib/words/besideRefusals.ts';
import { sayClockRefusal } from '#lib/words/clockRefusals.ts';
import { CLOSING_REASON_WORDS } from '#lib/words/complaintCodes.ts';
import { fullDate } from '#lib/words/dates.ts';
import { lower } from '#lib/words/inSentence.ts';
import { ORDER_WORDS } from '#lib/words/orders.ts';
import { actorWords } from '#lib/words/roles.ts';
import { phaseWords, stageWords } from '#lib/words/stages.ts';
import { STAGE2_SENTENCES } from '#lib/words/stage2Refusals.ts';
import { ABOUT_STAGE3 } from '#lib/words/stage3Refusals.ts';
import { REASON_WORDS } from '#lib/words/triage.ts';

/** What a point is called on screen, by its id, such as "Part 2"; any other is "one part". */
export type PartNames = Readonly<Record<ElementId, string>>;

/** Why an order was not carried out, in words a person can act on. */
export function refusalWords(refusal: Refusal, parts: PartNames = {}): string {
	const nameOf = (id: ElementId): string => parts[id] ?? 'One part';
	// The table has one entry for each code, which takes just that refusal.
	const say = SENTENCES[refusal.code] as (one: Refusal, name: typeof nameOf) => string;
	return say(refusal, nameOf);
}

type OfCode<Code> = Extract<Refusal, { code: Code }>;
type Sentences<Code extends Refusal['code']> = {
	readonly [One in Code]: (refusal: OfCode<One>, nameOf: (id: ElementId) => string) => string;
};

const AGAIN = 'Open the case again to see where it stands.';

const ABOUT_WHO_AND_WHERE = {
	notPermitted: ({ role, command }) =>
		`${actorWords(role)} may not ${ORDER_WORDS[command]}. Ask a complaints manager.`,
	wrongPhase: ({ phase, command }) =>
		`You cannot ${ORDER_WORDS[command]} now: ${lower(phaseWords(phase))}. ${AGAIN}`,
	wrongStage: ({ stage, command }) =>
		`You cannot ${ORDER_WORDS[command]} now: ${lower(stageWords(stage))}. ${AGAIN}`,
	unknownStrand: () => `That strand is not in this case. ${AGAIN}`,
	unknownElement: () => `That part is not in this case. ${AGAIN}`,
	corporateCannotDoThis: ({ command }) =>
		`The corporate procedure has no way to ${ORDER_WORDS[command]}. Only the statutory one does.`,
	needsTwoPeople: () =>
		'A second person must release this answer. Ask for a second look, or record that it went on paper.',
	alreadyStarted: () => 'This complaint has been recorded already. Open it instead.'
} as const satisfies Partial<Sentences<Refusal['code']>>;

const ABOUT_DATES = {
	notADate: sayClockRefusal,
	noSuchDay: sayClockRefusal,
	yearOutOfRange: sayClockRefusal,
	bankHolidaysRunOut: sayClockRefusal,
	holidaysMissing: sayClockRefusal,
	dateInFuture: ({ date, today }) =>
		`${fullDate(date)} has not come yet. Enter today, ${fullDate(today)}, or a day before it.`,
	dateBefore: ({ date, earliest, because }) =>
		`${fullDate(date)} is before ${BEFORE_WHAT[because]}. Enter ${fullDate(earliest)} or a later day.`,
	alreadyExtended: () => 'Stage 1 has been given more time once. It cannot be given more again.',
	extensionPastLimit: ({ limitOn }) =>
		`Day 20 was ${fullDate(limitOn)}. Only the complainant can give more time now: ask whether they will wait.`,
	toldAfterAnswer: ({ answeredOn }) =>
		`The answer went, or it was settled, on ${fullDate(answeredOn)}. More time cannot be told after that: enter ${fullDate(answeredOn)} or an earlier day.`,
	alreadyAcknowledged: ({ acknowledgedOn }) =>
		`We said we have it on ${fullDate(acknowledgedOn)}. It is recorded already.`,
	tooSoonForDay20Notice: ({ day20On }) =>
		`Day 20 is ${fullDate(day20On)}. Tell of the right to stage 2 on that day or after it.`,
	agreedToWait: ({ waitsUntilOn }) =>
		`The complainant agreed to wait until ${fullDate(waitsUntilOn)}. Tell of stage 2 after that day.`,
	waitNotLater: ({ waitsUntilOn, limitOn }) =>
		`${fullDate(waitsUntilOn)} is no longer wait: the limit is ${fullDate(limitOn)}. Enter a later day.`,
	stage2NeedsAgreement: ({ dueOn }) =>
		dueOn === null
			? 'Stage 1 is waiting for an advocate. Stage 2 can start now only if you both agree to it.'
			: `Stage 1 has until ${fullDate(dueOn)}. Stage 2 can start before that only if you both agree to it.`,
	delayReasonMissing: ({ dueOn }) =>
		`The answer was due on ${fullDate(dueOn)}, so it is late. Choose the reason for the delay.`,
	stillTimeToAsk: ({ until }) =>
		`The complainant was advised to ask for stage 2 by ${fullDate(until)}. Close it after that day.`
} as const satisfies Partial<Sentences<Refusal['code']>>;

const ABOUT_PARTS = {
	advocateNotForAdults: () =>
		'The law gives advocates to children and care leavers. Tell the adult who else can help.',
	advocateAlreadyAsked: ({ askedOn }) =>
		`An advocate was asked for on ${fullDate(askedOn)}. Look under People what became of it.`,
	advocateNotAsked: () => 'No advocate has been asked for. Record the request first.',
	noElements: () => 'Add at least one part that is complained about.',
	elementWithoutRoute: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} has no route. Choose where it goes.`,
	strandWithoutElements: () =>
		'One procedure was opened with no part in it. Put a part in it, or leave it out.',
	routeNeedsStrand: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} goes to a procedure, but is in none. Put it in the statutory or the corporate one.`,
	routeHasNoStrand: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} goes to no procedure of ours, but was put in one. Take it out, or change its route.`,
	routeNotInProcedure: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} was put in a procedure that its route does not belong to. Change one of them.`,
	reasonMissing: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} needs a reason for its route. Write it down in your own words.`,
	routesClash: ({ elementId, one, other }, nameOf) =>
		`${nameOf(elementId)} cannot have both “${REASON_WORDS[one]}” and “${REASON_WORDS[other]}”. Choose one.`,
	sameIdTwice: () => 'The same part was sent twice. Open the page again and start from there.',
	outcomeMissing: ({ elementId }, nameOf) =>
		`${nameOf(elementId)} has no outcome. Choose what was found.`,
	closingReasonDoesNotFit: ({ stage, reason }) =>
		`“${CLOSING_REASON_WORDS[reason]}” does not fit: ${lower(stageWords(stage))}. Choose another reason.`
} as const satisfies Partial<Sentences<Refusal['code']>>;

const SENTENCES: Sentences<Refusal['code']> = {
	...ABOUT_WHO_AND_WHERE,
	...ABOUT_DATES,
	...ABOUT_PARTS,
	...BESIDE_REFUSAL_SENTENCES,
	...STAGE2_SENTENCES,
	...ABOUT_STAGE3
};

const BEFORE_WHAT = {
	received: 'the complaint was received',
	responded: 'the answer was sent',
	requested: 'stage 2 was asked for',
	asked: 'an advocate was asked for',
	resolved: 'it was settled',
	withdrawn: 'it was taken back',
	closed: 'it was closed',
	stage2Answered: 'the full stage 2 answer was sent',
	stage3Requested: 'the panel was asked for',
	panelHeld: 'the panel met',
	panelReportReceived: 'the panel’s report came',
	...BESIDE_BEFORE_WHAT,
	appointed: 'they were appointed',
	statementSent: 'the statement of complaint was sent',
	reported: 'both reports were in',
	decided: 'the adjudication was decided',
	extensionTold: 'more time was told before'
} as const satisfies Record<OfCode<'dateBefore'>['because'], string>;
