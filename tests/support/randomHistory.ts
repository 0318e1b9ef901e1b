import fc from 'fast-check';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	CLOSING_REASONS,
	DELAY_REASONS,
	EXTENSION_REASONS,
	OUTCOMES
} from '#lib/domain/complaint/codes.ts';
import type { Command, CommandOf, CommandType } from '#lib/domain/complaint/commands.ts';
import type { BesideCommand } from '#lib/domain/beside/besideCommands.ts';
import { COMMANDS_BY_PHASE, COMMANDS_BY_STAGE } from '#lib/domain/complaint/stageTable.ts';
import type { Stage2Command } from '#lib/domain/complaint/stage2Commands.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';
import type { Stage3Command } from '#lib/domain/complaint/stage3Commands.ts';
import { nextInStage2, stage2Makers } from './randomStage2.ts';
import { nextOfReview, panelAppointment, stage3Makers } from './randomStage3.ts';
import type { ActorRole } from '#lib/domain/roles/roles.ts';
import { besideOrderBy } from './randomBeside.ts';

const FIRST_STRAND = '0190f5e2-0000-7000-8000-000000000001';
const SECOND_STRAND = '0190f5e2-0000-7000-8000-000000000002';
const FIRST_ELEMENT = '0190f5e2-0000-7000-8000-000000000011';
const SECOND_ELEMENT = '0190f5e2-0000-7000-8000-000000000012';
const THIRD_ELEMENT = '0190f5e2-0000-7000-8000-000000000013';
const TEXT = '0190f5e2-0000-7000-8000-000000000021';
const STAFF = '0190f5e2-0000-7000-8000-000000000031';

/** What chance decides of one order. */
export interface Chance {
	role: ActorRole;
	/** Days since the order before it, and how many days ago its own date lies. */
	passed: number;
	ago: number;
	/** Any order at all, or one that the stage allows; right or wrong, the rules decide. */
	isWild: boolean;
	type: number;
	pick: number;
	isSecond: boolean;
	/** An order beside the stages, about any strand there is. */
	isBeside: boolean;
	/** Mostly the order that takes a review on, so that chance comes to its end. */
	isReview?: boolean;
	/** The order that comes next in the procedure, so that histories go far. */
	isStraight: boolean;
}

const chance: fc.Arbitrary<Chance> = fc.record({
	role: fc.constantFrom<ActorRole[]>(
		'complaintsManager',
		'complaintsManager',
		'complaintsManager',
		'complaintsManager',
		'complaintsManager',
		'complaintsManager',
		'complaintsOfficer',
		'complainant',
		'teamManager',
		'system',
		'administrator'
	),
	passed: fc.oneof(fc.nat(3), fc.nat(20)),
	ago: fc.oneof(fc.constant(0), fc.integer({ min: -1, max: 6 })),
	isWild: fc.constantFrom(true, false, false, false),
	type: fc.nat(999),
	pick: fc.nat(9),
	isSecond: fc.constantFrom(true, false, false),
	isBeside: fc.constantFrom(true, false, false, false),
	isStraight: fc.constantFrom(true, true, false)
});

/** The first day, in the years 2019 to 2027, and what chance decides of 30 to 45 orders. */
export const randomChances = fc.record({
	firstOn: fc.nat(3200).map((days) => addDays('2019-01-01', days)),
	chances: fc.array(chance, { minLength: 30, maxLength: 45 })
});

/** The order that chance gives about a complaint that stands so. Its date may be a wrong one. */
export function orderBy(one: Chance, complaint: Complaint, today: PlainDate): Command {
	if (one.isBeside) {
		const beside = besideOrderBy(one, complaint, addDays(today, -one.ago));
		if (beside) return beside;
	}
	const strandId = strandBy(one, complaint);
	const strand = complaint.strands.find((other) => other.strandId === strandId);
	const allowed: readonly OwnType[] = [
		...COMMANDS_BY_PHASE[complaint.phase],
		...(strand ? COMMANDS_BY_STAGE[strand.stage] : [])
	];
	const types = one.isWild || allowed.length === 0 ? TYPES : allowed;
	const onward = one.isReview && one.type % 5 < 3 && strand ? nextOfReview(strand) : null;
	const straight = onward === null && one.isStraight ? nextInOrder(complaint, strand) : null;
	const type = onward ?? straight ?? types[one.type % types.length] ?? 'receiveComplaint';
	const on = straight ? today : addDays(today, -one.ago);
	const chances = { pick: one.pick, strandId, strand, turn: complaint.version };
	const makers: { [Type in OwnType]: () => CommandOf<Type> } = {
		...complaintMakers(on, one.pick),
		...strandMakers(on, {
			pick: one.pick,
			strandId,
			elementIds: strand?.elementIds ?? [FIRST_ELEMENT]
		}),
		...stage2Makers(on, chances),
		...stage3Makers(on, chances)
	};
	if (type === 'appointPerson' && strand?.stage.startsWith('stage3')) {
		return panelAppointment(on, chances);
	}
	return makers[type]();
}

