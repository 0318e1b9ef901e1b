import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

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

/** What axe asks of colours alone. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Less than half the length of what the package exports, which each page would have to read. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Whose page it is: staff pages keep to less contrast. */
type Side = 'public' | 'staff';

/**
 * Expects the page, as it stands, to have no accessibility fault that axe can see and nothing
 * that it could not decide. `explained` names rules left undecided for a reason the test gives.
 */
export async function expectAccessible(
	page: Page,
	{ side, explained = [] }: { side: Side; explained?: readonly string[] }
): Promise<void> {
	const objections = await findObjections(page, side);
	expect(objections.filter(({ id }) => !explained.includes(id)).map(inWords)).toEqual([]);
}

/** What axe objects to on the page as it stands, or cannot decide. */
export function findObjections(page: Page, side: Side): Promise<readonly axe.Result[]> {
	const wanted = side === 'public' ? PUBLIC_SIDE : BOTH_SIDES;
	return findByAxe(page, {
		runOnly: { type: 'tag', values: TAGS },
		rules: Object.fromEntries(wanted.map((rule) => [rule, { enabled: true }]))
	});
}

/** The same of its colours alone: for a page that was looked at before, in other colours. */
export function findObjectionsToColours(page: Page, side: Side): Promise<readonly axe.Result[]> {
	const enhanced = side === 'public' ? ['color-contrast-enhanced'] : [];
	return findByAxe(page, { runOnly: { type: 'rule', values: [...OF_COLOURS, ...enhanced] } });
}

async function findByAxe(page: Page, asked: axe.RunOptions): Promise<readonly axe.Result[]> {
	// There are no frames, so axe is put into the page and asked there, and nothing else. A page
	// that changed without being loaded anew still has it, and reading it takes a while.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
	// What was found well is not described: that takes longer than finding it.
	const options: axe.RunOptions = { ...asked, resultTypes: ['violations', 'incomplete'] };
	return page.evaluate(askAxe, options);
}

/** Runs in the page, where `axe` is the one that was put there. */
async function askAxe(options: axe.RunOptions): Promise<axe.Result[]> {
	const there = (window as unknown as { axe: typeof axe }).axe;
	const { violations, incomplete } = await there.run(options);
	return [...violations, ...incomplete];
}

function inWords({ id, help, nodes }: axe.Result): string {
	return `${id}: ${help} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`;
}
