import { expect, type Page } from '@playwright/test';
import { checkWords } from '#lib/words/checks.ts';
import { findSwaps } from '#lib/words/findSwaps.ts';
import { countWords, readingGrade } from '#lib/words/readingGrade.ts';

/** Who reads a page: a child, or an adult with their own complaint or helping a child. */
export type Reader = 'child' | 'adult';

const GRADES = { child: 4, adult: 6 } as const satisfies Record<Reader, number>;
const SENTENCE_WORDS = { child: 15, adult: 20 } as const satisfies Record<Reader, number>;

/**
 * What others have worded: the law on the notices that it asks for, and the harmonised questions
 * by which the country counts.
 */
const WORDED_BY_OTHERS =
	/Children Act|GDPR|articles?\b|Regulations|Information Commissioner|Equality|Accessibility Guidelines|This statement|disabled people|conditions or illnesses/;

/** Whose page it is, by its address and by who is looking at it. */
export function readerOf(path: string, situation: string | null): Reader {
	const isAdults =
		/^\/(?:family|carer|for-advocates|privacy\/adults|cookies|accessibility)|^\/s\/[23]\d|^\/my\/helped/;
	return isAdults.test(path) || /^(?:adult|helpers)/.test(situation ?? '') ? 'adult' : 'child';
}

/**
 * Expects what stands on the page, folded or not, to be as easy to read as its reader needs: each
 * sentence, each text of 20 words or more, the page as a whole, and no banned phrase. What people
 * wrote themselves is theirs.
 */
export async function expectReadable(page: Page, reader: Reader): Promise<void> {
	const texts = (await textsOn(page)).filter((text) => !WORDED_BY_OTHERS.test(text));
	const hard = texts.flatMap((text) => findFaults(text, reader));
	expect(hard, `too hard for ${reader === 'child' ? 'a child' : 'an adult'}`).toEqual([]);
	const whole = readingGrade(texts.map((text) => text.replace(/[^.?!]$/, '$&.')).join(' '));
	expect(whole, 'the page as a whole').toBeLessThanOrEqual(GRADES[reader]);
}

function findFaults(text: string, reader: Reader): string[] {
	const { longestSentence } = checkWords(text, reader);
	const grade = countWords(text) < 20 ? null : readingGrade(text);
	return [
		...(longestSentence.words > SENTENCE_WORDS[reader]
			? [`${longestSentence.words} words: ${longestSentence.sentence}`]
			: []),
		...(grade !== null && grade > GRADES[reader] ? [`grade ${grade}: ${text}`] : []),
		...findSwaps(text, reader).map(({ found }) => `“${found}”: ${text}`)
	];
}

/** Each block of text on the page, with the inline parts in it. */
function textsOn(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const inline = new Set(['A', 'B', 'SPAN', 'STRONG', 'EM', 'BR', 'TIME', 'BDI', 'ABBR']);
		const skipped = 'svg, script, style, textarea, [translate="no"], .said, .typed';
		const texts: string[] = [];
		const read = (element: Element): string => {
			let text = '';
			const end = () => {
				const whole = text.replace(/\s+/g, ' ').trim();
				if (/\p{L}\S*\s+\S*\p{L}/u.test(whole)) texts.push(whole);
				text = '';
			};
			for (const node of element.childNodes) {
				if (node.nodeType === Node.TEXT_NODE) text += node.textContent;
				if (!(node instanceof Element) || node.matches(skipped)) continue;
				if (inline.has(node.tagName) && getComputedStyle(node).display === 'inline') {
					text += read(node);
				} else {
					end();
					text = read(node);
					end();
				}
			}
			return text;
		};
		const rest = read(document.body);
		return rest.trim() ? [...texts, rest] : texts;
	});
}
