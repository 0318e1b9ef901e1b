import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { OpenedStrand, TriagedElement } from '#lib/domain/complaint/events.ts';
import type { PersonCode, SubjectCode } from '#lib/domain/triage/codes.ts';
import { suggestStrands } from '#lib/domain/triage/suggestStrands.ts';
import type { PushedText } from '#lib/wire/sync.ts';
import { REASON_WORDS } from '#lib/words/triage.ts';
import type { FieldError } from '../controls/ErrorSummary.svelte';
import { needsReason, routeOf, type PartDraft, type TriageDraft } from './triageDraft.ts';

/** A decision ready to be given, with its words. */
export interface TriageOrder {
	order: CommandOf<'decideTriage'>;
	texts: readonly PushedText[];
}

/** What is missing before it may be decided, each with the field that asks for it. */
export function findTriageErrors({ parts, spokenTo, spokenToHow }: TriageDraft): FieldError[] {
	const errors: FieldError[] = [];
	if (spokenTo === '') {
		errors.push({ fieldId: 'spoken-to', sentence: 'Say whether anyone has spoken to them' });
	} else if (spokenTo !== 'notYet' && spokenToHow.trim() === '') {
		errors.push({ fieldId: 'spoken-to-how', sentence: 'Say when, how, and who else was there' });
	}
	const place = findFirstUnready(parts);
	const part = parts[place];
	if (part) {
		const { field, sentence } = findMissing(part) ?? { field: 'text', sentence: '' };
		errors.push({ fieldId: `part-${field}`, sentence: `Part ${place + 1}: ${sentence}` });
	}
	return errors;
}

/** The place of the first part that cannot be decided yet; -1 where all can. */
export function findFirstUnready(parts: readonly PartDraft[]): number {
	return parts.findIndex((part) => findMissing(part) !== null);
}

function findMissing(part: PartDraft): { field: keyof PartDraft; sentence: string } | null {
	if (part.text.trim() === '') return { field: 'text', sentence: 'say what it is' };
	if (part.person === '') return { field: 'person', sentence: 'choose who complains' };
	if (part.subject === '') return { field: 'subject', sentence: 'choose what it is about' };
	if (part.category === '') return { field: 'category', sentence: 'choose a category' };
	if (!routeOf(part).isKnown) {
		return { field: 'route', sentence: 'answer what is asked, or choose a route' };
	}
	if (needsReason(part) && part.reasonWords.trim() === '') {
		return { field: 'reasonWords', sentence: 'write why this route' };
	}
	return null;
}

/**
 * The decision as an order: parts of one procedure that start at one place share a strand. Call
 * it only where `findTriageErrors` finds nothing.
 */
export function triageOrder(draft: TriageDraft, decidedOn: PlainDate): TriageOrder {
	const routes = draft.parts.map((part) => routeOf(part));
	const suggested = suggestStrands(routes);
	const strands = suggested.map(({ procedure, opensAt }): OpenedStrand => ({
		strandId: crypto.randomUUID(),
		procedure,
		opensAt
	}));
	const strandOf = (place: number) =>
		strands[suggested.findIndex(({ elements }) => elements.includes(place))]?.strandId ?? null;
	const elements = draft.parts.map((part, place): TriagedElement => ({
		elementId: part.elementId,
		titleTextId: part.titleTextId,
		person: (part.person || 'P16') as PersonCode,
		subject: (part.subject || 'S8') as SubjectCode,
		category: part.category,
		routes: routes[place]?.routes ?? [],
		strandId: strandOf(place),
		reasonTextId: part.reasonWords.trim() === '' ? null : part.reasonTextId
	}));
	return {
		order: {
			type: 'decideTriage',
			decidedOn,
			spokenTo: draft.spokenTo || 'notYet',
			elements,
			strands
		},
		texts: textsOf(draft)
	};
}

function textsOf({ parts }: TriageDraft): PushedText[] {
	const texts = parts.flatMap((part): PushedText[] => [
		{ textId: part.titleTextId, kind: 'elementTitle', words: part.text.trim() },
		{ textId: part.reasonTextId, kind: 'reason', words: part.reasonWords.trim() }
	]);
	return texts.filter(({ words }) => words !== '');
}

/** When, how, and who else was there, as a note of its own; null where nothing was said. */
export function spokenToNote({ spokenTo, spokenToHow }: TriageDraft, textId: string) {
	const how = spokenToHow.trim();
	if (how === '') return null;
	const lead = spokenTo === 'tried' ? 'Tried. ' : spokenTo === 'notYet' ? 'Not yet. ' : '';
	return {
		order: { type: 'addNote' as const, textId },
		texts: [{ textId, kind: 'spokenTo' as const, words: `${lead}${how}` }]
	};
}

/** What the decision does, part by part: 'Start stage 1 for parts 1 and 2'. */
export function sayDecision({ parts }: TriageDraft): string {
	const routes = parts.map((part) => routeOf(part));
	if (routes.some(({ isKnown }) => !isKnown)) return 'Decide the route';
	const groups = new Map<string, number[]>();
	routes.forEach(({ routes: [main], opensAt, procedure }, place) => {
		const verb =
			opensAt === 'stage1'
				? `Start ${procedure === 'corporate' ? 'the corporate procedure' : 'stage 1'}`
				: opensAt === 'stage2'
					? 'Start stage 2'
					: opensAt === 'suspended'
						? 'Suspend'
						: `${main ? REASON_WORDS[main] : 'Pass on'}:`;
		groups.set(verb, [...(groups.get(verb) ?? []), place + 1]);
	});
	return [...groups]
		.map(([verb, numbers], place) => {
			const start = place === 0 ? verb : lower(verb);
			if (parts.length === 1) return start.replace(/:$/, '');
			return `${start}${verb.endsWith(':') || verb === 'Suspend' ? '' : ' for'} ${partList(numbers)}`;
		})
		.join('; ');
}

function partList(numbers: readonly number[]): string {
	const last = numbers.at(-1);
	if (numbers.length < 2) return `part ${last}`;
	return `parts ${numbers.slice(0, -1).join(', ')} and ${last}`;
}

function lower(words: string): string {
	return words.charAt(0).toLowerCase() + words.slice(1);
}
