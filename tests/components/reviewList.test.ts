import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import ListChanges from '#lib/components/staff/reviews/ListChanges.svelte';

const nothing = {
	added: [],
	changed: [],
	moved: [],
	numbered: [],
	changes: 0,
	same: 1,
	faults: []
};
const said = (shown: Partial<{ numbered: string[]; changes: number }>) =>
	render(ListChanges, { props: { shown: { ...nothing, ...shown } } }).body;

describe('what an uploaded list of reviews would change', () => {
	it('is nothing where we have all of it', () => {
		expect(said({})).toContain('Nothing. We have all of it already.');
	});

	it('names the children who get their number by it', () => {
		const words = said({ numbered: ['Jay Kaur'], changes: 1 });
		expect(words).toContain('Children we have without your number');
		expect(words).toContain('Jay Kaur');
		expect(words).not.toContain('Nothing.');
	});
});
