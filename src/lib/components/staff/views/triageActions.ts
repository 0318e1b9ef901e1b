import { TELLING_WORDS } from '#lib/words/tellings.ts';
import { reasonFor } from '#lib/domain/triage/reasons.ts';
import type { FollowList } from '../controls/ConfirmTwice.svelte';
import type { TriageAction } from '../triage/TriageActions.svelte';
import type { CaseFacts } from './caseFacts.ts';
import { routeOf, type TriageDraft } from './triageDraft.ts';
import { sayDecision } from './triageOrder.ts';
import { datesNote } from './triageView.ts';

/** The four ways on from a new contact; only the first decides anything. */
export function triageActions(draft: TriageDraft, facts: CaseFacts): TriageAction[] {
	const { called } = facts;
	const words = sayDecision(draft);
	return [
		{
			id: 'decide',
			words,
			question: `${words}?`,
			lists: follows(draft, facts),
			yesWords: 'Yes, decide'
		},
		{
			id: 'ask',
			words: 'Ask first',
			question: `Ask ${called} before you decide?`,
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

/** Two short lists: the dates that start, and what they have to be told. */
function follows(draft: TriageDraft, facts: CaseFacts): FollowList[] {
	const dates = datesNote(draft, facts);
	const tell = [
		...new Set(
			draft.parts.flatMap((part) => routeOf(part).routes.flatMap((code) => reasonFor(code).tell))
		)
	].map((telling) => TELLING_WORDS[telling]);
	return [
		...(dates ? [{ heading: 'The dates', items: dates.items }] : []),
		...(tell.length > 0 ? [{ heading: 'Then tell them', items: tell }] : [])
	];
}
