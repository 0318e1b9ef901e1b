import type { AdvocacyProvider } from '#lib/domain/advocacy/providers.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';

/** The council's advocacy providers, with or without a contract today. */
export function readProviders(service: Service): Promise<readonly AdvocacyProvider[]> {
	return inTransaction(service, { kind: 'public' }, async ({ trx }) => {
		const { advocacy } = await readCouncil(trx);
		return advocacy.providers;
	});
}
