import { TELLING_WORDS } from '#lib/words/tellings.ts';
import { reasonFor } from '#lib/domain/triage/reasons.ts';
import type { Words } from '../Sentence.svelte';
import type { TriageAction } from '../triage/TriageActions.svelte';
import type { CaseFacts } from './caseFacts.ts';
import { routeOf, type TriageDraft } from './triageDraft.ts';
import { sayDecision } from './triageOrder.ts';
import { datesNote } from './triageView.ts';

/** The four ways on from a new contact; only the first decides anything. */
export function triageActions(draft: TriageDraft, facts: CaseFacts): TriageAction[] {
	const { name } = facts;
	const words = sayDecision(draft);
	return [
		{
			id: 'decide',
			words,
			question: `${words}?`,
			follows: follows(draft, facts),
			yesWords: 'Yes, decide'
		},
		{
			id: 'ask',
			words: 'Ask first',
			question: `Ask ${name} before you decide?`,
			follows: 'You write a message. Nothing is decided, and the days are counted on.',
			yesWords: 'Yes, write a message'
		},
		{
			id: 'note',
			words: 'Note',
			question: 'Write a note first?',
			follows: 'Nothing is decided. What you chose here is kept while this app is open.',
			yesWords: 'Yes, write a note'
		},
		{
			id: 'other',
			words: 'Other',
			question: 'Choose another route yourself?',
			follows: 'The route of the part shown. It needs a reason in words.',
			yesWords: 'Yes, choose a route'
		}
	];
}

function follows(draft: TriageDraft, facts: CaseFacts): Words {
	const dates = datesNote(draft, facts);
	const tell = [
		...new Set(
			draft.parts.flatMap((part) => routeOf(part).routes.flatMap((code) => reasonFor(code).tell))
		)
	].map((telling) => TELLING_WORDS[telling]);
	const start: Words = dates
		? [`${dates.lead} `, ...(typeof dates.words === 'string' ? [dates.words] : dates.words), ' ']
		: [];
	return [...start, tell.length > 0 ? `Then tell them: ${tell.join('; ')}.` : ''];
}
