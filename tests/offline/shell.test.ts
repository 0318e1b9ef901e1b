import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { OFFLINE_PAGES, opensWithNoSignal } from '#lib/offline/shell/offlinePages.ts';
import {
	holdUpdate,
	isHalfWrittenHere,
	isUpdateHeld,
	onHoldsChanged
} from '#lib/offline/shell/updateHolds.ts';
import { routeIdsOnDisk, waysInOnDisk } from '../support/routesOnDisk.ts';

describe('a page that opens with no signal (journeys 3.3)', () => {
	it('is one of the staff app, and asks the server for nothing of its own as it opens', async () => {
		expect(OFFLINE_PAGES.filter((id) => !routeIdsOnDisk().includes(id))).toEqual([]);
		const asking = (await waysInOnDisk()).filter(({ way }) => way === 'load');
		const pages: readonly string[] = OFFLINE_PAGES;
		expect(asking.map(({ routeId }) => routeId).filter((id) => pages.includes(id))).toEqual([]);
	});

	test.each([
		['/staff/today', true],
		['/staff/log', true],
		['/staff/case/0b6f', true],
		['/staff/case/0b6f/act/extendStage1', true],
		['/staff/case/0b6f/papers', false],
		['/staff/case/0b6f/act', false],
		['/staff/sign-in', false],
		['/staff/figures', false],
		['/s/1', false],
		['/public/staff/today', false]
	])('%s: %s', (path, opens) => {
		expect(opensWithNoSignal(path)).toBe(opens);
	});
});

describe('what is said to be lost with the page', () => {
	it.each(['drafts', 'files'])('is what is half written in it, by its %s', (what) => {
		holdUpdate(what, true);
		expect(isHalfWrittenHere()).toBe(true);
		holdUpdate(what, false);
		expect(isHalfWrittenHere()).toBe(false);
	});

	it('is not what was typed and may be sent by now, as in the search', () => {
		holdUpdate('typed', true);
		expect([isUpdateHeld(), isHalfWrittenHere()]).toEqual([true, false]);
		holdUpdate('typed', false);
	});
});

describe('a newer version', () => {
	beforeEach(() => {
		for (const what of ['typed', 'draft']) holdUpdate(what, false);
	});

	it('waits until the last thing that is half written is done', () => {
		holdUpdate('typed', true);
		holdUpdate('draft', true);
		holdUpdate('typed', false);
		expect(isUpdateHeld()).toBe(true);
		holdUpdate('draft', false);
		expect(isUpdateHeld()).toBe(false);
	});

	it('is looked at again whenever something begins or ends, and not for what was said before', () => {
		const look = vi.fn();
		const unhear = onHoldsChanged(look);
		holdUpdate('typed', true);
		holdUpdate('typed', true);
		expect(look).toHaveBeenCalledTimes(1);
		unhear();
		holdUpdate('typed', false);
		expect(look).toHaveBeenCalledTimes(1);
	});
});
