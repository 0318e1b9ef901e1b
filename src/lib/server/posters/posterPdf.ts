import { INK, makePdf, MARGIN, readAs, say, type Pdf } from '#lib/server/letters/pdfPage.ts';
import { qrSquare, type QrSquare } from '#lib/server/posters/qrSquare.ts';
import {
	POSTER_HEADING,
	POSTER_LEAD,
	posterLines,
	squareWords,
	type PosterFacts
} from '#lib/words/public/poster.ts';

/** How wide the square is on paper, its light edge included: 9 cm. */
const SQUARE_WIDTH = 255;

/** The site's own colour, and how high the band of it is. */
const LAKE = '#0A4F57';
const BAND_HEIGHT = 40;

/** A poster on A4 that a screen reader can walk: what it is for, the square, and other ways. */
export function posterPdf(facts: PosterFacts): Promise<Buffer> {
	return makePdf(`${facts.siteName}: ${POSTER_HEADING}`, (doc) => write(doc, facts));
}

function write(doc: Pdf, facts: PosterFacts): void {
	drawBand(doc);
	const root = doc.struct('Document');
	doc.addStructure(root);
	const add = (kind: 'P' | 'H1', text: string, size: number, isBold = false) => {
		root.add(doc.struct(kind, readAs(text), () => say(doc, text, size, isBold)));
		doc.moveDown(0.4);
	};
	add('P', facts.siteName, 18, true);
	add('H1', POSTER_HEADING, 34, true);
	for (const line of POSTER_LEAD) add('P', line, 15);
	doc.moveDown(0.4);
	const figure = doc.struct('Figure', { alt: squareWords(facts.address) }, () =>
		drawSquare(doc, qrSquare(facts.address))
	);
	root.add(figure);
	doc.moveDown(0.6);
	for (const line of posterLines(facts)) add('P', line, 15);
	root.end();
}

/** The colour of the site along the upper edge: for the eye alone, and read to nobody. */
function drawBand(doc: Pdf): void {
	doc.markContent('Artifact', { type: 'Layout' });
	doc.rect(0, 0, doc.page.width, BAND_HEIGHT).fill(LAKE).fillColor(INK);
	doc.endMarkedContent();
}

function drawSquare(doc: Pdf, square: QrSquare): void {
	const side = SQUARE_WIDTH / square.length;
	const [left, top] = [MARGIN, doc.y];
	square.forEach((row, y) => {
		row.forEach((isDark, x) => {
			if (isDark) doc.rect(left + x * side, top + y * side, side, side);
		});
	});
	doc.fill('#000000').fillColor(INK);
	doc.x = MARGIN;
	doc.y = top + SQUARE_WIDTH;
}
