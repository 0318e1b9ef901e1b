import { Secret, TOTP } from 'otpauth';

/** The code an authenticator app shows for a secret at that instant, by RFC 6238. */
export function appCode(secret: string, atMs: number): string {
	return new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({
		timestamp: atMs
	});
}
