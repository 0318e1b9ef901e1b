import sharp from 'sharp';
import { outlinesOf } from '#lib/server/letters/letterFaces.ts';

/** Measures in pixels: made to be read on a telephone without making it larger. */
const SIZE = 64;
const LINE = 104;
const MARGIN = 64;
const WIDTH = 720;
/** Drawn so many times larger, then made smaller, which smooths the edges. */
const FINER = 3;
/** A curve is drawn as so many straight lines. */
const PIECES = 8;

type Point = readonly [x: number, y: number];
/** A closed line. */
type Contour = Point[];

/**
 * The six words as a PNG, a word a line, black on white, and nothing that says what they open.
 *
 * The letters are filled here, from the outlines of the site's face: no face has to be installed,
 * and the picture library, which also reads what strangers send, need not learn to read SVG.
 */
export function wordsPicture(words: readonly string[]): Promise<Buffer> {
	const width = WIDTH * FINER;
	const height = (MARGIN * 2 + LINE * (words.length - 1) + SIZE) * FINER;
	const pixels = new Uint8Array(width * height).fill(255);
	words.forEach((word, at) => {
		const baseline = (MARGIN + SIZE * 0.8 + at * LINE) * FINER;
		fill(pixels, width, contoursOf(word, [MARGIN * FINER, baseline]));
	});
	return sharp(pixels, { raw: { width, height, channels: 1 } })
		.resize(WIDTH)
		.png({ palette: true })
		.toBuffer();
}

/** The outlines of a word, in pixels, y downwards. */
function contoursOf(word: string, [left, baseline]: Point): Contour[] {
	const { commands, unitsPerEm } = outlinesOf(word);
	const scale = (SIZE * FINER) / unitsPerEm;
	const contours: Contour[] = [];
	for (const { command, args } of commands) {
		const points: Point[] = [];
		for (let at = 0; at + 1 < args.length; at += 2) {
			points.push([left + (args[at] ?? 0) * scale, baseline - (args[at + 1] ?? 0) * scale]);
		}
		if (command === 'moveTo') contours.push(points);
		else addCurve(contours.at(-1) ?? [], points);
	}
	return contours;
}

/** Goes on from the last point, by the control points, to the last of `points`; a line has none. */
function addCurve(contour: Contour, points: readonly Point[]): void {
	const from = contour.at(-1);
	if (!from || points.length === 0) return;
	const pieces = points.length === 1 ? 1 : PIECES;
	for (let piece = 1; piece <= pieces; piece += 1) {
		contour.push(pointOn([from, ...points], piece / pieces));
	}
}

/** Where a Bézier curve of any degree is at `part` of its way, from 0 to 1. */
function pointOn(points: readonly Point[], part: number): Point {
	const [first, ...rest] = points;
	if (!first || rest.length === 0) return first ?? [0, 0];
	const between = rest.map(([x, y], at): Point => {
		const [fromX, fromY] = points[at] ?? first;
		return [fromX + (x - fromX) * part, fromY + (y - fromY) * part];
	});
	return pointOn(between, part);
}

/** Blackens what lies inside, row by row: where the lines around it turn one way more than the other. */
function fill(pixels: Uint8Array, width: number, contours: readonly Contour[]): void {
	const heights = contours.flatMap((contour) => contour.map(([, y]) => y));
	const last = Math.ceil(Math.max(...heights));
	for (let row = Math.floor(Math.min(...heights)); row <= last; row += 1) {
		let turns = 0;
		let from = 0;
		for (const { x, turn } of crossingsAt(contours, row + 0.5)) {
			if (turns !== 0) pixels.fill(0, row * width + Math.round(from), row * width + Math.round(x));
			turns += turn;
			from = x;
		}
	}
}

/** Where the closed lines cross that height, from left to right, and whether up or down. */
function crossingsAt(contours: readonly Contour[], height: number) {
	const crossings: { x: number; turn: 1 | -1 }[] = [];
	for (const contour of contours) {
		contour.forEach(([x, y], at) => {
			const [nextX, nextY] = contour[(at + 1) % contour.length] ?? [x, y];
			if (y <= height === nextY <= height) return;
			const crossed = x + ((height - y) / (nextY - y)) * (nextX - x);
			crossings.push({ x: crossed, turn: nextY > y ? 1 : -1 });
		});
	}
	return crossings.sort((one, other) => one.x - other.x);
}
