import type { Page } from '@playwright/test';

/**
 * What one presses or types in that is smaller than 44 by 44. A link inside a sentence is exempt,
 * and so is a radio or a box, whose whole row is the target.
 */
export async function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const small: string[] = [];
		const targets = document.querySelectorAll<HTMLElement>(
			'a[href], button, summary, select, textarea, .option label, label.choice, ' +
				'input:not([type=hidden]):not([type=radio]):not([type=checkbox])'
		);
		for (const target of targets) {
			const { width, height } = target.getBoundingClientRect();
			const isUnseen = !target.checkVisibility() || (width <= 1 && height <= 1);
			if (isUnseen || target.matches('.skip')) continue;
			const around = target.parentElement?.innerText.trim().length ?? 0;
			const isInSentence =
				getComputedStyle(target).display === 'inline' &&
				around > target.innerText.trim().length + 3;
			if (!isInSentence && (width < 43.5 || height < 43.5)) {
				small.push(`${target.innerText}: ${Math.round(width)} x ${Math.round(height)}`);
			}
		}
		return small;
	});
}
