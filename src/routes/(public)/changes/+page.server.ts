import { listWhatChanged } from '#lib/server/learning/whatChanged.ts';
import { getService } from '#lib/server/running.ts';
import { changedIn } from '#lib/words/public/changes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const changes = await listWhatChanged(getService());
	return {
		changes: changes.map(({ changeId, said, did, doneOn }) => ({
			id: changeId,
			said,
			did,
			when: changedIn(doneOn)
		}))
	};
};
