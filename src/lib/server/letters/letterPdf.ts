import { blocksOf, type LetterBlock } from '#lib/letters/document.ts';
import type { PrintedLetter } from '#lib/server/letters/letterOdt.ts';
import { INK, makePdf, MARGIN, readAs, say, type Pdf } from '#lib/server/letters/pdfPage.ts';

/**
 * A letter as a tagged PDF (PDF/UA-1): title, language, headings, paragraphs and lists that a
 * screen reader can walk, and the faces embedded. Only of a text that `findUnprintable` finds
 * nothing in: what no face has would stand there as a box.
 */
export function letterPdf(letter: PrintedLetter): Promise<Buffer> {
	return makePdf(letter.title, (doc) => write(doc, letter));
}

function write(doc: Pdf, { text, postTo, dayWords }: PrintedLetter): void {
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
