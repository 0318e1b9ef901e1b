import { PUSH_KINDS, type PushKind } from '#lib/domain/offline/devicePush.ts';
import { NOTICE_MESSAGES } from '#lib/offline/shell/notices.ts';
import { PUSHED, PUSHED_UNREAD } from '#lib/words/push.ts';
import { scope, type OpenTab, type PressedEvent, type PushedEvent } from './scope.ts';

/**
 * Shows that something needs this device's person. Always one notice, also where the message cannot
 * be read: a browser that is shown none says something of its own, and in the end sends none.
 *
 * The message holds a kind alone. The words are ours, so that no server can put others on the screen.
 */
export function showPushed({ data }: PushedEvent): Promise<void> {
	const kind = readKind(data);
	const { title, body, to } = kind === null ? PUSHED_UNREAD : PUSHED[kind];
	return scope.registration.showNotification(title, {
		...{ body, lang: 'en-GB', icon: '/staff/icon-192.png', data: { to } },
		// A later one takes the place of an earlier; an alert is heard each time.
		...{ tag: kind ?? 'unread', renotify: kind === 'alert' }
	} as NotificationOptions);
}

/** Goes to what the notice is about: in a staff tab that is open, or else in a new one. */
export async function openNotice({ notification }: PressedEvent): Promise<void> {
	notification.close();
	const to = addressIn(notification.data);
	const tabs = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const ours = tabs.filter(({ url }) => new URL(url).pathname.startsWith('/staff/'));
	const tab = ours.find(({ focused }) => focused) ?? ours[0];
	if (tab) await goThere(tab, to);
	else await scope.clients.openWindow(to);
}

/** Takes every notice off the screen: the device goes into other hands. */
export async function closeShown(): Promise<void> {
	for (const notice of await scope.registration.getNotifications()) notice.close();
}

/** The page goes there itself, as by a link in it: what is half written in it is kept. */
async function goThere(tab: OpenTab, to: string): Promise<void> {
	tab.postMessage({ type: NOTICE_MESSAGES.open, to });
	// Some browsers do not let a worker bring a tab to the front.
	await tab.focus().catch(() => undefined);
}

function readKind(data: PushedEvent['data']): PushKind | null {
	try {
		const { kind } = JSON.parse(data?.text() ?? '') as { kind?: unknown };
		return PUSH_KINDS.find((known) => known === kind) ?? null;
	} catch {
		// Nothing in it, or nothing of ours.
		return null;
	}
}

function addressIn(data: unknown): string {
	const to = (data as { to?: unknown } | null)?.to;
	return typeof to === 'string' && to.startsWith('/staff/') ? to : PUSHED_UNREAD.to;
}
