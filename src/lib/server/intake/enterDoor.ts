import { NO_ANSWERS } from '#lib/intake/answers.ts';
import { PROMISE_VERSION, type Door, type Teller } from '#lib/intake/codes.ts';
import { firstPage } from '#lib/intake/questions.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { createDraft, lockDraft, saveAnswers } from '#lib/server/intake/draft.ts';
import { findVisit, markSeen, startVisitAfter } from '#lib/server/intake/visit.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';

/** A press on the page of an adults' door, which says who is telling us. */
export interface EnteredDoor {
	door: Exclude<Door, 'wrong' | 'idea' | 'thanks'>;
	who: Exclude<Teller, 'child'>;
}

/**
 * Begins a form at a door, or goes on with the one this browser holds: nothing typed is lost by
 * having looked through another door. The three things to know stood on the door's own page.
 */
export function enterDoor(
	service: Service,
	cookie: string | undefined,
	entered: EnteredDoor
): Promise<{ step: StepId; newCookie: string | null }> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		const held = visit?.draftId ? await lockDraft(work, visit.draftId) : null;
		const isOpen = visit !== null && held?.state === 'open';
		const before = isOpen ? held.answers : NO_ANSWERS;
		const answers = { ...before, ...entered, promiseVersion: PROMISE_VERSION };
		const draft = isOpen ? held : { draftId: await createDraft(work), hasCode: false };
		await saveAnswers(work, draft, answers);
		if (isOpen) await markSeen(work, visit);
		const newCookie = isOpen
			? null
			: await startVisitAfter(work, visit, {
					draftId: draft.draftId,
					complaintId: null,
					cameWithCode: false
				});
		return { step: firstPage(answers), newCookie };
	});
}
