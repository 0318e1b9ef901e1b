import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { hearReviews } from '#lib/offline/kept/keptReviews.ts';
import { deleteReadable } from '#lib/offline/unlock/readable.ts';
import type { MyReviews } from '#lib/wire/reviews.ts';
import { forgetDevice, someoneHere } from '../support/deviceAtRest.ts';

afterEach(forgetDevice);

async function ravisTablet(): Promise<OpenDevice> {
	const { person, key } = await someoneHere('Ravi');
	return { person, key, disk: new IndexedDisk(person.personId) };
}

function reviewsOf(...children: string[]): MyReviews {
	return {
		...{ asOf: '2026-11-03T07:40:00Z', today: '2026-11-03' },
		children: children.map((called) => ({ childId: `child ${called}`, called })),
		...{ reviews: [], promises: [], concerns: [], ladder: [], duty: null },
		advocacy: { name: 'NYAS', telephone: '0808 808 1001' }
	};
}

const says = (mine: MyReviews) => () => Promise.resolve(Response.json(mine));
const noSignal = () => Promise.reject(new TypeError('Failed to fetch'));
const signedOut = () => Promise.resolve(new Response('{}', { status: 401 }));
const called = (mine: MyReviews | undefined) => mine?.children.map((child) => child.called);

/** Kept beside the page, which does not wait for it. */
async function takeAlong(device: OpenDevice, mine: MyReviews): Promise<void> {
	const before = await device.disk.readFacts('reviews');
	await hearReviews(says(mine), device);
	await expect.poll(() => device.disk.readFacts('reviews')).not.toEqual(before);
}

it('an officer has their reviews where there is no signal, and knows that they may have changed', async () => {
	const device = await ravisTablet();
	await takeAlong(device, reviewsOf('Jay K.', 'Tia'));
	const heard = await hearReviews(noSignal, device);
	expect([called(heard?.mine), heard?.isFresh]).toEqual([['Jay K.', 'Tia'], false]);
	await device.disk.close();
});

it('a child who was moved to another officer is gone from the device once it hears of it', async () => {
	const device = await ravisTablet();
	await takeAlong(device, reviewsOf('Jay K.', 'Tia'));
	await takeAlong(device, reviewsOf('Tia'));
	expect(called((await hearReviews(noSignal, device))?.mine)).toEqual(['Tia']);
	await device.disk.close();
});

it('nobody reads them without the key, signed out, or after what can be read was deleted', async () => {
	const device = await ravisTablet();
	await takeAlong(device, reviewsOf('Jay K.'));
	expect(await hearReviews(noSignal, { ...device, key: null })).toBeNull();
	const { key } = await someoneHere('Ravi');
	expect(await hearReviews(noSignal, { ...device, key })).toBeNull();
	expect(await hearReviews(signedOut, device)).toBeNull();
	await deleteReadable(device.person.personId);
	expect(await hearReviews(noSignal, device)).toBeNull();
	await device.disk.close();
});
