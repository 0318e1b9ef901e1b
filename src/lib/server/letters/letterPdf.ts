import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { blocksOf, type LetterBlock } from '#lib/letters/document.ts';
import type { PrintedLetter } from '#lib/server/letters/letterOdt.ts';

type Pdf = InstanceType<typeof PDFDocument>;

const MARGIN = 71;
const INK = '#241A2B';

/**
 * A letter as a tagged PDF (PDF/UA-1): title, language, headings, paragraphs and lists that a
 * screen reader can walk, and the face of the site embedded.
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
		root.add(doc.struct('P', {}, () => say(doc, postTo, 12)));
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
			root.add(doc.struct('H1', {}, () => say(doc, block.text, 20, true)));
			break;
		case 'heading':
			keepTogether(doc, 70);
			doc.moveDown(0.3);
			root.add(doc.struct('H2', {}, () => say(doc, block.text, 15, true)));
			break;
		case 'paragraph':
			root.add(doc.struct('P', {}, () => say(doc, block.text, 12)));
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
		point.add(doc.struct('LBody', {}, () => say(doc, item, 12)));
		doc.x = MARGIN;
		point.end();
	}
	list.end();
}

/** A heading or a bullet does not stand alone at the foot of a page. */
function keepTogether(doc: Pdf, height: number): void {
	if (doc.y + height > doc.page.height - MARGIN) doc.addPage();
}

/** Writes a text in the face of the site; letters that its Latin part lacks come from the rest. */
function say(doc: Pdf, text: string, size: number, isBold = false): void {
	const runs = runsOf(text, isBold);
	const width = doc.page.width - MARGIN - doc.x;
	runs.forEach(({ words, file }, index) => {
		doc.font(file).fontSize(size);
		doc.text(words, { width, lineGap: size * 0.28, continued: index < runs.length - 1 });
	});
}

const FACES = join(
	dirname(
		createRequire(import.meta.url).resolve('@fontsource/atkinson-hyperlegible-next/package.json')
	),
	'files'
);

/** What the Latin part of the face lacks: letters such as ł, ŵ or ș, which its second part has. */
const BEYOND_LATIN =
	/[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u1d00-\u1eff]/;

function runsOf(text: string, isBold: boolean): { words: string; file: string }[] {
	const runs: { words: string; file: string }[] = [];
	for (const letter of text) {
		const file = fileOf(BEYOND_LATIN.test(letter) ? 'latin-ext' : 'latin', isBold);
		const last = runs.at(-1);
		if (last && last.file === file) last.words += letter;
		else runs.push({ words: letter, file });
	}
	return runs;
}

function fileOf(part: 'latin' | 'latin-ext', isBold: boolean): string {
	const weight = isBold ? 700 : 400;
	return join(FACES, `atkinson-hyperlegible-next-${part}-${weight}-normal.woff`);
}
