import { describe, expect, it } from 'vitest';
import { judgePassphrase, plainPassphrase } from '#lib/domain/offline/passphrase.ts';

describe('a passphrase for a device', () => {
	it.each([
		'copper kettle under nine bridges',
		'a tin of red paint on the step',
		'Xq7-mmRt2-kkPw9-zzL4'
	])('will do: “%s”', (passphrase) => {
		expect(judgePassphrase(passphrase).isLongEnough).toBe(true);
	});

	it.each([
		['nothing', ''],
		['a PIN', '1234'],
		['a longer PIN', '123456'],
		['nineteen figures', '1234567890123456789'],
		['one key held down', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
		['one word five times', 'door door door door door'],
		['four short words', 'red tin old key'],
		['five letters', 'a b c d e']
	])('will not do: %s', (_, passphrase) => {
		expect(judgePassphrase(passphrase).isLongEnough).toBe(false);
	});

	it('is the same from a keyboard that begins with a capital and adds a space', () => {
		expect(plainPassphrase(' Copper kettle  under nine bridges ')).toBe(
			'copper kettle under nine bridges'
		);
	});
});
