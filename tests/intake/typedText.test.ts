import { describe, expect, it, test } from 'vitest';
import { cleanText, isEmail, isTelephone, isWithin } from '#lib/intake/typedText.ts';

describe('what is typed', () => {
	it('counts an emoji, a family of four and an accented letter as one character each', () => {
		expect(isWithin('🙂'.repeat(10), 10)).toBe(true);
		expect(isWithin('👨‍👩‍👧‍👦'.repeat(10), 10)).toBe(true);
		expect(isWithin('e\u0301'.repeat(10), 10)).toBe(true);
		expect(isWithin('🙂'.repeat(11), 10)).toBe(false);
	});

	it('keeps spelling, emoji, right-to-left words and line breaks as they are', () => {
		const typed = 'im realy mad 🙂\n\n\tغرفتي صغيرة \u202eabc\u202c ᐊᓂᔥ';
		expect(cleanText(typed)).toBe(typed);
	});

	it('loses only what nobody can type, such as a null byte', () => {
		expect(cleanText('a\u0000b\u0007c\r\nd\re')).toBe('abc\nd\ne');
	});

	it('takes 100,000 characters, and 100,000 emoji', () => {
		expect(isWithin('x'.repeat(100_000), 100_000)).toBe(true);
		expect(isWithin('🙂'.repeat(100_000), 100_000)).toBe(true);
		expect(isWithin('🙂'.repeat(100_001), 100_000)).toBe(false);
	});

	test.each([
		['07700 900 982', true],
		['07700900982', true],
		['+44 7700 900982', true],
		['(01632) 960-100 ext 12', true],
		['٠٧٧٠٠٩٠٠٩٨٢', true],
		['', false],
		['12345', false],
		['call my mum', false],
		['07700 900 982 after four', false]
	])('%j is a telephone number: %s', (typed, expected) => {
		expect(isTelephone(typed)).toBe(expected);
	});

	test.each([
		['jay@example.com', true],
		['jay.b+x@mail.example.co.uk', true],
		['jay', false],
		['jay@example', false],
		['jay @example.com', false],
		[`${'j'.repeat(250)}@example.com`, false]
	])('%j is an e-mail address: %s', (typed, expected) => {
		expect(isEmail(typed)).toBe(expected);
	});
});
