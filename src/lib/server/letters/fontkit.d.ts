/** The little of fontkit that is used here: it brings no types of its own. */
declare module 'fontkit' {
	export interface Face {
		unitsPerEm: number;
		ascent: number;
		/** Below the baseline, so less than 0. */
		descent: number;
		lineGap: number;
		hasGlyphForCodePoint(codePoint: number): boolean;
		layout(text: string): {
			advanceWidth: number;
			glyphs: readonly Glyph[];
			positions: readonly { xAdvance: number }[];
		};
	}
	export interface Glyph {
		id: number;
		/** Its outline, y upwards, in units of the face. */
		path: {
			translate(
				x: number,
				y: number
			): { commands: readonly { command: string; args: readonly number[] }[] };
		};
	}
	export function openSync(file: string): Face;
}
