import type { Page } from '@playwright/test';
import { fillIn, type Filled } from '../../support/childAtPage.ts';
import type { Situation } from '../../support/childSituations.ts';

/** One public page in one state. */
export interface PublicState {
	/** Where it is; what a browser asks for first. */
	path: string;
	/** What is special about it, in words. */
	state: string;
	/** What happened before in that browser; null: it was never here. */
	situation: Situation | null;
	/** What is done on the page before it is looked at. */
	done?: (page: Page) => Promise<void>;
	/** The status of the answer looked at; 200 where nothing else is said. */
	status?: number;
}

/** Chooses and types, then presses the named button, and waits for the page after it. */
export function press(name: string, filled: Filled = []): (page: Page) => Promise<void> {
	return async (page) => {
		await fillIn(page, filled);
		const answered = page.waitForResponse((response) => response.request().method() === 'POST');
		await page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
		await answered;
		await page.waitForLoadState();
	};
}

/** Nothing chosen, and Continue. */
const nothing = press('Continue');
/** Opens what is folded. */
const unfold = async (page: Page) => {
	for (const summary of await page.locator('summary').all()) await summary.click();
};
/** More than the site takes, where the browser need not lay it out. */
const tooMuch = async (page: Page) => {
	await page.evaluate(() => {
		const much = document.createElement('input');
		Object.assign(much, { type: 'hidden', name: 'happened', value: 'x'.repeat(5_000_000) });
		document.querySelector('main form')?.append(much);
	});
	await nothing(page);
};

const plain = (path: string): PublicState => ({ path, state: 'as it is', situation: null });
const wrong = (path: string, situation: Situation, filled: Filled = []): PublicState => ({
	path,
	state: 'with an error',
	situation,
	done: press('Continue', filled),
	status: 400
});

const OUTSIDE: readonly PublicState[] = [
	...[
		'/',
		'/help',
		'/advocate',
		'/private',
		'/privacy',
		'/privacy/adults',
		'/cookies',
		'/changes',
		'/accessibility',
		'/languages',
		'/bye'
	].map(plain),
	...['/family', '/carer', '/for-advocates', '/back'].map(plain),
	{ path: '/', state: 'seen before', situation: 'begun' },
	{ path: '/hand', state: 'on a worker’s device', situation: 'lent' },
	{ path: '/hand/back', state: 'with nothing told', situation: 'lent' },
	{ path: '/hand/back', state: 'before it was sent', situation: 'lentFilled' },
	{ path: '/hand/back', state: 'after it was sent', situation: 'lentSent' },
	{ path: '/back?hidden', state: 'after a quarter of an hour', situation: null },
	{ path: '/back?kept', state: 'after writing too late', situation: null },
	wrong('/back', 'begun', [['Type your six words', 'abacus baffle cabbage']]),
	{ path: '/nowhere', state: 'not there', situation: null, status: 404 },
	{ path: '/s/nowhere', state: 'not there', situation: null, status: 404 },
	{ path: '/my/reach/nowhere', state: 'not there', situation: null, status: 404 },
	{ path: '/my/answer/1', state: 'not there', situation: null, status: 404 },
	{ path: '/s/6', state: 'after too much at once', situation: 'begun', done: tooMuch, status: 413 }
];

/** The pages of the form that ask something, in the order of the journey. */
const ASKING = '2 3 4 4b 5 6 7 7b 8 8b 9 10 10a 10b 10c 10d 10e'.split(' ');
const MAY_BE_BLANK = ['5', '7', '7b', '9', '10'];

const FORM: readonly PublicState[] = [
	plain('/s/1'),
	{ path: '/s/1', state: 'unfolded, seen before', situation: 'begun', done: unfold },
	...ASKING.flatMap((step): PublicState[] => [
		{ path: `/s/${step}`, state: 'empty', situation: 'begun' },
		{ path: `/s/${step}?c=1`, state: 'filled in, opened by Change', situation: 'filled' }
	]),
	{ path: '/s/10d', state: 'filled in, reached by Back', situation: 'filled' },
	...ASKING.filter((step) => !MAY_BE_BLANK.includes(step)).map((step) =>
		wrong(`/s/${step}`, 'begun')
	),
	wrong('/s/9', 'begun', [['What should we call you?', 'x'.repeat(101)]]),
	{ path: '/s/3h', state: 'before a call was asked for', situation: 'notSafe' },
	{
		path: '/s/3h',
		state: 'with an error',
		situation: 'notSafe',
		done: press('Please call me'),
		status: 400
	},
	{ path: '/s/3h', state: 'after a call was asked for', situation: 'called' },
	{ path: '/s/11', state: 'all said', situation: 'filled' },
	{ path: '/s/11', state: 'little said', situation: 'littleSaid' },
	{ path: '/s/11', state: 'in sign language', situation: 'signs' },
	{ path: '/s/11', state: 'not safe', situation: 'called' },
	{ path: '/s/11', state: 'somebody else’s cookie', situation: 'stranger' },
	{ path: '/s/11a', state: 'saved for later', situation: 'saved' },
	{ path: '/s/11b', state: 'before deleting', situation: 'filled' },
	{ path: '/s/11b', state: 'before deleting, not safe', situation: 'called' },
	{ path: '/s/12', state: 'sent', situation: 'sent' },
	{ path: '/s/12', state: 'sent by somebody without a name', situation: 'sentLittle' },
	{ path: '/s/12', state: 'sent with an advocate asked for', situation: 'sentWithAdvocate' },
	{ path: '/s/12', state: 'sent on a worker’s device', situation: 'lentSent' },
	{ path: '/s/12', state: 'sent with words from before', situation: 'sentElsewhere' }
];

