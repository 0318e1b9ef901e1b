import { shortDayWords } from '#lib/words/dates.ts';
import { phaseWords } from '#lib/words/stages.ts';
import type { CasePage, ListedCase } from '#lib/wire/caseload.ts';
import type { Pull } from '#lib/wire/sync.ts';
import type { CaseRow } from '../case/CaseList.svelte';
import { contextOf, holderWords, NO_NAME, strandStanding } from './caseFacts.ts';
import { dueOf } from './dueOf.ts';

/** The rows of one page of the list, as the server gave them. */
export function listedRows({ cases }: CasePage, pull: Pull): CaseRow[] {
	const context = contextOf(pull);
	return cases.map((each) => {
		const row = {
			id: each.complaintId,
			href:
				each.standing === 'new'
					? `/staff/new/${each.complaintId}`
					: `/staff/case/${each.complaintId}`,
			name: each.calledName?.trim() || NO_NAME,
			reference: each.reference,
			stage: standingWords(each, pull),
			who: each.standing === 'old' ? '' : holderWords(each, pull)
		};
		return each.nextDueOn === null
			? { ...row, standing: endedWords(each, pull) }
			: { ...row, due: dueOf(each.nextDueOn, context) };
	});
}

/** '1 case', '71 cases', 'More than 1,000 cases'. */
export function countWords({ count, hasMoreThanCounted }: CasePage): string {
	if (hasMoreThanCounted) return `More than ${count.toLocaleString('en-GB')} cases`;
	return count === 1 ? '1 case' : `${count} cases`;
}

function standingWords({ phase, stage, waitsUntilOn }: ListedCase, pull: Pull): string {
	if (stage !== null) return strandStanding({ stage, waitsUntilOn: waitsUntilOn ?? null }, pull);
	return isPassedOn({ phase, stage }) ? 'Passed on, no procedure of ours' : phaseWords(phase);
}

/** In no procedure: nothing of it is ever closed, and an idea may still wait for its answer. */
function isPassedOn({ phase, stage }: Pick<ListedCase, 'phase' | 'stage'>): boolean {
	return phase === 'triaged' && stage === null;
}

function endedWords(listed: ListedCase, { today }: Pull): string {
	const { endedOn, receivedOn, standing } = listed;
	if (endedOn !== null && !isPassedOn(listed)) return `Closed ${shortDayWords(endedOn, today)}`;
	return standing === 'old' ? `Received ${shortDayWords(receivedOn, today)}` : 'No date runs';
}
