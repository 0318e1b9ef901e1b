import { wholeNumber } from '#lib/words/telephones.ts';
/** What a poster says of the council behind it. Empty numbers are left out. */
export interface PosterFacts {
	siteName: string;
	address: string;
	phone: string;
	phoneHours: string;
	advocacyName: string;
	advocacyPhone: string;
}

/** The heading of every poster. Nobody sees from it what was told. */
export const POSTER_HEADING = 'Tell us how it is going';

/** Under the heading. */
export const POSTER_LEAD = [
	'You can tell us if something is wrong, say thank you, or share an idea.',
	'You do not have to say your name.'
] as const;

/** What the square is, for whoever cannot see it. */
export function squareWords(address: string): string {
	return `A square to point your phone’s camera at. It leads to ${address}`;
}

/** Under the square, each a line. */
export function posterLines(facts: PosterFacts): readonly string[] {
	const { address, phone, phoneHours, advocacyName, advocacyPhone } = facts;
	return [
		`Point your phone’s camera at the square. Or type ${shown(address)}`,
		...(phone ? [`Or call ${wholeNumber(phone)}, ${phoneHours}.`] : []),
		...(advocacyPhone
			? [
					`Want someone on your side? ${advocacyName} can help. It is free.`,
					`Call ${wholeNumber(advocacyPhone)}.`
				]
			: []),
		'In danger now? Call 999.'
	];
}

/** As people type it: without what every address begins with. */
function shown(address: string): string {
	return address.replace(/^https?:\/\//, '');
}
