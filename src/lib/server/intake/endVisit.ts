import {
	eraseDraft,
	findDraft,
	keepWithCode,
	lockDraft,
	type Draft
} from '#lib/server/intake/draft.ts';
import { keepPreference } from '#lib/server/intake/preference.ts';
import { keepCode, prepareCode } from '#lib/server/intake/sixWords.ts';
import { endVisit, findVisit } from '#lib/server/intake/visit.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/**
 * "Leave fast" and "I am finished": the cookie opens nothing from now on.
 *
 * An unsent draft is erased unless its six words were shown; then it is kept for its 14 days. An
 * alert that it raised stays. Without a visit there is nothing to end, and that is no fault.
 */
export async function leave(service: Service, cookie: string | undefined): Promise<void> {
	await inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		if (!visit) return;
		const draft = visit.draftId ? await lockDraft(work, visit.draftId) : null;
		await endVisit(work, visit);
		if (draft) await eraseUnsaved(work, draft);
	});
}

/** The same for every visit of a lent device, before its sign-in ends and they with it. */
export async function leaveLent(work: Work, lentId: string): Promise<void> {
	const visits = await work.trx
		.selectFrom('visit')
		.select('draft_id')
		.where('lent_id', '=', lentId)
		.execute();
	for (const { draft_id } of visits) {
		const draft = draft_id ? await lockDraft(work, draft_id) : null;
		if (draft) await eraseUnsaved(work, draft);
	}
}

/** Erases what was neither sent nor kept under six words, with whatever visits it has. */
async function eraseUnsaved(work: Work, draft: Draft): Promise<void> {
	if (draft.state === 'open' && !draft.hasCode) await eraseDraft(work, draft.draftId);
}

/** "Delete it all": the draft and its code are erased and the visit ends; an alert stays. */
export async function deleteDraft(service: Service, cookie: string | undefined): Promise<void> {
	await inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		const draft = visit?.draftId ? await lockDraft(work, visit.draftId) : null;
		if (!visit || draft?.state !== 'open') return;
		await eraseDraft(work, draft.draftId);
		await endVisit(work, visit);
	});
}

/** "Save it and finish later": its six words are kept before they are shown. Null: no draft. */
export async function saveForLater(
	service: Service,
	cookie: string | undefined
): Promise<Draft | null> {
	const held = await inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		const draft = visit?.draftId ? await findDraft(work, visit.draftId) : null;
		return visit && draft?.state === 'open' ? { visit, draft } : null;
	});
	if (!held) return null;
	const code = await prepareCode(service.keys, held.visit, held.draft);
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const draft = await lockDraft(work, held.draft.draftId);
		if (draft?.state !== 'open') return null;
		if (code && !draft.hasCode) await keepCode(work, code, draft.draftId);
		await keepPreference(work, held.visit);
		await keepWithCode(work, draft.draftId);
		return { ...draft, hasCode: true };
	});
}
