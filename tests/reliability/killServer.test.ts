import { beforeAll, describe, expect, it } from 'vitest';
import { runKills, type KillReport } from './killRun.ts';

const SEED = Number(process.env.SEED) || Math.floor(Math.random() * 2 ** 31);
const MOST_MS = 180_000;

describe('when the server is cut off 10 times and its database 5 times, while children write', () => {
	let report: KillReport;
	beforeAll(async () => {
		console.log(`The moments follow from SEED=${SEED}.`);
		report = await runKills({ serverKills: 10, databaseKills: 5, visitors: 5, seed: SEED });
		console.log(JSON.stringify(report));
	}, MOST_MS);

	it('children get through all the same, some by trying again', () => {
		expect(report.acknowledged).toBeGreaterThanOrEqual(5);
		expect(report.madeAgain).toBeGreaterThan(10);
	});

	it('no complaint is lost for which six words were shown', () => {
		expect(report.lost).toEqual([]);
	});

	it('no complaint is there twice', () => {
		expect(report.doubled).toEqual([]);
	});

	it('the six words that were shown open that complaint and no other', () => {
		expect(report.unopened).toEqual([]);
	});

	it('every row still says what its log says', () => {
		expect(report.differing).toEqual([]);
	});

	it('the server goes on by itself each time its database is back', () => {
		expect(report.databaseBackMs).toHaveLength(5);
		expect(report.serverBackMs).toHaveLength(10);
	});
});
