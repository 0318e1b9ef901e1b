import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { PulledCase } from '#lib/wire/sync.ts';
import { HALF_TITLES, NOT_FROM_HERE, type HalfSort } from '#lib/words/halfWritten.ts';

/** What is half written in one form. */
interface Half {
	/** Of which form: 'contact', or 'note-' and the id of its case. */
	form: string;
	/** Under which name: of several of one form each has its own. */
	name: string;
	/** As it was filled in; null where only recordings or pictures lie in it. */
	draft: unknown;
	hasFiles: boolean;
}

/** One of them, as the outbox lists it. */
export interface HalfRow {
	name: string;
	/** "Note, Casey" */
	title: string;
	/** The longest of what was typed, cut short; empty where there are only choices. */
	said: string;
	hasFiles: boolean;
	/** Where it is gone on with; null where it cannot be. */
	href: string | null;
	/** Why not, and what to do; empty where it can. */
	why: string;
}

interface Seen {
	cases: readonly PulledCase[];
	/** Where each thing that waits here can be written anew. */
	rows: readonly { commandId: string; title: string; editHref: string | null }[];
}

/** As much of what was typed as the list shows, in characters. */
const SHOWN = 160;

/** What is half written, each with where it is gone on with. What no form of ours has is left out. */
export function halfRows(halves: readonly Half[], seen: Seen): HalfRow[] {
	return halves.flatMap(({ form, name, draft, hasFiles }) => {
		const [, sort = '', id = ''] = /^([a-z]+)(?:-(.+))?$/.exec(form) ?? [];
		if (!(sort in HALF_TITLES)) return [];
		const place = placeOf(sort as HalfSort, { id, draft }, seen);
		const called = place.about ? `, ${place.about}` : '';
		const title = `${HALF_TITLES[sort as HalfSort]}${called}`;
		const href = place.href && name !== form ? `${place.href}?half=${name}` : place.href;
		return [{ name, title, said: shortened(draft), hasFiles, href, why: place.why ?? '' }];
	});
}

interface Place {
	/** Whom or what it is about, where that is known here. */
	about?: string | undefined;
	href: string | null;
	why?: string;
}

function placeOf(sort: HalfSort, { id, draft }: { id: string; draft: unknown }, seen: Seen): Place {
	const about = (complaintId: string | undefined) => {
		const found = seen.cases.find((each) => each.complaintId === complaintId);
		return found?.calledName ?? found?.reference;
	};
	switch (sort) {
		case 'contact':
			return { href: '/staff/log' };
		case 'concern':
			return { href: '/staff/concern' };
		case 'note':
			return { about: about(id), href: `/staff/case/${id}/note` };
		case 'message':
			return { about: about(id), href: `/staff/case/${id}/messages` };
		case 'triage':
			return isDecided(id, seen)
				? { about: about(id), href: null, why: NOT_FROM_HERE.decided }
				: { about: about(id), href: `/staff/new/${id}` };
		case 'answer': {
			const complaintId = caseOfStrand(id, seen);
			return complaintId === undefined
				? { href: null, why: NOT_FROM_HERE.answer }
				: { about: about(complaintId), href: `/staff/case/${complaintId}/answer/${id}` };
		}
		case 'letter': {
			const complaintId = caseOfLetter(draft);
			return complaintId === null
				? { href: null, why: NOT_FROM_HERE.letter }
				: { about: about(complaintId), href: `/staff/case/${complaintId}/letters/${id}` };
		}
		case 'edit': {
			const waits = seen.rows.find(({ commandId }) => commandId === id);
			return waits?.editHref
				? { about: waits.title, href: waits.editHref }
				: { about: waits?.title, href: null, why: NOT_FROM_HERE.sent };
		}
	}
}

function isDecided(complaintId: string, { cases }: Seen): boolean {
	const found = cases.find((each) => each.complaintId === complaintId);
	return found?.events.some(({ event }) => event.type === 'triageDecided') ?? false;
}

function caseOfStrand(strandId: string, { cases }: Seen): string | undefined {
	return cases.find(({ events }) =>
		rebuild(events.map(({ event }) => event)).strands.some((one) => one.strandId === strandId)
	)?.complaintId;
}

/** A letter is kept with the id of its case, which its own name does not tell. */
function caseOfLetter(draft: unknown): string | null {
	const { complaintId } = (draft ?? {}) as { complaintId?: unknown };
	return typeof complaintId === 'string' ? complaintId : null;
}

function shortened(draft: unknown): string {
	const longest = sentencesIn(draft).reduce((one, other) => {
		return other.length > one.length ? other : one;
	}, '');
	const letters = [...longest];
	return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : longest;
}

/** What a person typed, of whatever shape its form is: ids, dates and choices have no space in them. */
function sentencesIn(draft: unknown): readonly string[] {
	if (typeof draft === 'string') return draft.trim().includes(' ') ? [draft.trim()] : [];
	return typeof draft === 'object' && draft !== null
		? Object.values(draft).flatMap(sentencesIn)
		: [];
}
