import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { askReviews } from '#lib/offline/reviews.ts';
import type { Fetch } from '#lib/offline/server.ts';
import type { MyReviews } from '#lib/wire/reviews.ts';

/** The reviews of a person; `isFresh`: the server has just said so. */
export interface HeardReviews {
	mine: MyReviews;
	isFresh: boolean;
}

/**
 * The reviews of whoever is signed in, as the server says, or as it last said on their own device
 * where no answer comes; null without either. What it says takes the place of all that was kept, so
 * that a child who was moved to another officer is gone from here.
 */
export async function hearReviews(
	fetch: Fetch,
	device: OpenDevice | null
): Promise<HeardReviews | null> {
	const answer = await askReviews(fetch);
	if (answer.ok) {
		// Not waited for: the page has it, and a disk that refuses is told of elsewhere.
		if (device) void keep(device, answer.value).catch(() => undefined);
		return { mine: answer.value, isFresh: true };
	}
	const mine = device && answer.standing !== 'signedOut' ? await readKept(device) : null;
	return mine && { mine, isFresh: false };
}

async function keep({ person, disk, key }: OpenDevice, mine: MyReviews): Promise<void> {
	if (key) await disk.keepFacts('reviews', await key.seal(placeOf(person.personId), mine));
}

async function readKept({ person, disk, key }: OpenDevice): Promise<MyReviews | null> {
	const sealed = await disk.readFacts('reviews');
	const opened = key && sealed && (await key.open(placeOf(person.personId), sealed));
	return opened ? (opened.value as MyReviews) : null;
}

function placeOf(personId: string) {
	return { store: 'desk', id: 'reviews', personId } as const;
}
