import { sql } from 'kysely';
import { NO_PREFERENCE, type Preference } from '#lib/intake/preference.ts';
import { forgetLater } from '#lib/server/intake/draft.ts';
import { findVisit, startVisit, type Visit } from '#lib/server/intake/visit.ts';
import { hashOf, readVisitCookie } from '#lib/server/intake/visitCookie.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/** So many browsers may hold nothing but a choice; of more, the oldest lose theirs. */
export const MOST_CHOICES = 10_000;
/** Whose code it is that keeps what they chose. */
type Held = Pick<Visit, 'draftId' | 'complaintId' | 'holder' | 'preference'>;
const DAY_MS = 24 * 3_600_000;

/** What every page shows of a visit, whatever it is about. */
export type Shown = Pick<Visit, 'preference' | 'lentId' | 'complaintId' | 'holder'>;

/**
 * What the browser with this cookie chose to see, and whether it is a worker's. A browser without a
 * visit chose nothing, and without a cookie nothing is asked of the database.
 */
export async function readShown(service: Service, cookie: string | undefined): Promise<Shown> {
	const nothing = {
		preference: NO_PREFERENCE,
		lentId: null,
		complaintId: null,
		holder: 'complainant' as const
	};
	if (!readVisitCookie(cookie)) return nothing;
	return inTransaction(service, { kind: 'public' }, async (work) => {
		return (await findVisit(work, cookie)) ?? nothing;
	});
}

/** What the browser with this cookie chose to see. */
export async function readPreference(
	service: Service,
	cookie: string | undefined
): Promise<Preference> {
	return (await readShown(service, cookie)).preference;
}

/**
 * Changes what the visitor sees, and leaves what they did not name. It goes with their visit and
 * comes back with their six words, in any browser. Where there is no visit it begins one, which
 * holds only this and ends in a day; the value of its cookie is given back, null otherwise.
 *
 * Choosing tells us nothing and is no sign that they are still there.
 */
export async function choose(
	service: Service,
	cookie: string | undefined,
	choice: Partial<Preference>
): Promise<string | null> {
	if (Object.keys(choice).length === 0) return null;
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		if (!visit) return startWithChoice(work, { ...NO_PREFERENCE, ...choice });
		const preference = { ...visit.preference, ...choice };
		// The code before the visit, as whoever replaces a code does: neither waits for the other.
		await keepPreference(work, { ...visit, preference });
		await work.trx
			.updateTable('visit')
			.set(preference)
			.where('secret_hash', '=', hashOf(visit.secret))
			.execute();
		return null;
	});
}

/** Keeps it with the code of whoever this visit is, so that it is there when they come back. */
export async function keepPreference(
	{ trx }: Work,
	{ draftId, complaintId, holder, preference }: Held
): Promise<void> {
	await trx
		.updateTable('receipt_code')
		.set({ view: preference.view, language: preference.language })
		.where('holder', '=', holder)
		.where((eb) => eb.or([eb('draft_id', '=', draftId), eb('complaint_id', '=', complaintId)]))
		.execute();
}

/**
 * What somebody sees who comes back with their six words: what they chose in this browser before,
 * and where they chose nothing, what they last saw.
 */
export async function preferenceOfCode(
	{ trx }: Work,
	lookup: Buffer,
	before: Visit | null
): Promise<Preference> {
	const kept = await trx
		.selectFrom('receipt_code')
		.select(['view', 'language'])
		.where('lookup', '=', lookup)
		.executeTakeFirst();
	const chosen = before?.preference ?? NO_PREFERENCE;
	return {
		view: chosen.view === 'easier' ? 'easier' : (kept?.view ?? 'usual'),
		language: chosen.language ?? kept?.language ?? null
	};
}

async function startWithChoice(work: Work, preference: Preference): Promise<string> {
	// Whoever asks for thousands of them takes them from one another, and from nobody's words.
	await sql`delete from visit where secret_hash in (
		select secret_hash from visit where draft_id is null and complaint_id is null
		order by created_at desc offset ${MOST_CHOICES - 1})`.execute(work.trx);
	await forgetLater(work, work.now() + DAY_MS);
	return startVisit(work, { draftId: null, complaintId: null, cameWithCode: false, preference });
}
