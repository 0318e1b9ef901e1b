import { expect, test } from '../../support/pageTest.ts';
import { runTabletKills } from '../../reliability/tabletKillRun.ts';

test.use({ serverOf: 'a tablet that is killed' });
test.setTimeout(240_000);

test('what was shown as saved is there, and arrives once, also when the browser is killed in mid-save', async ({
	server
}) => {
	const report = await runTabletKills({ server, kills: 6, seed: 5 });
	expect(report.shown).toBeGreaterThanOrEqual(4);
	expect(report.lost).toEqual([]);
	expect(report.offeredAgain).toEqual([]);
	expect(report.notArrived).toEqual([]);
	expect(report.doubled).toEqual([]);
});
