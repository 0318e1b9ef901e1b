/** The little of fontkit that is used here: it brings no types of its own. */
declare module 'fontkit' {
	export interface Face {
		unitsPerEm: number;
		ascent: number;
		/** Below the baseline, so less than 0. */
		descent: number;
		lineGap: number;
		hasGlyphForCodePoint(codePoint: number): boolean;
		layout(text: string): { advanceWidth: number; glyphs: readonly { id: number }[] };
	}
	export function openSync(file: string): Face;
}
