import type { CheckedFile } from '#lib/server/files/checkFile.ts';

/** A PDF as it is once it was looked into, where no scanner is set up. */
export function aPaper(name: string, bytes: Buffer): CheckedFile {
	return { name, kind: 'pdf', bytes, seconds: null, scan: 'none' };
}

/** A small PDF, with those words in it. */
export function aPdf(words = 'Report'): Buffer {
	return Buffer.from(`%PDF-1.7\n1 0 obj\n(${words})\nendobj\ntrailer\n%%EOF\n`, 'latin1');
}

/** A zip file of stored entries, first to last. */
export function aZip(entries: readonly (readonly [name: string, words: string])[]): Buffer {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	let place = 0;
	for (const [name, words] of entries) {
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(20, 4);
		local.writeUInt32LE(words.length, 18);
		local.writeUInt32LE(words.length, 22);
		local.writeUInt16LE(name.length, 26);
		const central = Buffer.alloc(46);
		central.writeUInt32LE(0x02014b50, 0);
		central.writeUInt32LE(words.length, 20);
		central.writeUInt32LE(words.length, 24);
		central.writeUInt16LE(name.length, 28);
		central.writeUInt32LE(place, 42);
		locals.push(local, Buffer.from(name), Buffer.from(words));
		directory.push(central, Buffer.from(name));
		place += 30 + name.length + words.length;
	}
	const size = Buffer.concat(directory).length;
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(place, 16);
	return Buffer.concat([...locals, ...directory, end]);
}

/** The parts of a Word file that make it one. */
export const DOCX_PARTS = [
	['[Content_Types].xml', '<Types/>'],
	['word/document.xml', '<w:document/>']
] as const;

/** The parts of an OpenDocument text that make it one. */
export const ODT_PARTS = [
	['mimetype', 'application/vnd.oasis.opendocument.text'],
	['content.xml', '<office:document-content/>']
] as const;
