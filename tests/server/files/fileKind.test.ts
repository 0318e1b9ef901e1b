import { describe, expect, it, test } from 'vitest';
import { findFileKind } from '#lib/server/files/fileKind.ts';
import { aPdf, aZip, DOCX_PARTS, ODT_PARTS } from '../../support/paperFiles.ts';

describe('what a file is, by what is in it', () => {
	it('is a PDF, an OpenDocument text or a Word file', () => {
		expect(findFileKind(aPdf())).toBe('pdf');
		expect(findFileKind(aZip(ODT_PARTS))).toBe('odt');
		expect(findFileKind(aZip(DOCX_PARTS))).toBe('docx');
	});

	test.each([
		['an empty file', Buffer.alloc(0)],
		['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
		['HTML that says PDF further down', Buffer.from('<script></script>%PDF-1.7 %%EOF')],
		['half a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
		['a program', Buffer.from('MZ\u0090\u0000')],
		['a picture of lines', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
		['any other zip', aZip([['a.txt', 'words']])],
		['a workbook', aZip([DOCX_PARTS[0], ['xl/workbook.xml', '<workbook/>']])],
		['a Word file with macros', aZip([...DOCX_PARTS, ['word/vbaProject.bin', 'x']])],
		['an OpenDocument with macros', aZip([...ODT_PARTS, ['Basic/Standard/Module1.xml', 'x']])],
		['an OpenDocument whose kind comes second', aZip([ODT_PARTS[1], ODT_PARTS[0]])],
		['a zip cut off', aZip(DOCX_PARTS).subarray(0, 80)]
	])('is none of them: %s', (_, file) => {
		expect(findFileKind(file)).toBeNull();
	});

	it('does not trust the count of a broken directory', () => {
		const broken = aZip(DOCX_PARTS);
		broken.writeUInt16LE(60_000, broken.length - 22 + 10);
		expect(findFileKind(broken)).toBeNull();
	});
});
