import type { AdvocateStep, MayKnow } from '#lib/domain/advocacy/request.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dayWords } from '#lib/words/dates.ts';
import { TOOLS } from '#lib/words/public/tracking.ts';
import { wholeNumber } from '#lib/words/telephones.ts';

/** What became of the request for an advocate, as far as the child is told. */
export interface AdvocateNews {
	provider: string;
	askedOn: PlainDate;
	/** By when the next thing is done; null where nothing was promised. */
	byOn: PlainDate | null;
	/** Their own free number; empty where the council gave none. */
	telephone: string;
	/** Whether the child gave any way to be reached besides coming back with the code. */
	canReach: boolean;
	today: PlainDate;
}

/** The same of the request that stands, with what is owed next. */
export interface AdvocateLoopNews extends AdvocateNews {
	/** What the provider owes next; null where nothing is. */
	step: AdvocateStep | null;
	/** By when the child hears who it is; null where nothing is promised. */
	knownByOn: PlainDate | null;
	/** The last day on which the provider was asked again; null where it was not. */
	chasedOn: PlainDate | null;
}

/** What an advocate is (C9, C13, and every page that offers one). */
export const ADVOCATE_IS =
	'An advocate helps you say what you want. They do not work for the council. They are free.';

/**
 * What is between the child and the advocate where no way to be reached was given. `isHere`: they
 * are on their own page, where they can say how.
 */
export function noWayToReach(telephone: string, { isHere = true } = {}): string {
	const ring = telephone === '' ? '' : `You can call them free on ${wholeNumber(telephone)}. `;
	const tell = isHere
		? `Press “${TOOLS.reach}” and tell us how.`
		: 'You can come back with your code and tell us how.';
	return `They have no way to reach you yet. ${ring}${tell}`;
}

/**
 * Asked for, and in time (H27): by when the provider says that it has it, and by when who it is.
 * Nobody is promised a call that cannot be made.
 */
export function advocateComing(news: AdvocateLoopNews): readonly string[] {
	const { provider, askedOn, step, byOn, knownByOn, telephone, canReach, today } = news;
	const asked = `We asked ${provider} to find you an advocate.`;
	if (!canReach) return [asked, noWayToReach(telephone)];
	const when = `That was on ${dayWords(askedOn, today)}.`;
	const isNew = step === 'acknowledge';
	return [
		`${asked} ${when}`,
		...(isNew && byOn ? [`They tell us by ${dayWords(byOn, today)} that they have it.`] : []),
		...(isNew ? [] : ['They have got it.']),
		...(knownByOn ? [`You will hear who it is by ${dayWords(knownByOn, today)}.`] : []),
		'Your advocate is on your side. They do not work for the council.'
	];
}

/** They can help, and look for somebody who speaks their language. */
export function advocateNeedsInterpreter(provider: string, isSign: boolean): readonly string[] {
	return [
		`${provider} can help you.`,
		isSign
			? 'They are looking for a person who can sign with you.'
			: 'They are looking for a person who speaks your language.'
	];
}

/** They have somebody, who has still to call. */
export function advocateNamed(
	name: string | null,
	{ byOn, telephone, canReach, today }: AdvocateLoopNews
): readonly string[] {
	const is = name === null ? 'You have an advocate.' : `${name} is your advocate.`;
	if (!canReach) return [is, noWayToReach(telephone)];
	return [
		is,
		...(byOn ? [`They will contact you by ${dayWords(byOn, today)}.`] : []),
		'Your advocate is on your side. They do not work for the council.'
	];
}

/** Asked for, and the next step is late (H28). */
export function advocateLate(news: AdvocateLoopNews): readonly string[] {
	const { provider, step, telephone, canReach, chasedOn, today } = news;
	if (!canReach) return [noWayToReach(telephone), 'Your place is safe.'];
	const again =
		chasedOn === null
			? 'We are asking them again.'
			: chasedOn === today
				? 'We have asked them again today.'
				: `We asked them again on ${dayWords(chasedOn, today)}.`;
	return [
		step === 'contact'
			? 'Your advocate has not called yet.'
			: `${provider} has not told us yet who your advocate is.`,
		again,
		...(telephone === '' ? [] : [`You can call them free on ${wholeNumber(telephone)}.`]),
		'We will wait for you, and your place is safe.'
	];
}

