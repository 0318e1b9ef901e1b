import { error } from '@sveltejs/kit';
import { listOwnReleases } from '#lib/server/complaints/fullAnswers/answerDoor.ts';
import { listPapers } from '#lib/server/papers/listPapers.ts';
import { getService } from '#lib/server/running.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.staff) error(404, 'There is no such page');
	const cases = await listPapers(getService(), locals.staff.staffId);
	const releases = await listOwnReleases(getService(), locals.staff.staffId);
	// What follows from the case's own id is not needed here, and stays at the server.
	return {
		cases: cases.map(({ paperId, reference, role, sinceOn, isSigned }) => ({
			paperId,
			reference,
			role,
			sinceOn,
			isSigned,
			waits: releases.get(paperId) === 'waits'
		}))
	};
};
