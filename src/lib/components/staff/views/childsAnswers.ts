import type { PulledCase, PulledFacts } from '#lib/wire/sync.ts';
import { HELPER_WORDS } from '#lib/words/public/helping.ts';
import { findToldLanguage } from '#lib/words/languages/languages.ts';
import { interpreterFor, type SaidLanguage } from '#lib/words/interpreters.ts';
import { ABOUT_WHOM_LABELS, LINK_WORDS } from '#lib/words/public/adults.ts';
import {
	ADULT_SUBJECT_LABELS,
	CHANGE_LABELS,
	SUBJECT_LABELS,
	WISH_LABELS
} from '#lib/words/public/picked.ts';
import type { Glance } from '../triage/TriageHead.svelte';

/** What the child ticked as the subject, in the child's own terms: 'Seeing my family or friends'. */
export function tickedSubjects(facts: PulledFacts | null): string[] {
	return labelsOf(
		facts?.further?.['link'] ? ADULT_SUBJECT_LABELS : SUBJECT_LABELS,
		facts?.pickedSubjects ?? []
	);
}

/** What the child ticked as a wish: 'Say sorry'. */
export function tickedWishes(facts: PulledFacts | null): string[] {
	return labelsOf(WISH_LABELS, facts?.wishes ?? []);
}

/** What is about to change for the child, as ticked. */
export function tickedChanges(facts: PulledFacts | null): string[] {
	return labelsOf(CHANGE_LABELS, facts?.changesComing ?? []);
}

/** What the child said to "Are you safe right now?", as staff read it; null where not asked. */
export function saidSafe(facts: PulledFacts | null): string | null {
	switch (facts?.safetyAnswer) {
		case 'yes':
			return 'Said: safe right now';
		case 'no':
			return 'Said: not safe';
		case 'notSure':
			return 'Said: not sure if safe';
		case 'notSaying':
			return 'Did not say if safe';
		case undefined:
		case null:
		default:
			return null;
	}
}

/** What the child said about an advocate; null where nothing was said. */
export function saidAdvocate(facts: PulledFacts | null): string | null {
	switch (facts?.wantsAdvocate) {
		case 'yes':
			return 'Wants an advocate';
		case 'have':
			return 'Has someone already';
		case 'notNow':
			return 'No advocate for now';
		case undefined:
		case null:
		default:
			return null;
	}
}

/** How the child chose to tell; null where it was plain typing. */
export function toldHow(facts: PulledFacts | null): string | null {
	switch (facts?.toldHow) {
		case 'record':
			return 'Recorded it';
		case 'someone':
			return 'Wants to tell with someone';
		case 'call':
			return 'Wants a call to tell us';
		case 'meet':
			return 'Wants to meet to tell us';
		default:
			return null;
	}
}

/** The language they use beside or in place of English; null where nobody said one. */
export function saidLanguage({
	facts,
	texts
}: Pick<PulledCase, 'facts' | 'texts'>): SaidLanguage | null {
	const language = findToldLanguage(facts?.further?.['language']);
	if (language === null) return null;
	return { language, named: texts.find(({ kind }) => kind === 'languageNamed')?.words ?? '' };
}

/** Which interpreter is needed and how to talk with them; null where nobody asked for one. */
export function interpreterNeeded(pulled: Pick<PulledCase, 'facts' | 'texts'>): string | null {
	const said = saidLanguage(pulled);
	return said && interpreterFor(said);
}

/** What an adult or a helper said of themselves and of what is going on, at a glance. */
export function adultsGlances(facts: PulledFacts | null): Glance[] {
	const { link, aboutWhom: whose, court, othersCheck } = facts?.further ?? {};
	const glances: Glance[] = [];
	const { helperKind, childKnows: knows, hearsChild: hears, othersSafe } = facts?.further ?? {};
	if (helperKind && Object.hasOwn(HELPER_WORDS, helperKind)) {
		glances.push({ words: HELPER_WORDS[helperKind as keyof typeof HELPER_WORDS], tone: 'grey' });
	}
	const { kind, was, mayTell } = facts?.further ?? {};
	if (kind === 'compliment') glances.push({ words: 'Thank-you', tone: 'leaf' });
	if (kind === 'representation') glances.push({ words: 'Idea or question', tone: 'lake' });
	if (was === 'representation' || was === 'compliment')
		glances.push({ words: 'Was an idea, now a complaint', tone: 'sun' });
	if (mayTell === 'no') glances.push({ words: 'Pass on, but not who', tone: 'sun' });
	if (mayTell === 'noName') glances.push({ words: 'Pass on without the name', tone: 'sun' });
	if (knows === 'no') glances.push({ words: 'The child does not know', tone: 'sun' });
	if (knows === 'cannot') glances.push({ words: 'The child cannot say', tone: 'sun' });
	if (hears === 'ownCode') glances.push({ words: 'The child has a code', tone: 'plum' });
	if (hears === 'phone') glances.push({ words: 'Ring the child to hear them', tone: 'sun' });
	if (othersSafe === 'no' || othersSafe === 'notSure') {
		glances.push({ words: 'Somebody else may not be safe', tone: 'clay', icon: 'alert' });
	}
	if (link && Object.hasOwn(LINK_WORDS, link)) {
		glances.push({ words: LINK_WORDS[link as keyof typeof LINK_WORDS], tone: 'grey' });
	}
	const [about] = whose ? labelsOf(ABOUT_WHOM_LABELS, [whose]) : [];
	if (about) glances.push({ words: about, tone: 'grey' });
	if (court === 'yes') glances.push({ words: 'Says a court is looking at it', tone: 'sun' });
	if (court === 'notSure') glances.push({ words: 'Not sure if a court is', tone: 'sun' });
	if (othersCheck === 'yes' || othersCheck === 'notSure') {
		glances.push({ words: 'Others may see what we send', tone: 'clay', icon: 'alert' });
	}
	return glances;
}

function labelsOf(labels: Readonly<Record<string, string>>, codes: readonly string[]): string[] {
	return codes.map((code) => (Object.hasOwn(labels, code) ? (labels[code] ?? code) : code));
}
