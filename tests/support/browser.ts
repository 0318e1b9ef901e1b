import { existsSync } from 'node:fs';

/** The whole browser, as people have it: with windows, a profile on disk, and pages kept for Back. */
const WHOLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The same browser without any window, as Debian builds it beside the whole one. */
const LIGHT = '/usr/bin/chromium-headless-shell';

const DRAWING = !process.env.CHROMIUM && existsSync(LIGHT) ? LIGHT : WHOLE;

const ARGUMENTS = [
	// There is none; a page that had one drawn for it once stopped drawing on a busy machine.
	'--disable-gpu',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];

/**
 * For pages that are looked at and filled in. The light one draws them by the same code, and spends
 * nothing on a window that nobody sees; where it is not installed, the whole one does it slower.
 */
export const DRAWING_BROWSER = { executablePath: DRAWING, args: ARGUMENTS };

/** For what the browser itself keeps or tells: the app on its disk, pages for Back, notices. */
export const WHOLE_BROWSER = { executablePath: WHOLE, args: ARGUMENTS };
