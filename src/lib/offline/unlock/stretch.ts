import { argon2id } from 'hash-wasm';

/** What one guess at a passphrase costs. Kept beside each key, so that it can be raised later. */
export interface StretchCost {
	memoryKiB: number;
	passes: number;
}

/** Source: security 3.2. */
export const STRETCH_COST: StretchCost = { memoryKiB: 64 * 1024, passes: 3 };

/** A passphrase made into 32 bytes, slowly, with a salt of its own person and device. */
export type Stretch = (
	passphrase: string,
	salt: Uint8Array<ArrayBuffer>,
	cost: StretchCost
) => Promise<Uint8Array<ArrayBuffer>>;

/** Argon2id, in the thread that calls it. A page calls it by `stretchInWorker`. */
export const stretchHere: Stretch = async (passphrase, salt, { memoryKiB, passes }) =>
	new Uint8Array(
		await argon2id({
			password: passphrase,
			salt,
			memorySize: memoryKiB,
			iterations: passes,
			parallelism: 1,
			hashLength: 32,
			outputType: 'binary'
		})
	);
