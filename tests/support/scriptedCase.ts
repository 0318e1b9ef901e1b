import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { clockOf } from '#lib/domain/clocks/statutoryClocks.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import type { ClockOutcome, RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { StrandStage } from '#lib/domain/complaint/state.ts';
import type { TriageFacts } from '#lib/domain/triage/triageFacts.ts';
import { readRules } from '#lib/server/complaints/carryOut.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { LogContact, Order, PushedText, PushResult } from '#lib/wire/sync.ts';
import type { Office } from './caseworkOffice.ts';
import { scriptedTriage } from './scriptedTriage.ts';

/** One complaint carried through the procedure by its dates, on the real server. */
export interface ScriptedCase {
	complaintId: string;
	/** Triage as the rules suggest it for these points; fails where the rules leave a question. */
	decides(on: PlainDate, points: readonly Partial<TriageFacts>[]): Promise<readonly string[]>;
	/** An order of the officer's on that day, with its words; fails the test where refused. */
	does(on: PlainDate, order: Order, words?: Words): Promise<void>;
	/** The same by somebody else. */
	doesAs(staffId: string, on: PlainDate, order: Order, words?: Words): Promise<void>;
	/** An order that the rules refuse, and the code they give. */
	cannot(on: PlainDate, order: Order, words?: Words): Promise<string>;
	/** Where it stands on that day, as the case page shows it. */
	stands(on: PlainDate): Promise<Standing>;
	/** The id of the strand that stands in that place. */
	strand(place?: number): Promise<string>;
	elements(): Promise<readonly string[]>;
}

/** The words an order brings, each with the id the order names. */
export type Words = readonly PushedText[];

/** What is owed, by when, in each strand; `whole` for what the complaint as a whole owes. */
export interface Standing {
	whole: Readonly<Record<string, PlainDate>>;
	strands: readonly {
		procedure: string;
		stage: StrandStage;
		/** By rule name: the last day of each clock that runs, waits or is late. */
		due: Readonly<Record<string, PlainDate>>;
	}[];
}

/** How the complaint comes in, in a script: the day, who tells, by what means. */
export interface ToldUs {
	on: PlainDate;
	by?: LogContact['madeBy'];
	channel?: LogContact['channel'];
	name?: string;
	/** They gave a number for text messages. */
	canBeReached?: boolean;
}

const RUNS: readonly ClockOutcome[] = ['running', 'late', 'paused'];

/** Logs a complaint in `office` and gives the case to carry on with. `officerId` does the work. */
export async function tellUs(
	office: Office,
	officerId: string,
	{
		on,
		by = 'childOrYoungPerson',
		channel = 'telephone',
		name = 'Jay',
		canBeReached = true
	}: ToldUs
): Promise<ScriptedCase> {
	office.setToday(on);
	const complaintId = crypto.randomUUID();
	const whatHappenedTextId = crypto.randomUUID();
	const order: LogContact = {
		type: 'logContact',
		receivedOn: on,
		channel,
		madeBy: by,
		complainantName: name,
		relationToChild: '',
		childName: '',
		whatHappenedTextId,
		whatWouldHelpTextId: null,
		wantsAdvocate: false,
		safeNow: 'yes',
		safeContacts: canBeReached
			? [
					{
						safeContactId: crypto.randomUUID(),
						channel: 'textMessage',
						to: '07700 900 982',
						name: '',
						whoCanSee: 'justMe',
						voicemailAllowed: null,
						goodTimes: []
					}
				]
			: []
	};
	const texts = [
		{ textId: whatHappenedTextId, kind: 'whatHappened', words: 'What happened' }
	] as const;
	expectDone(await office.give({ by: officerId, complaintId, order, texts }), on);
	return scriptedCase(office, officerId, complaintId);
}

function scriptedCase(office: Office, officerId: string, complaintId: string): ScriptedCase {
	const give = (by: string, on: PlainDate, order: Order, texts: Words = []) => {
		office.setToday(on);
		return office.give({ by, complaintId, order, texts });
	};
	const complaint = () => readComplaint(office, officerId, complaintId);
	return {
		complaintId,
		async decides(on, points) {
			const { order, texts, routes } = scriptedTriage(on, points);
			expectDone(await give(officerId, on, order, texts), on);
			return routes;
		},
		async does(on, order, words) {
			expectDone(await give(officerId, on, order, words), on);
		},
		async doesAs(staffId, on, order, words) {
			expectDone(await give(staffId, on, order, words), on);
		},
		async cannot(on, order, words) {
			const answer = await give(officerId, on, order, words);
			return answer.done ? 'done' : answer.refusal.code;
		},
		async stands(on) {
			office.setToday(on);
			return standingOf(office, officerId, complaintId);
		},
		async strand(place = 0) {
			const found = (await complaint()).strands[place];
			if (!found) throw new Error(`There is no strand ${place}`);
			return found.strandId;
		},
		async elements() {
			return (await complaint()).elements.map(({ elementId }) => elementId);
		}
	};
}

function expectDone(answer: PushResult, on: PlainDate): void {
	if (!answer.done) throw new Error(`Refused on ${on}: ${JSON.stringify(answer.refusal)}`);
}

async function readComplaint(office: Office, officerId: string, complaintId: string) {
	const read = await readCase(office.service, officerId, { complaintId, what: 'case' });
	if (!read) throw new Error('The officer does not see the case');
	return rebuild(read.events.map(({ event }) => event));
}

async function standingOf(
	office: Office,
	officerId: string,
	complaintId: string
): Promise<Standing> {
	const complaint = await readComplaint(office, officerId, complaintId);
	const rules = await inTransaction(office.service, { kind: 'system' }, readRules);
	const clocks = clocksOf(complaint, rules);
	return {
		whole: dueBy(clocks, null),
		strands: complaint.strands.map(({ strandId, procedure, stage }) => ({
			procedure,
			stage,
			due: dueBy(clocks, strandId)
		}))
	};
}

function dueBy(
	clocks: readonly RunningClock[],
	strandId: string | null
): Readonly<Record<string, PlainDate>> {
	const owed = clocks.filter(
		(clock) => clock.strandId === strandId && RUNS.includes(clock.outcome)
	);
	return Object.fromEntries(
		owed.flatMap((clock) => {
			const { rule, extendedRule } = clockOf(clock.clock);
			return clock.dueOn ? [[(clock.isExtended && extendedRule) || rule, clock.dueOn]] : [];
		})
	);
}
