import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import type { FoundCase } from '#lib/wire/sync.ts';
import type { CaseRow } from '../case/CaseList.svelte';
import { NO_NAME } from './caseFacts.ts';

/** What is said of where a found case stands: no more is known before it is opened. */
const PHASE_WORDS: Readonly<Record<FoundCase['phase'], string>> = {
	received: 'New, not triaged',
	withdrawn: 'Withdrawn',
	triaged: 'Not in the lists any more',
	imported: 'From the old register'
};

/** The cases that the server found and no list shows, newest first. */
export function olderRows(
	found: readonly FoundCase[],
	{ listed, today }: { listed: readonly string[]; today: PlainDate }
): CaseRow[] {
	return found
		.filter(({ complaintId }) => !listed.includes(complaintId))
		.toSorted((one, other) => (one.receivedOn < other.receivedOn ? 1 : -1))
		.map((each) => ({
			id: each.complaintId,
			href: `/staff/case/${each.complaintId}`,
			name: each.calledName ?? NO_NAME,
			reference: each.reference,
			stage: PHASE_WORDS[each.phase],
			standing: `Received ${shortDayWords(each.receivedOn, today)}`,
			who: ''
		}));
}
