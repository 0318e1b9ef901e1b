import { runSchedule } from '../simulation/schedule.ts';
import { printReport } from './report.ts';

// npm run bench -- sync [SCHEDULES] [FROM SEED]
const schedules = Number(process.argv[2] ?? 1_000_000);
const from = Number(process.argv[3] ?? 0);
const EACH = 10_000;
/** The second size: more devices, and five times as long. */
const LARGE = { devices: 6, steps: 300 };
/** One in so many is large. */
const LARGE_EVERY = 50;

let saved = 0;
const bad: (string | number)[][] = [];
for (let seed = from; seed < from + schedules; seed += 1) {
	const ran = await runSchedule(seed, seed % LARGE_EVERY === 0 ? LARGE : undefined);
	saved += ran.saved;
	for (const { what, about } of ran.violations) {
		bad.push([seed, what, about]);
		// At once, and not only at the end an hour later: whoever waits can play it again now.
		console.log(`seed ${seed}: ${what}, ${about}`);
	}
	const done = seed - from + 1;
	if (done % EACH === 0) console.log(`${done} of ${schedules} schedules, ${bad.length} violations`);
}
printReport('sync', {
	heading: ['seed', 'what', 'about'],
	rows: bad,
	facts: { schedules, from, saved, violations: bad.length }
});
if (bad.length > 0) process.exitCode = 1;
