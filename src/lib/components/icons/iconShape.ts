/**
 * How one path of an icon is drawn. Icons stand on a 32 by 32 grid, 2 px round stroke.
 *
 * - `line`: the outline only, in the colour of the words beside it
 * - `bold`: the same, thicker: arrows, ticks, dots
 * - `soft`: outline and the one soft fill
 * - `solid`: filled with the colour of the words, no outline
 * - `cut`: a thick line in the ground's colour, on top of a `solid` shape
 * - `sun`: outline and a sun-yellow fill
 * - `onSun`: a thick dark line on top of a `sun` shape
 * - `card`: outline and the card's ground as fill
 */
export type IconStroke = 'line' | 'bold' | 'soft' | 'solid' | 'cut' | 'sun' | 'onSun' | 'card';

/** One path: what to draw, and how. */
export type IconPath = readonly [d: string, stroke: IconStroke];

/** All the paths of some icons, by the icon's name, bottom one first. */
export type IconSet = Readonly<Record<string, readonly IconPath[]>>;
