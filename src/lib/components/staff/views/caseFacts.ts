import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps, type NextStep } from '#lib/domain/complaint/nextSteps.ts';
import type { ClockContext, RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';
import { phaseWords, stageWords } from '#lib/words/stages.ts';
import type { Pull, PulledCase } from '#lib/wire/sync.ts';

/** A case as it was pulled, with what the rules make of it on the server's day. */
export interface CaseFacts {
	pulled: PulledCase;
	complaint: Complaint;
	clocks: readonly RunningClock[];
	steps: readonly NextStep[];
	/** What to call them on screen. */
	name: string;
	/** The name they gave; null where they gave none. */
	givenName: string | null;
	/** What to call them within a sentence: their name, or 'this person'. */
	called: string;
	pull: Pull;
	context: ClockContext;
}

/** What a person is called who gave no name. */
export const NO_NAME = 'No name given';

/** The rules' view of one case. The day is the server's, not the device's. */
export function factsOf(pulled: PulledCase, pull: Pull): CaseFacts {
	const complaint = rebuild(pulled.events.map(({ event }) => event));
	const context = contextOf(pull);
	const givenName = pulled.calledName?.trim() || null;
	return {
		pulled,
		complaint,
		clocks: clocksOf(complaint, context),
		steps: nextSteps(complaint, context),
		name: givenName ?? NO_NAME,
		givenName,
		called: givenName ?? 'this person',
		pull,
		context
	};
}

/** What to call them where a sentence begins. */
export function calledFirst({ called }: Pick<CaseFacts, 'called'>): string {
	return called.charAt(0).toUpperCase() + called.slice(1);
}

/** What the clocks count with, from the last pull. */
export function contextOf({ holidays, today, council }: Pull): ClockContext {
	const { acknowledgeWorkingDays, corporateStage1WorkingDays } = council;
	const { corporateStage2WorkingDays, eligibilityWorkingDays } = council;
	const { corporateStage2AcknowledgeWorkingDays, corporateStage2ExtensionWorkingDays } = council;
	return {
		holidays,
		today,
		settings: {
			acknowledgeWorkingDays,
			corporateStage1WorkingDays,
			...(corporateStage2AcknowledgeWorkingDays === undefined
				? {}
				: { corporateStage2AcknowledgeWorkingDays }),
			...(corporateStage2WorkingDays === undefined ? {} : { corporateStage2WorkingDays }),
			...(corporateStage2ExtensionWorkingDays === undefined
				? {}
				: { corporateStage2ExtensionWorkingDays }),
			...(eligibilityWorkingDays === undefined ? {} : { eligibilityWorkingDays })
		}
	};
}

/** A member of staff by name, for reading. */
export function staffName({ staff }: Pull, staffId: string | null): string {
	if (staffId === null) return 'Nobody yet';
	return staff.find((one) => one.staffId === staffId)?.displayName ?? 'Somebody who left';
}

/** A team by name; empty where there is none. */
export function teamName({ council }: Pull, teamId: string | null): string {
	return council.teams.find((team) => team.teamId === teamId)?.name ?? '';
}

/** Who has the case: the officer, or the manager who answers, and the team. "You" for oneself. */
export function whoHas({ pulled, pull }: CaseFacts): string {
	return holderWords(pulled, pull);
}

/** The same from the ids of the people. Somebody who is away today stands beside who covers. */
export function holderWords(
	given: Pick<PulledCase, 'officerId' | 'responderId' | 'teamId'>,
	pull: Pull
): string {
	const holder = given.responderId ?? given.officerId;
	if (holder === null && given.teamId === null) return 'Nobody yet';
	const called = (staffId: string) =>
		staffId === pull.me.staffId ? 'You' : staffName(pull, staffId);
	const name = holder === null ? '' : called(holder);
	const cover = coverNow(pull).find(({ absentId }) => absentId === holder);
	const who = cover ? `${name} (away, ${called(cover.coveringId)} for now)` : name;
	return [who, teamName(pull, given.teamId)].filter((part) => part !== '').join(', ');
}

/** Who covers for whom today. */
export function coverNow({ cover, today }: Pull): Pull['cover'] {
	return cover.filter(({ fromOn, toOn }) => fromOn <= today && today <= toOn);
}

/** The signed-in person, and those they cover for today. */
export function myself(pull: Pull): readonly string[] {
	const { staffId } = pull.me;
	const covered = coverNow(pull).filter(({ coveringId }) => coveringId === staffId);
	return [staffId, ...covered.map(({ absentId }) => absentId)];
}

/** Where the case stands, in a few words: that of its first strand that still goes on. */
export function standingOf({ complaint, context }: CaseFacts): string {
	const [first] = openStrands(complaint);
	const strand = first ?? complaint.strands[0];
	if (strand) return strandStanding(strand, context);
	return complaint.phase === 'triaged'
		? 'Passed on, no procedure of ours'
		: phaseWords(complaint.phase);
}

/** Where a strand stands: past day 20 it is not overdue while they agreed to wait. */
export function strandStanding(
	{ stage, waitsUntilOn }: Pick<Strand, 'stage' | 'waitsUntilOn'>,
	{ today }: Pick<ClockContext, 'today'>
): string {
	return stage === 'stage1Overdue' && waitsUntilOn !== null && today <= waitsUntilOn
		? 'Stage 1, waiting as agreed'
		: stageWords(stage);
}

/** The strands that still go on. */
function openStrands({ strands }: Complaint): Strand[] {
	return strands.filter(
		({ stage }) => stage !== 'closed' && stage !== 'withdrawn' && stage !== 'imported'
	);
}

/** What a part is called: 'Part 2'. Its place among the parts of the whole complaint. */
export function partNames({ elements, importedElements }: Complaint): Record<string, string> {
	return Object.fromEntries(
		[...elements, ...importedElements].map(({ elementId }, place) => [
			elementId,
			`Part ${place + 1}`
		])
	);
}

/**
 * The words of a part; a plain stand-in until they are known, or once erased. Of a part of an old
 * record its category is all there is.
 */
export function partTitle({ pulled, pull, complaint }: CaseFacts, elementId: string): string {
	const old = complaint.importedElements.find((one) => one.elementId === elementId);
	if (old) {
		const known = pull.council.categories.find(({ categoryId }) => categoryId === old.category);
		return known?.name ?? old.category;
	}
	const element = complaint.elements.find((one) => one.elementId === elementId);
	return wordsOf(pulled, element?.titleTextId) ?? 'Erased';
}

/** Words kept beside the events; null where there are none, or no more. */
export function wordsOf({ texts }: PulledCase, textId: string | null | undefined): string | null {
	return texts.find((text) => text.textId === textId)?.words ?? null;
}

/** How many messages from them nobody has read. */
export function unreadCount({ messages }: PulledCase): number {
	return messages.filter(
		({ direction, readAt }) => direction === 'fromComplainant' && readAt === null
	).length;
}

/** The number of another case that this person may see; null for any other. */
export function referenceOf({ pulled, pull }: CaseFacts, complaintId: string): string | null {
	const seen = [...pulled.others, ...pull.cases];
	return seen.find((one) => one.complaintId === complaintId)?.reference ?? null;
}