/** Orders about the stages themselves. Those beside them have makers of their own. */
type OwnType = Exclude<CommandType, BesideCommand['type']>;

/** What the procedure goes on with; null where it has nothing of its own. */
function nextInOrder({ phase }: Complaint, strand: Strand | undefined): OwnType | null {
	if (phase === 'none') return 'receiveComplaint';
	if (phase === 'received') return 'decideTriage';
	switch (strand?.stage) {
		case 'stage1Open':
			return 'respondStage1';
		case 'stage1Responded':
		case 'stage1Overdue':
			return 'requestStage2';
		default:
			return strand ? nextInStage2(strand) : null;
	}
}

/** Mostly the two strands of triage; now and then the newest that came out of them. */
function strandBy({ isSecond, pick }: Chance, { strands }: Complaint): string {
	const newest = strands.length > 2 && pick > 3 ? strands.at(-1)?.strandId : undefined;
	return newest ?? (isSecond ? SECOND_STRAND : FIRST_STRAND);
}

const TYPES: readonly OwnType[] = [
	...Object.values(COMMANDS_BY_PHASE).flat(),
	...Object.values(COMMANDS_BY_STAGE).flat()
];

type ComplaintMakers = {
	[
		Type in Exclude<
			OwnType,
			keyof ReturnType<typeof strandMakers> | Stage2Command['type'] | Stage3Command['type']
		>
	]: () => CommandOf<Type>;
};

function complaintMakers(on: PlainDate, pick: number): ComplaintMakers {
	return {
		receiveComplaint: () => ({
			type: 'receiveComplaint',
			receivedOn: on,
			channel: 'letter',
			madeOrally: false,
			madeBy: 'adult'
		}),
		importHistory: () => ({ type: 'importHistory', strands: [] }),
		acknowledgeComplaint: () => ({ type: 'acknowledgeComplaint', acknowledgedOn: on }),
		correctReceiptDate: () => ({
			type: 'correctReceiptDate',
			receivedOn: addDays(on, -pick),
			reasonTextId: TEXT
		}),
		withdrawComplaint: () => ({
			type: 'withdrawComplaint',
			withdrawnOn: on,
			channel: 'website'
		}),
		reinstateComplaint: () => ({ type: 'reinstateComplaint', reinstatedOn: on }),
		turnIntoComplaint: () => ({ type: 'turnIntoComplaint', turnedOn: on }),
		recordDealtWith: () => ({ type: 'recordDealtWith', dealtWithOn: on, how: 'passedOn' }),
		askForAdvocate: () => ({ type: 'askForAdvocate', askedOn: on, askedBy: 'complainant' }),
		recordAdvocateAppointed: () => ({ type: 'recordAdvocateAppointed', appointedOn: on }),
		recordAdvocateDeclined: () => ({ type: 'recordAdvocateDeclined', declinedOn: on }),
		decideTriage: () => triageBy(on, pick)
	};
}

