import type { ExpressionBuilder } from 'kysely';
import { NO_PREFERENCE, type Preference } from '#lib/intake/preference.ts';
import type { Database } from '#lib/server/database/tables.ts';
import {
	cookieFor,
	hashOf,
	makeSecret,
	readVisitCookie,
	writeVisitCookie,
	type VisitPhase
} from '#lib/server/intake/visitCookie.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import type { Work } from '#lib/server/work.ts';

/** Whom six words let in. */
export type Holder = 'complainant' | 'helper';

/** One browser that is telling us something, or has come back with its six words. */
export interface Visit {
	/** From its cookie, never from the database. */
	secret: string;
	draftId: string | null;
	complaintId: string | null;
	/** It came back with the six words, so they do not follow from its secret. */
	cameWithCode: boolean;
	/** The child whose case it is, or whoever spoke for them: they see less. */
	holder: Holder;
	/** In milliseconds; null where the words were neither shown nor typed. */
	codeCheckedAt: number | null;
	seenAt: number;
	/** The turn the browser has; an older one means that it may hold pages it should drop. */
	turn: string;
	/** What they chose to see. */
	preference: Preference;
	/** The worker's device it is on, while that is lent; null on any other. */
	lentId: string | null;
}

/** What a new visit is about. */
export interface NewVisit {
	draftId: string | null;
	complaintId: string | null;
	cameWithCode: boolean;
	/** The complainant, where nothing else is said. */
	holder?: Holder;
	/** The usual view in English, where nothing else is said. */
	preference?: Preference;
	/** The worker's device it is on; none, where nothing else is said. */
	lentId?: string | null;
}

/** A visit ends by itself a day after it was last seen. */
const VISIT_MS = 24 * 3_600_000;
/** A replaced secret still works this long, for a second tap that was already on its way. */
const GRACE_MS = 60_000;

/** The visit this cookie stands for; null where there is none, whatever is wrong with the cookie. */
export async function findVisit(
	{ trx, now }: Work,
	cookie: string | undefined
): Promise<Visit | null> {
	const held = readVisitCookie(cookie);
	if (!held) return null;
	const row = await trx
		.selectFrom('visit')
		.select(['draft_id', 'complaint_id', 'came_with_code', 'holder', 'code_checked_at', 'seen_at'])
		.select(['view', 'language', 'lent_id'])
		.where('secret_hash', '=', hashOf(held.secret))
		.where('expires_at', '>', writeInstant(now()))
		.where(isStillLent(now()))
		.executeTakeFirst();
	return row
		? {
				secret: held.secret,
				draftId: row.draft_id,
				complaintId: row.complaint_id,
				cameWithCode: row.came_with_code,
				holder: row.holder,
				codeCheckedAt: row.code_checked_at === null ? null : Date.parse(row.code_checked_at),
				seenAt: Date.parse(row.seen_at),
				turn: held.turn,
				preference: { view: row.view, language: row.language },
				lentId: row.lent_id
			}
		: null;
}

/** Whether the visit is on nobody's device, or on one whose worker has lent it until later. */
function isStillLent(nowMs: number) {
	return ({ or, eb, exists, selectFrom }: ExpressionBuilder<Database, 'visit'>) =>
		or([
			eb('visit.lent_id', 'is', null),
			exists(
				selectFrom('staff_session')
					.select('staff_session.lent_id')
					.whereRef('staff_session.lent_id', '=', 'visit.lent_id')
					.where('staff_session.expires_at', '>', writeInstant(nowMs))
			)
		]);
}

