import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf, publicStyles, startBrowser } from './publicBrowser.ts';
import { findObjections, findObjectionsToColours } from '../support/accessibility.ts';
import { smallTargets } from '../support/targets.ts';
import { PUBLIC_PAGES } from './publicPages.ts';

const PAGE_NAMES = Object.keys(PUBLIC_PAGES);
const LARGE_TEXT = 'html { font-size: 200% }';
const LARGE_EASIER_TEXT = 'html[data-view] { font-size: 252% }';
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
	word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`;

let browser: Browser;
let phone: Page;
let phoneAtNight: Page;
let narrow: Page;
let narrowAtNight: Page;

beforeAll(async () => {
	browser = await startBrowser();
	const viewport = { width: 390, height: 844 };
	phone = await openScreen({ viewport });
	phoneAtNight = await openScreen({ viewport, colorScheme: 'dark' });
	narrow = await openScreen({ viewport: { width: 320, height: 640 } });
	narrowAtNight = await openScreen({
		viewport: { width: 320, height: 640 },
		colorScheme: 'dark'
	});
});

afterAll(async () => {
	await browser.close();
});

async function openScreen(options: BrowserContextOptions): Promise<Page> {
	return (await browser.newContext(options)).newPage();
}

/** What axe objects to, or cannot tell. */
async function objections(page: Page, find = findObjections): Promise<string[]> {
	return (await find(page, 'public')).map(
		({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`
	);
}

/** Parts of the page that stick out sideways, or whose text is cut off. */
async function overflowing(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const root = document.documentElement;
		const wrong = root.scrollWidth > root.clientWidth ? [`page ${root.scrollWidth}`] : [];
		for (const element of document.querySelectorAll<HTMLElement>('body *')) {
			const style = getComputedStyle(element);
			const isExempt = element.closest('.unseen, .skip, svg, textarea, input');
			if (isExempt || style.display === 'inline' || element.clientWidth === 0) continue;
			const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
			const sticksOut = element.scrollWidth > element.clientWidth + 1;
			if (sticksOut || (clips && element.scrollHeight > element.clientHeight + 1)) {
				wrong.push(`${element.tagName}.${element.className}: ${element.innerText.slice(0, 30)}`);
			}
		}
		return wrong;
	});
}

describe.each(PAGE_NAMES)('the public page "%s"', (name) => {
	it('has nothing axe objects to, by day and by night', async () => {
		await phone.setContent(documentOf(name));
		expect(await objections(phone)).toEqual([]);
		// By night it is the same page in other colours.
		await phoneAtNight.setContent(documentOf(name));
		expect(await objections(phoneAtNight, findObjectionsToColours)).toEqual([]);
	});

	it('fits 320 pixels, with text twice as large or spaced as WCAG 1.4.12 has it', async () => {
		await narrow.setContent(documentOf(name));
		expect(await overflowing(narrow)).toEqual([]);
		const large = await narrow.addStyleTag({ content: LARGE_TEXT });
		expect(await overflowing(narrow)).toEqual([]);
		await large.evaluate((style: HTMLStyleElement) => style.remove());
		await narrow.addStyleTag({ content: TEXT_SPACING });
		expect(await overflowing(narrow)).toEqual([]);
	});

	it('has targets of 44 pixels, one first heading, and Leave fast right after the skip link', async () => {
		await narrow.setContent(documentOf(name));
		expect(await smallTargets(narrow)).toEqual([]);
		expect(await narrow.locator('h1').count()).toBe(1);
		const links = await narrow
			.locator('a')
			.evaluateAll((all) => all.slice(0, 2).map((link) => link.getAttribute('href')));
		expect(links).toEqual(['#main', '/leave']);
	});

	it('is as sound in the easier view: axe, 320 pixels, text twice as large, targets', async () => {
		const page = narrowAtNight;
		await page.setContent(documentOf(name, { view: 'easier' }));
		expect(await objections(page)).toEqual([]);
		expect(await smallTargets(page)).toEqual([]);
		expect(await overflowing(page)).toEqual([]);
		expect(await page.locator('h1').count()).toBe(1);
		await page.addStyleTag({ content: LARGE_EASIER_TEXT });
		expect(await overflowing(page)).toEqual([]);
	});

	it('carries no style attribute and no inline script, and names nobody in its title', () => {
		const html = documentOf(name, { withScript: true });
		expect(html).not.toMatch(/\sstyle=/);
		expect(html).not.toMatch(/<script(?! defer="" src="\/public\.js"><\/script>)|\son\w+=/);
		const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
		expect(title).toMatch(/ - Have your say$/);
		expect(title).not.toMatch(/complain|abuse|social worker|council/i);
	});
});

