import { cleanText } from '#lib/intake/typedText.ts';
import { endVisit, findVisit, type Holder, type Visit } from '#lib/server/intake/visit.ts';
import { markOf } from '#lib/server/intake/visitCookie.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import { openFor, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { HOW_WE_DID_QUESTIONS } from '#lib/words/public/howWeDid.ts';

/**
 * The pages behind the six words on which somebody types, and their fields. What is typed there
 * and not sent when the page is hidden is kept, and stands there again for whoever comes back.
 */
const FIELDS = {
	messages: ['words'],
	add: ['more'],
	helped: ['words'],
	next: ['part'],
	stop: ['which'],
	agree: ['parts'],
	how: ['words', ...HOW_WE_DID_QUESTIONS.map(({ column }) => column)],
	'reach/10a': ['to'],
	'reach/10b': ['to'],
	'reach/10c': ['to'],
	'reach/10d': ['to'],
	'reach/10e': ['name', 'to'],
	'more/talk': ['talkTo'],
	'more/age': ['age'],
	'more/who': ['called'],
	'more/help': ['more']
} as const satisfies Record<string, readonly string[]>;
export type UnsentPage = keyof typeof FIELDS;

/** Whose page it is. */
export interface Typing {
	complaintId: string;
	holder: Holder;
	page: UnsentPage;
}

/** What goes: of one page, or of all of theirs. */
type Forgotten = Omit<Typing, 'page'> & { page?: UnsentPage };
type OwnVisit = Visit & { complaintId: string };

/** What was typed there, by the names of the fields; empty where nothing was. */
export type Unsent = Readonly<Record<string, string>>;

/** How long it is kept, as an unfinished form with a code is. */
const KEPT_MS = 14 * 24 * 3_600_000;
/** A page is hidden after a quarter of an hour; it may have been opened a little after its visit. */
const ALMOST_IDLE_MS = 14 * 60_000;

/** Where the page is. */
export function addressOfUnsent(page: UnsentPage): `/my/${string}` | `/more/${string}` {
	return page.startsWith('more/') ? (`/${page}` as `/more/${string}`) : `/my/${page}`;
}

/** The page at that address, without `/my/`; null where nothing is typed there. */
export function findUnsentPage(path: string): UnsentPage | null {
	return Object.hasOwn(FIELDS, path) ? (path as UnsentPage) : null;
}

/** Keeps what was typed, in place of what was kept before. False where all of it was blank. */
export function keepUnsent(service: Service, typing: Typing, fields: FormData): Promise<boolean> {
	return acting(service, typing, (work) => keep(work, typing, fields));
}

/**
 * Keeps it for the browser whose page is being hidden, and ends the visit where it is over as
 * well. False where nothing was kept: there is no visit, nothing is typed on that page, or the page
 * is of somebody else than the visit, who came in on the same phone after them.
 */
export async function keepHidden(
	service: Service,
	cookie: string | undefined,
	{ page, fields }: { page: UnsentPage; fields: FormData }
): Promise<boolean> {
	const visit = await inTransaction(service, { kind: 'public' }, async (work) => {
		const found = await findVisit(work, cookie);
		if (!found || !isOf(work, found, fields.get('whose'))) return null;
		if (work.now() >= found.seenAt + ALMOST_IDLE_MS) await endVisit(work, found);
		return found;
	});
	if (!visit || (page === 'helped') !== (visit.holder === 'helper')) return false;
	const { complaintId, holder } = visit;
	return keepUnsent(service, { complaintId, holder, page }, fields);
}

/** What was typed there before; an empty record where nothing was, or it is too old. */
export function findUnsent(service: Service, typing: Typing): Promise<Unsent> {
	return acting(service, typing, (work) => find(work, typing));
}

/**
 * They cannot be sent any more where they were typed: they stand with the messages, below what was
 * kept there. False where there are none.
 */
