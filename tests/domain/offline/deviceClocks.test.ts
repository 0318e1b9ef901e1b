import { describe, expect, it, test } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import { toDayNumber, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dueOn } from '#lib/domain/clocks/explain.ts';
import {
	toldOffline,
	whenReceived,
	type DeviceEvidence
} from '#lib/domain/offline/whenReceived.ts';

const holidays = BUILT_IN_BANK_HOLIDAYS;

interface Scenario {
	what: string;
	madeOn: PlainDate;
	lastServerAt: string | null;
	receivedAt: string;
	reviewOn?: PlainDate;
	startsOn: PlainDate;
	isDisputed?: boolean;
	used: number;
	/** The END of day 10, counted by hand. */
	due: PlainDate;
}

const SCENARIOS: readonly Scenario[] = [
	{
		what: 'two days without a signal',
		madeOn: '2026-06-01',
		lastServerAt: '2026-06-01T07:40:00Z',
		receivedAt: '2026-06-03T09:00:00Z',
		startsOn: '2026-06-01',
		used: 2,
		due: '2026-06-15'
	},
	{
		what: '23:30 UTC on 30 June is 1 July here',
		madeOn: '2026-07-01',
		lastServerAt: '2026-06-30T23:30:00Z',
		receivedAt: '2026-06-30T23:45:00Z',
		startsOn: '2026-07-01',
		used: 0,
		due: '2026-07-15'
	},
	{
		what: 'the clocks go forward, and then Easter',
		madeOn: '2026-03-27',
		lastServerAt: '2026-03-28T23:30:00Z',
		receivedAt: '2026-03-29T23:30:00Z',
		startsOn: '2026-03-27',
		used: 1,
		due: '2026-04-14'
	},
	{
		what: 'the clocks go back, on the day itself',
		madeOn: '2026-10-25',
		lastServerAt: '2026-10-24T23:30:00Z',
		receivedAt: '2026-10-25T23:30:00Z',
		startsOn: '2026-10-25',
		used: 0,
		due: '2026-11-06'
	},
	{
		what: 'Christmas, with the substitute for Boxing Day',
		madeOn: '2026-12-18',
		lastServerAt: '2026-12-17T16:00:00Z',
		receivedAt: '2026-12-21T08:00:00Z',
		startsOn: '2026-12-18',
		used: 1,
		due: '2027-01-06'
	},
	{
		what: 'the bank holiday that moved in June 2022, and the one beside it',
		madeOn: '2022-05-30',
		lastServerAt: '2022-05-30T06:00:00Z',
		receivedAt: '2022-06-06T10:00:00Z',
		startsOn: '2022-05-30',
		used: 3,
		due: '2022-06-15'
	},
	{
		what: 'the bank holiday of 19 September 2022',
		madeOn: '2022-09-16',
		lastServerAt: '2022-09-16T12:00:00Z',
		receivedAt: '2022-09-20T12:00:00Z',
		startsOn: '2022-09-16',
		used: 1,
		due: '2022-10-03'
	},
	{
		what: 'the bank holiday of 8 May 2023',
		madeOn: '2023-05-05',
		lastServerAt: '2023-05-05T08:00:00Z',
		receivedAt: '2023-05-09T08:00:00Z',
		startsOn: '2023-05-05',
		used: 1,
		due: '2023-05-22'
	},
	{
		what: 'a day that has not come yet',
		madeOn: '2026-06-10',
		lastServerAt: '2026-06-02T12:00:00Z',
		receivedAt: '2026-06-03T12:00:00Z',
		startsOn: '2026-06-01',
		isDisputed: true,
		used: 2,
		due: '2026-06-15'
	},
	{
		what: 'a device that never heard the server',
		madeOn: '2026-06-01',
		lastServerAt: null,
		receivedAt: '2026-06-03T12:00:00Z',
		startsOn: '2026-06-01',
		isDisputed: true,
		used: 2,
		due: '2026-06-15'
	},
	{
		what: 'another day than that of the review',
		madeOn: '2026-06-02',
		lastServerAt: '2026-06-02T12:00:00Z',
		receivedAt: '2026-06-03T12:00:00Z',
		reviewOn: '2026-06-01',
		startsOn: '2026-06-01',
		isDisputed: true,
		used: 2,
		due: '2026-06-15'
	}
];

