import type { NoteDraft } from '../logging/NoteForm.svelte';
import { sayDate } from './sayDate.ts';

/** The kind of note that says somebody spoke to the child. */
export const SPOKE_TO_THEM = 'Spoke to them';

/** What a note is to the case. */
export function noteKind({ kind }: NoteDraft): 'note' | 'spokenTo' {
	return kind === SPOKE_TO_THEM ? 'spokenTo' : 'note';
}

/** A note as it is kept: what it is about and when that was, then its words. */
export function noteText({ kind, text, happenedOn }: NoteDraft): string {
	const lead = [kind === SPOKE_TO_THEM || kind === 'Note' ? '' : kind, sayDate(happenedOn)]
		.filter(Boolean)
		.join(', ');
	return `${lead}. ${text.trim()}`;
}
