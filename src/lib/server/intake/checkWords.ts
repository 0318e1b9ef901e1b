import { sql } from 'kysely';
import { canonicalCode, readCode } from '#lib/intake/receiptCode.ts';
import { GuessQueue, type Waiter } from '#lib/server/intake/guessQueue.ts';
import type { Holder } from '#lib/server/intake/visit.ts';
import { hashOf, lookupOf } from '#lib/server/intake/visitCookie.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import { isSecret } from '#lib/server/keys/argon2id.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/** What the words opened. `tooMany`: so many wait that it should be tried again in a minute. */
export type WordsChecked =
	| {
			opened: true;
			lookup: Buffer;
			draftId: string | null;
			complaintId: string | null;
			holder: Holder;
	  }
	| { opened: false; why: 'noMatch' | 'tooMany' };

/** Who is asking. `cookie` is the secret their browser holds, whether or not it is a visit. */
export interface Guesser {
	cookie: string | null;
	address: string;
}

/** At most ten checks a second, over all visitors and all processes. */
const BETWEEN_CHECKS_MS = 100;
/** Five wrong tries are free; then each waits a second more than the last, up to 20. */
const FREE_TRIES = 5;
const LONGEST_WAIT_S = 20;
/** A wrong try is forgotten after an hour. */
const REMEMBERED_MS = 3_600_000;

const queues = new WeakMap<Service['db'], GuessQueue>();

/**
 * Checks six words, typed in any order, any case and with any separator.
 *
 * What is wrong with them makes no difference to what is asked of the database or answered.
 * Waiting is done without a connection. A cheap keyed lookup comes first, so that wrong words
 * cost next to nothing; Argon2id runs on a hit only.
 */
export async function checkWords(
	service: Service,
	typed: string,
	guesser: Guesser
): Promise<WordsChecked> {
	const visitor = guesser.cookie === null ? null : hashOf(guesser.cookie);
	await pause(await waitOf(service, visitor));
	const waiter: Waiter = { visitor: visitor?.toString('hex') ?? null, address: guesser.address };
	if (!(await queueOf(service).waitForTurn(waiter))) return { opened: false, why: 'tooMany' };

	const checked = await lookUpWords(service, typed);
	if (checked.opened) {
		await inTransaction(service, { kind: 'public' }, (work) => forgiveTries(work, visitor));
	}
	return checked;
}

/**
 * What six words open, with no wait: the check beneath the queue, which only `checkWords` may
 * offer to a visitor. The keyed lookup asks the database one question whatever was typed.
 */
export async function lookUpWords(service: Service, typed: string): Promise<WordsChecked> {
	const code = readCode(typed);
	// Words that cannot be read are looked up too: under what no code of ours is kept.
	const sorted = code.ok ? canonicalCode(code.words) : `unread ${typed.slice(0, 200)}`;
	const lookup = lookupOf(service.keys, sorted);
	const found = await find(service, lookup);
	if (!found || !(await isSecret(sorted, found.verifier))) return { opened: false, why: 'noMatch' };
	const { draft_id: draftId, complaint_id: complaintId, holder } = found;
	return { opened: true, lookup, draftId, complaintId, holder };
}

/**
 * Whether words that fitted a moment ago still open anything: new ones may have come in their
 * place while Argon2id ran. Asked once the visit is begun: whoever replaces them holds the
 * complaint until that is done, and ends every visit that is there by then.
 */
export async function stillOpens({ trx }: Work, lookup: Buffer): Promise<boolean> {
	const row = await trx
		.selectFrom('receipt_code')
		.select('lookup')
		.where('lookup', '=', lookup)
		.where('disabled_at', 'is', null)
		.executeTakeFirst();
	return row !== undefined;
}

/** How many seconds the next try waits after so many wrong ones. It grows; it never locks. */
export function waitAfter(tries: number): number {
	return Math.min(LONGEST_WAIT_S, Math.max(0, tries - FREE_TRIES + 1));
}

/** Removes tries that no longer count. */
export async function forgetTries({ trx, now }: Work): Promise<void> {
	await trx
		.deleteFrom('code_guess')
		.where('at', '<', writeInstant(now() - REMEMBERED_MS))
		.execute();
}

interface Found {
	verifier: string;
	draft_id: string | null;
	complaint_id: string | null;
	holder: Holder;
}

/** One statement, which sees as a visitor sees: a transaction around it would cost more than it. */
async function find({ db, now }: Service, lookup: Buffer): Promise<Found | undefined> {
	const { rows } = await sql<Found>`
		select * from find_receipt_code(${lookup}, ${writeInstant(now())})`.execute(db);
	return rows[0];
}

/** How long this visitor waits before their next try, in milliseconds. */
async function waitOf(service: Service, visitor: Buffer | null): Promise<number> {
	const tries = await inTransaction(service, { kind: 'public' }, async ({ trx, now }) => {
		const row = await trx
			.selectFrom('code_guess')
			.select(({ fn }) => fn.countAll<number>().as('tries'))
			.where('visitor_hash', visitor === null ? 'is' : '=', visitor)
			.where('at', '>', writeInstant(now() - REMEMBERED_MS))
			.executeTakeFirstOrThrow();
		return Number(row.tries);
	});
	// Without a cookie all look alike; the queue alone sees to it that they take turns.
	return visitor === null ? 0 : waitAfter(tries) * 1000;
}

async function forgiveTries({ trx }: Work, visitor: Buffer | null): Promise<void> {
	if (visitor === null) return;
	await trx.deleteFrom('code_guess').where('visitor_hash', '=', visitor).execute();
}

function queueOf(service: Service): GuessQueue {
	const known = queues.get(service.db);
	if (known) return known;
	const queue = new GuessQueue((waiter) => waitForSlot(service, waiter), service.now);
	queues.set(service.db, queue);
	return queue;
}

/** Takes the next free tenth of a second, among all processes, and waits until it comes. */
async function waitForSlot(service: Service, { visitor }: Waiter): Promise<void> {
	const at = await inTransaction(service, { kind: 'public' }, async ({ trx, now }) => {
		await sql`select pg_advisory_xact_lock(hashtextextended('six words', 0))`.execute(trx);
		const last = await trx
			.selectFrom('code_guess')
			.select(({ fn }) => fn.max('at').as('at'))
			.executeTakeFirst();
		const free = last?.at ? Date.parse(last.at) + BETWEEN_CHECKS_MS : 0;
		const slot = Math.max(now(), free);
		await trx
			.insertInto('code_guess')
			.values({
				visitor_hash: visitor === null ? null : Buffer.from(visitor, 'hex'),
				at: writeInstant(slot)
			})
			.execute();
		return slot;
	});
	await pause(at - service.now());
}

function pause(ms: number): Promise<void> {
	return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
}
