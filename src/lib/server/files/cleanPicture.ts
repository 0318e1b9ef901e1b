import sharp from 'sharp';
import { LARGEST_FILE_BYTES, type PictureKind } from '#lib/server/files/fileKind.ts';

/** A cleaned picture, or why there is none. `tooLarge`: more points than are ever decoded. */
export type PictureCleaned =
	| { cleaned: true; kind: PictureKind; bytes: Buffer }
	| { cleaned: false; because: 'broken' | 'tooLarge' };

/** A phone's photo has 12 to 50 million points; what has more is refused before it is decoded. */
const MOST_POINTS = 50_000_000;
/** The longer side of what is kept: enough to read a page of print. */
const LONGEST_SIDE = 4_000;
const TIMEOUT_SECONDS = 20;

// One picture in memory at a time, and none kept. Only these three kinds are ever decoded: the
// library itself would read many more, SVG among them.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer']
});

/**
 * Encodes a picture again, turned the right way up, in the colours of a screen. Whatever else was
 * in the file is gone: where and when it was taken, thumbnails, words, anything before or after.
 * Of a moving picture the first frame is kept.
 */
export async function cleanPicture(bytes: Uint8Array, kind: PictureKind): Promise<PictureCleaned> {
	try {
		const picture = read(bytes);
		const { format, width, height } = await picture.metadata();
		if (width * height > MOST_POINTS) return { cleaned: false, because: 'tooLarge' };
		if (format !== kind) return { cleaned: false, because: 'broken' };
		const encoded = await encode(bytes, kind);
		if (encoded.byteLength <= LARGEST_FILE_BYTES) return { cleaned: true, kind, bytes: encoded };
		const smaller = await encode(bytes, 'jpeg');
		return { cleaned: true, kind: 'jpeg', bytes: smaller };
	} catch (error) {
		const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
		return { cleaned: false, because: isTooLarge ? 'tooLarge' : 'broken' };
	}
}

function read(bytes: Uint8Array) {
	return sharp(bytes, {
		failOn: 'error',
		limitInputPixels: MOST_POINTS,
		pages: 1,
		sequentialRead: true
	});
}

function encode(bytes: Uint8Array, kind: PictureKind): Promise<Buffer> {
	const turned = read(bytes)
		.autoOrient()
		.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
		.timeout({ seconds: TIMEOUT_SECONDS });
	switch (kind) {
		case 'jpeg':
			return turned.flatten({ background: '#ffffff' }).jpeg({ quality: 85 }).toBuffer();
		case 'png':
			return turned.png({ compressionLevel: 9 }).toBuffer();
		case 'webp':
			return turned.webp({ quality: 85 }).toBuffer();
	}
}
