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
	/**
	 * The longest of what was typed, cut short; none where there are only choices. Of what is over it is
	 * all of it, whole: it stands nowhere else.
	 */
	said: readonly string[];
	hasFiles: boolean;
	/** Where it is gone on with; null where it cannot be. */
	href: string | null;
	/** Why not, and what to do; empty where it can. */
	why: string;
	/** It can be given no more, so that its author may delete it here. No such form takes recordings. */
	isOver: boolean;
}

interface Seen {
	cases: readonly PulledCase[];
	/** Where each thing that was done here can be written anew; null where that was not read. */
	rows: readonly { commandId: string; title: string; editHref: string | null }[] | null;
}

/** As much of what was typed as the list shows, in characters. */
const SHOWN = 160;

/** What is half written, each with where it is gone on with. What no form has (see `HalfForm`) is left out. */
export function halfRows(halves: readonly Half[], seen: Seen): HalfRow[] {
	return halves.flatMap(({ form, name, draft, hasFiles }) => {
		const [, sort = '', id = ''] = /^([a-z]+)(?:-(.+))?$/.exec(form) ?? [];
		if (!(sort in HALF_TITLES)) return [];
		const place = placeOf(sort as HalfSort, { id, draft }, seen);
		const { about, why = '', isOver = false } = place;
		const title = [HALF_TITLES[sort as HalfSort], about].filter(Boolean).join(', ');
		// The text of a letter is ours, with what is still to be filled in.
		const typed = sort === 'letter' ? [] : typedIn(draft);
		const said = isOver ? typed : longestOf(typed);
		return [{ name, title, said, hasFiles, href: hrefOf(place, name, form), why, isOver }];
	});
}

/** Of several of one form, each has its own name. */
function hrefOf({ href }: Place, name: string, form: string): string | null {
	if (href === null || name === form) return href;
	return `${href}${href.includes('?') ? '&' : '?'}half=${name}`;
}

interface Place {
	/** Whom or what it is about, where that is known here. */
	about?: string | undefined;
	href: string | null;
	why?: string;
	isOver?: boolean;
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
				? { about: about(id), href: null, why: NOT_FROM_HERE.decided, isOver: true }
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
			if (!seen.rows) return { href: null, why: NOT_FROM_HERE.unread };
			const { title, editHref } = seen.rows.find(({ commandId }) => commandId === id) ?? {};
			return editHref
				? { about: title, href: editHref }
				: { about: title, href: null, why: NOT_FROM_HERE.cannotEdit, isOver: true };
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

function longestOf(typed: readonly string[]): readonly string[] {
	const [longest] = [...typed].sort((one, other) => other.length - one.length);
	if (longest === undefined) return [];
	const letters = [...longest];
	return [letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : longest];
}

/** What stands in a form and nobody typed: an id, a date or time, and the code of a choice. */
const NOT_TYPED = [
	/^[0-9a-f]{8}-[0-9a-f-]{27}$/,
	/^\d{4}-\d{2}-\d{2}(T.*)?$/,
	/^[a-z]+[A-Za-z0-9]*$/,
	/^[A-Z][A-Z0-9_]*$/
];

/** What a person typed, of whatever shape its form is. */
function typedIn(draft: unknown): readonly string[] {
	if (typeof draft === 'object' && draft !== null) return Object.values(draft).flatMap(typedIn);
	const words = typeof draft === 'string' ? draft.trim() : '';
	return words === '' || NOT_TYPED.some((code) => code.test(words)) ? [] : [words];
}
