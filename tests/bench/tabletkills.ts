import { runTabletKills } from '../reliability/tabletKillRun.ts';
import { startTestServer } from '../support/testServer.ts';
import { printReport } from './report.ts';

const started = performance.now();
const kills = Number(process.env.KILLS) || 40;
const seed = Number(process.env.SEED) || Math.floor(Math.random() * 2 ** 31);
console.log(`Killing a tablet's browser ${kills} times (SEED=${seed}) …`);
const server = await startTestServer();
try {
	const report = await runTabletKills({ server, kills, seed, say: console.log });
	const { lost, offeredAgain, notArrived, doubled, ...counts } = report;
	const rows = {
		'kills of the browser': counts.kills,
		'of those, in mid-write': counts.inMidWrite,
		'there all the same after a kill in mid-write': counts.wholeAllTheSame,
		'right after "Saved on this device" was shown': counts.rightAfterShown,
		'things shown as saved': counts.shown,
		'things lost': lost.length,
		'on the device and never in the office': notArrived.length,
		'things saved and in the form again': offeredAgain.length,
		'things doubled': doubled.length,
		'slowest start after a kill, ms': counts.slowestBackMs
	};
	printReport('tabletkills', {
		heading: ['', 'count'],
		rows: Object.entries(rows),
		facts: { seed, ...rows, seconds: Math.round((performance.now() - started) / 1000) }
	});
	if (lost.length + offeredAgain.length + notArrived.length + doubled.length > 0)
		process.exitCode = 1;
} finally {
	await server.stop();
}
