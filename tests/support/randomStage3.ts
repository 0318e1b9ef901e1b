import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import { DELAY_REASONS, STAGE2_DOCUMENTS } from '#lib/domain/complaint/codes.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import {
	EARLY_REFERRAL_CONDITIONS,
	PANEL_ATTENDEES,
	PANEL_REPORT_READERS,
	STAGE3_DATES,
	type EarlyReferralConditions
} from '#lib/domain/complaint/stage3Codes.ts';
import type { Stage3Command } from '#lib/domain/complaint/stage3Commands.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

const TEXT = '0190f5e2-0000-7000-8000-000000000021';
const STAFF = '0190f5e2-0000-7000-8000-000000000031';
const STRAND = '0190f5e2-0000-7000-8000-000000000001';
const ELEMENT = '0190f5e2-0000-7000-8000-000000000011';
/** People of `PEOPLE` in givenWhenThen, by ids that the log can hold. */
const IRIS = '0190f5e2-0000-7000-8000-000000000041';
const NOOR = '0190f5e2-0000-7000-8000-000000000042';
const ASH = '0190f5e2-0000-7000-8000-000000000043';
const OUTSIDERS = [
	'0190f5e2-0000-7000-8000-000000000045',
	'0190f5e2-0000-7000-8000-000000000046',
	'0190f5e2-0000-7000-8000-000000000047',
	'0190f5e2-0000-7000-8000-000000000048'
] as const;

/** What chance gives an order about stage 3. `turn` makes ids that no other order has. */
interface Chance {
	pick: number;
	strandId: string;
	strand: Strand | undefined;
	turn: number;
}

type Makers = { [Type in Stage3Command['type']]: () => CommandOf<Type> };

/** Orders about stage 3, most of them right; the rules decide. */
export function stage3Makers(on: PlainDate, { pick, strandId, strand, turn }: Chance): Makers {
	const stage3 = strand?.stage3 ?? null;
	const delayReason = pick < 2 ? null : (DELAY_REASONS[pick % DELAY_REASONS.length] ?? null);
	const panelOn = addDays(on, pick < 5 ? 0 : pick * 4);
	return {
		requestStage3: () => ({
			type: 'requestStage3',
			strandId,
			requestedOn: on,
			channel: 'letter',
			pointsTextId: pick % 2 === 0 ? TEXT : null
		}),
		decideLateStage3: () => ({
			type: 'decideLateStage3',
			strandId,
			accepted: pick > 3,
			decidedOn: on,
			reasonTextId: TEXT,
			ombudsmanToldOn: pick % 2 === 0 ? on : null
		}),
		acknowledgeStage3: () => ({ type: 'acknowledgeStage3', strandId, acknowledgedOn: on }),
		fixPanelDate: () => ({
			type: 'fixPanelDate',
			strandId,
			panelOn,
			atComplainantsWish: pick === 8,
			reasonTextId: pick % 3 === 0 ? null : TEXT
		}),
		adjournPanel: () => ({
			type: 'adjournPanel',
			strandId,
			adjournedOn: on,
			atComplainantsWish: pick % 2 === 0,
			reasonTextId: TEXT
		}),
		sendPanelPapers: () => ({
			type: 'sendPanelPapers',
			strandId,
			sentOn: on,
			tooLateReasonTextId: pick < 2 ? null : TEXT
		}),
		holdPanel: () => ({
			type: 'holdPanel',
			strandId,
			heldOn: pick === 0 ? on : (stage3?.panelOn ?? on),
			attended: PANEL_ATTENDEES.slice(0, pick % 4)
		}),
		receivePanelReport: () => ({
			type: 'receivePanelReport',
			strandId,
			receivedOn: on,
			documentId: null,
			textId: pick === 9 ? null : TEXT,
			recommendations: pick % 3 === 0 ? [] : [{ recommendationId: idOf(turn, 3), textId: TEXT }],
			delayReason
		}),
		sendPanelReport: () => ({
			type: 'sendPanelReport',
			strandId,
			sentOn: on,
			sentTo: PANEL_REPORT_READERS.slice(pick === 9 ? 1 : 0, 2 + (pick % 3)),
			delayReason
		}),
		respondStage3: () => ({
			type: 'respondStage3',
			strandId,
			sentOn: on,
			independentPersonTookPartOn: pick === 0 ? null : on,
			decisions: (stage3?.recommendations ?? []).map(({ recommendationId }) => ({
				recommendationId,
				accepted: pick > 4,
				reasonTextId: pick > 1 ? TEXT : null,
				ownerId: pick > 4 ? STAFF : null,
				dueOn: pick > 4 ? addDays(on, pick * 9) : null
			})),
			ombudsmanToldOn: pick === 1 ? null : on,
			delayReason,
			releasedByStaffId: pick % 2 === 0 ? null : STAFF,
			...(pick % 2 === 0 ? { sentOnPaper: true } : {})
		}),
		correctStage3Date: () => ({
			type: 'correctStage3Date',
			strandId,
			which: STAGE3_DATES[pick % STAGE3_DATES.length] ?? 'requested',
			happenedOn: addDays(on, -(turn % 5)),
			reasonTextId: TEXT,
			...(pick > 5 ? { delayReason } : {})
		}),
		referEarly: () => ({
			type: 'referEarly',
			strandId,
			referredOn: on,
			agreedOn: pick === 9 ? null : on,
			conditions: Object.fromEntries(
				EARLY_REFERRAL_CONDITIONS.map((name, place) => [name, place !== pick])
			) as EarlyReferralConditions
		})
	};
}