function triageBy(decidedOn: PlainDate, pick: number): CommandOf<'decideTriage'> {
	const point = {
		titleTextId: TEXT,
		person: 'P1',
		subject: 'S2',
		category: 'delay',
		reasonTextId: TEXT
	} as const;
	const second = (['CORPORATE', 'SUSPEND_COURT', 'STAT_S2_DIRECT', 'SCHOOL'] as const)[pick % 4];
	const opensAt = second === 'SUSPEND_COURT' ? 'suspended' : 'stage1';
	const strandId = second === 'SCHOOL' ? null : SECOND_STRAND;
	return {
		type: 'decideTriage',
		decidedOn,
		spokenTo: 'yes',
		elements: [
			{ ...point, elementId: FIRST_ELEMENT, routes: ['STAT_S1'], strandId: FIRST_STRAND },
			{ ...point, elementId: SECOND_ELEMENT, routes: [second ?? 'SCHOOL'], strandId },
			// Two points in one strand, so that one of them can stop while the other goes on.
			...(pick % 2 > 0
				? [
						{
							...point,
							elementId: THIRD_ELEMENT,
							routes: ['STAT_S1' as const],
							strandId: FIRST_STRAND
						}
					]
				: [])
		],
		strands: [
			{ strandId: FIRST_STRAND, procedure: 'statutory', opensAt: 'stage1' },
			...(strandId === null
				? []
				: [
						{
							strandId,
							procedure: second === 'CORPORATE' ? ('corporate' as const) : ('statutory' as const),
							opensAt: second === 'STAT_S2_DIRECT' ? ('stage2' as const) : (opensAt as 'stage1')
						}
					])
		]
	};
}

function strandMakers(
	on: PlainDate,
	{ pick, strandId, elementIds }: { pick: number; strandId: string; elementIds: readonly string[] }
) {
	const elementId = elementIds[pick % Math.max(elementIds.length, 1)] ?? SECOND_ELEMENT;
	const outcome = OUTCOMES[pick % OUTCOMES.length] ?? 'upheld';
	const delayReason = pick < 2 ? null : (DELAY_REASONS[pick % DELAY_REASONS.length] ?? null);
	return {
		extendStage1: (): CommandOf<'extendStage1'> => ({
			type: 'extendStage1',
			strandId,
			reason: EXTENSION_REASONS[pick % 2] ?? 'complex',
			toldOn: on,
			complainantsView: 'agrees'
		}),
		tellRightToStage2: (): CommandOf<'tellRightToStage2'> => ({
			type: 'tellRightToStage2',
			strandId,
			toldOn: on
		}),
		agreeToWait: (): CommandOf<'agreeToWait'> => ({
			type: 'agreeToWait',
			strandId,
			agreedOn: on,
			waitsUntilOn: addDays(on, pick * 7)
		}),
		requestStage2: (): CommandOf<'requestStage2'> => ({
			type: 'requestStage2',
			strandId,
			requestedOn: on,
			channel: 'telephone'
		}),
		correctStage2RequestDate: (): CommandOf<'correctStage2RequestDate'> => ({
			type: 'correctStage2RequestDate',
			strandId,
			requestedOn: addDays(on, -pick),
			reasonTextId: TEXT
		}),
		respondStage1: (): CommandOf<'respondStage1'> => ({
			type: 'respondStage1',
			strandId,
			sentOn: on,
			outcomes: elementIds.map((one) => ({ elementId: one, outcome })),
			delayReason,
			releasedByStaffId: pick % 3 === 0 ? null : STAFF,
			...(pick % 3 === 0 ? { sentOnPaper: true } : {})
		}),
		correctStage1Extension: (): CommandOf<'correctStage1Extension'> => ({
			type: 'correctStage1Extension',
			strandId,
			toldOn: on,
			reason: 'complex',
			reasonTextId: TEXT
		}),
		correctResponseDate: (): CommandOf<'correctResponseDate'> => ({
			type: 'correctResponseDate',
			strandId,
			sentOn: addDays(on, -pick),
			reasonTextId: TEXT,
			delayReason
		}),
		correctOutcome: (): CommandOf<'correctOutcome'> => ({
			type: 'correctOutcome',
			strandId,
			elementId,
			outcome,
			reasonTextId: TEXT
		}),
		resolveStage1: (): CommandOf<'resolveStage1'> => ({
			type: 'resolveStage1',
			strandId,
			resolvedOn: on,
			termsTextId: TEXT,
			outcomes: elementIds.map((one) => ({ elementId: one, outcome })),
			delayReason
		}),
		withdrawStrand: (): CommandOf<'withdrawStrand'> => ({
			type: 'withdrawStrand',
			strandId,
			withdrawnOn: on,
			channel: 'website'
		}),
		reinstateStrand: (): CommandOf<'reinstateStrand'> => ({
			type: 'reinstateStrand',
			strandId,
			reinstatedOn: on
		}),
		closeStrand: (): CommandOf<'closeStrand'> => ({
			type: 'closeStrand',
			strandId,
			closedOn: on,
			reason: CLOSING_REASONS[pick % CLOSING_REASONS.length] ?? 'resolved'
		})
	};
}
