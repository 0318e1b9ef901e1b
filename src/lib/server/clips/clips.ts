import { z } from 'zod';
import { mayBeRead, READ_PAGES } from '#lib/intake/readPages.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import type { SoundKind } from '#lib/server/files/fileKind.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { LANGUAGE_CODES } from '#lib/words/languages/languages.ts';

/** A page that a person read aloud. */
export interface Clip {
	clipId: string;
	page: string;
	language: string;
	seconds: number | null;
	/** Who gave it to the pages, and when. */
	keptBy: string;
	keptAt: string;
}

/** The languages a page may be read in. */
export const CLIP_LANGUAGES: readonly string[] = ['en', ...LANGUAGE_CODES];

/** What keeping one asks for, beside the file. */
export const clipForm = z.object({
	page: chosenFrom(
		READ_PAGES.map(({ path }) => path),
		'Choose the page that is read'
	),
	language: chosenFrom(CLIP_LANGUAGES, 'Choose the language it is read in')
});

/** Every recording, in the order of the pages. */
export function listClips(service: Service, staffId: string): Promise<Clip[]> {
	return inTransaction(service, { kind: 'staff', staffId }, async ({ trx }) => {
		const rows = await trx
			.selectFrom('page_clip')
			.innerJoin('staff', 'staff.staff_id', 'page_clip.kept_by')
			.select(['clip_id', 'page', 'language', 'seconds', 'kept_at', 'display_name'])
			.orderBy('language')
			.execute();
		const place = (path: string) => READ_PAGES.findIndex((page) => page.path === path);
		return rows
			.map((row) => ({
				clipId: row.clip_id,
				page: row.page,
				language: row.language,
				seconds: row.seconds,
				keptBy: row.display_name,
				keptAt: row.kept_at
			}))
			.toSorted((a, b) => place(a.page) - place(b.page));
	});
}

/** A recording that was checked and copied, and what it is of. */
export interface NewClip {
	page: string;
	language: string;
	file: CheckedFile;
}

/**
 * Keeps a recording of a page in place of the one there was. False where the virus check has not
 * answered: what everybody hears does not wait in a quarantine, it is simply not taken.
 */
export async function keepClip(
	service: Service,
	staffId: string,
	{ page, language, file }: NewClip
): Promise<boolean> {
	if (file.scan === 'waiting') return false;
	await inTransaction(service, { kind: 'staff', staffId }, async ({ trx, now }) => {
		const kept = {
			clip_id: crypto.randomUUID(),
			kind: file.kind as SoundKind,
			bytes: Buffer.from(file.bytes),
			seconds: file.seconds === null ? null : Math.round(file.seconds),
			kept_at: writeInstant(now()),
			kept_by: staffId
		};
		await trx
			.insertInto('page_clip')
			.values({ page, language, ...kept })
			.onConflict((conflict) => conflict.columns(['page', 'language']).doUpdateSet(kept))
			.execute();
	});
	return true;
}

/** Takes a recording away; the page is then read by the device's own voice, where it has one. */
export async function removeClip(service: Service, staffId: string, clipId: string): Promise<void> {
	if (!isId(clipId)) return;
	await inTransaction(service, { kind: 'staff', staffId }, ({ trx }) =>
		trx.deleteFrom('page_clip').where('clip_id', '=', clipId).execute()
	);
}

/** The address of the recording of a page in that language; null where there is none. */
export async function findClipOf(
	service: Service,
	{ page, language }: { page: string; language: string }
): Promise<string | null> {
	if (!mayBeRead(page)) return null;
	const row = await inTransaction(service, { kind: 'public' }, ({ trx }) =>
		trx
			.selectFrom('page_clip')
			.select('clip_id')
			.where('page', '=', page)
			.where('language', '=', language)
			.executeTakeFirst()
	);
	return row ? `/listen/${row.clip_id}` : null;
}

/** The sound itself, for anybody; null where there is none of that id. */
export async function openClip(service: Service, clipId: string): Promise<KeptFile | null> {
	if (!isId(clipId)) return null;
	return inTransaction(service, { kind: 'public' }, (work) => readClip(work, clipId));
}

function isId(text: string): boolean {
	return z.uuid().safeParse(text).success;
}

async function readClip({ trx }: Work, clipId: string): Promise<KeptFile | null> {
	const row = await trx
		.selectFrom('page_clip')
		.select(['kind', 'bytes'])
		.where('clip_id', '=', clipId)
		.executeTakeFirst();
	return row ? { stem: 'file', fileId: clipId, kind: row.kind, bytes: row.bytes } : null;
}
