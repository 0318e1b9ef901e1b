import { runKills } from '../reliability/killRun.ts';
import { printReport } from './report.ts';

const started = performance.now();
const seed = Number(process.env.SEED) || Math.floor(Math.random() * 2 ** 31);
console.log(`Killing the server 20 times and PostgreSQL 10 times (SEED=${seed}) …`);
const { lost, doubled, unopened, differing, ...counts } = await runKills({
	serverKills: 20,
	databaseKills: 10,
	visitors: 6,
	seed,
	say: console.log
});

const rows = {
	'journeys acknowledged': counts.acknowledged,
	'requests cut off and made again': counts.madeAgain,
	'of those, Send it': counts.sendsMadeAgain,
	'complaints lost': lost.length,
	'complaints doubled': doubled.length,
	'codes that do not open their complaint': unopened.length,
	'rows that differ from their log': differing.length,
	'slowest start after a kill of the server, ms': Math.round(Math.max(...counts.serverBackMs)),
	'slowest return after a kill of PostgreSQL, ms': Math.round(Math.max(...counts.databaseBackMs))
};
printReport('kill', {
	heading: ['', 'count'],
	rows: Object.entries(rows),
	facts: { seed, ...rows, seconds: Math.round((performance.now() - started) / 1000) }
});
if (lost.length + doubled.length + unopened.length + differing.length > 0) process.exitCode = 1;
