import type { Page } from '@playwright/test';

/** What on the page cannot be told apart where the browser takes every colour and ground away. */
export function lostIn(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const edgeOf = (element: Element) => {
			const style = getComputedStyle(element);
			return Number.parseFloat(style.borderTopWidth) * (style.borderTopStyle === 'none' ? 0 : 1);
		};
		const faults: string[] = [];
		for (const pressed of document.querySelectorAll('.button, .door, textarea, input.field')) {
			if (pressed.getClientRects().length > 0 && edgeOf(pressed) < 2) {
				faults.push(`no edge: ${pressed.textContent.trim() || pressed.id}`);
			}
		}
		for (const input of document.querySelectorAll<HTMLInputElement>('.option input')) {
			const row = input.parentElement?.querySelector('label');
			if (!row || row.getClientRects().length === 0) continue;
			if (edgeOf(row) < (input.checked ? 3 : 2)) faults.push(`edge of ${row.textContent.trim()}`);
			const { width, height } = input.getBoundingClientRect();
			const isSeen = Math.min(width, height) >= 20 && getComputedStyle(input).opacity === '1';
			if (!isSeen) faults.push(`no mark: ${row.textContent.trim()}`);
		}
		const out = document.documentElement.scrollWidth - document.documentElement.clientWidth;
		return out > 0 ? [...faults, `sideways by ${out}`] : faults;
	});
}
