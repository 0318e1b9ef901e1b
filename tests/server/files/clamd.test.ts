import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { clamdScanner, isClamdThere } from '#lib/server/files/clamd.ts';
import { EICAR, startFakeClamd } from '../../support/fakeClamd.ts';

const clamd = await startFakeClamd();
const scan = clamdScanner({ host: clamd.host, port: clamd.port, timeoutMs: 400 });
const words = Buffer.from('What I want to say');
beforeEach(() => clamd.play('honest'));
afterAll(() => clamd.close());

describe('the virus check by clamd', () => {
	it('passes a clean file, and sends all of it', async () => {
		const large = Buffer.alloc(300_001, 'a');
		expect(await scan(large)).toEqual({ scan: 'clean' });
		expect(clamd.seen.at(-1)?.equals(large)).toBe(true);
	});

	it('finds what there is to find', async () => {
		expect(await scan(Buffer.from(EICAR))).toEqual({ scan: 'found', name: 'Eicar-Signature' });
	});

	it('knows nothing of a file that is larger than the scanner takes', async () => {
		clamd.play('limit');
		const large = Buffer.alloc(9_000_000, 'a');
		expect(await scan(large)).toEqual({ scan: 'notScanned', because: 'limit' });
	});

	it('gives up on a scanner that says nothing', async () => {
		clamd.play('silent');
		expect(await scan(words)).toEqual({ scan: 'notScanned', because: 'timeOut' });
	});

	it.each(['close', 'halfClose'] as const)(
		'does not take an ended connection for an answer: %s',
		async (part) => {
			clamd.play(part);
			expect(await scan(words)).toEqual({ scan: 'notScanned', because: 'brokenOff' });
		}
	);

	it('does not take any other answer for a good one', async () => {
		clamd.play('nonsense');
		expect(await scan(words)).toEqual({ scan: 'notScanned', because: 'error' });
	});

	it('knows nothing where no scanner listens', async () => {
		const gone = await startFakeClamd();
		await gone.close();
		const away = clamdScanner({ host: gone.host, port: gone.port });
		expect(await away(words)).toEqual({ scan: 'notScanned', because: 'away' });
	});

	it('says at the start whether it is there', async () => {
		expect(await isClamdThere(clamd)).toBe(true);
		clamd.play('close');
		expect(await isClamdThere(clamd)).toBe(false);
	});
});
