import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenForms, type FormAsked, type OpenForm } from '#lib/offline/unlock/openForms.ts';

// The windows of one browser, each with its own forms, and the locks that they share.

const PRIYA = 'person-priya';
const A_MOMENT_MS = 1_000;

/** A window of this browser; people differ from test to test, so that no lock of one is left to the next. */
const aWindow = (locks: LockManager | undefined = navigator.locks) => new OpenForms(locks);

let test = 0;
let whose = '';
beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout'] });
	test += 1;
	whose = `${PRIYA} ${test}`;
});
afterEach(() => vi.useRealTimers());

function open(window: OpenForms, form: string, asked: Partial<FormAsked> = {}) {
	return window.open({
		...{ personId: whose, form, halfWritten: [], settled: () => Promise.resolve(true) },
		given: () => Promise.resolve(),
		...asked
	});
}

const later = () => vi.advanceTimersByTimeAsync(A_MOMENT_MS);

describe('a form that somebody opens in several windows', () => {
	it('has its own name in the first, and another in each further one', async () => {
		const windows = [aWindow(), aWindow(), aWindow()];
		const names: string[] = [];
		for (const window of windows) names.push((await open(window, 'contact')).name);
		expect(names).toEqual(['contact', 'contact~2', 'contact~3']);
	});

	it('has another name too where one window opens it twice', async () => {
		const window = aWindow();
		await open(window, 'contact');
		expect((await open(window, 'contact')).name).toBe('contact~2');
	});

	it('is not the form of another case, nor of another person', async () => {
		const [first, second] = [aWindow(), aWindow()];
		await open(first, 'note-1');
		expect((await open(second, 'note-12')).name).toBe('note-12');
		expect((await open(second, 'note-1', { personId: 'person-sam' })).name).toBe('note-1');
	});

	it('is not taken for more of another, whatever it is called', async () => {
		const halfWritten = ['note-12', 'note-1~', 'note-1~2~3', 'note-1~x', 'edit-note-1'];
		const opened = await open(aWindow(), 'note-1', { halfWritten });
		expect(opened).toMatchObject({ name: 'note-1', others: [] });
	});

	const failing = {
		request: () => Promise.reject(new DOMException('Not now', 'InvalidStateError')),
		query: () => Promise.reject(new DOMException('Not now', 'InvalidStateError'))
	} as unknown as LockManager;

	it.each([
		['without locks', undefined],
		['whose locks fail', failing]
	])('has its own name only in a browser %s', async (_name, locks) => {
		const opened = await open(new OpenForms(locks), 'contact', { halfWritten: ['contact'] });
		expect(opened).toMatchObject({ name: 'contact', others: [] });
	});
});

describe('what was half written in a window that is there no more', () => {
	it('is what the next one opens, and what is left beside it is named', async () => {
		const halfWritten = ['contact~12', 'contact~2', 'concern'];
		const opened = await open(aWindow(), 'contact', { halfWritten });
		expect(opened).toMatchObject({ name: 'contact~2', others: ['contact~12'] });
	});

	it('is opened as somebody chose', async () => {
		const halfWritten = ['contact', 'contact~2'];
		const window = aWindow();
		const first = await open(window, 'contact', { halfWritten });
		first.close();
		const second = await open(window, 'contact', { halfWritten, wanted: 'contact~2' });
		expect(second).toMatchObject({ name: 'contact~2', others: ['contact'] });
	});

	it('is not what another window has open, also where somebody chose it', async () => {
		const halfWritten = ['contact', 'contact~2'];
		await open(aWindow(), 'contact', { halfWritten });
		const second = await open(aWindow(), 'contact', { halfWritten, wanted: 'contact' });
		expect(second).toMatchObject({ name: 'contact~2', others: [] });
	});

	it('is not opened where it was sent meanwhile, and somebody chose it', async () => {
		const second = await open(aWindow(), 'contact', { wanted: 'contact~2' });
		expect(second).toMatchObject({ name: 'contact', others: [] });
	});
});

describe('a form that was left', () => {
	it('is the same again in each window after all of them were locked', async () => {
		const halfWritten = ['contact', 'contact~2'];
		const [first, second] = [aWindow(), aWindow()];
		const both = [await open(first, 'contact'), await open(second, 'contact')];
		for (const one of both) one.close();
		await later();
		expect((await open(second, 'contact', { halfWritten })).name).toBe('contact~2');
		expect((await open(first, 'contact', { halfWritten })).name).toBe('contact');
	});

	it('is free once what was written in it last is on the disk, and not before', async () => {
		const [first, second] = [aWindow(), aWindow()];
		let isOnDisk = false;
		(await open(first, 'contact', { settled: () => Promise.resolve(isOnDisk) })).close();
		await later();
		expect((await open(second, 'contact')).name).toBe('contact~2');
		isOnDisk = true;
		await later();
		expect((await open(aWindow(), 'contact')).name).toBe('contact');
	});

	it('is nobody’s until what was written in it is given, and not its own window’s either', async () => {
		const [first, second] = [aWindow(), aWindow()];
		let arrive = () => {};
		const given = () => new Promise<void>((resolve) => (arrive = resolve));
		(await open(first, 'contact', { given })).close();
		await later();
		expect((await open(second, 'contact', { halfWritten: ['contact'] })).name).toBe('contact~2');
		expect((await open(first, 'contact', { halfWritten: ['contact'] })).name).toBe('contact~3');
		arrive();
		await later();
		expect((await open(aWindow(), 'contact')).name).toBe('contact');
	});

	it('is the same when it is opened again at once, and stays held', async () => {
		const window = aWindow();
		(await open(window, 'contact')).close();
		await vi.advanceTimersByTimeAsync(0);
		expect((await open(window, 'contact')).name).toBe('contact');
		await later();
		expect((await open(aWindow(), 'contact')).name).toBe('contact~2');
	});

	it.each([1, 2, 3, 4, 5, 6, 7, 8])(
		'is the same when it is opened as it is let go, %i steps after it is on the disk',
		async (steps) => {
			const window = aWindow();
			let again: Promise<OpenForm> | undefined;
			const openAfter = async () => {
				for (let step = 0; step < steps; step += 1) await Promise.resolve();
				again = open(window, 'contact');
			};
			const settled = () => {
				void openAfter();
				return Promise.resolve(true);
			};
			await (await open(window, 'contact', { settled })).close();
			await later();
			expect((await again)?.name).toBe('contact');
		}
	);

	it('that was left twice is free', async () => {
		const window = aWindow();
		const first = await open(window, 'contact');
		first.close();
		first.close();
		await later();
		expect((await open(aWindow(), 'contact')).name).toBe('contact');
	});
});