describe('a page that a person has read aloud, with the player open', () => {
	it.each(['home', 'how', 'bye'])('is as sound as before: %s', async (name) => {
		for (const view of ['usual', 'easier'] as const) {
			await narrow.setContent(documentOf(name, { clip: '/listen/it', view }));
			expect(await smallTargets(narrow)).toEqual([]);
			await narrow.locator('.clip summary').click();
			expect(await objections(narrow)).toEqual([]);
			expect(await overflowing(narrow)).toEqual([]);
		}
	});
});

describe('the six words', () => {
	it('stand alone in one element, lower case, single spaces between', async () => {
		expect(documentOf('sent')).toContain('>maple robin kettle seven drum garden</p>');
		await phone.setContent(documentOf('sent'));
		expect(await phone.locator('#code').innerText()).toBe('maple robin kettle seven drum garden');
	});

	it('and the ways to keep them fit a screen of 360 by 640', async () => {
		const page = await openScreen({ viewport: { width: 360, height: 640 } });
		await page.setContent(documentOf('sent'));
		await page.locator('[data-print]').evaluate((button) => button.removeAttribute('hidden'));
		const bottom = await page
			.locator('.keeps')
			.evaluate((keeps) => keeps.getBoundingClientRect().bottom);
		expect(bottom).toBeLessThanOrEqual(640);
	});
});

describe('on paper', () => {
	it.each([
		['sent', 'usual'],
		['saved', 'usual'],
		['late', 'usual'],
		['answer', 'usual'],
		['sent', 'easier'],
		['late', 'easier']
	] as const)('the page "%s" takes one side in the %s view', async (name, view) => {
		const page = await openScreen({});
		await page.setContent(documentOf(name, { view }));
		const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
		expect(paper.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
	});

	it.each(['usual', 'easier'] as const)(
		'a long answer leaves no heading behind and tears no part, in the %s view',
		async (view) => {
			const page = await openScreen({});
			await page.setContent(documentOf('full-answer', { view }));
			const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true });
			const headings = headingsOnPaper(pdf.toString('latin1'));
			const titles = headings.map(({ title }) => title);
			expect(titles).toContain('What do you think?');
			expect(new Set(headings.map((heading) => heading.sheet)).size).toBeGreaterThan(1);
			expect(headings.filter(({ top }) => top < 70)).toEqual([]);
			// The list names what stands in a part before the title of the part itself.
			const torn = headings.filter(
				({ title, sheet }, at) =>
					/^(What you said|What we found|Sorry|What we will do)$/.test(title) &&
					headings[at + 1]?.sheet !== sheet
			);
			expect(torn).toEqual([]);
			await page.emulateMedia({ media: 'print' });
			expect(await page.getByText('You can ask the Ombudsman').isVisible()).toBe(true);
		}
	);
});

/** Each heading of a printed page, its sheet, and how far above the foot it stands, in points. */
function headingsOnPaper(pdf: string): { title: string; sheet: string; top: number }[] {
	const entries = pdf.matchAll(/\/Title \((.*)\)\n\/Dest \[(\d+) 0 R \/XYZ \S+ (\S+) /g);
	return [...entries].map(([, title = '', sheet = '', top]) => ({
		title,
		sheet,
		top: Number(top)
	}));
}

describe('the weight of the look', () => {
	it('is at most 8 KB of styles and 6 KB of script, compressed', () => {
		const script = readFileSync(new URL('../../static/public.js', import.meta.url));
		expect(brotliCompressSync(publicStyles()).length).toBeLessThanOrEqual(8 * 1024);
		expect(brotliCompressSync(script).length).toBeLessThanOrEqual(6 * 1024);
	});

	it('asks for nothing an old phone lacks: no :has, no nesting, no layers', () => {
		expect(publicStyles()).not.toMatch(/:has\(|@layer|&/);
	});

	it('is that of nobody else: no GOV.UK face, crown, blue or class', () => {
		const all = publicStyles() + PAGE_NAMES.map((name) => documentOf(name)).join('');
		expect(all).not.toMatch(/GDS Transport|crown|1d70b8|govuk-/i);
	});
});