/** What the rules make of a command, from what came with it to its deadline. */
function countedFrom(scenario: Scenario, evidence: DeviceEvidence) {
	const { madeOn, receivedAt, reviewOn = null } = scenario;
	const facts = toldOffline({ madeOn, evidence, receivedAt, reviewOn });
	const { startsOn, isDisputed, workingDaysUsed } = whenReceived(facts, holidays);
	const due = dueOn({ clock: 'stage1Response', dayZeroOn: startsOn }, { holidays });
	return { startsOn, isDisputed, used: workingDaysUsed, due: due.known ? due.value : null };
}

function expectedOf({ startsOn, isDisputed = false, used, due }: Scenario) {
	return { startsOn, isDisputed, used, due };
}

describe('the clock of the device', () => {
	const SEED = 20261126;
	const CLOCKS = 20_000;

	test.each(SCENARIOS)('moves nothing: $what', (scenario) => {
		const evidence = {
			...clockOf(chanceFrom(SEED), scenario),
			lastServerAt: scenario.lastServerAt
		};
		expect(countedFrom(scenario, evidence)).toEqual(expectedOf(scenario));
	});

	it(`moves no deadline by one day, for ${CLOCKS} clocks from 1970 to 400 days ahead`, () => {
		const chance = chanceFrom(SEED);
		const years = new Set<string>();
		for (let number = 0; number < CLOCKS; number += 1) {
			const scenario = SCENARIOS[number % SCENARIOS.length]!;
			const clock = clockOf(chance, scenario);
			years.add(clock.deviceAt.slice(0, 4));
			const counted = countedFrom(scenario, { ...clock, lastServerAt: scenario.lastServerAt });
			const said = `clock ${number} of seed ${SEED}, ${clock.deviceAt} in ${clock.zone}`;
			expect(counted, said).toEqual(expectedOf(scenario));
		}
		expect(years.size).toBeGreaterThan(50);
	});

	it('is not even looked at', () => {
		for (const scenario of SCENARIOS) {
			const looked = new Set<string | symbol>();
			const evidence = new Proxy(
				{ ...clockOf(chanceFrom(SEED), scenario), lastServerAt: scenario.lastServerAt },
				{
					get: (target, name) => {
						looked.add(name);
						return Reflect.get(target, name) as unknown;
					}
				}
			);
			countedFrom(scenario, evidence);
			expect([...looked]).toEqual(['lastServerAt']);
		}
	});
});

const ZONES = ['Europe/London', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'UTC'];
const OFFSETS = ['Z', '+01:00', '+14:00', '-11:00', '+05:45'];

/** A clock somewhere from 1970 to 400 days after it reached us, or within an hour of a change. */
function clockOf(chance: () => number, { receivedAt }: Scenario) {
	const lastMs = Date.parse(receivedAt) + 400 * 86_400_000;
	const changeMs =
		toDayNumber(chance() < 0.5 ? '2026-03-29' : '2026-10-25') * 86_400_000 + 3_600_000;
	const atMs =
		chance() < 0.2 ? changeMs + (chance() - 0.5) * 7_200_000 : Math.floor(chance() * lastMs);
	const place = Math.floor(chance() * ZONES.length);
	const written = new Date(atMs).toISOString().replace('Z', OFFSETS[place] ?? 'Z');
	return {
		deviceAt: written,
		zone: ZONES[place] ?? 'UTC',
		sinceServerMs: chance() < 0.3 ? null : Math.floor((chance() - 0.2) * 1e12)
	};
}

/** Numbers from 0 up to 1, the same for the same seed. */
function chanceFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
