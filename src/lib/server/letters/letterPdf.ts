import PDFDocument from 'pdfkit';
import { blocksOf, type LetterBlock } from '#lib/letters/document.ts';
import {
	hasRightToLeft,
	lineOf,
	runsOf,
	settable,
	widthOf
} from '#lib/server/letters/letterFaces.ts';
import { linesOf } from '#lib/server/letters/letterLines.ts';
import type { PrintedLetter } from '#lib/server/letters/letterOdt.ts';

type Pdf = InstanceType<typeof PDFDocument>;

const MARGIN = 71;
const INK = '#241A2B';

/**
 * A letter as a tagged PDF (PDF/UA-1): title, language, headings, paragraphs and lists that a
 * screen reader can walk, and the faces embedded. Only of a text that `findUnprintable` finds
 * nothing in: what no face has would stand there as a box.
 */
export function letterPdf(letter: PrintedLetter): Promise<Buffer> {
	const doc = new PDFDocument({
		size: 'A4',
		margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
		pdfVersion: '1.7',
		// The types do not know it yet.
		subset: 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets,
		tagged: true,
		lang: 'en-GB',
		displayTitle: true,
		info: { Title: letter.title }
	});
	const parts: Buffer[] = [];
	const whole = new Promise<Buffer>((resolve, reject) => {
		doc.on('data', (part: Buffer) => parts.push(part));
		doc.on('end', () => resolve(Buffer.concat(parts)));
		doc.on('error', reject);
	});
	write(doc, letter);
	doc.end();
	return whole;
}

function write(doc: Pdf, { text, postTo, dayWords }: PrintedLetter): void {
	doc.fillColor(INK);
	const root = doc.struct('Document');
	doc.addStructure(root);
	if (postTo !== null) {
		root.add(doc.struct('P', readAs(postTo), () => say(doc, postTo, 12)));
		doc.moveDown(2);
	}
	root.add(doc.struct('P', {}, () => say(doc, dayWords, 12)));
	doc.moveDown(1);
	for (const block of blocksOf(text)) writeBlock(doc, root, block);
	root.end();
}

function writeBlock(doc: Pdf, root: PDFKit.PDFStructureElement, block: LetterBlock): void {
	switch (block.kind) {
		case 'title':
			root.add(doc.struct('H1', readAs(block.text), () => say(doc, block.text, 20, true)));
			break;
		case 'heading':
			keepTogether(doc, 70);
			doc.moveDown(0.3);
			root.add(doc.struct('H2', readAs(block.text), () => say(doc, block.text, 15, true)));
			break;
		case 'paragraph':
			root.add(doc.struct('P', readAs(block.text), () => say(doc, block.text, 12)));
			break;
		case 'list':
			writeList(doc, root, block.items);
	}
	doc.moveDown(0.6);
}

/** What is in an element is drawn once the element hangs on the document: so it hangs first. */
function writeList(doc: Pdf, root: PDFKit.PDFStructureElement, items: readonly string[]): void {
	const list = doc.struct('L');
	root.add(list);
	for (const item of items) {
		const point = doc.struct('LI');
		list.add(point);
		keepTogether(doc, 20);
		const top = doc.y;
		point.add(doc.struct('Lbl', {}, () => say(doc, '•', 12)));
		doc.y = top;
		doc.x = MARGIN + 16;
		point.add(doc.struct('LBody', readAs(item), () => say(doc, item, 12)));
		doc.x = MARGIN;
		point.end();
	}
	list.end();
}

/** A heading or a bullet does not stand alone at the foot of a page. */
function keepTogether(doc: Pdf, height: number): void {
	if (doc.y + height > doc.page.height - MARGIN) doc.addPage().fillColor(INK);
}

/**
 * Writes a text in the face of the site, and what that lacks in the faces behind it, all on one
 * baseline. The lines are broken here: the printer would break a word where its letters come from
 * two files, and tear a name that is written from right to left.
 */
function say(doc: Pdf, text: string, size: number, isBold = false): void {
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

/** Space between lines, as a part of the size of the letters. */
const LEADING = 0.28;

/** What is read aloud where the letters stand in another order than they are read in. */
function readAs(text: string): { actual?: string } {
	return hasRightToLeft(text) ? { actual: text } : {};
}
