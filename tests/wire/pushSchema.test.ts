import { describe, expect, it, test } from 'vitest';
import {
	LONGEST_TEXT_BYTES,
	MOST_COMMANDS,
	pushEnvelopeSchema,
	pushSchema,
	pushedCommandSchema
} from '#lib/wire/pushSchema.ts';
import { ACT_EXAMPLES, COMMAND_EXAMPLES, pushed } from './examples.ts';

function withWords(words: string) {
	const [text] = pushed().texts;
	return pushed({ texts: text ? [{ ...text, words }] : [] });
}

describe('what a device sends', () => {
	test.each([...Object.values(COMMAND_EXAMPLES), ...Object.values(ACT_EXAMPLES)])(
		'$type is read as it was sent',
		(order) => {
			const command = pushed({ order });
			expect(pushedCommandSchema.parse(JSON.parse(JSON.stringify(command)))).toEqual(command);
		}
	);

	it('keeps words of any language, direction and sign', () => {
		const words = 'لا أحد يستمع 🙁 \u0000 ‮ Nobody listens';
		expect(pushedCommandSchema.parse(withWords(words)).texts[0]?.words).toBe(words);
	});

	it('holds texts of up to 64 KiB, counted in bytes', () => {
		expect(pushedCommandSchema.safeParse(withWords('a'.repeat(LONGEST_TEXT_BYTES))).success).toBe(
			true
		);
		expect(
			pushedCommandSchema.safeParse(withWords('a'.repeat(LONGEST_TEXT_BYTES + 1))).success
		).toBe(false);
		expect(
			pushedCommandSchema.safeParse(withWords('é'.repeat(LONGEST_TEXT_BYTES / 2 + 1))).success
		).toBe(false);
	});

	it('holds each way of reaching somebody once, with its number or address', () => {
		const { logContact } = ACT_EXAMPLES;
		const [way] = logContact.safeContacts;
		const reads = (safeContacts: readonly unknown[]) =>
			pushedCommandSchema.safeParse(pushed({ order: { ...logContact, safeContacts } as never }))
				.success;
		expect(reads([])).toBe(true);
		expect(reads([way, { ...way, channel: 'letter' }])).toBe(true);
		expect(reads([way, way])).toBe(false);
		expect(reads([{ ...way, to: '  ' }])).toBe(false);
		expect(reads([{ ...way, channel: 'code' }])).toBe(false);
		expect(reads([{ ...way, isAllowed: true }])).toBe(false);
	});

	it('holds at most 50 orders', () => {
		const many = (count: number) => ({ commands: Array.from({ length: count }, () => pushed()) });
		expect(pushSchema.safeParse(many(MOST_COMMANDS)).success).toBe(true);
		expect(pushSchema.safeParse(many(MOST_COMMANDS + 1)).success).toBe(false);
		expect(pushEnvelopeSchema.safeParse(many(MOST_COMMANDS + 1)).success).toBe(false);
	});

	it('may hold one wrong order, which is refused by itself', () => {
		const wrong = { ...pushed(), order: { type: 'eraseEverything' } };
		const push = pushEnvelopeSchema.parse({ commands: [pushed(), wrong] });
		expect(push.commands.map((one) => pushedCommandSchema.safeParse(one).success)).toEqual([
			true,
			false
		]);
	});

	it('needs a moment with its zone, a version that can be, and ids that are ids', () => {
		for (const facts of [
			{ givenAt: '2026-06-02 09:30' },
			{ basedOnVersion: -1 },
			{ basedOnVersion: 1.5 },
			{ commandId: 'x' }
		]) {
			expect(pushedCommandSchema.safeParse({ ...pushed(), ...facts }).success).toBe(false);
		}
	});
});
