import { shortDayWords } from '#lib/words/dates.ts';
import type { CasePromise } from '../case/PromiseList.svelte';
import type { CaseFacts } from './caseFacts.ts';
import { dueOf } from './dueOf.ts';

/** What was promised, what is still open first. */
export function promisesOf({ pulled, context }: CaseFacts): CasePromise[] {
	return [...pulled.promises]
		.sort((one, other) => {
			if ((one.doneOn === null) !== (other.doneOn === null)) return one.doneOn === null ? -1 : 1;
			return one.dueOn < other.dueOn ? -1 : 1;
		})
		.map(({ promiseId, what, who, dueOn, doneOn }) => ({
			id: promiseId,
			what: what ?? 'Erased',
			who: who ?? '',
			...(doneOn === null
				? { due: dueOf(dueOn, context) }
				: { done: `Done ${shortDayWords(doneOn, context.today)}` })
		}));
}
