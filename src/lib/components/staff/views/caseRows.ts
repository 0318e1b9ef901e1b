import type { Pull, PulledCase } from '#lib/wire/sync.ts';
import type { CaseRow } from '../case/CaseList.svelte';
import { shortDayWords } from '#lib/words/dates.ts';
import { factsOf, standingOf, whoHas, type CaseFacts } from './caseFacts.ts';
import { dueOf } from './dueOf.ts';

/** What a list of cases is narrowed to; empty where it is not. */
export interface CaseFilter {
	/** A name or a number, or part of one. */
	words: string;
	who: '' | 'mine' | 'nobody';
	standing: '' | 'new' | 'open' | 'answered' | 'ended';
}

/** Nothing is left out. */
export const ALL_CASES: CaseFilter = { words: '', who: '', standing: '' };

/** 25 a page. */
export const CASES_A_PAGE = 25;

/** The cases that fit, those with the nearest date first. */
export function caseRows(
	{ pull, cases }: { pull: Pull; cases: readonly PulledCase[] },
	filter: CaseFilter
): CaseRow[] {
	return cases
		.map((pulled) => factsOf(pulled, pull))
		.filter((facts) => fits(facts, filter))
		.sort(byNextDate)
		.map(rowOf);
}

function fits(facts: CaseFacts, { words, who, standing }: CaseFilter): boolean {
	const { pulled, pull, name } = facts;
	const { staffId } = pull.me;
	const text = `${name} ${pulled.reference}`.toLowerCase();
	const isMine = pulled.officerId === staffId || pulled.responderId === staffId;
	return (
		words
			.toLowerCase()
			.split(/\s+/)
			.every((word) => text.includes(word)) &&
		(who === '' || (who === 'mine' ? isMine : pulled.officerId === null)) &&
		(standing === '' || standing === standingGroup(facts))
	);
}

function standingGroup({ complaint }: CaseFacts): CaseFilter['standing'] {
	if (complaint.phase === 'received') return 'new';
	if (complaint.strands.some(({ stage }) => GOING_ON.includes(stage))) return 'open';
	if (complaint.strands.some(({ stage }) => ANSWERED.includes(stage))) return 'answered';
	return 'ended';
}

const GOING_ON: readonly string[] = [
	'stage1Open',
	'stage1Paused',
	'stage1Overdue',
	'stage2Requested',
	'stage2Scoping',
	'stage2Investigating',
	'stage2Reported',
	'suspended'
];
const ANSWERED: readonly string[] = [
	'stage1Responded',
	'stage1Resolved',
	'stage2Adjudicated',
	'corporateAnswered'
];

function byNextDate(one: CaseFacts, other: CaseFacts): number {
	const [first, second] = [one, other].map(({ steps }) => steps[0]?.dueOn ?? '9');
	if (first !== second) return (first ?? '') < (second ?? '') ? -1 : 1;
	return one.pulled.reference.localeCompare(other.pulled.reference);
}

function rowOf(facts: CaseFacts): CaseRow {
	const { pulled, context, steps, complaint, name } = facts;
	const dueOn = steps[0]?.dueOn ?? null;
	const isNew = complaint.phase === 'received';
	const row = {
		id: pulled.complaintId,
		href: isNew ? `/staff/new/${pulled.complaintId}` : `/staff/case/${pulled.complaintId}`,
		name,
		reference: pulled.reference,
		stage: standingOf(facts),
		who: whoHas(facts)
	};
	return dueOn === null
		? { ...row, standing: endedWords(facts) }
		: { ...row, due: dueOf(dueOn, context) };
}

function endedWords({ complaint, context }: CaseFacts): string {
	const closed = complaint.strands.flatMap((strand) => (strand.closed ? [strand.closed.on] : []));
	const last = closed.sort().at(-1);
	return last ? `Closed ${shortDayWords(last, context.today)}` : 'No date runs';
}
