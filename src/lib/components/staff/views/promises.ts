import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { isAllowedInStage } from '#lib/domain/complaint/stageTable.ts';
import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import type { CasePromise } from '../case/PromiseList.svelte';
import { wordsOf, type CaseFacts } from './caseFacts.ts';
import { dueOf } from './dueOf.ts';
import { personName } from './stageCard.ts';

type Promised = Pick<CasePromise, 'id' | 'what' | 'who' | 'doneHref'> & {
	dueOn: PlainDate;
	doneOn: PlainDate | null;
};

/**
 * What was promised, what is still open first: in the answers and the terms, and by each
 * recommendation of stage 2 and of a panel that was accepted.
 */
export function promisesOf(facts: CaseFacts): CasePromise[] {
	const { pulled, context } = facts;
	const promised: Promised[] = [
		...pulled.promises.map(({ promiseId, what, who, ownerId, dueOn, doneOn }) => ({
			id: promiseId,
			what: what ?? 'Erased',
			who: who || (ownerId ? personName(facts, ownerId) : ''),
			dueOn,
			doneOn
		})),
		...acceptedOf(facts)
	];
	return promised
		.sort((one, other) => {
			if ((one.doneOn === null) !== (other.doneOn === null)) return one.doneOn === null ? -1 : 1;
			return one.dueOn < other.dueOn ? -1 : 1;
		})
		.map(({ dueOn, doneOn, doneHref, ...one }) => ({
			...one,
			...(doneOn === null
				? { due: dueOf(dueOn, context), ...(doneHref ? { doneHref } : {}) }
				: { done: `Done ${shortDayWords(doneOn, context.today)}` })
		}));
}

/** How many of them are still to be done. */
export function openPromises(facts: CaseFacts): number {
	return promisesOf(facts).filter(({ done }) => done === undefined).length;
}

function acceptedOf(facts: CaseFacts): Promised[] {
	const { complaint, pulled, pull } = facts;
	const mayRecord = findRoleFor(pull.me.roles, 'completeRecommendation') !== null;
	return complaint.strands.flatMap(({ strandId, stage, recommendations }) =>
		recommendations.flatMap(({ recommendationId, textId, accepted, ownerId, dueOn, doneOn }) =>
			!accepted || dueOn === null
				? []
				: [
						{
							id: recommendationId,
							what: wordsOf(pulled, textId) ?? 'Erased',
							who: ownerId ? personName(facts, ownerId) : '',
							dueOn,
							doneOn,
							...(mayRecord && isAllowedInStage(stage, 'completeRecommendation')
								? {
										doneHref: `/staff/case/${pulled.complaintId}/act/recommendationDone?strand=${strandId}`
									}
								: {})
						}
					]
		)
	);
}
