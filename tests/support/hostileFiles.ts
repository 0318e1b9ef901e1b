import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { EICAR } from './fakeClamd.ts';
import { aPicture, aSound, aVideo, EXIF_PLACE, PLACE, TELLING_TAGS } from './mediaFiles.ts';
import { aPdf, aZip, DOCX_PARTS, ODT_PARTS } from './paperFiles.ts';

/** A file that wants to do harm, or says where somebody lives. */
export interface HostileFile {
	what: string;
	/** As the browser says it is called. */
	name: string;
	bytes: Buffer;
	/** What must be nowhere in what is kept, and nowhere in the database. */
	marks: readonly (string | Buffer)[];
}

/** A script that a browser would run, if it ever showed the file as a page. */
const SCRIPT = '<script>alert("zqscript")</script>';
const HTML = `<!doctype html><html><body>${SCRIPT}</body></html>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('zqscript')">${SCRIPT}</svg>`;
const PHP = '<?php system("zqscript"); ?>';

/** A PNG of a few kilobytes that says it is so many points wide and high, all of one colour. */
export function aPixelBomb(width: number, height: number): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([1, 0, 0, 0, 0], 8);
	const rows = Buffer.alloc(Math.min(20_000_000, (1 + Math.ceil(width / 8)) * height));
	return aPng([
		['IHDR', head],
		['IDAT', deflateSync(rows)],
		['IEND', Buffer.alloc(0)]
	]);
}

/** The sixty of them. */
export async function hostileFiles(): Promise<HostileFile[]> {
	return [
		...pretenders(),
		...archives(),
		...bombs(),
		...(await polyglots()),
		...(await badNames()),
		...(await placesInPictures()),
		...(await placesInSounds()),
		...papersWithPrograms()
	];
}

function pretenders(): HostileFile[] {
	const script = ['zqscript'];
	return [
		one('a script in a drawing', 'drawing.svg', SVG, script),
		one('a script in a drawing that is called a photo', 'photo.png', SVG, script),
		one('a drawing behind an XML line', 'a.svg', `<?xml version="1.0"?>${SVG}`, script),
		one('a packed drawing', 'a.svgz', gzipSync(SVG), []),
		one('a page called a photo', 'photo.jpg', HTML, script),
		one('a page called a recording', 'voice.mp3', HTML, script),
		one('a page with a byte order mark', 'photo.jpg', `\uFEFF${HTML}`, script),
		one('a page in UTF-16', 'photo.jpg', Buffer.from(`\uFEFF${HTML}`, 'utf16le'), []),
		one('a program for a web server', 'photo.php.jpg', PHP, script),
		one('a program for Windows', 'photo.jpg.exe', Buffer.from('MZ\u0090\0zqscript'), script),
		one('a program for Linux', 'voice', Buffer.from('\u007fELFzqscript', 'latin1'), script),
		one('a shell script', 'voice.wav', '#!/bin/sh\necho zqscript\n', script),
		one('the test virus', 'eicar.com', EICAR, [EICAR]),
		one('the test virus called a photo', 'photo.jpeg', EICAR, [EICAR]),
		one('a page archive', 'a.mht', `MIME-Version: 1.0\r\n\r\n${HTML}`, script),
		one('a stylesheet for XML', 'a.xsl', `<xsl:stylesheet>${SCRIPT}</xsl:stylesheet>`, script)
	];
}

function archives(): HostileFile[] {
	return [
		one('an archive', 'photos.zip', aZip([['zqscript.html', HTML]]), ['zqscript']),
		one('an archive called a photo', 'photo.jpg', aZip([['../../zqscript', HTML]]), ['zqscript']),
		one('a tar ball', 'a.tar.gz', gzipSync(Buffer.alloc(2_000_000)), []),
		one('a RAR', 'a.rar', Buffer.from('Rar!\u001a\u0007\u0001\0zqscript', 'latin1'), ['zqscript']),
		one('a 7z', 'a.7z', Buffer.from('377abcaf271c0004', 'hex'), []),
		one('a Java archive', 'a.jar', aZip([['META-INF/MANIFEST.MF', 'zqscript']]), ['zqscript'])
	];
}

