import { NO_ANSWERS, type Answers } from '#lib/intake/answers.ts';
import { findDraft, type Draft } from '#lib/server/intake/draft.ts';
import { findAlert, type RaisedAlert } from '#lib/server/intake/safetyAlert.ts';
import { findChildsWords, mayShowWords, wordsOf } from '#lib/server/intake/sixWords.ts';
import {
	findNewCookie,
	findVisit,
	holdsOnlyAChoice,
	renewSecret
} from '#lib/server/intake/visit.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';

/** The form as one browser may see it. */
export type OpenForm =
	/** Nothing was begun in this browser. */
	| { kind: 'new' }
	/** It was left, deleted or is too old; or the cookie is not one of ours. */
	| { kind: 'gone' }
	| { kind: 'open'; answers: Answers; hasCode: boolean; alert: RaisedAlert | null }
	| { kind: 'sent'; sent: SentForm };

/** What may be shown after sending. */
export interface SentForm {
	complaintId: string;
	/** In milliseconds. */
	sentAt: number;
	/** The six words, within ten minutes and where the browser did not bring them itself. */
	words: readonly string[] | null;
	/** Whether there are six words at all: of a thank-you without a reply there are none. */
	hasCode: boolean;
	/** The same of the child, where somebody spoke for them and they have a code of their own. */
	childsWords: readonly string[] | null;
	/** Within ten minutes of sending: the last page is still there. */
	isFresh: boolean;
	newCookie: string | null;
}

/** What the form looks like to the browser that holds this cookie. */
export function openForm(service: Service, cookie: string | undefined): Promise<OpenForm> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		if (!visit) return { kind: cookie === undefined ? 'new' : 'gone' };
		if (holdsOnlyAChoice(visit)) return { kind: 'new' };
		const draft = visit.draftId ? await findDraft(work, visit.draftId) : null;
		const complaintId = draft?.complaintId ?? visit.complaintId;
		if (draft && draft.state === 'sent' && complaintId && draft.sentAt !== null) {
			const isFresh = mayShowWords(draft, work.now());
			const newCookie =
				isFresh || visit.cameWithCode
					? findNewCookie(work, { ...visit, complaintId })
					: await renewSecret(work, { ...visit, complaintId });
			const words = isFresh && draft.hasCode ? wordsOf(work.keys, visit) : null;
			const childsWords = isFresh ? await findChildsWords(work, visit) : null;
			return {
				kind: 'sent',
				sent: {
					complaintId,
					sentAt: draft.sentAt,
					words,
					hasCode: draft.hasCode,
					childsWords,
					isFresh,
					newCookie
				}
			};
		}
		if (draft?.state !== 'open') return { kind: 'gone' };
		const { answers, hasCode, draftId } = draft;
		return { kind: 'open', answers, hasCode, alert: await findAlert(work, draftId) };
	});
}

/** The six words of a form that was saved for later, for the browser it was written in. */
export function findSavedWords(
	service: Service,
	cookie: string | undefined
): Promise<{ words: readonly string[] | null; draft: Draft } | null> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		const draft = visit?.draftId ? await findDraft(work, visit.draftId) : null;
		if (!visit || draft?.state !== 'open' || !draft.hasCode) return null;
		return { words: wordsOf(work.keys, visit), draft };
	});
}

/** The answers of a form that may not have been begun. */
export function answersOf(form: OpenForm): Answers {
	return form.kind === 'open' ? form.answers : NO_ANSWERS;
}
