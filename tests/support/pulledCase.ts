import { factsOf, type CaseFacts } from '#lib/components/staff/views/caseFacts.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import type { Pull, PulledCase, PulledStaff, StoredEvent } from '#lib/wire/sync.ts';

/** Sam, who is signed in, and the others of the office. */
export const SAM = 'staff-sam';
export const MO = 'staff-mo';
export const PRIYA = 'staff-priya';

/** What Sam may see on a day of June 2026, in a role. */
export function pull(today: PlainDate, more: Partial<Pull> = {}): Pull {
	return {
		asOf: `${today}T09:00:00Z`,
		today,
		me: { staffId: SAM, displayName: 'Sam', roles: ['complaintsOfficer'], teamId: null },
		council: {
			siteName: 'Have your say',
			councilName: 'The council',
			acknowledgeWorkingDays: 2,
			corporateStage1WorkingDays: 10,
			teams: [{ teamId: 'fostering', name: 'Fostering' }],
			categories: [],
			ourNumbers: [],
			advocacyProvider: { providerId: 'nyas', name: 'NYAS', telephone: '' }
		},
		holidays: BUILT_IN_BANK_HOLIDAYS,
		staff: [
			member(SAM, 'Sam', ['complaintsOfficer']),
			{ ...member(MO, 'Mo', ['teamManager']), teamId: 'fostering' },
			member(PRIYA, 'Priya', ['complaintsManager'])
		],
		cases: [],
		alerts: [],
		cover: [],
		reminders: [],
		views: [],
		...more
	};
}

/** The same for somebody in another role. */
export function pullAs(role: StaffRole, today: PlainDate): Pull {
	return pull(today, { me: { staffId: SAM, displayName: 'Sam', roles: [role], teamId: null } });
}

/** Jay's case with these events, each written down at noon of the day it is about. */
export function pulledCase(
	events: readonly ComplaintEvent[],
	more: Partial<PulledCase> = {}
): PulledCase {
	return {
		isWhole: true,
		complaintId: 'case-jay',
		reference: '26-0203',
		version: events.length,
		officerId: SAM,
		responderId: null,
		teamId: null,
		events: events.map(stored),
		calledName: 'Jay',
		people: [],
		texts: [],
		messages: [],
		facts: null,
		safeContact: [],
		advocateRequests: [],
		answers: [],
		fullAnswers: [],
		promises: [],
		others: [],
		views: [],
		seenByCount: 0,
		seenByAdvocates: 0,
		...more
	};
}

/** What the rules make of a case on a day, for Sam. */
export function factsOn(
	today: PlainDate,
	events: readonly ComplaintEvent[],
	more: Partial<PulledCase> = {}
): CaseFacts {
	return factsOf(pulledCase(events, more), pull(today));
}

/** Dates are written with spaces that do not break. */
export function plain(text: string | undefined): string {
	return (text ?? '').replaceAll('\u00a0', ' ');
}

function stored(event: ComplaintEvent, place: number): StoredEvent {
	const day = Object.entries(event).find(([name]) => name.endsWith('On'))?.[1] as string | null;
	const at = `${day ?? '2026-06-02'}T11:00:00Z`;
	const isTheirs = event.type === 'complaintReceived';
	return {
		version: place + 1,
		event,
		commandId: `order ${place + 1}`,
		actorKind: isTheirs ? 'complainant' : 'staff',
		actorId: isTheirs ? null : SAM,
		givenAt: at,
		recordedAt: at
	};
}

function member(staffId: string, displayName: string, roles: readonly StaffRole[]): PulledStaff {
	const insider = { teamId: null, lineManagerId: null, kind: 'inside', validUntil: null } as const;
	return { staffId, displayName, roles, ...insider };
}
