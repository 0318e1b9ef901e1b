import { countWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { stage1Dates } from '#lib/domain/complaint/stage1Dates.ts';
import type { ClockContext, RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { CONSENT_WORDS } from '#lib/words/besideCodes.ts';
import { CLOCK_TITLES } from '#lib/words/clockNames.ts';
import { shortDay, shortDayWords } from '#lib/words/dates.ts';
import { PERSON_WORDS } from '#lib/words/triage.ts';
import type { Tone } from '../Tag.svelte';
import type { Words } from '../Sentence.svelte';
import type { ClockDays } from '../today/ClockTrack.svelte';
import { dueFrom } from '../today/dueFrom.ts';
import { openLoop, providerName, takenBack } from './advocateLoop.ts';
import { interpreterNeeded, saidAdvocate, saidSafe } from './childsAnswers.ts';
import { standingOf, strandStanding, type CaseFacts } from './caseFacts.ts';
import { dueOf } from './dueOf.ts';

/** The tags beside the name: where it stands, who complains, and that it is about safety. */
export function headTags(facts: CaseFacts): { words: string; tone: Tone }[] {
	const { complaint, pulled } = facts;
	const [first] = complaint.elements;
	const tags: { words: string; tone: Tone }[] = [{ words: standingOf(facts), tone: 'lake' }];
	if (first) tags.push({ words: PERSON_WORDS[first.person], tone: 'grey' });
	const safe = saidSafe(pulled.facts);
	if (safe && pulled.facts?.safetyAnswer !== 'yes') tags.push({ words: safe, tone: 'clay' });
	const interpreter = interpreterNeeded(pulled);
	if (interpreter) tags.push({ words: interpreter, tone: 'sun' });
	return tags;
}

/** How near the nearest answer is, as a tag; null where none is owed. The days are those to its date. */
export function dueTag(facts: CaseFacts): { words: string; tone: Tone } | undefined {
	const { context } = facts;
	const clock = nearestClock(facts);
	if (!clock?.position || !clock.dueOn) return undefined;
	const { state, words } =
		clock.explanation?.unit === 'workingDays'
			? dueOf(clock.dueOn, context)
			: dueFrom(clock.position, { on: clock.dueOn }, context.today);
	const tone = state === 'late' ? 'clay' : state === 'today' || state === 'soon' ? 'sun' : 'grey';
	return { words, tone };
}

/** The clock that runs out first, of those that say when an answer is due. */
function nearestClock({ clocks }: CaseFacts): RunningClock | null {
	const headlines = clocks.filter(({ isHeadline }) => isHeadline);
	return (
		[...headlines].sort((one, other) => ((one.dueOn ?? '9') < (other.dueOn ?? '9') ? -1 : 1))[0] ??
		null
	);
}

/** What the clock card shows. */
export function clockCard(facts: CaseFacts) {
	const { context, pulled } = facts;
	const clock = nearestClock(facts);
	const countHref = `/staff/case/${pulled.complaintId}/clock`;
	if (!clock) return { heading: 'Clock', line: 'No clock runs', countHref };
	const others = facts.clocks
		.filter((other) => other.isHeadline && other !== clock && other.dueOn)
		.map((other) => `${CLOCK_TITLES[other.clock]}: ${shortDayWords(other.dueOn!, context.today)}`);
	const heading = CLOCK_TITLES[clock.clock].replace(/( full)? answer$| meets$/, '') + ' clock';
	if (!clock.dueOn || !clock.position) {
		const line = clock.outcome === 'paused' ? 'Paused: waiting for an advocate' : 'No date yet';
		return { heading, line, others, countHref };
	}
	const { position, dueOn } = clock;
	const wait = waitOf(clock, context);
	const date = shortDayWords(dueOn, context.today);
	const isCounted = position.of !== null && position.day > 0 && position.state !== 'late' && !wait;
	return {
		heading,
		due: dueTag(facts),
		line: isCounted ? `${date}, day ${position.day} of ${position.of}` : date,
		days: trackOf(clock, { context, isWaiting: wait !== undefined }),
		next: wait ?? moreTime(facts, clock),
		others,
		countHref
	};
}

/** The track: in the days of the count, or while it waits in all working days to the date. */
function trackOf(
	{ position, explanation, dueOn }: RunningClock,
	{ context, isWaiting }: { context: ClockContext; isWaiting: boolean }
): ClockDays | undefined {
	if (!position?.of || !dueOn || !explanation) return undefined;
	if (position.state === 'late') return { day: position.of + position.late, limit: position.of };
	if (!isWaiting) return { day: position.day, limit: position.of };
	const limit = countWorkingDays(explanation.dayZeroOn, dueOn, context.holidays);
	const day = countWorkingDays(explanation.dayZeroOn, context.today, context.holidays);
	return limit.known && day.known ? { day: day.value, limit: limit.value } : undefined;
}

/** Until when the date waits beyond the days of the count, and why; undefined where it does not. */
function waitOf({ explanation }: RunningClock, { today }: ClockContext): Words | undefined {
	if (!explanation) return undefined;
	const { pauses, waitsUntilOn, limitOn } = explanation;
	if (waitsUntilOn && limitOn && waitsUntilOn > limitOn && today <= waitsUntilOn) {
		const until = shortDayWords(waitsUntilOn, today);
		return [
			'Waits until ',
			{ strong: until },
			`, because they agreed to wait. The limit is still ${shortDayWords(limitOn, today)}.`
		];
	}
	const talks = pauses.find(
		({ reason, from, to }) => reason === 'mediation' && from <= today && to !== null && today < to
	);
	if (!talks?.to) return undefined;
	const until = shortDayWords(talks.to, today);
	return ['Waits until ', { strong: until }, ', because they agreed in writing to talk first.'];
}

/** What more time would mean; undefined where none can be taken. */
function moreTime({ complaint, context }: CaseFacts, clock: RunningClock): Words | undefined {
	const strand = complaint.strands.find(({ strandId }) => strandId === clock.strandId);
	if (!strand || strand.extension || clock.outcome !== 'running') return undefined;
	if (strand.stage !== 'stage1Open' || !clock.dueOn) return undefined;
	const dates = stage1Dates(strand, context);
	if (!dates.known || !dates.value.lastLimitOn) return undefined;
	const by = clock.dueOn === context.today ? 'today' : `by ${shortDay(clock.dueOn)}`;
	return [
		`Extend in writing ${by} and it can run to `,
		{ strong: shortDay(dates.value.lastLimitOn) },
		'.'
	];
}

/** The advocate card: who it is, or how the request stands, and whether the clock waits. */
export function advocateCard(facts: CaseFacts) {
	const { pulled, complaint, pull, context } = facts;
	const { advocate } = complaint;
	const person = pulled.people.find(({ part }) => part === 'advocate');
	const isPaused = complaint.strands.some(({ stage }) => stage === 'stage1Paused');
	const open = openLoop(facts);
	const provider = open
		? providerName(facts, open.request.providerId)
		: (pull.council.advocacyProvider?.name ?? 'the provider');
	const href = `/staff/case/${pulled.complaintId}/people`;
	if (person) {
		return {
			line: person.name,
			sentences: ['Ask them to every meeting. Copy them into every letter.'],
			...(advocate.appointedOn
				? { source: `Since ${shortDayWords(advocate.appointedOn, context.today)}` }
				: {})
		};
	}
	if (advocate.isAwaited && advocate.askedOn) {
		return {
			line: `Asked for ${shortDayWords(advocate.askedOn, context.today)}`,
			sentences: [
				`No answer from ${provider} is written down yet.`,
				...(isPaused ? ['Stage 1 waits until there is one.'] : [])
			],
			link: { href, words: 'Record the answer' }
		};
	}
	const takenBackOn = takenBack(facts);
	if (takenBackOn) {
		return { line: `Taken back by them ${shortDayWords(takenBackOn, context.today)}` };
	}
	if (advocate.appointedOn) {
		return { line: `Has one since ${shortDayWords(advocate.appointedOn, context.today)}` };
	}
	const said = saidAdvocate(pulled.facts);
	return {
		line: 'None yet',
		...(said ? { sentences: [`${said}.`] } : {}),
		link: { href, words: 'Ask for one' }
	};
}

/** What was said about consent, as far as anybody wrote it down. */
export function consentCard({ complaint, pulled }: CaseFacts) {
	const triage = pulled.events.find(({ event }) => event.type === 'triageDecided')?.event;
	const spoken = triage?.type === 'triageDecided' ? triage.spokenTo : null;
	const how = pulled.texts.find(({ kind }) => kind === 'spokenTo')?.words;
	const { consent } = complaint.beside;
	if (consent) {
		const on = shortDay(consent.withdrawnOn ?? consent.recorded.recordedOn);
		return {
			line: consent.withdrawnOn
				? 'The child took back their consent'
				: CONSENT_WORDS[consent.recorded.consent],
			source: `Written down ${on}`
		};
	}
	if (complaint.madeBy === 'childOrYoungPerson') {
		const line = 'They told us themselves';
		return spoken === 'yes' && how ? { line, source: `Spoken to: ${how}` } : { line };
	}
	const line = complaint.madeBy === 'helper' ? 'Told by a helper' : 'Told by an adult';
	const asked = pulled.facts?.further?.['hearsChild'] === 'ownCode';
	const sentences = [
		asked
			? 'The child is asked on their own page. Nothing of it waits for the answer.'
			: 'Ask the child what they agree to, and record it.'
	];
	return spoken === 'yes' && how
		? { line, sentences, source: `Spoken to: ${how}` }
		: { line, sentences };
}

/** Each part with its place, its stage and where its answer stands. */
export function partStates(facts: CaseFacts) {
	const { complaint, pulled } = facts;
	const parts = complaint.elements.map((element, place) => {
		const strand = complaint.strands.find(({ strandId }) => strandId === element.strandId);
		const answer = pulled.answers.find(({ strandId }) => strandId === element.strandId);
		const outcome =
			strand?.stage2.outcomes[element.elementId] ?? strand?.outcomes[element.elementId];
		return {
			id: element.elementId,
			number: place + 1,
			title: pulled.texts.find(({ textId }) => textId === element.titleTextId)?.words ?? 'Erased',
			state: outcome
				? `Answered: ${FINDINGS[outcome]}`
				: answer
					? ANSWER_STATES[answer.state]
					: strand
						? strandStanding(strand, facts.context)
						: 'Passed on',
			done: outcome !== undefined,
			href: strand ? `/staff/case/${pulled.complaintId}/answer/${strand.strandId}` : undefined
		};
	});
	const done = parts.filter((part) => part.done).length;
	return { parts, count: `${done} of ${parts.length} answered` };
}

const FINDINGS = {
	upheld: 'we agree',
	partiallyUpheld: 'we agree with some of it',
	notUpheld: 'we do not agree',
	noFinding: 'we could not tell'
} as const;

const ANSWER_STATES = {
	draft: 'Answer: draft',
	waitingForRelease: 'Answer: waits for a second person',
	sent: 'Answer: sent'
} as const;
