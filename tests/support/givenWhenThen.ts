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
import type { Standing } from '#lib/domain/roles/appointments.ts';
import type { ActorRole } from '#lib/domain/roles/roles.ts';

/** An order as a test gives it: who, on which day, what. */
export interface Given {
	by?: ActorRole;
	on?: PlainDate;
}

const OUTSIDER: Standing = {
	isOfficerOrMember: false,
	leftOfficeOn: null,
	isSpouseOfOfficerOrMember: false,
	isSubject: false,
	isSubjectsLineManager: false,
	isStage1Responder: false,
	isComplaintsManager: false,
	isAdvocate: false,
	managesTheTeam: false,
	pastInvolvement: [],
	sameNameInvolvement: [],
	roles: [
		'investigatingOfficer',
		'independentPerson',
		'panelMember',
		'adjudicatingOfficer',
		'director'
	],
	signsInUntilOn: null
};
const IN_HOUSE: Standing = { ...OUTSIDER, isOfficerOrMember: true };

/** The people of the tests, by their ids, with what is known of them on the case. */
export const PEOPLE: Readonly<Record<string, Standing>> = {
	/** Iris investigates for the council; Noor and Wren come from outside; Ash decides. */
	'person-iris': IN_HOUSE,
	'person-noor': OUTSIDER,
	'person-wren': OUTSIDER,
	'person-ash': IN_HOUSE,
	/** Rae answered at stage 1, Max runs complaints, Kit is complained about, Lou manages Kit. */
	'person-rae': { ...IN_HOUSE, isStage1Responder: true },
	'person-max': { ...IN_HOUSE, isComplaintsManager: true },
	'person-kit': { ...IN_HOUSE, isSubject: true },
	'person-lou': { ...IN_HOUSE, isSubjectsLineManager: true },
	'person-bea': { ...OUTSIDER, isAdvocate: true },
	/** Iris, Noor, Ash and Kit once more, by ids that a stored log can hold. */
	'0190f5e2-0000-7000-8000-000000000041': IN_HOUSE,
	'0190f5e2-0000-7000-8000-000000000042': OUTSIDER,
	'0190f5e2-0000-7000-8000-000000000043': IN_HOUSE,
	'0190f5e2-0000-7000-8000-000000000044': { ...IN_HOUSE, isSubject: true },
	/** Three more from outside, to sit on a panel, and one who left the council last year. */
	'0190f5e2-0000-7000-8000-000000000045': OUTSIDER,
	'0190f5e2-0000-7000-8000-000000000046': OUTSIDER,
	'0190f5e2-0000-7000-8000-000000000047': OUTSIDER,
	'0190f5e2-0000-7000-8000-000000000048': { ...OUTSIDER, leftOfficeOn: '2026-03-31' },
	/** Una has no role for a part; the sign-in of Gus is over; Eve, Tom and Ivo have a past. */
	'person-una': { ...OUTSIDER, roles: ['dutyWorker'] },
	'person-gus': { ...OUTSIDER, signsInUntilOn: '2026-07-01' },
	'person-eve': { ...OUTSIDER, pastInvolvement: ['investigatedOther', 'panelOnOther'] },
	'person-tom': { ...IN_HOUSE, managesTheTeam: true },
	'person-ivo': { ...OUTSIDER, sameNameInvolvement: ['answeredOther'] },
	'person-sol': { ...OUTSIDER, isSpouseOfOfficerOrMember: true }
};

/** The council of the tests: acknowledges in 2 working days, answers corporate ones in 15. */
export function contextOf({
	by = 'complaintsOfficer',
	on = '2026-12-31'
}: Given = {}): RuleContext {
	return {
		role: by,
		today: on,
		holidays: BUILT_IN_BANK_HOLIDAYS,
		settings: { acknowledgeWorkingDays: 2, corporateStage1WorkingDays: 15 },
		standingOf: (personId) => PEOPLE[personId] ?? null
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
