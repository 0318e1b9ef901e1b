import { describe, expect, test } from 'vitest';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

describe('what is sent to staff and to people outside', () => {
	test.each(Object.entries(MESSAGES_OUT))(
		'says to sign in or to look, with no address that opens anything and no word of a case: %s',
		(_, { subject, body }) => {
			const sent = `${subject} ${body}`;
			expect(sent).not.toMatch(/https?:|www\.|\/|[?=&]|\d{2}/);
			expect(sent).not.toMatch(
				/complain|child|social|council|abuse|care\b|investigat|panel|reference/i
			);
		}
	);
});
