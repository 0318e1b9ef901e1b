import { describe, expect, it, test } from 'vitest';
import { readKey, type KeyPress } from '#lib/components/staff/keyboard.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
	return { key, ctrlKey: false, metaKey: false, altKey: false, inField: false, ...more };
}

describe('the keys of the staff side', () => {
	test.each([
		['/', 'search'],
		['N', 'logContact'],
		['n', 'logContact'],
		['J', 'nextRow'],
		['ArrowDown', 'nextRow'],
		['k', 'previousRow'],
		['ArrowUp', 'previousRow'],
		['[', 'before'],
		[']', 'next'],
		['1', 'decide1'],
		['2', 'decide2'],
		['3', 'decide3'],
		['4', 'decide4'],
		['a', 'note'],
		['m', 'message'],
		['e', 'extend'],
		['f', 'findAct'],
		['?', 'allKeys']
	])('%s asks for %s', (key, act) => {
		expect(readKey(press(key), false)).toEqual({ act, waitsForPlace: false });
	});

	test.each([
		['t', 'goToday'],
		['n', 'goNew'],
		['C', 'goCases']
	])('G and then %s asks for %s', (key, act) => {
		expect(readKey(press('g'), false)).toEqual({ act: null, waitsForPlace: true });
		expect(readKey(press(key), true)).toEqual({ act, waitsForPlace: false });
	});

	it('forgets G when the next letter names no place', () => {
		expect(readKey(press('x'), true)).toEqual({ act: null, waitsForPlace: false });
	});

	it('leaves a person who is typing alone', () => {
		expect(readKey(press('n', { inField: true }), false).act).toBeNull();
		expect(readKey(press('1', { inField: true }), false).act).toBeNull();
		expect(readKey(press('g', { inField: true }), false).waitsForPlace).toBe(false);
	});

	it('goes to the next part with Ctrl and Enter, also while typing', () => {
		expect(readKey(press('Enter', { ctrlKey: true, inField: true }), false).act).toBe('nextPart');
		expect(readKey(press('Enter', { inField: true }), false).act).toBeNull();
	});

	it('leaves the browser its own shortcuts', () => {
		expect(readKey(press('n', { ctrlKey: true }), false).act).toBeNull();
		expect(readKey(press('a', { metaKey: true }), false).act).toBeNull();
		expect(readKey(press('1', { altKey: true }), false).act).toBeNull();
	});

	it('has no key that sends, closes or deletes by itself', () => {
		const acts = ['Enter', 'Delete', 'Backspace', 'Escape', 's', 'd', 'x', 'c', 'p', 'r', 't'];
		for (const key of acts) expect(readKey(press(key), false).act).toBeNull();
	});
});
