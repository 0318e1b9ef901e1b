import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { close, FormsTablet } from '../../support/formsTablet.ts';

// What is half written on somebody's own device, in two windows of it.

let tablet: FormsTablet;
beforeEach(async () => (tablet = await FormsTablet.open()));
afterEach(() => tablet.remove());

describe('what is half written, as a window reads it', () => {
	it('is what another window wrote meanwhile, beside what this one has not saved yet', async () => {
		const [first, second] = [tablet.openApp(), tablet.openApp()];
		first.drafts.keep('contact', 'Jay says that nobody came.');
		await first.drafts.save();
		second.drafts.keep('contact~2', 'Rowan says that the bus is late.');
		expect(await second.drafts.read()).toEqual({
			contact: 'Jay says that nobody came.',
			'contact~2': 'Rowan says that the bus is late.'
		});
		expect(second.drafts.isSaved).toBe(false);
		await second.drafts.save();
		expect(second.drafts.isSaved).toBe(true);
		await close(first);
		await close(second);
	});

	it('is what this window wrote last, also while that is on its way to the disk', async () => {
		const { drafts, ...app } = tablet.openApp();
		drafts.keep('contact', 'Jay says');
		await drafts.save();
		drafts.keep('contact', 'Jay says that nobody came.');
		void drafts.save();
		expect(await drafts.read()).toEqual({ contact: 'Jay says that nobody came.' });
		drafts.keep('contact', null);
		expect(await drafts.read()).toEqual({});
		await close({ drafts, ...app });
	});
});