function bombs(): HostileFile[] {
	const cut = aPixelBomb(4_000, 4_000).subarray(0, 700);
	return [
		one('a picture of 400 million points', 'p.png', aPixelBomb(20_000, 20_000), []),
		one('a picture of a billion points', 'p.png', aPixelBomb(32_000, 32_000), []),
		one('a picture wider than any', 'p.png', aPixelBomb(2_000_000_000, 1), []),
		one('a picture whose points are not there', 'p.png', cut, []),
		one('a picture with no points', 'p.png', aPixelBomb(0, 0), []),
		one('a file of more than 10 MB', 'p.jpg', Buffer.alloc(10 * 1024 * 1024 + 1, 0xff), []),
		one('an empty file', 'p.jpg', Buffer.alloc(0), [])
	];
}

async function polyglots(): Promise<HostileFile[]> {
	const jpeg = await aPicture('jpeg');
	const png = await aPicture('png');
	const webp = await aPicture('webp');
	const mp3 = await aSound('mp3');
	const script = ['zqscript'];
	return [
		one('a page behind a JPEG', 'a.jpg', Buffer.concat([jpeg, Buffer.from(HTML)]), script),
		one('a page behind a PNG', 'a.png', Buffer.concat([png, Buffer.from(HTML)]), script),
		one('a page behind a WebP', 'a.webp', Buffer.concat([webp, Buffer.from(HTML)]), script),
		one('a page behind an MP3', 'a.mp3', Buffer.concat([mp3, Buffer.from(HTML)]), script),
		one(
			'an archive behind a JPEG',
			'a.jpg',
			Buffer.concat([jpeg, aZip([['zqscript', 'x']])]),
			script
		),
		one('a PDF behind a JPEG', 'a.jpg', Buffer.concat([jpeg, aPdf('zqscript')]), script),
		one('a script in the comment of a JPEG', 'a.jpg', withComment(jpeg, SCRIPT), script),
		one('a script in the words of a PNG', 'a.png', withText(png, SCRIPT), script),
		one('a PNG with a program in a chunk of its own', 'a.png', withChunk(png, 'teSt', PHP), script),
		one('a GIF that is a script', 'a.gif', 'GIF89a/*zqscript*/=1;alert(1)', script),
		one('a bitmap that is a script', 'a.bmp', 'BM=1;alert("zqscript")', script),
		one('the test virus behind a JPEG', 'a.jpg', Buffer.concat([jpeg, Buffer.from(EICAR)]), [EICAR])
	];
}

async function badNames(): Promise<HostileFile[]> {
	const png = await aPicture('png');
	return [
		one('a name that climbs', '../../../etc/zqname.png', png, ['zqname', '../../etc']),
		one('a name that climbs on Windows', '..\\..\\zqname.png', png, ['zqname', '..\\..\\']),
		one('a name that turns round', 'zqname\u202egpj.exe', png, ['zqname', 'e\u202egpj']),
		one('a name with the end of a line in it', 'zqname\r\nSet-Cookie: a=b.png', png, [
			'zqname',
			'Set-Cookie'
		]),
		one('a name with a null in it', 'zqname.png\0.html', png, ['zqname'])
	];
}

