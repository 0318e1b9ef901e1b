import { describe, expect, it, test } from 'vitest';
import { UnreadableEvent, readEvent } from '#lib/wire/eventSchema.ts';
import { EVENT_EXAMPLES } from './examples.ts';

const EXAMPLES = Object.values(EVENT_EXAMPLES).flat();

describe('an event out of the log', () => {
	test.each(EXAMPLES)('$type is read as it was written', (example) => {
		expect(readEvent(JSON.parse(JSON.stringify(example)))).toEqual(example);
	});

	test.each(EXAMPLES)('$type holds no words of its own: nothing unknown gets in', (example) => {
		expect(() => readEvent({ ...example, note: 'He said' })).toThrow(UnreadableEvent);
	});

	it('says which field cannot be read, and never what is in it', () => {
		const spoilt = { ...EVENT_EXAMPLES.complaintAcknowledged[0], acknowledgedOn: 'Jay Smith' };
		expect(() => readEvent(spoilt)).toThrow(/acknowledgedOn/);
		expect(() => readEvent(spoilt)).not.toThrow(/Jay/);
	});

	it('cannot have a day that does not exist', () => {
		const spoilt = { ...EVENT_EXAMPLES.complaintAcknowledged[0], acknowledgedOn: '2026-02-30' };
		expect(() => readEvent(spoilt)).toThrow(UnreadableEvent);
	});
});
