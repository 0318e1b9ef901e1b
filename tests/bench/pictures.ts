import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { DRAWING_BROWSER } from '../support/browser.ts';
import { printReport } from './report.ts';

/** Pictures beside one another on one sheet, and how wide each is drawn there. */
const SHEETS: Readonly<Record<string, { perSheet: number; drawnPx: number }>> = {
	'320': { perSheet: 8, drawnPx: 240 },
	'390': { perSheet: 8, drawnPx: 240 },
	'1280': { perSheet: 4, drawnPx: 480 }
};
/** A sheet shows the first part of a long page; the picture itself has all of it. */
const DRAWN_HEIGHT_PX = 1_000;

// npm run bench -- pictures [FOLDER] [part of a file name of the page tests …]
const [folderArgument = 'test-results/pictures', ...files] = process.argv.slice(2);
const folder = resolve(folderArgument);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

console.log(`Going through the page tests, keeping pictures in ${folder} …`);
const run = spawn(
	process.execPath,
	['node_modules/@playwright/test/cli.js', 'test', '--project=with scripts', ...files],
	{ stdio: 'inherit', env: { ...process.env, PICTURES: folder } }
);
const [code] = await once(run, 'exit');
if (code !== 0) process.exitCode = 1;

const pages = readdirSync(folder).sort();
const browser = await chromium.launch(DRAWING_BROWSER);
try {
	const rows = [];
	for (const width of Object.keys(SHEETS)) {
		for (const look of ['light', 'dark', 'forced']) {
			rows.push(await drawSheets(browser, width, look));
		}
	}
	const total = rows.reduce((sum, [, , pictures]) => sum + pictures, 0);
	printReport('pictures', {
		heading: ['width', 'look', 'pictures', 'sheets'],
		rows,
		facts: { pages: pages.length, pictures: total }
	});
} finally {
	await browser.close();
}

/** Draws the pictures of one width and look on sheets, and says how many of each there were. */
async function drawSheets(
	browser: Browser,
	width: string,
	look: string
): Promise<[string, string, number, number]> {
	const { perSheet, drawnPx } = SHEETS[width]!;
	const named = pages.filter((name) =>
		readdirSync(join(folder, name)).includes(`${width}-${look}.jpg`)
	);
	const page = await browser.newPage({
		viewport: { width: perSheet * (drawnPx + 8), height: 600 }
	});
	let sheets = 0;
	for (let from = 0; from < named.length; from += perSheet) {
		sheets += 1;
		const cells = named.slice(from, from + perSheet).map((name) => {
			const bytes = readFileSync(join(folder, name, `${width}-${look}.jpg`));
			return (
				`<figure><figcaption>${name}</figcaption>` +
				`<img width="${drawnPx}" src="data:image/jpeg;base64,${bytes.toString('base64')}"></figure>`
			);
		});
		await page.setContent(
			`<!doctype html><style>body{margin:0;display:flex;gap:8px;background:#888;font:11px sans-serif;align-items:flex-start}` +
				`figure{margin:0;width:${drawnPx}px;max-height:${DRAWN_HEIGHT_PX}px;overflow:hidden}` +
				`figcaption{height:28px;overflow:hidden;overflow-wrap:anywhere}</style>${cells.join('')}`
		);
		const sheet = await page.screenshot({ fullPage: true });
		const number = String(sheets).padStart(3, '0');
		writeFileSync(join(folder, `sheet-${width}-${look}-${number}.png`), sheet);
	}
	await page.close();
	return [width, look, named.length, sheets];
}
