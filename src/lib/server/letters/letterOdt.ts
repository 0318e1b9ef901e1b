import { strToU8, zipSync } from 'fflate';
import { blocksOf, type LetterBlock } from '#lib/letters/document.ts';

/** One letter to be printed. */
export interface PrintedLetter {
	text: string;
	/** What the document is called for a screen reader. No word of a case. */
	title: string;
	/** Whom it is posted to, a line each; null where it is handed over. */
	postTo: string | null;
	/** The day in words. */
	dayWords: string;
}

const MIME = 'application/vnd.oasis.opendocument.text';
const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
const NAMES = [
	`xmlns:office="${OFFICE}"`,
	'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
	'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
	'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
	'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
	'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
	'xmlns:dc="http://purl.org/dc/elements/1.1/"',
	'office:version="1.3"'
].join(' ');

/** A letter as an OpenDocument text, with its title, its language and real headings and lists. */
export function letterOdt(letter: PrintedLetter): Uint8Array {
	// The type comes first and uncompressed, so that a reader knows it by its first bytes.
	return zipSync({
		mimetype: [strToU8(MIME), { level: 0 }],
		'META-INF/manifest.xml': strToU8(MANIFEST),
		'meta.xml': strToU8(metaOf(letter)),
		'styles.xml': strToU8(STYLES),
		'content.xml': strToU8(contentOf(letter))
	});
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

const MANIFEST = `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const STYLES = `${HEAD}<office:document-styles ${NAMES}><office:font-face-decls><style:font-face style:name="Letter" svg:font-family="'Atkinson Hyperlegible Next', Arial, sans-serif"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.35cm" fo:line-height="140%"/><style:text-properties style:font-name="Letter" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style><style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.5cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style><text:list-style style:name="Points"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style></office:styles><office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"/></office:master-styles></office:document-styles>`;

function metaOf({ title }: PrintedLetter): string {
	return `${HEAD}<office:document-meta ${NAMES}><office:meta><dc:title>${xml(title)}</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>`;
}

function contentOf({ text, postTo, dayWords }: PrintedLetter): string {
	const address = postTo === null ? '' : paragraph(postTo);
	const body = address + paragraph(dayWords) + blocksOf(text).map(blockOf).join('');
	return `${HEAD}<office:document-content ${NAMES}><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

function blockOf(block: LetterBlock): string {
	switch (block.kind) {
		case 'title':
			return heading(1, block.text);
		case 'heading':
			return heading(2, block.text);
		case 'paragraph':
			return paragraph(block.text);
		case 'list':
			return `<text:list text:style-name="Points">${block.items
				.map((item) => `<text:list-item>${paragraph(item)}</text:list-item>`)
				.join('')}</text:list>`;
	}
}

function heading(level: 1 | 2, text: string): string {
	return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${xml(text)}</text:h>`;
}

function paragraph(text: string): string {
	const lines = text.split(/\r?\n/).map(xml).join('<text:line-break/>');
	return `<text:p text:style-name="Standard">${lines}</text:p>`;
}

function xml(text: string): string {
	return (
		text
			// eslint-disable-next-line no-control-regex -- XML 1.0 has no way to write these
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			.replaceAll('"', '&quot;')
	);
}
