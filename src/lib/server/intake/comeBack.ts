import { checkWords, stillOpens, type Guesser } from '#lib/server/intake/checkWords.ts';
import { findDraft } from '#lib/server/intake/draft.ts';
import { keepPreference, preferenceOfCode } from '#lib/server/intake/preference.ts';
import { SHOWN_AFTER_SENDING_MS } from '#lib/server/intake/sixWords.ts';
import {
	endVisit,
	findNewCookie,
	findVisit,
	holdsOnlyAChoice,
	markSeen,
	renewSecret,
	startVisitAfter,
	type Holder,
	type Visit
} from '#lib/server/intake/visit.ts';
import { writeVisitCookie } from '#lib/server/intake/visitCookie.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/** What the six words opened: a visit of its own, with its cookie. */
export type CameBack =
	| { opened: true; newCookie: string; to: 'draft' | 'complaint' }
	| { opened: false; why: 'noMatch' | 'tooMany' };

/** Lets somebody back in with their six words. */
export async function comeBack(
	service: Service,
	typed: string,
	guesser: Guesser
): Promise<CameBack> {
	const checked = await checkWords(service, typed, guesser);
	if (!checked.opened) return checked;
	const { lookup, draftId, complaintId, holder } = checked;
	const newCookie = await inTransaction(service, { kind: 'public' }, async (work) => {
		const before = await findVisitOf(work, guesser);
		const preference = await preferenceOfCode(work, lookup, before);
		const opened = { draftId, complaintId, holder, cameWithCode: true, preference };
		const cookie = await startVisitAfter(work, before, opened);
		await keepPreference(work, opened);
		if (await stillOpens(work, lookup)) return cookie;
		const begun = await findVisit(work, cookie);
		if (begun) await endVisit(work, begun);
		return null;
	});
	if (newCookie === null) return { opened: false, why: 'noMatch' };
	return { opened: true, newCookie, to: complaintId === null ? 'draft' : 'complaint' };
}

/** Who may see the pages behind the code, and the cookie they should have from now on. */
export type Admitted =
	| {
			/** A helper sees how far it is, and their own messages; nothing else. */
			kind: Holder;
			complaintId: string;
			newCookie: string | null;
			isIdle: boolean;
	  }
	/** They came back to a form that was not sent yet. */
	| { kind: 'draft' }
	/** Left alone for a quarter of an hour: the words are asked for again. */
	| { kind: 'idle' }
	| { kind: 'nobody' };

/** After this long without a request the six words are asked for again. */
const IDLE_MS = 15 * 60_000;

/** What the page is for. */
export interface Admission {
	/**
	 * Only looked at: ten minutes after sending it gets a new secret, from which the words no
	 * longer follow.
	 */
	mayRenew: boolean;
	/**
	 * What they wrote is taken even where they were idle, for it shows nothing and would be lost.
	 * The visit ends all the same.
	 */
	mayBeIdle?: boolean;
}

/**
 * Who is about to send a form with files: whether it is an adult with a complaint of their own.
 * Null where this browser has no visit at all. It changes nothing.
 */
export async function findSender(
	service: Service,
	cookie: string | undefined
): Promise<{ isAdult: boolean } | null> {
	const visit = await inTransaction(service, { kind: 'public' }, (work) => findVisit(work, cookie));
	if (!visit || holdsOnlyAChoice(visit)) return null;
	const { complaintId, holder } = visit;
	if (complaintId === null) return { isAdult: false };
	if (holder === 'helper') return { isAdult: true };
	const complaint = await inTransaction(service, { kind: 'complainant', complaintId }, ({ trx }) =>
		trx
			.selectFrom('complaint')
			.select('made_by')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirst()
	);
	return { isAdult: complaint?.made_by === 'adult' };
}

/** Asks whether this browser may see the complaint, or write to it. */
export function admit(
	service: Service,
	cookie: string | undefined,
	{ mayRenew, mayBeIdle = false }: Admission
): Promise<Admitted> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		if (!visit || holdsOnlyAChoice(visit)) return { kind: 'nobody' };
		const { complaintId, holder } = visit;
		if (complaintId === null) return { kind: 'draft' };
		if (work.now() >= visit.seenAt + IDLE_MS) {
			await endVisit(work, visit);
			return mayBeIdle
				? { kind: holder, complaintId, newCookie: null, isIdle: true }
				: { kind: 'idle' };
		}
		await markSeen(work, visit);
		const renew = mayRenew && (await isDueForNewSecret(work, visit));
		const newCookie = renew ? await renewSecret(work, visit) : findNewCookie(work, visit);
		return { kind: holder, complaintId, newCookie, isIdle: false };
	});
}

/** The visit that this browser had before it came back; of its cookie the secret is enough. */
async function findVisitOf(work: Work, { cookie }: Guesser): Promise<Visit | null> {
	if (cookie === null) return null;
	return findVisit(work, writeVisitCookie({ secret: cookie, turn: '0' }));
}

async function isDueForNewSecret(work: Work, visit: Visit): Promise<boolean> {
	if (visit.cameWithCode || visit.draftId === null) return false;
	const draft = await findDraft(work, visit.draftId);
	return !draft?.sentAt || work.now() >= draft.sentAt + SHOWN_AFTER_SENDING_MS;
}
