import type { PackedCase } from '#lib/wire/pack.ts';
import type { PulledCase, PulledText } from '#lib/wire/sync.ts';

/** How many of the words last written down a device holds of each case. */
const MOST_TEXTS = 20;

/**
 * What is written down about a case that may lie on a device: what they told us, the points, notes
 * and reasons. Statements, reports and what was given as evidence are papers, and stay here.
 */
const KINDS: readonly string[] = [
	'elementTitle',
	'whatHappened',
	'whatWouldHelp',
	'note',
	'reason',
	'spokenTo',
	'terms'
];

/** Of a whole case, what a device may hold (security 3.1, decision 8). */
export function packCase(whole: PulledCase, stamp: string): PackedCase {
	const { complaintId, reference, officerId, responderId, teamId, version, events } = whole;
	const promises = whole.promises.filter(({ doneOn }) => doneOn === null);
	return {
		...{ complaintId, stamp, reference, officerId, responderId, teamId, version },
		calledName: shortName(whole.calledName),
		events,
		texts: pickTexts(whole.texts),
		safeContact: whole.safeContact,
		promises: promises.map((promise) => ({ ...promise, who: null }))
	};
}

/** The first name and a letter: a tablet lies open in kitchens. */
export function shortName(name: string | null): string | null {
	const [first, next] = name?.trim().split(/\s+/) ?? [];
	if (!first) return null;
	const [letter] = next ?? '';
	return letter ? `${first} ${letter.toUpperCase()}.` : first;
}

function pickTexts(texts: readonly PulledText[]): readonly PulledText[] {
	const held = texts.filter(({ kind, words }) => KINDS.includes(kind) && words !== null);
	const titles = held.filter(({ kind }) => kind === 'elementTitle');
	const last = held
		.filter(({ kind }) => kind !== 'elementTitle')
		.sort((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1))
		.slice(-MOST_TEXTS);
	return [...titles, ...last];
}
