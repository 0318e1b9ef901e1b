import { describe, expect, it } from 'vitest';
import { cleanSound } from '#lib/server/files/cleanSound.ts';
import { findFileKind, type SoundKind } from '#lib/server/files/fileKind.ts';
import { aSound, aVideo, PLACE, TELLING_TAGS } from '../../support/mediaFiles.ts';

const KINDS = ['webm', 'mp4', 'mp3', 'wav', 'ogg'] as const satisfies readonly SoundKind[];

describe('a recording is copied into a new container', () => {
	it.each(KINDS)('without its names, places and comments: %s', async (kind) => {
		const told = await aSound(kind, TELLING_TAGS);
		expect(told.includes(PLACE)).toBe(true);
		expect(findFileKind(told)).toBe(kind);
		const cleaned = await cleanSound(told, kind);
		expect(cleaned).toMatchObject({ cleaned: true, kind });
		const kept = Buffer.from((cleaned as { bytes: Uint8Array }).bytes);
		expect(kept.includes('51.38')).toBe(false);
		expect(kept.includes('Jay')).toBe(false);
		expect(findFileKind(kept)).toBe(kind);
	});

	it.each(KINDS)('and is as long as it was: %s', async (kind) => {
		const cleaned = await cleanSound(await aSound(kind), kind);
		expect(cleaned.cleaned && cleaned.seconds).toBeCloseTo(kind === 'mp3' ? 1.2 : 1, 1);
	});

	it.each(KINDS)('and says the same cleaned a second time: %s', async (kind) => {
		const once = await cleanSound(await aSound(kind, TELLING_TAGS), kind);
		if (!once.cleaned) throw new Error('refused');
		const twice = await cleanSound(once.bytes, kind);
		expect(twice).toMatchObject({ cleaned: true, seconds: once.seconds });
	});

	it('but not a video', async () => {
		expect(await cleanSound(await aVideo(), 'webm')).toEqual({ cleaned: false, because: 'video' });
	});

	it.each(KINDS)('and not half of one that has lost its beginning: %s', async (kind) => {
		const whole = await aSound(kind);
		const broken = Buffer.concat([whole.subarray(0, 16), Buffer.alloc(200, 0x55)]);
		expect((await cleanSound(broken, kind)).cleaned).toBe(false);
	});
});