/** The provider asked instead, and what the child lets it know by now. */
interface NextAsked {
	name: string;
	mayKnow: MayKnow;
}

/** The provider asked first cannot help; who is asked now, or that we look for somebody. */
export function advocateDeclined(
	provider: string,
	{ on, today, next }: { on: PlainDate; today: PlainDate; next: NextAsked | null }
): readonly string[] {
	const cannot = `${provider} cannot help this time. They told us on ${dayWords(on, today)}.`;
	if (next === null) return [cannot, 'We are looking for someone else for you.', NOTHING_TO_DO];
	const knows =
		next.mayKnow === 'nameOnly' ? ['They know only your name and how to reach you.'] : [];
	return [cannot, `So we asked ${next.name}.`, ...knows];
}

const NOTHING_TO_DO = 'You do not have to do anything. Your place is safe.';

/** Asked for, and no provider has a contract: the complaints team finds somebody. */
export function advocateSought(): readonly string[] {
	return ['We are looking for an advocate for you.', NOTHING_TO_DO];
}

/** The child took it back. */
export function advocateTakenBack(on: PlainDate, today: PlainDate): readonly string[] {
	return [
		`You took it back on ${dayWords(on, today)}.`,
		'They see nothing about you now. You can ask again at any time.'
	];
}

/** What the child lets their advocate know, in the words they choose from. */
export const MAY_KNOW_CHOICES = {
	nameOnly: 'Only my name and how to reach me',
	story: 'My name, how to reach me, and what I told you',
	nothing: 'Nothing. I do not want this advocate now'
} as const satisfies Record<MayKnow, string>;

/** The question above them, for who asks and for who changes it. */
export const MAY_KNOW_QUESTIONS = {
	ask: 'What can we tell them?',
	change: 'What can they know now?'
} as const;

/** What they know now, and since which day the child lets them. */
export function advocateKnows(mayKnow: MayKnow, sinceOn: PlainDate, today: PlainDate): string {
	const since = dayWords(sinceOn, today);
	switch (mayKnow) {
		case 'nameOnly':
			return `Since ${since} they know only your name and how to reach you.`;
		case 'story':
			return `Since ${since} they know your name and how to reach you. They know what you told us too.`;
		case 'nothing':
			return `Since ${since} they know nothing about you.`;
	}
}

/** Until when they know it: it ends by itself once we have finished. */
export function advocateSees(sight: {
	/** The last day, included; null while we have not finished. */
	endsOn: PlainDate | null;
	days: number;
	today: PlainDate;
}): string {
	const { endsOn, days, today } = sight;
	if (endsOn === null) {
		return `When we have finished, they can see this for ${days} more days. Then it ends by itself.`;
	}
	const day = dayWords(endsOn, today);
	return today <= endsOn
		? `They can see this until ${day}. Then it ends by itself.`
		: `They could see this until ${day}. They see nothing now. You can let them see it again.`;
}

/** What the part of the page is called that changes it. */
export const SHARE = {
	heading: 'What they know about you',
	promise: 'You can change this at any time. It counts at once.',
	button: 'Change what they know'
} as const;

/** They have one now. */
export function advocateFound(sinceOn: PlainDate, today: PlainDate): readonly string[] {
	return [`You have had an advocate since ${dayWords(sinceOn, today)}. They are on your side.`];
}

/** Which version of the words a child chooses from, kept with each choice. */
export const MAY_KNOW_WORDING = '2026-11';

/** What is wrong with the request. */
export const ADVOCATE_PROBLEMS = {
	blank: 'Choose what we can tell them',
	blankShare: 'Choose what they can know'
} as const;
