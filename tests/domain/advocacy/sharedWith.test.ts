import { describe, expect, test } from 'vitest';
import type { MayKnow } from '#lib/domain/advocacy/request.ts';
import { sharedWith, type Looking } from '#lib/domain/advocacy/sharedWith.ts';

const theirs: Looking = { isOfProvider: true, hasSigned: true, isShutOut: false, given: 'them' };

describe('what an advocate sees of a young person (DP-14)', () => {
	test.each<[string, Looking, MayKnow, MayKnow]>([
		['their own, the name only', theirs, 'nameOnly', 'nameOnly'],
		['their own, and what was told', theirs, 'story', 'story'],
		['taken back by the child', theirs, 'nothing', 'nothing'],
		['a new request', { ...theirs, given: 'nobody' }, 'nameOnly', 'nameOnly'],
		['a colleague’s', { ...theirs, given: 'colleague' }, 'story', 'nothing'],
		['a colleague’s whom they cover for', { ...theirs, given: 'coveredByThem' }, 'story', 'story'],
		['of another provider', { ...theirs, isOfProvider: false }, 'story', 'nothing'],
		['before they signed', { ...theirs, hasSigned: false }, 'story', 'nothing'],
		['about themselves', { ...theirs, isShutOut: true }, 'story', 'nothing']
	])('%s', (_name, looking, mayKnow, seen) => {
		expect(sharedWith({ mayKnow, isEnded: false }, looking)).toBe(seen);
		expect(sharedWith({ mayKnow, isEnded: true }, looking)).toBe('nothing');
	});
});
