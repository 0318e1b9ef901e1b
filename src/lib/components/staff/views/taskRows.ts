import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { shortDay } from '#lib/words/dates.ts';
import type { RowClock, TaskRow } from '../today/ListRow.svelte';
import {
	myself,
	standingOf,
	strandStanding,
	unreadCount,
	whoHas,
	type CaseFacts
} from './caseFacts.ts';
import { dueOf, noDate } from './dueOf.ts';

/** One thing to do, with the day it is sorted by; null where no day is set. */
export interface Task {
	row: TaskRow;
	dueOn: PlainDate | null;
	/** It was asked of the signed-in person by name, whoever has the case. */
	isMine: boolean;
}

/** A task that is due with the answer of its strand. */
export function strandTask(
	facts: CaseFacts,
	strandId: string,
	given: { id: string; page: string; task: string; taskOnPhone?: string }
): Omit<Task, 'isMine'> {
	const { pulled, clocks, context } = facts;
	const { id, page, ...words } = given;
	const clock = clocks.find((one) => one.strandId === strandId && one.isHeadline);
	const dueOn = clock?.dueOn ?? null;
	return {
		dueOn,
		row: {
			...baseRow(facts, strandId),
			...words,
			id: `${pulled.complaintId}-${id}`,
			href: `/staff/case/${pulled.complaintId}/${page}`,
			due: dueOn === null ? noDate(context) : dueOf(dueOn, context)
		}
	};
}

/** Whether something is asked of the signed-in person, or of one they cover for. */
export function isAskedOf(pull: CaseFacts['pull'], staffId: string | null | undefined): boolean {
	return staffId != null && myself(pull).includes(staffId);
}

/** What every row of a case has: whose it is, where it stands, and its clock. */
export function baseRow(facts: CaseFacts, strandId: string | null) {
	const { pulled, complaint, clocks, name } = facts;
	const strand = complaint.strands.find((one) => one.strandId === strandId);
	const stage = strand ? strandStanding(strand, facts.context) : standingOf(facts);
	const clock = clocks.find((one) => one.strandId === strandId && one.isHeadline);
	return {
		name,
		detail: `${pulled.reference} · ${lower(stage)}`,
		stage,
		clock: waitClock(clock, facts.context.today) ?? rowClock(clock),
		who: whoHas(facts),
		unread: unreadCount(pulled) || undefined
	};
}

/** Past the limit while they agreed to wait: until when, for the count is over and nothing is late. */
function waitClock(clock: RunningClock | undefined, today: PlainDate): RowClock | undefined {
	const { limitOn, waitsUntilOn } = clock?.explanation ?? {};
	if (!waitsUntilOn || !limitOn || today <= limitOn || today > waitsUntilOn) return undefined;
	return { kind: 'words', lines: ['They agreed to wait', `Until ${shortDay(waitsUntilOn)}`] };
}

/** The clock column: the count of a clock in working days; nothing where none runs. */
function rowClock(clock: RunningClock | undefined): RowClock | undefined {
	const position = clock?.position;
	if (!clock || !position || position.of === null || position.state === 'paused') return undefined;
	const { day, of, left, late } = position;
	const isOver = position.state === 'late';
	const rest =
		position.state === 'dueToday'
			? `of ${of}, last day`
			: isOver
				? `of ${of}`
				: `of ${of}, ${left} left`;
	return { kind: 'counted', days: { day: isOver ? of + late : day, limit: of }, rest };
}

function lower(words: string): string {
	return words.charAt(0).toLowerCase() + words.slice(1);
}
