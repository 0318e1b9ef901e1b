/** The kinds of file that a paper may be, with what a browser is told of each. */
export const FILE_KINDS = {
	pdf: { contentType: 'application/pdf', ending: 'pdf' },
	odt: { contentType: 'application/vnd.oasis.opendocument.text', ending: 'odt' },
	docx: {
		contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		ending: 'docx'
	}
} as const;
export type FileKind = keyof typeof FILE_KINDS;

/** The most bytes that one paper may have: 10 MiB. */
export const LARGEST_PAPER_BYTES = 10 * 1024 * 1024;

/**
 * What a file is, by what is in it and never by its name; null for anything else. A document that
 * carries a program (macros, scripts) is something else.
 */
export function findFileKind(bytes: Uint8Array): FileKind | null {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (isPdf(file)) return 'pdf';
	const names = findNamesInZip(file);
	if (names === null || names.some(isProgram)) return null;
	if (isOpenDocument(file, names)) return 'odt';
	return names.includes('[Content_Types].xml') && names.includes('word/document.xml')
		? 'docx'
		: null;
}

function isPdf(file: Buffer): boolean {
	return (
		/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 8)) &&
		file.subarray(-1024).includes('%%EOF', 0, 'latin1')
	);
}

/** ODF 1.2 part 3, 3.3: the first file is `mimetype`, stored as it is. */
function isOpenDocument(file: Buffer, names: readonly string[]): boolean {
	const kind = FILE_KINDS.odt.contentType;
	const isStored = file.readUInt16LE(8) === 0 && file.readUInt16LE(28) === 0;
	const starts = file.toString('latin1', 30, 38 + kind.length);
	return isStored && starts === `mimetype${kind}` && names.includes('content.xml');
}

function isProgram(name: string): boolean {
	return /vbaProject|\.bas$|^Basic\/|^Scripts\/|activeX|\.(exe|dll|js|vbs|jar|class)$/i.test(name);
}

const LOCAL_FILE = 0x04034b50;
const CENTRAL_FILE = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
/** The directory may be followed by a comment of so many bytes. */
const LONGEST_COMMENT = 65_535;

/** The names in the directory of a zip file; null where it is none, or its directory is broken. */
function findNamesInZip(file: Buffer): string[] | null {
	if (file.length < END_BYTES + 30 || file.readUInt32LE(0) !== LOCAL_FILE) return null;
	const end = findEnd(file);
	if (end === null) return null;
	const count = file.readUInt16LE(end + 10);
	const names: string[] = [];
	let place = file.readUInt32LE(end + 16);
	for (let entry = 0; entry < count; entry += 1) {
		if (place + 46 > end || file.readUInt32LE(place) !== CENTRAL_FILE) return null;
		const nameLength = file.readUInt16LE(place + 28);
		names.push(file.toString('utf8', place + 46, place + 46 + nameLength));
		place += 46 + nameLength + file.readUInt16LE(place + 30) + file.readUInt16LE(place + 32);
	}
	return names;
}

function findEnd(file: Buffer): number | null {
	const first = Math.max(0, file.length - END_BYTES - LONGEST_COMMENT);
	for (let place = file.length - END_BYTES; place >= first; place -= 1) {
		if (file.readUInt32LE(place) === END_OF_DIRECTORY) return place;
	}
	return null;
}
