import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from '#lib/server/files/cleanPicture.ts';
import type { PictureKind } from '#lib/server/files/fileKind.ts';
import { aPicture, EXIF_PLACE, PLACE } from '../../support/mediaFiles.ts';
import { aPixelBomb } from '../../support/hostileFiles.ts';

const KINDS = ['jpeg', 'png', 'webp'] as const satisfies readonly PictureKind[];

async function cleanedOf(bytes: Buffer, kind: PictureKind): Promise<Buffer> {
	const cleaned = await cleanPicture(bytes, kind);
	if (!cleaned.cleaned) throw new Error(cleaned.because);
	return cleaned.bytes;
}

describe('a picture is encoded again', () => {
	it.each(KINDS)('without the place in its Exif: %s', async (kind) => {
		const photo = await aPicture(kind, 'exif');
		expect(photo.includes(EXIF_PLACE)).toBe(true);
		const kept = await cleanedOf(photo, kind);
		expect(kept.includes(EXIF_PLACE)).toBe(false);
		expect((await sharp(kept).metadata()).exif).toBeUndefined();
	});

	it.each(KINDS)('without the place in its XMP: %s', async (kind) => {
		const photo = await aPicture(kind, 'xmp');
		expect((await sharp(photo).metadata()).xmp?.includes(PLACE)).toBe(true);
		const kept = await cleanedOf(photo, kind);
		expect(kept.includes(PLACE)).toBe(false);
		expect((await sharp(kept).metadata()).xmp).toBeUndefined();
	});

	it('the right way up, since what says how it was held goes too', async () => {
		const onItsSide = await aPicture('jpeg', 'none', { orientation: 6 });
		const { width, height, orientation } = await sharp(
			await cleanedOf(onItsSide, 'jpeg')
		).metadata();
		expect([width, height, orientation]).toEqual([40, 60, undefined]);
	});

	it('with at most 4,000 points on its longer side', async () => {
		const wide = await aPicture('png', 'none', { width: 5_000, height: 100 });
		const { width, height } = await sharp(await cleanedOf(wide, 'png')).metadata();
		expect([width, height]).toEqual([4_000, 80]);
	});

	it('and still shows what it showed', async () => {
		const kept = await cleanedOf(await aPicture('png'), 'png');
		const { data, info } = await sharp(kept).raw().toBuffer({ resolveWithObject: true });
		const at = (info.width * 30 + 50) * info.channels;
		expect([...data.subarray(at, at + 3)]).toEqual([0x28, 0x7d, 0x3c]);
	});

	it('unless it has more than 50 million points, which are never decoded', async () => {
		const before = process.memoryUsage().rss;
		expect(await cleanPicture(aPixelBomb(20_000, 20_000), 'png')).toEqual({
			cleaned: false,
			because: 'tooLarge'
		});
		expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
	});

	it('unless it is not what it begins as', async () => {
		const half = (await aPicture('jpeg')).subarray(0, 200);
		expect(await cleanPicture(half, 'jpeg')).toEqual({ cleaned: false, because: 'broken' });
		const other = await aPicture('webp');
		expect(await cleanPicture(other, 'jpeg')).toEqual({ cleaned: false, because: 'broken' });
	});
});
