import { openForm } from '#lib/server/intake/openForm.ts';
import { canTextNow, isSafeToText } from '#lib/server/newWayIn/readWaysIn.ts';
import { textWords } from '#lib/server/newWayIn/textWords.ts';
import { findSafePhones } from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/** So often one form's words go by text: who presses twice gets two, and no more than these. */
export const MOST_TEXTS = 3;

/** Whether the last page offers it: a number only they see was given, and a provider sends texts. */
export async function mayTextWords(
	service: Service,
	work: Work,
	{ complaintId, madeBy }: { complaintId: string; madeBy: string | null }
): Promise<boolean> {
	// The number then is the child's, and these words are the helper's.
	if (madeBy === 'helper' || !canTextNow(service)) return false;
	return (await findSafePhones(work, complaintId)).some(isSafeToText);
}

/**
 * Texts the six words of a form that was just sent, at the wish of whoever sent it, from the browser
 * that may still see them. They are handed on in this request, and kept nowhere; where the text is
 * not taken, or too many were asked for, the page says that it did not go.
 */
export async function textSentWords(
	service: Service,
	cookie: string | undefined
): Promise<{ texted: 'sent' | 'failed' | 'gone'; newCookie: string | null }> {
	const form = await openForm(service, cookie);
	if (form.kind !== 'sent' || form.sent.words === null) return { texted: 'gone', newCookie: null };
	const { complaintId, words, newCookie } = form.sent;
	const texted = (await countText(service, complaintId))
		? await textWords(service, complaintId, words)
		: 'failed';
	return { texted, newCookie };
}

/** Counts it before it is sent. False where it may not be. */
function countText(service: Service, complaintId: string): Promise<boolean> {
	return inTransaction(service, { kind: 'system' }, async (work) => {
		const { trx } = work;
		const row = await trx
			.selectFrom('complaint')
			.select('made_by')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirst();
		const madeBy = row?.made_by ?? null;
		if (!(await mayTextWords(service, work, { complaintId, madeBy }))) return false;
		const counted = await trx
			.updateTable('draft')
			.set(({ eb }) => ({ texts_asked: eb('texts_asked', '+', 1) }))
			.where('complaint_id', '=', complaintId)
			.where('state', '=', 'sent')
			.where('texts_asked', '<', MOST_TEXTS)
			.returning('draft_id')
			.executeTakeFirst();
		return counted !== undefined;
	});
}