/** The pages that ask an adult with a complaint of their own. */
const ASKING_ADULTS = '31 32 33 34 34b 34c 35 36 37 37b 38 39'.split(' ');
const ADULTS_MAY_LEAVE_BLANK = ['35', '37', '37b', '38'];

const ADULTS: readonly PublicState[] = [
	...ASKING_ADULTS.flatMap((step): PublicState[] => [
		{ path: `/s/${step}`, state: 'empty', situation: 'begun' },
		{ path: `/s/${step}?c=1`, state: 'filled in, opened by Change', situation: 'adultsFilled' }
	]),
	...ASKING_ADULTS.filter((step) => !ADULTS_MAY_LEAVE_BLANK.includes(step)).map((step) =>
		wrong(`/s/${step}`, 'begun')
	),
	wrong('/s/38', 'begun', [['Who is the child?', 'x'.repeat(501)]]),
	{ path: '/s/3h', state: 'an adult, before a call was asked for', situation: 'adultNotSafe' },
	{ path: '/s/10', state: 'an adult whose post others may see', situation: 'adultsFilled' },
	{ path: '/s/11', state: 'an adult, all said', situation: 'adultsFilled' },
	{ path: '/s/12', state: 'sent by an adult', situation: 'adultsSent' }
];

/** The pages that ask somebody who helps a child. */
const ASKING_HELPERS = '21 22 23 24 25 26 26b 26c 27 28 28b 29 30 30a 30b 30c 30d 30e'.split(' ');
const HELPERS_MAY_LEAVE_BLANK = ['25', '28', '28b', '29', '30'];

const HELPERS: readonly PublicState[] = [
	...ASKING_HELPERS.flatMap((step): PublicState[] => [
		{ path: `/s/${step}`, state: 'empty', situation: 'begun' },
		{ path: `/s/${step}?c=1`, state: 'filled in, opened by Change', situation: 'helpersFilled' }
	]),
	...ASKING_HELPERS.filter((step) => !HELPERS_MAY_LEAVE_BLANK.includes(step)).map((step) =>
		wrong(`/s/${step}`, 'begun')
	),
	wrong('/s/29', 'begun', [['What is the child called?', 'x'.repeat(501)]]),
	{ path: '/s/11', state: 'a helper, all said', situation: 'helpersFilled' },
	{ path: '/s/12', state: 'sent by a helper', situation: 'helpersSent' }
];

/** A thank-you, and an idea or a question. */
const ASIDES = '41 42 43 51 52 53 54'.split(' ');
const ASIDE: readonly PublicState[] = [
	...['/s/41', '/s/51'].map(plain),
	{ path: '/s/41', state: 'something else begun', situation: 'filled' },
	...ASIDES.filter((step) => !/1$/.test(step)).map((step) => ({
		path: `/s/${step}`,
		state: 'empty',
		situation: 'begun' as const
	})),
	...ASIDES.filter((step) => step !== '54').map((step) => wrongToSend(`/s/${step}`)),
	{
		...wrongToSend('/s/54'),
		done: press('Send it', [
			['Do you want a text as well? Type your phone number', '07700 900 982']
		])
	},
	{ path: '/s/12', state: 'a thank-you with no code', situation: 'thanked' },
	{ path: '/s/12', state: 'an idea with its code', situation: 'ideaSent' }
];

function wrongToSend(path: string): PublicState {
	const button = /[/]s[/](?:43|54)$/.test(path) ? 'Send it' : 'Continue';
	return { path, state: 'with an error', situation: 'begun', done: press(button), status: 400 };
}

/** Every public page in every state but those behind the six words. */
export const PUBLIC_STATES: readonly PublicState[] = [
	...OUTSIDE,
	...FORM,
	...ADULTS,
	...HELPERS,
	...ASIDE
];
