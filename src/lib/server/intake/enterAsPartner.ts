import { NO_ANSWERS } from '#lib/intake/answers.ts';
import { PROMISE_VERSION } from '#lib/intake/codes.ts';
import { answersOfPartner } from '#lib/intake/partner.ts';
import { firstPage } from '#lib/intake/questions.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { takePartnerPass } from '#lib/server/advocacy/partnerPass.ts';
import { createDraft, lockDraft, saveAnswers } from '#lib/server/intake/draft.ts';
import { findVisit, markSeen, startVisitAfter } from '#lib/server/intake/visit.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';

/**
 * Begins the form of an advocate who comes from their own sign-in, or goes on with the one they
 * began so in this browser. A form of anybody else in this browser is left alone: a child may have
 * held it before. Null for a pass that was used, is over or never was.
 */
export function enterAsPartner(
	service: Service,
	cookie: string | undefined,
	pass: string
): Promise<{ step: StepId; newCookie: string | null } | null> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const partner = await takePartnerPass(work, pass);
		if (!partner) return null;
		const visit = await findVisit(work, cookie);
		const held = visit?.draftId ? await lockDraft(work, visit.draftId) : null;
		if (visit && held?.state === 'open' && held.answers.partner === partner.staffId) {
			await markSeen(work, visit);
			return { step: firstPage(held.answers), newCookie: null };
		}
		const answers = {
			...NO_ANSWERS,
			...answersOfPartner(partner),
			promiseVersion: PROMISE_VERSION
		};
		const draftId = await createDraft(work);
		await saveAnswers(work, { draftId, hasCode: false }, answers);
		const begun = { draftId, complaintId: null, cameWithCode: false };
		return { step: firstPage(answers), newCookie: await startVisitAfter(work, visit, begun) };
	});
}
