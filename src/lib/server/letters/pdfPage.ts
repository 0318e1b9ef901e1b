import PDFDocument from 'pdfkit';
import {
	hasRightToLeft,
	lineOf,
	runsOf,
	settable,
	widthOf
} from '#lib/server/letters/letterFaces.ts';
import { linesOf } from '#lib/server/letters/letterLines.ts';

/** A page being written. */
export type Pdf = InstanceType<typeof PDFDocument>;

/** Around every page, in points. */
export const MARGIN = 71;
/** The colour of the words. */
export const INK = '#241A2B';

/** Space between lines, as a part of the size of the letters. */
const LEADING = 0.28;

/**
 * Writes a tagged PDF (PDF/UA-1) on A4, with that title and in English: whatever `write` draws in
 * an element of the document can be walked by a screen reader, and the faces are embedded.
 */
export function makePdf(title: string, write: (doc: Pdf) => void): Promise<Buffer> {
	const doc = new PDFDocument({
		size: 'A4',
		margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
		pdfVersion: '1.7',
		// The types do not know it yet.
		subset: 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets,
		tagged: true,
		lang: 'en-GB',
		displayTitle: true,
		info: { Title: title }
	});
	const parts: Buffer[] = [];
	const whole = new Promise<Buffer>((resolve, reject) => {
		doc.on('data', (part: Buffer) => parts.push(part));
		doc.on('end', () => resolve(Buffer.concat(parts)));
		doc.on('error', reject);
	});
	doc.fillColor(INK);
	write(doc);
	doc.end();
	return whole;
}

/**
 * Writes a text in the face of the site, and what that lacks in the faces behind it, all on one
 * baseline. The lines are broken here: the printer would break a word where its letters come from
 * two files, and tear a name that is written from right to left.
 */
export function say(doc: Pdf, text: string, size: number, isBold = false): void {
	const left = doc.x;
	const { ascent, height } = lineOf(size, isBold);
	const width = doc.page.width - MARGIN - left;
	for (const line of linesOf(settable(text), { size, isBold, width })) {
		if (doc.y + height > doc.page.height - MARGIN) doc.continueOnNewPage().fillColor(INK);
		const top = doc.y;
		let x = left;
		for (const run of runsOf(line, isBold)) {
			doc.font(run.file).fontSize(size);
			doc.text(run.words, x, top + ascent, { baseline: 'alphabetic', lineBreak: false });
			x += widthOf(run, size);
		}
		doc.x = left;
		doc.y = top + height + size * LEADING;
	}
}

/** What is read aloud where the letters stand in another order than they are read in. */
export function readAs(text: string): { actual?: string } {
	return hasRightToLeft(text) ? { actual: text } : {};
}
