import { cleanPicture } from '#lib/server/files/cleanPicture.ts';
import { cleanSound } from '#lib/server/files/cleanSound.ts';
import { cleanName } from '#lib/server/files/cleanName.ts';
import type { FileScanner } from '#lib/server/files/clamd.ts';
import {
	FILE_KINDS,
	findFileKind,
	isApplePhoto,
	LARGEST_FILE_BYTES,
	type FileKind,
	type PictureKind,
	type SoundKind
} from '#lib/server/files/fileKind.ts';
import { log } from '#lib/server/log.ts';
import type { FileRefusal } from '#lib/words/files.ts';

/**
 * What is known of viruses in a kept file. `none`: no scanner was set up when it came. `waiting`:
 * the scanner gave no answer, so nobody gets the file until it has. `found`: its bytes are erased.
 */
export type ScanState = 'none' | 'clean' | 'waiting' | 'found';

/** A file that was looked into, cleaned of what was beside it, and may be kept. */
export interface CheckedFile {
	/** As it came, without what could be a path or turn words round. */
	name: string;
	kind: FileKind;
	bytes: Uint8Array;
	/** How long a sound is; null for anything else. */
	seconds: number | null;
	scan: Exclude<ScanState, 'found'>;
}

/** A file as a form brought it. */
export interface SentFile {
	name: string;
	bytes: Uint8Array;
}

/** A sort of file, or one kind of it: what a door takes. */
export type FileSort = (typeof FILE_KINDS)[FileKind]['sort'];
export type Taken = FileSort | FileKind;

export type FileChecked = { ok: true; file: CheckedFile } | { ok: false; refusal: FileRefusal };

/**
 * The one way in for every file: what it is, whether it carries a virus, and then a picture is
 * encoded again and a sound copied into a new container. A paper is kept as it came. The virus
 * check sees the file as it was sent.
 *
 * Source: decision 25.
 */
export async function checkFile(
	sent: SentFile,
	{ takes, scan }: { takes: readonly Taken[]; scan: FileScanner | null }
): Promise<FileChecked> {
	if (sent.bytes.byteLength === 0) return refuse('empty');
	if (sent.bytes.byteLength > LARGEST_FILE_BYTES) return refuse('tooBig');
	const kind = findFileKind(sent.bytes);
	if (kind === null) return refuse(isApplePhoto(sent.bytes) ? 'applePhoto' : 'wrongKind');
	if (!takes.includes(kind) && !takes.includes(FILE_KINDS[kind].sort)) return refuse('wrongKind');
	const state = await scanIt(sent.bytes, scan);
	if (state === 'found') return refuse('virus');
	const cleaned = await inTurn(() => clean(sent.bytes, kind));
	if (!cleaned.ok) return cleaned;
	return { ok: true, file: { name: cleanName(sent.name), scan: state, ...cleaned.file } };
}

/** What the scanner says, as it is kept. What it cannot say is logged without the file's name. */
export async function scanIt(bytes: Uint8Array, scan: FileScanner | null): Promise<ScanState> {
	if (!scan) return 'none';
	const scanned = await scan(bytes);
	switch (scanned.scan) {
		case 'clean':
		case 'found':
			return scanned.scan;
		case 'notScanned':
			log('warn', 'a file waits for the virus check', { errorCode: scanned.because });
			return 'waiting';
	}
}

type Cleaned =
	| { ok: true; file: Pick<CheckedFile, 'kind' | 'bytes' | 'seconds'> }
	| { ok: false; refusal: FileRefusal };

async function clean(bytes: Uint8Array, kind: FileKind): Promise<Cleaned> {
	switch (FILE_KINDS[kind].sort) {
		case 'picture': {
			const picture = await cleanPicture(bytes, kind as PictureKind);
			if (!picture.cleaned) {
				return refuse(picture.because === 'tooLarge' ? 'pictureTooLarge' : 'pictureBroken');
			}
			return { ok: true, file: { kind: picture.kind, bytes: picture.bytes, seconds: null } };
		}
		case 'sound': {
			const sound = await cleanSound(bytes, kind as SoundKind);
			if (!sound.cleaned) return refuse(sound.because === 'video' ? 'video' : 'soundBroken');
			return { ok: true, file: sound };
		}
		case 'paper':
			return { ok: true, file: { kind, bytes, seconds: null } };
	}
}

function refuse(refusal: FileRefusal): { ok: false; refusal: FileRefusal } {
	return { ok: false, refusal };
}

let last: Promise<unknown> = Promise.resolve();

/** One file is cleaned at a time, however many come: a decoded picture takes up to 200 MB. */
function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
	const mine = last.then(act, act);
	last = mine.catch(() => undefined);
	return mine;
}
