import { describe, expect, it, test } from 'vitest';
import {
	NO_PROVIDER,
	providerById,
	providersOn,
	providerToAsk,
	type AdvocacyProvider
} from '#lib/domain/advocacy/providers.ts';

const provider = (providerId: string, from: string, to: string) =>
	({
		...NO_PROVIDER,
		providerId,
		contractFromOn: from,
		contractToOn: to
	}) as AdvocacyProvider;

const PROVIDERS = [
	provider('nyas', '2024-04-01', '2026-03-31'),
	provider('shout-out', '2026-04-01', ''),
	provider('spare', '', '')
];

describe('which provider is asked for an advocate (CA 1989 s.26A)', () => {
	test.each([
		['2024-03-31', 'spare', 'the day before the first contract'],
		['2024-04-01', 'nyas', 'the first day counts'],
		['2026-03-31', 'nyas', 'the last day counts'],
		['2026-04-01', 'shout-out', 'the next contract has begun']
	] as const)('%s: %s, %s', (on, asked, _why) => {
		expect(providerToAsk(PROVIDERS, on).providerId).toBe(asked);
	});

	it('is another one where the first was asked already', () => {
		expect(providerToAsk(PROVIDERS, '2026-03-31', ['nyas']).providerId).toBe('spare');
	});

	it('is nobody where all were asked, or none has a contract', () => {
		expect(providerToAsk(PROVIDERS, '2026-03-31', ['nyas', 'spare'])).toBe(NO_PROVIDER);
		expect(providersOn([PROVIDERS[0]!], '2026-04-01')).toEqual([]);
	});

	it('is found again by a request when its contract is over', () => {
		expect(providerById(PROVIDERS, 'nyas').contractToOn).toBe('2026-03-31');
		expect(providerById(PROVIDERS, 'gone')).toBe(NO_PROVIDER);
	});
});
