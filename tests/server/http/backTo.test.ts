import { describe, expect, it, test } from 'vitest';
import { backTo, hereOf } from '../../../src/routes/(public)/backTo.server.ts';

const AT = new URL('https://say.example/languages');

describe('the page to go back to', () => {
	test.each(['/', '/s/4', '/s/4?c=1', '/my/reach/10b?then=10c', '/a/../help'])(
		'may be %s',
		(to) => {
			const { pathname, search } = new URL(to, AT);
			expect(backTo(to, AT)).toBe(pathname + search);
		}
	);

	test.each([
		'https://elsewhere.example/',
		'//elsewhere.example',
		'/\\elsewhere.example',
		'/\t/elsewhere.example',
		'/.//elsewhere.example',
		'/a/..//elsewhere.example',
		'/%2e//elsewhere.example',
		'/staff/today',
		'/x/../staff/today',
		'/api/sync/pull',
		'/leave',
		'/view',
		'',
		null
	])('is the first page in place of %j', (to) => {
		expect(backTo(to, AT)).toBe('/');
	});
});

describe('the address that a page says of itself', () => {
	const here = (path: string) => hereOf(new URL(path, AT));

	it('leads back to the same page, and to no form that was sent to it', () => {
		expect(here('/my/reach/10b?then=10c')).toBe('/my/reach/10b?then=10c');
		expect(here('/my/advocate?/ask')).toBe('/my/advocate');
		expect(here('/s/4')).toBe('/s/4');
		expect(here('/s/4?c=1')).toBe('/s/4?c=1');
	});

	it('repeats nothing that was put into it beside what somebody typed', () => {
		expect(here('/s/9?guess=Jay')).toBe('/s/9');
		expect(here('/s/9?c=Jay&guess')).toBe('/s/9?c=1');
		expect(here('/more/you?guess=faith')).toBe('/more/you');
	});
});