/** The order that takes a review on from where it stands; null where it is not at one. */
export function nextOfReview({
	stage,
	stage3,
	appointments
}: Strand): Stage3Command['type'] | 'appointPerson' | null {
	const has = (role: string) =>
		appointments.filter((one) => one.role === role && one.endedOn === null).length;
	switch (stage) {
		case 'stage2Adjudicated':
			return 'requestStage3';
		case 'stage3Requested':
		case 'stage3Convening':
			if (stage3?.isLate && stage3.lateDecision === null) return 'decideLateStage3';
			if (has('panelChair') < 1 || has('panelMember') < 2) return 'appointPerson';
			if (stage3?.panelOn == null) return 'fixPanelDate';
			return stage3.papers === null ? 'sendPanelPapers' : 'holdPanel';
		case 'stage3PanelHeld':
			return 'receivePanelReport';
		case 'stage3Reported':
			// Half of the reviews write down that the report went on; nothing waits for it.
			if (stage3?.reportSent === null && stage3.recommendations.length > 0)
				return 'sendPanelReport';
			return has('stage3Director') === 0 ? 'appointPerson' : 'respondStage3';
		default:
			return null;
	}
}

/** Somebody for the panel, or to answer for the Director. */
export function panelAppointment(
	on: PlainDate,
	{ pick, strandId, strand, turn }: Chance
): CommandOf<'appointPerson'> {
	const isTaken = (role: string) =>
		strand?.appointments.some((one) => one.role === role && one.endedOn === null) ?? false;
	const role =
		strand?.stage === 'stage3Reported' || strand?.stage === 'stage3PanelHeld'
			? 'stage3Director'
			: isTaken('panelChair')
				? 'panelMember'
				: 'panelChair';
	const personId =
		role === 'stage3Director' ? ASH : pick === 9 ? NOOR : (OUTSIDERS[(pick + turn) % 4] ?? NOOR);
	return {
		type: 'appointPerson',
		strandId,
		appointmentId: idOf(turn, 1),
		role,
		personId,
		appointedOn: on,
		declarationSignedOn: on,
		acceptedWarnings: ['stage1Responder', 'investigatingOfficer', 'adjudicatingOfficer'],
		reasonTextId: TEXT
	};
}

/** A complaint whose stage 2 was answered 20 working days after its request, on the last of these days. */
export function reviewable(receivedOn: PlainDate): {
	events: ComplaintEvent[];
	answeredOn: PlainDate;
} {
	const on = (days: number): PlainDate => {
		const day = addWorkingDays(receivedOn, days, BUILT_IN_BANK_HOLIDAYS);
		if (!day.known) throw new Error(`${receivedOn} is outside the list`);
		return day.value;
	};
	const about = { strandId: STRAND };
	const part = (role: 'investigatingOfficer' | 'independentPerson', personId: string) => ({
		type: 'personAppointed' as const,
		...about,
		appointmentId: idOf(role === 'independentPerson' ? 1 : 2, 9),
		role,
		personId,
		appointedOn: on(12),
		declarationSignedOn: on(12),
		acceptedWarnings: [],
		reasonTextId: null
	});
	const report = (which: 'investigation' | 'independentPerson') => ({
		type: 'reportReceived' as const,
		...about,
		report: which,
		receivedOn: on(25),
		documentId: null,
		textId: TEXT
	});
	const outcomes = [{ elementId: ELEMENT, outcome: 'partiallyUpheld' as const }];
	const events: ComplaintEvent[] = [
		{
			type: 'complaintReceived',
			receivedOn,
			channel: 'letter',
			madeOrally: false,
			madeBy: 'adult'
		},
		{
			type: 'triageDecided',
			decidedOn: on(1),
			spokenTo: 'yes',
			elements: [
				{
					elementId: ELEMENT,
					titleTextId: TEXT,
					person: 'P1',
					subject: 'S2',
					category: 'delay',
					routes: ['STAT_S1'],
					strandId: STRAND,
					reasonTextId: null
				}
			],
			strands: [{ ...about, procedure: 'statutory', opensAt: 'stage1' }]
		},
		{ type: 'stage1Accepted', ...about, acceptedOn: on(1) },
		{
			type: 'stage1Responded',
			...about,
			sentOn: on(9),
			outcomes,
			delayReason: null,
			releasedByStaffId: STAFF
		},
		{ type: 'stage2Requested', ...about, requestedOn: on(11), channel: 'letter' },
		part('investigatingOfficer', IRIS),
		part('independentPerson', NOOR),
		{ type: 'statementNotNeeded', ...about, decidedOn: on(13), reasonTextId: TEXT },
		report('investigation'),
		report('independentPerson'),
		{
			type: 'adjudicated',
			...about,
			decidedOn: on(30),
			points: [{ elementId: ELEMENT, outcome: 'partiallyUpheld', reasonTextId: TEXT }],
			recommendations: []
		},
		{
			type: 'stage2Responded',
			...about,
			sentOn: on(31),
			documents: STAGE2_DOCUMENTS,
			delayReason: null,
			releasedByStaffId: STAFF
		}
	];
	return { events, answeredOn: on(31) };
}

function idOf(turn: number, kind: number): string {
	return `0190f5e2-${String(kind).padStart(4, '0')}-7000-8000-${String(turn).padStart(12, '0')}`;
}
