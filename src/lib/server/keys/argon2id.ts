import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** 19 MiB, two passes, one lane: the least that OWASP's list allows, about 80 ms here. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

/** At most two at once, so that a flood of guesses cannot take both processors and the memory. */
const MOST_AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** A verifier of a secret in the usual text form, `$argon2id$v=19$m=…`. Never the secret. */
export async function hashSecret(secret: string): Promise<string> {
	const salt = randomBytes(16);
	const tag = await inTurn(() => tagOf(secret, salt));
	return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether `secret` is the one behind `verifier`. A verifier of another shape is a bug and throws. */
export async function isSecret(secret: string, verifier: string): Promise<boolean> {
	const parts = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$([^$]+)\$([^$]+)$/.exec(verifier);
	if (!parts?.[1] || !parts[2]) throw new TypeError('not an Argon2id verifier of ours');
	const salt = Buffer.from(parts[1], 'base64');
	const expected = Buffer.from(parts[2], 'base64');
	return timingSafeEqual(await inTurn(() => tagOf(secret, salt)), expected);
}

async function tagOf(secret: string, nonce: Buffer): Promise<Buffer> {
	return derive('argon2id', { message: Buffer.from(secret.normalize('NFKC')), nonce, ...COST });
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
	running += 1;
	try {
		return await work();
	} finally {
		running -= 1;
		waiting.shift()?.();
	}
}

function base64(bytes: Buffer): string {
	return bytes.toString('base64').replace(/=+$/, '');
}