/** Begins a visit and gives the value of its cookie. */
export async function startVisit(work: Work, visit: NewVisit): Promise<string> {
	const { trx, keys, now } = work;
	const cookie = cookieFor(keys, makeSecret(), phaseOf(visit));
	await trx
		.insertInto('visit')
		.values({
			secret_hash: hashOf(cookie.secret),
			turn_hash: hashOf(cookie.turn),
			draft_id: visit.draftId,
			complaint_id: visit.complaintId,
			came_with_code: visit.cameWithCode,
			holder: visit.holder ?? 'complainant',
			code_checked_at: visit.cameWithCode ? writeInstant(now()) : null,
			...(visit.preference ?? NO_PREFERENCE),
			lent_id: visit.lentId ?? null,
			seen_at: writeInstant(now()),
			created_at: writeInstant(now()),
			expires_at: writeInstant(now() + VISIT_MS)
		})
		.execute();
	return writeVisitCookie(cookie);
}

/**
 * The same for a browser that may have a visit already: what it chose to see goes along, and whose
 * device it is. A visit that held nothing but that is over.
 */
export async function startVisitAfter(
	work: Work,
	before: Visit | null,
	visit: NewVisit
): Promise<string> {
	if (before && holdsOnlyAChoice(before)) await endSoon(work, before);
	const { preference = NO_PREFERENCE, lentId = null } = before ?? {};
	return startVisit(work, { preference, lentId, ...visit });
}

/** Notes that the visitor is still there. */
export async function markSeen({ trx, now }: Work, { secret }: Visit): Promise<void> {
	await trx
		.updateTable('visit')
		.set({ seen_at: writeInstant(now()), expires_at: writeInstant(now() + VISIT_MS) })
		.where('secret_hash', '=', hashOf(secret))
		.execute();
}

/** Gives every visit of a draft that was sent its complaint, and this one its new turn. */
export async function markVisitSent(
	{ trx, keys, now }: Work,
	visit: Visit,
	sent: { draftId: string; complaintId: string; holder: Holder }
): Promise<void> {
	await trx
		.updateTable('visit')
		.set({ complaint_id: sent.complaintId, holder: sent.holder })
		.where('draft_id', '=', sent.draftId)
		.execute();
	await trx
		.updateTable('visit')
		.set({
			code_checked_at: writeInstant(now()),
			seen_at: writeInstant(now()),
			turn_hash: hashOf(cookieFor(keys, visit.secret, 'sent').turn)
		})
		.where('secret_hash', '=', hashOf(visit.secret))
		.execute();
}

/** The cookie the visitor should have; null where the browser already has it. */
export function findNewCookie({ keys }: Work, visit: Visit): string | null {
	const cookie = cookieFor(keys, visit.secret, phaseOf(visit));
	return cookie.turn === visit.turn ? null : writeVisitCookie(cookie);
}

/**
 * A new secret for the same visit, from which its six words no longer follow.
 *
 * The old one works for a minute more: of two taps the browser may only hear the second.
 */
export async function renewSecret(work: Work, visit: Visit): Promise<string> {
	const cookie = await startVisit(work, { ...visit, cameWithCode: true });
	await endSoon(work, visit);
	return cookie;
}

/** Whether this browser has told us nothing: it only chose what it wants to see. */
export function holdsOnlyAChoice(visit: Pick<Visit, 'draftId' | 'complaintId'>): boolean {
	return visit.draftId === null && visit.complaintId === null;
}

/** Ends the visit: its cookie opens nothing from now on. */
export async function endVisit({ trx }: Work, { secret }: Visit): Promise<void> {
	await trx.deleteFrom('visit').where('secret_hash', '=', hashOf(secret)).execute();
}

async function endSoon({ trx, now }: Work, { secret }: Pick<Visit, 'secret'>): Promise<void> {
	await trx
		.updateTable('visit')
		.set((eb) => ({
			expires_at: eb.fn('least', ['expires_at', eb.val(writeInstant(now() + GRACE_MS))])
		}))
		.where('secret_hash', '=', hashOf(secret))
		.execute();
}

function phaseOf({ complaintId }: { complaintId: string | null }): VisitPhase {
	return complaintId === null ? 'writing' : 'sent';
}