async function placesInPictures(): Promise<HostileFile[]> {
	const jpeg = await aPicture('jpeg');
	const iptc = Buffer.from(`Photoshop 3.0\0${PLACE}`, 'latin1');
	return [
		one('a place in the Exif of a JPEG', 'a.jpg', await aPicture('jpeg', 'exif'), [EXIF_PLACE]),
		one('a place in the Exif of a PNG', 'a.png', await aPicture('png', 'exif'), [EXIF_PLACE]),
		one('a place in the Exif of a WebP', 'a.webp', await aPicture('webp', 'exif'), [EXIF_PLACE]),
		one('a place in the XMP of a JPEG', 'a.jpg', await aPicture('jpeg', 'xmp'), [PLACE]),
		one('a place in the XMP of a PNG', 'a.png', await aPicture('png', 'xmp'), [PLACE]),
		one('a place in the XMP of a WebP', 'a.webp', await aPicture('webp', 'xmp'), [PLACE]),
		one('a place in the IPTC of a JPEG', 'a.jpg', withSegment(jpeg, 0xed, iptc), [PLACE])
	];
}

async function placesInSounds(): Promise<HostileFile[]> {
	const mp3 = await aSound('mp3');
	const marks = [PLACE, `Jay ${PLACE}`];
	return [
		one('names and places in a WebM', 'a.webm', await aSound('webm', TELLING_TAGS), marks),
		one('names and places in an MP4', 'a.m4a', await aSound('mp4', TELLING_TAGS), marks),
		one('names and places in an MP3', 'a.mp3', await aSound('mp3', TELLING_TAGS), marks),
		one('names and places in a WAV', 'a.wav', await aSound('wav', TELLING_TAGS), marks),
		one('names and places in an Ogg', 'a.ogg', await aSound('ogg', TELLING_TAGS), marks),
		one(
			'an old tag at the end of an MP3',
			'a.mp3',
			Buffer.concat([mp3, Buffer.from(`TAG${PLACE}`.padEnd(128, '\0'))]),
			[PLACE]
		),
		one('a video', 'a.webm', await aVideo(), [])
	];
}

function papersWithPrograms(): HostileFile[] {
	const script = ['zqscript'];
	return [
		one(
			'a PDF with a script',
			'a.pdf',
			aPdf(') /OpenAction << /S /JavaScript /JS (zqscript) >> ('),
			script
		),
		one('a PDF that starts a program', 'a.pdf', aPdf(') /Launch << /F (zqscript) >> ('), script),
		one(
			'a Word file with macros',
			'a.docx',
			aZip([...DOCX_PARTS, ['word/vbaProject.bin', 'zqscript']]),
			script
		),
		one(
			'an OpenDocument with macros',
			'a.odt',
			aZip([...ODT_PARTS, ['Basic/zqscript.xml', 'x']]),
			script
		)
	];
}

function one(
	what: string,
	name: string,
	bytes: Buffer | string,
	marks: HostileFile['marks']
): HostileFile {
	return { what, name, bytes: Buffer.from(bytes), marks };
}

const AFTER_START_OF_JPEG = 2;

function withSegment(jpeg: Buffer, marker: number, words: Buffer): Buffer {
	const head = Buffer.alloc(4);
	head.set([0xff, marker]);
	head.writeUInt16BE(words.length + 2, 2);
	return Buffer.concat([
		jpeg.subarray(0, AFTER_START_OF_JPEG),
		head,
		words,
		jpeg.subarray(AFTER_START_OF_JPEG)
	]);
}

function withComment(jpeg: Buffer, words: string): Buffer {
	return withSegment(jpeg, 0xfe, Buffer.from(words));
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const AFTER_HEAD_OF_PNG = 33;

function withChunk(png: Buffer, type: string, words: string): Buffer {
	return Buffer.concat([
		png.subarray(0, AFTER_HEAD_OF_PNG),
		chunkOf(type, Buffer.from(words)),
		png.subarray(AFTER_HEAD_OF_PNG)
	]);
}

function withText(png: Buffer, words: string): Buffer {
	return withChunk(png, 'tEXt', `Comment\0${words}`);
}

function aPng(chunks: readonly (readonly [type: string, data: Buffer])[]): Buffer {
	return Buffer.concat([PNG_SIGNATURE, ...chunks.map(([type, data]) => chunkOf(type, data))]);
}

function chunkOf(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}
