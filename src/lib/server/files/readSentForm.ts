import { cleanText } from '#lib/intake/typedText.ts';
import { checkFile, type CheckedFile, type Taken } from '#lib/server/files/checkFile.ts';
import type { FileScanner } from '#lib/server/files/clamd.ts';
import { LARGEST_FILE_BYTES } from '#lib/server/files/fileKind.ts';
import { readParts, type FileSink, type PartTaker } from '#lib/server/files/sentParts.ts';
import { MOST_FILES, type FileRefusal } from '#lib/words/files.ts';

/** A form with files: what was typed, the files that may be kept, and why others may not. */
export interface SentForm {
	fields: FormData;
	files: readonly TakenFile[];
	/** The first thing that is wrong with a file of each field, by the field's name. */
	refused: Readonly<Record<string, FileRefusal>>;
}

/** A file, and the field it came by. */
export interface TakenFile {
	field: string;
	file: CheckedFile;
}

/** What one door takes. */
export interface FileDoor {
	takes: readonly Taken[];
	/** How many more may come; `MOST_FILES` where nothing is there yet. */
	room?: number;
}

/** More was sent than the site takes; the rest of the form cannot be read. */
export class FormTooBig extends Error {
	override name = 'FormTooBig';
}

/** The most bytes that the typed part of a form may have. */
export const LARGEST_FIELDS_BYTES = 4_000_000;
/** The most bytes of a form with three files, with what stands between them. */
export const LARGEST_FORM_BYTES = MOST_FILES * LARGEST_FILE_BYTES + LARGEST_FIELDS_BYTES;

/** What all forms under way may hold of files at once; whoever comes then is asked to wait. */
const MOST_HELD_BYTES = 256 * 1024 * 1024;
let heldBytes = 0;

/**
 * Reads a form that may bring files. Each file is checked and cleaned as soon as it has come,
 * while the rest of the form waits, so that one request holds one file as it was sent and no
 * more. Throws `FormTooBig` where even the typed part cannot be had.
 */
export async function readSentForm(
	request: Request,
	door: FileDoor,
	scan: FileScanner | null
): Promise<SentForm> {
	const bytes = Number(request.headers.get('content-length') ?? Infinity);
	if (!isMultipart(request))
		return { fields: await readTyped(request, bytes), files: [], refused: {} };
	if (!(bytes <= LARGEST_FORM_BYTES)) throw new FormTooBig(`A form of ${bytes} bytes`);
	const form = new FormBeingRead(door, scan);
	try {
		await readParts(request, form);
	} catch (cause) {
		if (cause instanceof FormTooBig) throw cause;
		throw new FormTooBig('The form could not be read', { cause });
	} finally {
		form.letGo();
	}
	return form;
}

/** The fields of a form without files, cleaned of what nobody can type. Throws `FormTooBig`. */
export async function readTyped(request: Request, bytes: number): Promise<FormData> {
	if (!(bytes <= LARGEST_FIELDS_BYTES)) throw new FormTooBig(`A form of ${bytes} bytes`);
	let sent: FormData;
	try {
		sent = await request.formData();
	} catch (cause) {
		throw new FormTooBig('The form could not be read', { cause });
	}
	const fields = new FormData();
	for (const [name, value] of sent) {
		if (typeof value === 'string') fields.append(name, cleanText(value));
	}
	return fields;
}

function isMultipart(request: Request): boolean {
	return /^multipart\//i.test(request.headers.get('content-type') ?? '');
}

class FormBeingRead implements SentForm, PartTaker {
	readonly largestFieldBytes = LARGEST_FIELDS_BYTES;
	readonly fields = new FormData();
	readonly files: TakenFile[] = [];
	readonly refused: Record<string, FileRefusal> = {};
	readonly #door: FileDoor;
	readonly #scan: FileScanner | null;
	#held = 0;
	#typed = 0;
	#came = 0;

	constructor(door: FileDoor, scan: FileScanner | null) {
		this.#door = door;
		this.#scan = scan;
	}

	letGo(): void {
		heldBytes -= this.#held;
		this.#held = 0;
	}

	field(name: string, words: string | null): void {
		this.#typed += words === null ? Infinity : Buffer.byteLength(words);
		if (words === null || this.#typed > LARGEST_FIELDS_BYTES) {
			throw new FormTooBig('Too much was typed');
		}
		this.fields.append(name, cleanText(words));
	}

	/** A file that will be refused anyhow is read to its end, and none of it is held. */
	file(field: string, name: string): FileSink {
		let chunks: Buffer[] = [];
		let size = 0;
		let refusal: FileRefusal | null = null;
		const refuse = (because: FileRefusal) => {
			refusal ??= because;
			this.#release(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
			chunks = [];
		};
		return {
			write: (chunk) => {
				size += chunk.length;
				if (size > LARGEST_FILE_BYTES) refuse('tooBig');
				else if (this.#came >= (this.#door.room ?? MOST_FILES)) refuse('tooMany');
				else if (heldBytes + chunk.length > MOST_HELD_BYTES) refuse('busy');
				if (refusal) return;
				this.#hold(chunk.length);
				chunks.push(chunk);
			},
			end: async () => {
				// A browser sends an empty file without a name where none was chosen.
				if (size === 0 && name === '') return;
				const bytes = Buffer.concat(chunks);
				chunks = [];
				if (refusal) return this.#refuse(field, refusal);
				const checked = await checkFile(
					{ name, bytes },
					{ takes: this.#door.takes, scan: this.#scan }
				);
				this.#release(bytes.byteLength);
				if (!checked.ok) return this.#refuse(field, checked.refusal);
				this.#came += 1;
				this.#hold(checked.file.bytes.byteLength);
				this.files.push({ field, file: checked.file });
			}
		};
	}

	#refuse(field: string, refusal: FileRefusal): void {
		this.refused[field] ??= refusal;
	}

	#hold(bytes: number): void {
		heldBytes += bytes;
		this.#held += bytes;
	}

	#release(bytes: number): void {
		heldBytes -= bytes;
		this.#held -= bytes;
	}
}
