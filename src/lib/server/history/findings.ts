import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { OldRecord, OldStage } from '#lib/server/history/oldRecord.ts';

/** Something in an old record that the rules of today would have refused, or do not know. */
export interface Finding {
	code: FindingCode;
	data: Record<string, string>;
}

/** What each means is in `findingWords`. */
export const FINDING_CODES = [
	'datesOutOfOrder',
	'extendedPastDay20',
	'extendedWithoutReason',
	'lateWithoutReason',
	'answeredWithoutOutcome',
	'stage2Refused',
	'stage2ClockFromStatement',
	'stage2Past65',
	'calledVexatious',
	'bankHolidaysRunOut',
	'unknownCode'
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** The codes that are ours and not a council's. Others are kept and listed. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
	kind: ['complaint', 'representation', 'concern', 'compliment', 'enquiry', 'lgsco_referral'],
	closure: [
		'responded',
		'withdrawn',
		'disengaged',
		'resolved_on_spot',
		'outside_scope',
		'not_pursued',
		'discontinued',
		'declined',
		'open'
	],
	outcome: ['upheld', 'partly', 'not_upheld', 'no_finding'],
	scope: ['children', 'adult']
};

/**
 * What today's rules would have refused in an old record. The record is imported as it was;
 * this is only the list beside it.
 *
 * Source: SI 2006/1738 regs 14 and 17; rules 0 (traps 2, 3 and 6), 3.3.
 */
export function findingsIn(record: OldRecord, holidays: BankHolidayList): Finding[] {
	return [
		...record.stages.flatMap((stage) => findingsInStage(stage, holidays)),
		...(record.escalation?.decision === 'refused_exhausted' ? [finding('stage2Refused')] : []),
		...(record.triage?.reason === 'deemed as vexatious' ? [finding('calledVexatious')] : []),
		...unknownCodes(record)
	];
}

function findingsInStage(stage: OldStage, holidays: BankHolidayList): Finding[] {
	const about = { stage: String(stage.stage) };
	const found: Finding[] = [];
	const { requested, start, completed, closure } = stage;
	if (isBefore(completed, requested) || isBefore(start, requested)) {
		found.push(finding('datesOutOfOrder', about));
	}
	if (closure === 'responded' && stage.outcome === null && stage.procedure !== 'none') {
		found.push(finding('answeredWithoutOutcome', about));
	}
	if (stage.procedure !== 'statutory' || !requested) return found;
	if (stage.stage === 1) found.push(...findingsInStage1(stage, requested, holidays));
	if (stage.stage === 2) found.push(...findingsInStage2(stage, requested, holidays));
	return found;
}

function findingsInStage1(stage: OldStage, day0: PlainDate, holidays: BankHolidayList): Finding[] {
	const limit = addWorkingDays(day0, 20, holidays);
	if (!limit.known) return [finding('bankHolidaysRunOut', { stage: '1' })];
	const found: Finding[] = [];
	if (isBefore(limit.value, stage.extended_to)) {
		found.push(finding('extendedPastDay20', { to: stage.extended_to ?? '', day20: limit.value }));
	}
	if (stage.extended_to && stage.extension_reason === null)
		found.push(finding('extendedWithoutReason'));
	const due = stage.extended_to ?? stage.due;
	if (isBefore(due, stage.completed) && stage.delay_reason === null) {
		found.push(finding('lateWithoutReason', { stage: '1', due: due ?? '' }));
	}
	return found;
}

function findingsInStage2(stage: OldStage, day0: PlainDate, holidays: BankHolidayList): Finding[] {
	const limit = addWorkingDays(day0, 65, holidays);
	if (!limit.known) return [finding('bankHolidaysRunOut', { stage: '2' })];
	const found: Finding[] = [];
	if (isBefore(day0, stage.start)) found.push(finding('stage2ClockFromStatement'));
	if (isBefore(limit.value, stage.completed))
		found.push(finding('stage2Past65', { day65: limit.value }));
	if (stage.closure === 'declined') found.push(finding('stage2Refused'));
	return found;
}

function unknownCodes(record: OldRecord): Finding[] {
	const given: [string, string | null][] = [
		['kind', record.kind],
		['scope', record.scope],
		...record.stages.flatMap((stage): [string, string | null][] => [
			['closure', stage.closure],
			['outcome', stage.outcome]
		]),
		...record.issues.map((issue): [string, string | null] => ['outcome', issue.outcome])
	];
	return given
		.filter(([field, code]) => code !== null && !KNOWN[field]?.includes(code))
		.map(([field, code]) => finding('unknownCode', { field, code: code ?? '' }));
}

function finding(code: FindingCode, data: Record<string, string> = {}): Finding {
	return { code, data };
}

function isBefore(one: PlainDate | null, other: PlainDate | null): boolean {
	return one !== null && other !== null && one < other;
}
