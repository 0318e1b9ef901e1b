import type { PackedCase } from '#lib/wire/pack.ts';
import type { PulledCase, PulledText } from '#lib/wire/sync.ts';

/** What they told us in their own words, and the points made of it: held however much came after. */
const ALWAYS: readonly string[] = ['elementTitle', 'whatHappened', 'whatWouldHelp', 'added'];

/** Beside them: notes and reasons. Statements, reports and evidence are papers, and stay here. */
const KINDS: readonly string[] = [...ALWAYS, 'note', 'reason', 'spokenTo', 'terms'];

/** How many of these a device holds of each case: the last written down. */
const MOST_TEXTS = 20;

/** Of a whole case, what a device may hold (security 3.1, decision 8). */
export function packCase(whole: PulledCase, stamp: string): PackedCase {
	const { complaintId, reference, officerId, responderId, teamId, version, events } = whole;
	const promises = whole.promises.filter(({ doneOn }) => doneOn === null);
	return {
		...{ complaintId, stamp, reference, officerId, responderId, teamId, version },
		calledName: shortName(whole.calledName),
		events,
		facts: whole.facts,
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
	const always = held.filter(({ kind }) => ALWAYS.includes(kind));
	const last = held
		.filter(({ kind }) => !ALWAYS.includes(kind))
		.sort((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1))
		.slice(-MOST_TEXTS);
	return [...always, ...last];
}
