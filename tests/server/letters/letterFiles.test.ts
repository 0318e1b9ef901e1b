import { strFromU8, unzipSync } from 'fflate';
import { openSync } from 'fontkit';
import { describe, expect, it, test } from 'vitest';
import { findUnprintable, runsOf, settable } from '#lib/server/letters/letterFaces.ts';
import { linesOf } from '#lib/server/letters/letterLines.ts';
import { letterOdt } from '#lib/server/letters/letterOdt.ts';
import { letterPdf } from '#lib/server/letters/letterPdf.ts';
import { openedPdf } from '../../support/openedPdf.ts';

const letter = {
	title: 'Letter',
	postTo: null,
	dayWords: 'Monday 16 November 2026',
	text: '# Our answer\n\nHello Łucja & "Jay" <3,\n\n- one\n- two\n\n## What is next\n\nSam\nThe council'
};

describe('a letter as a PDF', () => {
	it('can be read by a screen reader: tagged, titled, in English, with real headings and lists', async () => {
		const pdf = openedPdf(await letterPdf(letter));
		expect(pdf).toMatch(/^%PDF-1\.7/);
		expect(pdf).toMatch(/\/MarkInfo/);
		expect(pdf).toMatch(/\/Marked true/);
		expect(pdf).toMatch(/\/Lang \(en-GB\)/);
		expect(pdf).toMatch(/\/DisplayDocTitle true/);
		expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
		expect(pdf).toMatch(/\/StructTreeRoot/);
		const tags = [...pdf.matchAll(/\/S \/(\w+)/g)].map((match) => match[1]);
		const count = (tag: string) => tags.filter((one) => one === tag).length;
		expect({ h1: count('H1'), h2: count('H2'), l: count('L'), li: count('LI') }).toEqual({
			h1: 1,
			h2: 1,
			l: 1,
			li: 2
		});
		expect(count('P')).toBeGreaterThanOrEqual(3);
		expect(pdf).toMatch(/\/FontFile2/);
	});

	it('says nothing of a case in what it is called', async () => {
		const pdf = (await letterPdf(letter)).toString('latin1');
		const title = /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)</.exec(pdf)?.[1];
		expect(title).toBe('Letter');
		expect(pdf).not.toMatch(/\/(Author|Subject|Keywords)/);
	});

	it('goes on to as many pages as it needs', async () => {
		const long = `# Long\n\n${Array.from({ length: 120 }, (_, n) => `Sentence ${n} of a letter.`).join('\n\n')}`;
		const pages = openedPdf(await letterPdf({ ...letter, text: long })).match(/\/Type \/Page\b/g);
		expect(pages?.length).toBeGreaterThan(3);
	});
});

describe('the names that a PDF of a letter can hold', () => {
	const runs = (text: string, isBold = false) => runsOf(settable(text), isBold);
	const NAMES = [
		['Vietnamese', 'Nguyễn Thị Hằng Đặng Phượng Ợ ỹ'],
		['Vietnamese, its marks apart', 'Nguyễn Thị Hằng'.normalize('NFD')],
		['Albanian', 'Çelë Gëzim'],
		['Polish, Romanian, Turkish and Welsh', 'Łucja Ștefan Gülşah İ ı ŵ'],
		['Arabic', 'محمد علي'],
		['Ethiopic', 'ሰላም ተስፋዬ'],
		['Ukrainian and Greek', 'Олена Γιώργος']
	] as const;

	test.each(NAMES)('%s: every letter has its shape, plain and bold', (_, name) => {
		expect(findUnprintable(name)).toEqual([]);
		for (const isBold of [false, true]) {
			for (const { words, file } of runs(name, isBold)) {
				const shapes = openSync(file)
					.layout(words)
					.glyphs.map(({ id }) => id);
				expect(shapes, words).not.toContain(0);
			}
		}
	});

	it('keeps a word to one face', () => {
		const faces = runs('Dear Nguyễn, hello').map(({ words, file }) => [
			words,
			file.includes('noto') ? 'Noto' : 'the site’s'
		]);
		expect(faces).toEqual([
			['Dear ', 'the site’s'],
			['Nguy', 'Noto'],
			['ễ', 'Noto'],
			['n, ', 'Noto'],
			['hello', 'the site’s']
		]);
	});

	it('turns a name from right to left round as a whole, and leaves the space behind it there', () => {
		expect(runs('for محمد علي came').map(({ words }) => words)).toEqual([
			'for ',
			'محمد\u00a0علي',
			' came'
		]);
	});

	it('breaks no name between two lines that is written from right to left, and no word', () => {
		const setting = { size: 12, isBold: false, width: 100 };
		const lines = linesOf(settable('We wrote to Nguyễn and to محمد علي today'), setting);
		expect(lines.join(' ')).toBe(settable('We wrote to Nguyễn and to محمد علي today'));
		expect(lines.length).toBeGreaterThan(1);
		const wide = linesOf('a'.repeat(80), setting);
		expect(wide.join('')).toBe('a'.repeat(80));
		expect(wide.length).toBeGreaterThan(2);
	});

	it('says which characters no face has, and which words are too long to be turned round', () => {
		expect(findUnprintable('Well done 😀 ภ 😀')).toEqual(['😀', 'ภ']);
		expect(findUnprintable('A\u200b soft\u00adhyphen, a mark\u200e and \u2019')).toEqual([]);
		expect(findUnprintable('محمد علي '.repeat(6))).toHaveLength(1);
	});

	it('reads such a name aloud in its own order', async () => {
		const named = { ...letter, text: '# Hello\n\nمحمد علي came.' };
		expect(openedPdf(await letterPdf(named))).toMatch(/\/ActualText/);
	});
});

