import { expect } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import { decide } from '#lib/domain/complaint/decide.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import type { ActorRole } from '#lib/domain/roles/roles.ts';

/** An order as a test gives it: who, on which day, what. */
export interface Given {
	by?: ActorRole;
	on?: PlainDate;
}

/** The council of the tests: acknowledges in 2 working days, answers corporate ones in 15. */
export function contextOf({
	by = 'complaintsOfficer',
	on = '2026-12-31'
}: Given = {}): RuleContext {
	return {
		role: by,
		today: on,
		holidays: BUILT_IN_BANK_HOLIDAYS,
		settings: { acknowledgeWorkingDays: 2, corporateStage1WorkingDays: 15 }
	};
}

/** What has happened so far; then `when` an order is given, what the rules say to it. */
export function given(...history: readonly (ComplaintEvent | readonly ComplaintEvent[])[]) {
	const events = history.flat() as ComplaintEvent[];
	return {
		when: (command: Command, how: Given = {}) => {
			const decision = decide(rebuild(events), command, contextOf(how));
			return {
				decision,
				/** It is carried out, and these events are written down. */
				then: (...expected: ComplaintEvent[]) => {
					expect(decision).toEqual({ accepted: true, events: expected });
				},
				/** It is carried out; what the complaint then is, for a closer look. */
				thenComplaint: (): Complaint => {
					if (!decision.accepted) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
					return rebuild([...events, ...decision.events]);
				},
				/** It is not carried out, for this reason and these facts. */
				thenRefused: (code: Refusal['code'], facts: Record<string, unknown> = {}) => {
					expect(decision).toMatchObject({ accepted: false, refusal: { code, ...facts } });
				}
			};
		}
	};
}
