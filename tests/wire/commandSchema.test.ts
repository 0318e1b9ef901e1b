import { describe, expect, it, test } from 'vitest';
import { commandSchema } from '#lib/wire/commandSchema.ts';
import { COMMAND_EXAMPLES } from './examples.ts';

describe('an order from outside', () => {
	test.each(Object.values(COMMAND_EXAMPLES))('$type is read as it was sent', (example) => {
		expect(commandSchema.parse(JSON.parse(JSON.stringify(example)))).toEqual(example);
	});

	test.each(Object.values(COMMAND_EXAMPLES))('$type may carry nothing else', (example) => {
		expect(commandSchema.safeParse({ ...example, isAdmin: true }).success).toBe(false);
	});

	test.each(
		Object.values(COMMAND_EXAMPLES).flatMap((example) =>
			Object.keys(example)
				.filter((key) => !['sentOnPaper', 'promised'].includes(key))
				.filter((key) => !(/(Response|Stage3)Date$/.test(example.type) && key === 'delayReason'))
				.map((key) => ({ type: example.type, key }))
		)
	)('$type cannot do without $key', ({ type, key }) => {
		const example: Record<string, unknown> = { ...COMMAND_EXAMPLES[type] };
		delete example[key];
		expect(commandSchema.safeParse(example).success).toBe(false);
	});

	it('of no known name is not read', () => {
		for (const order of [{ type: 'deleteComplaint' }, {}, null, 'closeStrand', [], 7]) {
			expect(commandSchema.safeParse(order).success).toBe(false);
		}
	});

	it('keeps a day that does not exist, so that the rules can say so in words', () => {
		const order = { type: 'acknowledgeComplaint', acknowledgedOn: '2026-02-30' };
		expect(commandSchema.parse(order)).toEqual(order);
	});

	it('is not read with a date in another shape, or an id that is none', () => {
		for (const acknowledgedOn of ['1 June 2026', '2026-6-1', '2026-06-01T00:00', 20260601, null]) {
			const order = { type: 'acknowledgeComplaint', acknowledgedOn };
			expect(commandSchema.safeParse(order).success).toBe(false);
		}
		const order = { ...COMMAND_EXAMPLES.reinstateStrand, strandId: 'strand-1' };
		expect(commandSchema.safeParse(order).success).toBe(false);
	});
});
