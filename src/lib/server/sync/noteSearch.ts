import { noteEntry } from '#lib/server/audit/auditEntries.ts';
import type { Work } from '#lib/server/work.ts';

/** Writes down that somebody searched by words, and how much they found; never for what. */
export function noteSearch(work: Work, found: number): Promise<void> {
	return noteEntry(work, { action: 'casesSearched', entity: 'search', data: { found } });
}