export function moveToMessages(
	service: Service,
	{ complaintId, page }: Pick<Typing, 'complaintId' | 'page'>
): Promise<boolean> {
	const from = { complaintId, holder: 'complainant' as const, page };
	return acting(service, from, async (work) => {
		const typed = Object.values(await find(work, from));
		if (typed.length === 0) return false;
		const to = { ...from, page: 'messages' as const };
		const fields = new FormData();
		fields.set('words', [...Object.values(await find(work, to)), ...typed].join('\n\n'));
		await keep(work, to, fields);
		await forget(work, from);
		return true;
	});
}

/** The pages of a complainant on which something was typed and not sent, the last one first. */
export function findUnsentPages(
	service: Service,
	complaintId: string
): Promise<readonly UnsentPage[]> {
	return acting(service, { complaintId }, async ({ trx, now }) => {
		const rows = await trx
			.selectFrom('unsent_words')
			.select('page')
			.where('complaint_id', '=', complaintId)
			.where('holder', '=', 'complainant')
			.where('kept_at', '>', writeInstant(now() - KEPT_MS))
			.orderBy('kept_at', 'desc')
			.execute();
		return rows.flatMap(({ page }) => findUnsentPage(page) ?? []);
	});
}

/** It was sent, or they want it gone; without `page` on every page of theirs. */
export function forgetUnsent(service: Service, forgotten: Forgotten): Promise<void> {
	return acting(service, forgotten, (work) => forget(work, forgotten));
}

/** Takes away what nobody came back to. To be called as the system. */
export async function forgetOldUnsent({ trx, now }: Work): Promise<void> {
	const before = writeInstant(now() - KEPT_MS);
	await trx.deleteFrom('unsent_words').where('kept_at', '<=', before).execute();
}

/** Whether a page with that mark is of the same code as the visit. */
function isOf({ keys }: Work, visit: Visit, mark: FormDataEntryValue | null): visit is OwnVisit {
	const { complaintId, holder } = visit;
	return complaintId !== null && markOf(keys, { complaintId, holder }) === mark;
}

async function keep(work: Work, typing: Typing, fields: FormData): Promise<boolean> {
	const { complaintId, holder, page } = typing;
	const typed = FIELDS[page].map((name) => [name, cleanText(String(fields.get(name) ?? ''))]);
	if (typed.every(([, words]) => words?.trim() === '')) return false;
	const key = await sealFor(work.trx, work.keys, { ownerId: complaintId, ownerKind: 'complaint' });
	const sealed = key.seal(placeOf(typing), JSON.stringify(Object.fromEntries(typed)));
	const kept = { kept_at: writeInstant(work.now()), sealed };
	await work.trx
		.insertInto('unsent_words')
		.values({ complaint_id: complaintId, holder, page, ...kept })
		.onConflict((conflict) =>
			conflict.columns(['complaint_id', 'holder', 'page']).doUpdateSet(kept)
		)
		.execute();
	return true;
}

async function find(work: Work, typing: Typing): Promise<Unsent> {
	const row = await rowOf(work, typing)
		.select('sealed')
		.where('kept_at', '>', writeInstant(work.now() - KEPT_MS))
		.executeTakeFirst();
	if (!row) return {};
	const key = await openFor(work.trx, work.keys, typing.complaintId);
	const text = key?.open(placeOf(typing), row.sealed);
	return text ? (JSON.parse(text) as Unsent) : {};
}

async function forget({ trx }: Work, { complaintId, holder, page }: Forgotten): Promise<void> {
	const query = trx
		.deleteFrom('unsent_words')
		.where('complaint_id', '=', complaintId)
		.where('holder', '=', holder);
	await (page ? query.where('page', '=', page) : query).execute();
}

function rowOf({ trx }: Work, { complaintId, holder, page }: Typing) {
	return trx
		.selectFrom('unsent_words')
		.where('complaint_id', '=', complaintId)
		.where('holder', '=', holder)
		.where('page', '=', page);
}

function acting<Result>(
	service: Service,
	{ complaintId }: { complaintId: string },
	act: (work: Work) => Promise<Result>
): Promise<Result> {
	return inTransaction(service, { kind: 'complainant', complaintId }, act);
}

function placeOf({ complaintId, holder, page }: Typing): SealedPlace {
	return { table: 'unsent_words', column: 'sealed', rowId: `${complaintId}/${holder}/${page}` };
}
