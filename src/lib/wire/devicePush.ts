import type { PushKind } from '#lib/domain/offline/devicePush.ts';

/**
 * What a device and the server say to each other about being told of something while the app is
 * shut: GET /api/sync/device/push asks how it stands, POST turns it on or off. And what the message
 * itself holds, which is the kind and no word: words and address are the device's own.
 */

/** The whole of what a message holds. */
export interface PushedNotice {
	kind: PushKind;
}

/** How a device stands. */
export interface PushStanding {
	/** By what the browser is to know our messages, in base64url; null where the office has no push. */
	publicKey: string | null;
	isOn: boolean;
}

/** What turns it on for one device, or off where there is no `subscription`. */
export interface TurnPush {
	deviceId: string;
	subscription: BrowserSubscription | null;
}

/** What the browser's push service gave it. */
export interface BrowserSubscription {
	endpoint: string;
	/** The browser's public key and a secret of its own, in base64url. */
	p256dh: string;
	auth: string;
}

/**
 * `notYours`: the device is somebody else's, was removed, or is not known. `notThisService`: the
 * browser's push service is none that this installation sends to.
 */
export type TurnPushReply = { kind: 'on' | 'off' | 'notYours' | 'notThisService' };
