import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules axe leaves off unless asked. Enhanced contrast is for children; staff pages keep to AA. */
const BOTH_SIDES = [
	'target-size',
	'focus-order-semantics',
	'label-content-name-mismatch',
	'css-orientation-lock',
	'p-as-heading'
];
const PUBLIC_SIDE = [...BOTH_SIDES, 'color-contrast-enhanced'];

/**
 * Expects the page, as it stands, to have no accessibility fault that axe can see and nothing
 * that it could not decide. `explained` names rules left undecided for a reason the test gives.
 */
export async function expectAccessible(
	page: Page,
	{ side, explained = [] }: { side: 'public' | 'staff'; explained?: readonly string[] }
): Promise<void> {
	const wanted = side === 'public' ? PUBLIC_SIDE : BOTH_SIDES;
	const { violations, incomplete } = await new AxeBuilder({ page })
		// There are no frames, so axe need not open a page of its own each time.
		.setLegacyMode(true)
		.options({
			runOnly: { type: 'tag', values: TAGS },
			rules: Object.fromEntries(wanted.map((rule) => [rule, { enabled: true }]))
		})
		.analyze();
	const undecided = incomplete.filter(({ id }) => !explained.includes(id));
	expect([...violations, ...undecided].map(inWords)).toEqual([]);
}

type Finding = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

function inWords({ id, help, nodes }: Finding): string {
	return `${id}: ${help} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`;
}
