import { ladderOf, type Ladder } from '#lib/domain/reviews/ladder.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { Work } from '#lib/server/work.ts';

/** The council's ladder of escalation, and how long settling where it was said may take. */
export async function readLadder({
	trx
}: Pick<Work, 'trx'>): Promise<{ ladder: Ladder; settleWorkingDays: number }> {
	const { settleWorkingDays, ...days } = (await readCouncil(trx)).reviews;
	return {
		settleWorkingDays,
		ladder: ladderOf({
			teamManager: days.teamManagerWorkingDays,
			serviceManager: days.serviceManagerWorkingDays,
			headOfService: days.headOfServiceWorkingDays,
			director: days.directorWorkingDays,
			chiefExecutive: days.chiefExecutiveWorkingDays
		})
	};
}
