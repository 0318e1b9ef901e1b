import { Secret, TOTP } from 'otpauth';

/** How long a code of the app is the same (RFC 6238); the app counts these since 1970. */
const STEP_SECONDS = 30;

/** Half a minute before and after are taken too: people type slowly, and clocks differ. */
const STEPS_EITHER_SIDE = 1;

/** A new secret for an authenticator app: 160 bits, in the letters and figures an app takes. */
export function makeAppSecret(): string {
	return new Secret({ size: 20 }).base32;
}

/**
 * The half minute whose code `typed` is, around `nowMs`; null where it is none of them. Spaces
 * do not matter. That it was not used before is for whoever asks.
 */
export function stepOfCode(secret: string, typed: string, nowMs: number): number | null {
	const token = typed.replace(/\s/g, '');
	if (!/^\d{6}$/.test(token)) return null;
	const delta = appOf(secret).validate({ token, timestamp: nowMs, window: STEPS_EITHER_SIDE });
	return delta === null ? null : Math.floor(nowMs / 1000 / STEP_SECONDS) + delta;
}

/** What the app reads from the picture: the secret, and which sign-in it is for. */
export function appAddress(secret: string, { username, siteName }: AppLabel): string {
	return appOf(secret, { username, siteName }).toString();
}

/** How the app lists the sign-in. */
interface AppLabel {
	username: string;
	siteName: string;
}

function appOf(secret: string, label?: AppLabel): TOTP {
	return new TOTP({
		secret: Secret.fromBase32(secret),
		algorithm: 'SHA1',
		digits: 6,
		period: STEP_SECONDS,
		...(label ? { label: label.username, issuer: label.siteName } : {})
	});
}
