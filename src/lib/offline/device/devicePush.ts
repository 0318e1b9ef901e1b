import type { BrowserPush } from '#lib/offline/device/browserPush.ts';
import { postOf, readJson, type Answer, type Fetch } from '#lib/offline/server.ts';
import type { PushStanding, TurnPush, TurnPushReply } from '#lib/wire/devicePush.ts';
import type { NotTurned, PushState } from '#lib/domain/offline/devicePush.ts';

/** How telling stands on this device, as its person sees it; null with no signal. */
export async function lookAtPush(
	fetch: Fetch,
	browser: BrowserPush,
	deviceId: string
): Promise<PushState | null> {
	const permission = browser.permission();
	if (permission === 'cannot') return 'cannot';
	const standing = await askStanding(fetch, deviceId);
	if (!standing.ok) return null;
	const { publicKey, isOn } = standing.value;
	if (publicKey === null) return 'notOffered';
	if (permission === 'denied') return 'blocked';
	const here = isOn && permission === 'granted' ? await browser.current() : null;
	return here?.publicKey === publicKey ? 'on' : 'off';
}

/** Turns it on here; the browser asks its person. Null once it is on, or why it is not. */
export async function turnPushOn(
	fetch: Fetch,
	browser: BrowserPush,
	deviceId: string
): Promise<NotTurned | null> {
	// Asked first of all: a browser asks only while it remembers the press.
	if ((await browser.ask()) !== 'granted') return 'notAllowed';
	return browser.alone(() => subscribe(fetch, browser, deviceId));
}

async function subscribe(
	fetch: Fetch,
	browser: BrowserPush,
	deviceId: string
): Promise<NotTurned | null> {
	const standing = await askStanding(fetch, deviceId);
	if (!standing.ok) return reasonOf(standing);
	if (standing.value.publicKey === null) return 'other';
	const subscription = await browser.turnOn(standing.value.publicKey);
	if (!subscription) return 'noService';
	const turned = await turn(fetch, { deviceId, subscription });
	if (!turned.ok) return reasonOf(turned);
	if (turned.value.kind === 'on') return null;
	await browser.turnOff();
	return turned.value.kind === 'notThisService' ? 'noService' : 'other';
}

/** Turns it off here. Null once it is off, or why it is not: the server goes first. */
export function turnPushOff(
	fetch: Fetch,
	browser: BrowserPush,
	deviceId: string
): Promise<NotTurned | null> {
	return browser.alone(async () => {
		const turned = await turn(fetch, { deviceId, subscription: null });
		if (!turned.ok) return reasonOf(turned);
		await browser.turnOff();
		return null;
	});
}

/**
 * Tells the server anew what is on in this browser, as its person signs in: the browser may have moved
 * it, a sign-out ended it, and a restored server has another key. Nobody is asked anything, and where
 * it is not on here nothing is done.
 */
export async function renewPush(
	fetch: Fetch,
	browser: BrowserPush,
	deviceId: string
): Promise<void> {
	if (browser.permission() !== 'granted') return;
	await browser.alone(() => sayAnew(fetch, browser, deviceId));
}

async function sayAnew(fetch: Fetch, browser: BrowserPush, deviceId: string): Promise<void> {
	const current = await browser.current();
	if (!current) return;
	const standing = await askStanding(fetch, deviceId);
	if (!standing.ok || standing.value.publicKey === null) return;
	const { publicKey: before, ...kept } = current;
	const { publicKey } = standing.value;
	const subscription = before === publicKey ? kept : await browser.turnOn(publicKey);
	if (subscription) await turn(fetch, { deviceId, subscription });
}

function askStanding(fetch: Fetch, deviceId: string): Promise<Answer<PushStanding>> {
	return readJson(fetch, `/api/sync/device/push?device=${deviceId}`);
}

function turn(fetch: Fetch, asked: TurnPush): Promise<Answer<TurnPushReply>> {
	return readJson(fetch, '/api/sync/device/push', postOf(asked));
}

function reasonOf({ standing }: Extract<Answer<unknown>, { ok: false }>): NotTurned {
	return standing === 'noSignal' || standing === 'signedOut' ? standing : 'other';
}
