import { listed } from '#lib/words/inSentence.ts';
import { clashChoices, clashHeading } from '#lib/words/offlineVerdicts.ts';
import type { Choice, WaitsBecause } from '#lib/domain/offline/whoDecides.ts';

/** Above a thing that waits for a person. `author`: who did it; null where it was the reader. */
export function headingWords(
	because: WaitsBecause,
	{ others, author }: { others: readonly string[]; author: { displayName: string } | null }
): string {
	const who = author?.displayName ?? null;
	switch (because) {
		case 'clash':
			return who === null ? clashHeading(others) : `${bothOf(who, others)} changed this.`;
		case 'proposed':
			return who === null
				? 'You recorded a date with no signal'
				: `${who} recorded a date with no signal`;
		case 'refused':
			return who === null
				? 'What you did with no signal could not be done'
				: `What ${who} did with no signal could not be done`;
		case 'deposited':
			return who === null ? 'Your device left this with us' : `${who}’s device left this with us`;
	}
}

/** On the button for each choice. `others`: who changed the same meanwhile. */
export const CHOICE_WORDS: Record<Choice, (others: readonly string[]) => string> = {
	useMine: (others) => (others.length > 0 ? clashChoices(others).mine : 'Do it now'),
	useTheirs: (others) => clashChoices(others).theirs,
	keepBothAsNote: (others) => (others.length > 0 ? clashChoices(others).both : 'Keep it as a note'),
	confirm: () => 'Confirm it',
	discard: () => 'Put it away'
};

/** Under the choices: who decides, and what happens if nobody does. */
export function waitsWords(mayChoose: boolean, isOverdue: boolean): string {
	if (isOverdue) return 'It has waited for a working day, so a complaints manager decides.';
	return mayChoose
		? 'If nobody chooses within a working day, a complaints manager does.'
		: 'The officer of the case decides. You hear here what was decided.';
}

/** What came of a choice, where it was not what the person pressed. */
export const NOT_SETTLED = {
	already: 'Somebody has decided on this already.',
	unknown: 'This is not here any more, or it is not yours to decide.',
	noAnswer: 'Not decided. There is no signal, or something broke on our side. Try again.'
} as const;

function bothOf(who: string, others: readonly string[]): string {
	return others.length === 0 ? `${who} and somebody else` : `${who} and ${listed(others)}`;
}
