import { postOf, readJson, type Answer, type Fetch } from '#lib/offline/server.ts';
import type { CasePage, CoverAnswer, ListQuery, SavedView, SetCover } from '#lib/wire/caseload.ts';

/** What is asked of the server alone: the device does not hold every case. */
export interface Lists {
	/** One page of the cases that fit. */
	listCases(query: ListQuery): Promise<Answer<CasePage>>;
	/** Keeps a list under its name, or forgets one. */
	keepView(act: { save: SavedView } | { forget: string }): Promise<Answer<unknown>>;
	/** Says who covers for whom, or that they are back. */
	keepCover(act: { set: SetCover } | { end: string }): Promise<Answer<CoverAnswer>>;
}

/** The lists of the server behind `fetch`. */
export function openLists(fetch: Fetch): Lists {
	return {
		listCases: (query) => readJson<CasePage>(fetch, '/api/sync/cases', postOf(query)),
		keepView: (act) => readJson<unknown>(fetch, '/api/sync/views', postOf(act)),
		keepCover: (act) => readJson<CoverAnswer>(fetch, '/api/sync/cover', postOf(act))
	};
}
