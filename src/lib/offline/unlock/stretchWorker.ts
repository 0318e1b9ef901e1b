import { stretchHere, type StretchCost } from './stretch.ts';

/**
 * Stretches one passphrase in a thread of its own: the page goes on answering meanwhile, and its
 * policy allows no WebAssembly. A worker has the policy of its own file.
 */
interface Asked {
	passphrase: string;
	salt: Uint8Array<ArrayBuffer>;
	cost: StretchCost;
}

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
	try {
		self.postMessage({ key: await stretchHere(data.passphrase, data.salt, data.cost) });
	} catch (error) {
		self.postMessage({ fault: String(error) });
	}
};
