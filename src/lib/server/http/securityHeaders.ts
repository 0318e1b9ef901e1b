/**
 * The headers of every answer, pages and files alike; the content security policy is the
 * framework's own. `same-origin` and not `no-referrer`: with the latter browsers post
 * `Origin: null`, which is refused.
 */
export const SECURITY_HEADERS = {
	'Referrer-Policy': 'same-origin',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Permissions-Policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin'
} as const;

/** On the pages that record a voice the browser may ask for the microphone; on no other. */
export const MAY_RECORD = SECURITY_HEADERS['Permissions-Policy'].replace(
	'microphone=()',
	'microphone=(self)'
);

/** A browser that has once come by https comes back by nothing else, for a year. */
export const HTTPS_ONLY = ['Strict-Transport-Security', 'max-age=31536000'] as const;
