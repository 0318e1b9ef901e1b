/** Which hosts a message may be sent to. */
export interface PushServices {
	/** Host names; `*.` before one stands for any name under it. */
	hosts: readonly string[];
	/** Whether a stand-in on this machine may take them. For tests alone. */
	mayBeHere?: boolean;
}

/** Those of the browsers: Chrome and its kin, Firefox, Safari, Edge on Windows. */
export const KNOWN_PUSH_HOSTS: readonly string[] = [
	'fcm.googleapis.com',
	'updates.push.services.mozilla.com',
	'web.push.apple.com',
	'*.push.apple.com',
	'*.notify.windows.com'
];

/**
 * Whether a browser's address for messages is one that we send to. The address comes from a browser,
 * so it could name anything: only HTTPS, the usual port and a host of the list. Source: security 2.4.
 */
export function isPushEndpoint(endpoint: string, { hosts, mayBeHere }: PushServices): boolean {
	const url = URL.parse(endpoint);
	if (!url || url.username || url.password || url.hash) return false;
	if (mayBeHere && url.protocol === 'http:' && url.hostname === '127.0.0.1') return true;
	if (url.protocol !== 'https:' || url.port !== '') return false;
	return hosts.some((host) =>
		host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host
	);
}

/** Whether a text names a host, or every host under it. An address of four numbers is no name. */
export function isHostPattern(text: string): boolean {
	return /^(\*\.)?([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(text);
}
