import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { keepPictures } from './pictures.ts';
import { smallTargets } from './targets.ts';

/** An address or a title with one of these tells whoever looks over a shoulder. */
const TELLING = /complain|abuse|social.?worker|council|safeguard|harm|\bcare\b/i;

interface Sound {
	hasScript: boolean;
	withAxe: boolean;
	/** The language it is in, English unless told otherwise. */
	language?: { lang: string; dir: string };
}

const ENGLISH = { lang: 'en', dir: 'ltr' };

/**
 * Expects the page, as it stands at 320 pixels, to be what every public page is: neutral outside,
 * one first heading, nothing inline, nothing too small, nothing sideways, and nothing that axe
 * can find fault with. Axe sees no more with scripts off, and takes as long as all the rest.
 */
export async function expectSoundPage(
	page: Page,
	{ hasScript, withAxe, language = ENGLISH }: Sound
) {
	const site = language === ENGLISH ? 'Have your say' : '.+';
	expect(await page.title()).toMatch(new RegExp(`^(Error: )?.+ - ${site}$`));
	expect(`${await page.title()} ${page.url()}`).not.toMatch(TELLING);
	expect(await shapeOf(page)).toEqual({
		...language,
		headings: 1,
		scripts: hasScript ? ['/public.js'] : [],
		inline: []
	});
	expect(await sidewaysOf(page), 'sideways at 320 pixels, text large, text spaced').toEqual([
		0, 0, 0
	]);
	expect(await smallTargets(page)).toEqual([]);
	if (withAxe) await expectAccessible(page, { side: 'public' });
	await keepPictures(page);
}

function shapeOf(page: Page) {
	return page.evaluate(() => {
		const inline = [...document.querySelectorAll('*')].filter((element) => {
			const names = element.getAttributeNames();
			// A style of the first view carries the nonce of its own answer.
			const isBareStyle = element instanceof HTMLStyleElement && element.nonce === '';
			const isBareScript = element instanceof HTMLScriptElement && element.src === '';
			return isBareStyle || isBareScript || names.some((name) => /^(on.*|style)$/.test(name));
		});
		return {
			lang: document.documentElement.lang,
			dir: document.documentElement.dir,
			headings: document.querySelectorAll('h1').length,
			scripts: [...document.scripts].map((script) => new URL(script.src).pathname),
			inline: inline.map((element) => element.outerHTML.slice(0, 100))
		};
	});
}

/** How far the page sticks out: as it is, with text twice as large, and spaced (WCAG 1.4.12). */
function sidewaysOf(page: Page): Promise<number[]> {
	return page.evaluate(() => {
		const root = document.documentElement;
		const measure = (style: string): number => {
			const sheet = new CSSStyleSheet();
			sheet.replaceSync(style);
			document.adoptedStyleSheets = [sheet];
			const out = root.scrollWidth - root.clientWidth;
			document.adoptedStyleSheets = [];
			return out;
		};
		return [
			'',
			'html { font-size: 200% }',
			`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
				word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`
		].map(measure);
	});
}
