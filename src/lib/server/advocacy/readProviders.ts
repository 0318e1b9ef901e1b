import type { AdvocacyProvider } from '#lib/domain/advocacy/providers.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';

/** What the council has settled about advocates. */
export interface AdvocacySettled {
	/** With or without a contract today. */
	providers: readonly AdvocacyProvider[];
	/** For how many days after a complaint ended its advocate still sees it. */
	sightDays: number;
}

/** Reads it. */
export function readProviders(service: Service): Promise<AdvocacySettled> {
	return inTransaction(service, { kind: 'public' }, async ({ trx }) => {
		const { advocacy, records } = await readCouncil(trx);
		return { providers: advocacy.providers, sightDays: records.advocateSightDays };
	});
}
