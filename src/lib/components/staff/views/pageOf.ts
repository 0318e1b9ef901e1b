import type { CaseRow } from '../case/CaseList.svelte';
import { CASES_A_PAGE } from './caseRows.ts';

/** One page of a list, 25 rows at most, with the links to its neighbours. */
export interface CasePage {
	cases: readonly CaseRow[];
	/** '26 to 41 of 41' */
	count: string;
	before?: string | undefined;
	next?: string | undefined;
}

/** The page that the address asks for by `page`, from 1 up; the nearest there is otherwise. */
export function pageOf(rows: readonly CaseRow[], url: URL): CasePage {
	const pages = Math.max(1, Math.ceil(rows.length / CASES_A_PAGE));
	const asked = Number.parseInt(url.searchParams.get('page') ?? '1', 10);
	const number = Math.min(Math.max(Number.isNaN(asked) ? 1 : asked, 1), pages);
	const from = (number - 1) * CASES_A_PAGE;
	const cases = rows.slice(from, from + CASES_A_PAGE);
	const at = (wanted: number) => {
		const asking = new URLSearchParams(url.searchParams);
		asking.set('page', String(wanted));
		return `${url.pathname}?${asking}`;
	};
	return {
		cases,
		count: `${from + 1} to ${from + cases.length} of ${rows.length}`,
		before: number > 1 ? at(number - 1) : undefined,
		next: number < pages ? at(number + 1) : undefined
	};
}
