import { chromium, type Browser } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import type { View } from '#lib/intake/preference.ts';
import type { Site } from '#lib/components/public/site.ts';
import { DRAWING_BROWSER } from '../support/browser.ts';
import { PUBLIC_PAGES } from './publicPages.ts';

/** The browser every test of the public look runs in. */
export function startBrowser(): Promise<Browser> {
	return chromium.launch(DRAWING_BROWSER);
}

/** The style sheet of the public side, its parts joined, without the font. */
export function publicStyles(): string {
	const folder = new URL('../../src/lib/components/public/style/', import.meta.url);
	const list = readFileSync(new URL('public.css', folder), 'utf8');
	return [...list.matchAll(/@import '\.\/(.+)';/g)]
		.map(([, part]) => part ?? '')
		.filter((part) => part !== 'font.css')
		.map((part) => readFileSync(new URL(part, folder), 'utf8'))
		.join('\n');
}

/** How a page of the gallery is drawn. */
interface Drawn {
	withScript?: boolean;
	/** What its visitor chose to see. */
	view?: View;
	/** Where a person is heard who reads it. */
	clip?: string;
}

/** One page of the gallery as a whole document, its styles inside, with or without its script. */
export function documentOf(
	name: string,
	{ withScript = false, view = 'usual', clip }: Drawn = {}
): string {
	const shown = PUBLIC_PAGES[name];
	if (!shown) throw new Error(`no such page: ${name}`);
	const preference = { view, language: null };
	const site = { ...(shown.props['site'] as Site), preference, here: '/s/4', clip: clip ?? null };
	const { head, body } = render(shown.component, { props: { ...shown.props, site } });
	const kept = withScript ? head : head.replace(/<script[^>]*><\/script>/g, '');
	return [
		`<!doctype html><html lang="en" dir="ltr" data-view="${view}"><head><meta charset="utf-8">`,
		'<meta name="viewport" content="width=device-width">',
		`${kept}<style>${publicStyles()}</style></head><body><div>${body}</div></body></html>`
	].join('');
}
