import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { STRETCH_COST, stretchHere } from '#lib/offline/unlock/stretch.ts';
import {
	makeKey,
	openByPasskey,
	openByPassphrase,
	randomBytes,
	type PasskeyWrap,
	type PassphraseWrap
} from '#lib/offline/unlock/wraps.ts';
import { PASSPHRASE, stretchLightly } from '../../support/deviceAtRest.ts';

const PRIYA = { personId: 'person-priya', deviceId: 'tablet' };
const PLACE = { store: 'cases', id: 'case of Jay', personId: PRIYA.personId } as const;
const PASSKEY = { credentialId: randomBytes(16), salt: randomBytes(32), secret: randomBytes(32) };

/** Priya's key, wrapped both ways, and something that it sealed. */
async function both() {
	const openers = { passkey: PASSKEY, passphrase: PASSPHRASE };
	const { key, wraps } = await makeKey(PRIYA, openers, stretchLightly);
	return {
		sealed: await key.seal(PLACE, 'what Jay said'),
		byPasskey: wraps.find((one): one is PasskeyWrap => one.by === 'passkey')!,
		byPassphrase: wraps.find((one): one is PassphraseWrap => one.by === 'passphrase')!
	};
}

describe('the key of a person on their device', () => {
	it('is the same by their passkey and by their passphrase', async () => {
		const { sealed, byPasskey, byPassphrase } = await both();
		const one = await openByPasskey(PRIYA, byPasskey, PASSKEY.secret);
		const other = await openByPassphrase(PRIYA, byPassphrase, PASSPHRASE, stretchLightly);
		expect(await one?.open(PLACE, sealed)).toEqual({ value: 'what Jay said' });
		expect(await other?.open(PLACE, sealed)).toEqual({ value: 'what Jay said' });
	});

	it('is opened by nothing else: a word less, another passkey, another person or device', async () => {
		const { byPasskey, byPassphrase } = await both();
		const byWords = (words: string, place = PRIYA) =>
			openByPassphrase(place, byPassphrase, words, stretchLightly);
		expect(await byWords('copper kettle under nine')).toBeNull();
		expect(await openByPasskey(PRIYA, byPasskey, randomBytes(32))).toBeNull();
		expect(await byWords(PASSPHRASE, { ...PRIYA, personId: 'person-sam' })).toBeNull();
		expect(await byWords(PASSPHRASE, { ...PRIYA, deviceId: 'phone' })).toBeNull();
	});

	it('is another one each time a device is set up', async () => {
		const first = await both();
		const second = await both();
		const key = await openByPassphrase(PRIYA, second.byPassphrase, PASSPHRASE, stretchLightly);
		expect(await key?.open(PLACE, first.sealed)).toBeNull();
	});

	it('opens where the passphrase was typed with a capital letter and a space too many', async () => {
		const { byPassphrase } = await both();
		const typed = 'Copper kettle  under nine bridges ';
		expect(await openByPassphrase(PRIYA, byPassphrase, typed, stretchLightly)).not.toBeNull();
	});

	it('costs whoever guesses 64 MiB and three passes a guess', async () => {
		expect(STRETCH_COST).toEqual({ memoryKiB: 65_536, passes: 3 });
		const { byPassphrase } = await both();
		expect(byPassphrase.cost).toEqual(STRETCH_COST);
		const salt = new Uint8Array(16).fill(1);
		// The same function as OpenSSL has it.
		const other = argon2Sync('argon2id', {
			message: 'copper kettle',
			nonce: salt,
			memory: 65_536,
			passes: 3,
			parallelism: 1,
			tagLength: 32
		});
		const bytes = await stretchHere('copper kettle', salt, STRETCH_COST);
		expect(Buffer.from(bytes).toString('hex')).toBe(other.toString('hex'));
	});
});
