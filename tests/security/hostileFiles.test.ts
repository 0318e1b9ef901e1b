import type { Kysely } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFile, type FileChecked } from '#lib/server/files/checkFile.ts';
import { clamdScanner } from '#lib/server/files/clamd.ts';
import { keepDraftFile, openAttachedFile } from '#lib/server/files/attachedFiles.ts';
import { FILE_KINDS } from '#lib/server/files/fileKind.ts';
import { sendAsDownload, sendToShow } from '#lib/server/files/sendFile.ts';
import { createDraft, saveAnswers } from '#lib/server/intake/draft.ts';
import { NO_ANSWERS } from '#lib/intake/answers.ts';
import { inTransaction } from '#lib/server/work.ts';
import { startFakeClamd } from '../support/fakeClamd.ts';
import { hostileFiles, type HostileFile } from '../support/hostileFiles.ts';
import { dumpAll } from '../support/databaseDump.ts';
import { createTestService } from '../support/testService.ts';

const clamd = await startFakeClamd();
const scan = clamdScanner(clamd);
const office = await createTestService('2026-11-26T10:00:00Z');
const files = await hostileFiles();
afterAll(async () => {
	await office.close();
	await clamd.close();
});

const CHILD = { takes: ['picture', 'sound'] } as const;
const STAFF = { takes: ['paper'] } as const;

/** What comes of one of them at the door for children, with its virus check. */
function atTheDoor({ name, bytes }: HostileFile): Promise<FileChecked> {
	return checkFile({ name, bytes }, { ...CHILD, scan });
}

/** The draft holds it; gives it back as a browser would get it. */
async function keptAndShown(checked: Extract<FileChecked, { ok: true }>) {
	return inTransaction(office, { kind: 'public' }, async (work) => {
		const draftId = await createDraft(work);
		await saveAnswers(work, { draftId, hasCode: false }, NO_ANSWERS);
		const fileId = crypto.randomUUID();
		await keepDraftFile(work, { draftId, fileId }, checked.file);
		return openAttachedFile(work, { ownerId: draftId, fileId });
	});
}

describe('sixty hostile files at the door for children', () => {
	it('are sixty or more, each with another trick', () => {
		expect(files.length).toBeGreaterThanOrEqual(60);
		expect(new Set(files.map(({ what }) => what)).size).toBe(files.length);
	});

	it.each(files)('is refused, or kept without what made it hostile: $what', async (file) => {
		const checked = await atTheDoor(file);
		if (!checked.ok) return expect(checked.refusal).not.toBe('busy');
		const { bytes, name } = checked.file;
		expect(Buffer.from(bytes).equals(file.bytes)).toBe(false);
		for (const mark of file.marks) expect(Buffer.from(bytes).includes(mark)).toBe(false);
		expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
		return undefined;
	});

	it('are refused where they are no picture and no sound, by what is in them', async () => {
		const kept = [];
		for (const file of files) if ((await atTheDoor(file)).ok) kept.push(file.what);
		expect(kept).toEqual([
			'a page behind a JPEG',
			'a page behind a PNG',
			'a page behind a WebP',
			'a page behind an MP3',
			'an archive behind a JPEG',
			'a PDF behind a JPEG',
			'a script in the comment of a JPEG',
			'a script in the words of a PNG',
			'a PNG with a program in a chunk of its own',
			'a name that climbs',
			'a name that climbs on Windows',
			'a name that turns round',
			'a name with the end of a line in it',
			'a name with a null in it',
			'a place in the Exif of a JPEG',
			'a place in the Exif of a PNG',
			'a place in the Exif of a WebP',
			'a place in the XMP of a JPEG',
			'a place in the XMP of a PNG',
			'a place in the XMP of a WebP',
			'a place in the IPTC of a JPEG',
			'names and places in a WebM',
			'names and places in an MP4',
			'names and places in an MP3',
			'names and places in a WAV',
			'names and places in an Ogg',
			'an old tag at the end of an MP3'
		]);
	});

	it('leave no name, no mark and no byte of theirs open in the database', async () => {
		const kept = [];
		for (const file of files) {
			const checked = await atTheDoor(file);
			if (checked.ok) kept.push({ file, shown: await keptAndShown(checked), checked });
		}
		const dump = await dumpAll(office.database.owner as unknown as Kysely<unknown>);
		for (const { file, shown, checked } of kept) {
			expect(shown?.bytes.equals(Buffer.from(checked.file.bytes))).toBe(true);
			for (const mark of file.marks) {
				expect(dump.includes(mark.toString('utf8'))).toBe(false);
				expect(dump.includes(Buffer.from(mark).toString('hex'))).toBe(false);
			}
			const middle = checked.file.bytes.subarray(20, 60);
			expect(dump.includes(Buffer.from(middle).toString('hex'))).toBe(false);
		}
	});

	it('go out with a name of ours, and run nothing where they are shown', async () => {
		for (const file of files) {
			const checked = await atTheDoor(file);
			if (!checked.ok) continue;
			const shown = (await keptAndShown(checked))!;
			const { headers } = sendToShow(shown, new Request('http://say.test/'));
			expect(headers.get('content-disposition')).toMatch(
				/^inline; filename="file-[0-9a-f]{8}\.\w+"$/
			);
			expect(headers.get('content-type')).toMatch(/^(image\/(jpeg|png|webp)|audio\/\w+)$/);
			expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
			expect(headers.get('x-content-type-options')).toBe('nosniff');
		}
	});
});

describe('the same files at the door for papers', () => {
	it.each(files)('are refused: $what', async ({ name, bytes }) => {
		expect(await checkFile({ name, bytes }, { ...STAFF, scan })).toMatchObject({ ok: false });
	});

	it('and what is taken there is only ever a download', () => {
		for (const kind of ['pdf', 'odt', 'docx'] as const) {
			const file = {
				stem: 'paper' as const,
				fileId: crypto.randomUUID(),
				kind,
				bytes: Buffer.from('x')
			};
			for (const answer of [
				sendAsDownload(file),
				sendToShow(file, new Request('http://say.test/'))
			]) {
				expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
				expect(answer.headers.get('content-type')).toBe(FILE_KINDS[kind].contentType);
			}
		}
	});
});
