import { randomUUID } from 'node:crypto';
import type { PushedText } from '#lib/wire/sync.ts';

/** Words that an order names, with the text they travel in. */
export function said(
	kind: PushedText['kind'],
	words: string
): { textId: string; texts: readonly PushedText[] } {
	const textId = randomUUID();
	return { textId, texts: [{ textId, kind, words }] };
}
