import type { Answers } from '#lib/intake/answers.ts';
import { besideSent, filesBeside, withoutBeside, type BesideKind } from '#lib/intake/besideSent.ts';
import { receiveFromIntake } from '#lib/server/complaints/receiveFromIntake.ts';
import { removeDraftFile } from '#lib/server/files/attachedFiles.ts';
import { lockDraft, saveAnswers } from '#lib/server/intake/draft.ts';
import { intakeOf } from '#lib/server/intake/intakeOf.ts';
import { findVisit, markSeen } from '#lib/server/intake/visit.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/**
 * Sends a thank-you or an idea that was begun in the same form, as a record of its own, in the
 * transaction that sends the form: the form ends then, and what was typed in it must not. No code
 * opens it, and the alert of the form belongs to what is sent, not to this.
 */
export async function sendBeside(
	work: Work,
	{ draftId, answers, language }: { draftId: string; answers: Answers; language: string | null }
): Promise<readonly BesideKind[]> {
	const beside = besideSent(answers);
	for (const { answers: own } of beside) {
		const intake = intakeOf(own, { draftId, nowMs: work.now(), language });
		await receiveFromIntake(work, { ...intake, isBeside: true, safeContacts: [] });
	}
	return beside.map(({ kind }) => kind);
}

/** They leave it out on the check page: its words and files are gone. Without a form nothing is. */
export function leaveOutBeside(
	service: Service,
	cookie: string | undefined,
	kind: BesideKind
): Promise<void> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		const draft = visit?.draftId ? await lockDraft(work, visit.draftId) : null;
		if (!visit || draft?.state !== 'open' || draft.answers.door === kind) return;
		for (const fileId of filesBeside(draft.answers, kind)) {
			await removeDraftFile(work, { draftId: draft.draftId, fileId });
		}
		await saveAnswers(work, draft, withoutBeside(draft.answers, kind));
		await markSeen(work, visit);
	});
}
