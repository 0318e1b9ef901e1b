import type { Stretch } from './stretch.ts';

/** The worker could not do it: too little memory, or a browser that allows no WebAssembly. */
export class CannotStretch extends Error {
	override name = 'CannotStretch';
}

/** Stretches a passphrase in a worker that ends with it, so that nothing of it stays. */
export const stretchInWorker: Stretch = (passphrase, salt, cost) =>
	new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./stretchWorker.ts', import.meta.url), { type: 'module' });
		worker.onmessage = ({
			data
		}: MessageEvent<{ key?: Uint8Array<ArrayBuffer>; fault?: string }>) => {
			worker.terminate();
			if (data.key) resolve(data.key);
			else reject(new CannotStretch(data.fault));
		};
		worker.onerror = ({ message }) => {
			worker.terminate();
			reject(new CannotStretch(message));
		};
		worker.postMessage({ passphrase, salt, cost });
	});
