import { getContext, setContext } from 'svelte';
import type { Site } from './site.ts';

const EASIER = Symbol('easier view');

/** Told once by the frame of a page, to all that stands in it. */
export function setEasier(isShown: () => boolean): void {
	setContext(EASIER, isShown);
}

/** Whether what stands in the frame is shown in the easier view: bigger, a picture for each thing. */
export function isEasier(): boolean {
	return getContext<(() => boolean) | undefined>(EASIER)?.() ?? false;
}

/** The same for a page, which is outside its frame. */
export function isEasierFor({ preference }: Site): boolean {
	return preference?.view === 'easier';
}
