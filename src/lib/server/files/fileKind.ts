/**
 * The kinds of file that are taken, with what a browser is told of each and how it is cleaned.
 * A picture is encoded again, a sound is copied into a new container, a paper is kept as it came.
 */
export const FILE_KINDS = {
	jpeg: { contentType: 'image/jpeg', ending: 'jpg', sort: 'picture' },
	png: { contentType: 'image/png', ending: 'png', sort: 'picture' },
	webp: { contentType: 'image/webp', ending: 'webp', sort: 'picture' },
	webm: { contentType: 'audio/webm', ending: 'webm', sort: 'sound' },
	mp4: { contentType: 'audio/mp4', ending: 'm4a', sort: 'sound' },
	mp3: { contentType: 'audio/mpeg', ending: 'mp3', sort: 'sound' },
	wav: { contentType: 'audio/wav', ending: 'wav', sort: 'sound' },
	ogg: { contentType: 'audio/ogg', ending: 'ogg', sort: 'sound' },
	pdf: { contentType: 'application/pdf', ending: 'pdf', sort: 'paper' },
	odt: {
		contentType: 'application/vnd.oasis.opendocument.text',
		ending: 'odt',
		sort: 'paper'
	},
	docx: {
		contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		ending: 'docx',
		sort: 'paper'
	}
} as const;
export type FileKind = keyof typeof FILE_KINDS;
export type PictureKind = 'jpeg' | 'png' | 'webp';
export type SoundKind = 'webm' | 'mp4' | 'mp3' | 'wav' | 'ogg';

/** The most bytes that one file may have: 10 MiB. */
export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;

/** The kind that was kept under this content type; null for words that were typed. */
export function kindOfType(contentType: string): FileKind | null {
	const kinds = Object.keys(FILE_KINDS) as FileKind[];
	return kinds.find((kind) => FILE_KINDS[kind].contentType === contentType) ?? null;
}

/**
 * What a file is, by what is in it and never by its name; null for anything else. A document that
 * carries a program (macros, scripts) is something else. Whether a picture or a sound is whole is
 * found out when it is cleaned.
 */
export function findFileKind(bytes: Uint8Array): FileKind | null {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const media = MEDIA.find(([, starts]) => starts(file));
	return media ? media[0] : findPaperKind(file);
}

/** A photo as iPhones keep them, which is not taken, but deserves its own sentence. */
export function isApplePhoto(bytes: Uint8Array): boolean {
	const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 12));
	return (
		start.toString('latin1', 4, 8) === 'ftyp' &&
		/^(hei|hev|mif1|msf1|avi[fs])/.test(start.toString('latin1', 8, 12))
	);
}

/** How each begins. */
const MEDIA: readonly (readonly [FileKind, (file: Buffer) => boolean])[] = [
	['jpeg', (file) => file.toString('hex', 0, 3) === 'ffd8ff'],
	['png', (file) => file.toString('hex', 0, 8) === '89504e470d0a1a0a'],
	['webp', (file) => isRiff(file, 'WEBP')],
	['wav', (file) => isRiff(file, 'WAVE')],
	['ogg', (file) => file.toString('latin1', 0, 4) === 'OggS'],
	['webm', (file) => file.toString('hex', 0, 4) === '1a45dfa3'],
	['mp4', (file) => file.toString('latin1', 4, 8) === 'ftyp' && !isApplePhoto(file)],
	['mp3', isMp3]
];

function isRiff(file: Buffer, form: string): boolean {
	return file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === form;
}

/** ID3v2, or a frame of MPEG layer III: eleven bits set, a known version, and the layer. */
function isMp3(file: Buffer): boolean {
	if (file.toString('latin1', 0, 3) === 'ID3') return true;
	const second = file[1] ?? 0;
	return (
		file.length > 4 &&
		file[0] === 0xff &&
		(second & 0xe0) === 0xe0 &&
		(second & 0x18) !== 0x08 &&
		(second & 0x06) === 0x02
	);
}

function findPaperKind(file: Buffer): FileKind | null {
	if (isPdf(file)) return carriesProgram(file) ? null : 'pdf';
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

/** Scripts, programs to start and files inside, as far as they are named outside of its streams. */
function carriesProgram(file: Buffer): boolean {
	const outside = file.toString('latin1').replace(/\bstream\r?\n[^]*?\bendstream\b/g, '');
	return /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])/.test(outside);
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