describe('a letter as an OpenDocument text', () => {
	const bytes = letterOdt({ ...letter, postTo: 'Alex\n1 Example Place' });
	const parts = unzipSync(bytes);
	const part = (name: string) => strFromU8(parts[name]!);

	it('begins with its type, not packed, so that readers know it', () => {
		const head = strFromU8(bytes.slice(0, 90), true);
		expect(head.slice(0, 2)).toBe('PK');
		expect(head.slice(30, 38)).toBe('mimetype');
		expect(head.slice(38, 77)).toBe('application/vnd.oasis.opendocument.text');
		expect(Object.keys(parts)[0]).toBe('mimetype');
	});

	it('holds well-formed XML in every part', () => {
		for (const name of Object.keys(parts).filter((one) => one.endsWith('.xml'))) {
			expect(findFault(part(name)), name).toBeNull();
		}
		for (const name of ['content.xml', 'styles.xml', 'meta.xml']) {
			expect(part('META-INF/manifest.xml')).toContain(`full-path="${name}"`);
		}
	});

	it('has a title, a language, headings with their level, and a list', () => {
		expect(part('meta.xml')).toContain('<dc:title>Letter</dc:title>');
		expect(part('meta.xml')).toContain('<dc:language>en-GB</dc:language>');
		expect(part('styles.xml')).toContain('fo:language="en" fo:country="GB"');
		expect(part('content.xml')).toContain('text:outline-level="1">Our answer<');
		expect(part('content.xml')).toContain('text:outline-level="2">What is next<');
		expect(part('content.xml').match(/<text:list-item>/g)).toHaveLength(2);
	});

	it('takes what people typed as words', () => {
		expect(part('content.xml')).toContain('Hello Łucja &amp; &quot;Jay&quot; &lt;3,');
		expect(part('content.xml')).toContain('Alex<text:line-break/>1 Example Place');
		const odd = letterOdt({ ...letter, text: '# T\n\n\u0000\u0008bell\u000b' });
		expect(findFault(strFromU8(unzipSync(odd)['content.xml']!))).toBeNull();
	});
});

/** Why a text is no well-formed XML of the kind we write; null where it is. */
function findFault(text: string): string | null {
	const open: string[] = [];
	const body = text.replace(/^<\?xml[^?]*\?>\s*/, '');
	// eslint-disable-next-line no-control-regex -- these are what XML forbids
	if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(body)) return 'a control character';
	if (/&(?!amp;|lt;|gt;|quot;)/.test(body)) return 'a bare &';
	for (const [, close, name, rest] of body.matchAll(
		/<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*\s*\/?)>/g
	)) {
		if (close) {
			if (open.pop() !== name) return `</${name}> closes nothing`;
		} else if (!rest?.endsWith('/')) open.push(name ?? '');
	}
	const left = body.replace(/<\/?[\w:-]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g, '');
	if (/[<>]/.test(left)) return 'a stray < or >';
	return open.length === 0 ? null : `<${open.at(-1)}> is not closed`;
}
