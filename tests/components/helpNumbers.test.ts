import { describe, expect, it } from 'vitest';
import { adultNumbers, helperNumbers, helpNumbers } from '#lib/components/public/help.ts';

const NIGHT = { name: 'Night team', phone: '01632 960 123' };
const titles = (numbers: readonly { title: string }[]) => numbers.map(({ title }) => title);

describe('whom to ring now', () => {
	it('is 999 first, then our own team at night, then the lines for children', () => {
		expect(titles(helpNumbers(NIGHT))).toEqual([
			'If you are in danger',
			'Night team',
			'Childline',
			'Text Shout'
		]);
	});

	it('speaks of the child to whoever tells us for one, and has no line for them to text', () => {
		expect(helperNumbers(NIGHT)).toMatchObject([
			{
				title: 'If the child is in danger',
				number: '999',
				hint: 'Cannot talk? Call 999 on a mobile, then press 55 when asked.'
			},
			{ title: 'Night team' },
			{ title: 'Childline', hint: 'For the child. Free, any time.' }
		]);
	});

	it('names to an adult with a complaint of their own who helps where they are afraid', () => {
		const safer = [{ name: 'A helpline', phone: '0808 200 0247' }];
		expect(titles(adultNumbers(null, safer))).toEqual(['If you are in danger', 'A helpline']);
	});
});
