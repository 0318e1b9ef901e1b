import { CHANNEL_WORDS } from '#lib/words/complaintCodes.ts';
import { shortDay, shortDayWords, timeWords } from '#lib/words/dates.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { ContactKind } from '#lib/domain/triage/codes.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Glance } from '../triage/TriageHead.svelte';
import type { CaseFacts } from './caseFacts.ts';
import {
	adultsGlances,
	interpreterNeeded,
	saidAdvocate,
	saidSafe,
	tickedChanges,
	tickedSubjects,
	tickedWishes,
	toldHow
} from './childsAnswers.ts';

/** The head of one new contact: which of how many, what is known at a glance, how it came. */
export function triageHead(facts: CaseFacts, waiting: readonly CaseFacts[]) {
	const { pulled, complaint, name } = facts;
	const place = waiting.findIndex((one) => one.pulled.complaintId === pulled.complaintId);
	const at = (step: number) => {
		const other = place === -1 ? undefined : waiting[place + step];
		return other ? `/staff/new/${other.pulled.complaintId}` : undefined;
	};
	const channel = complaint.channel ? CHANNEL_WORDS[complaint.channel].toLowerCase() : 'unknown';
	return {
		back: { href: '/staff/new', words: 'New' },
		place: place === -1 ? '' : `${place + 1} of ${waiting.length}`,
		name,
		tags: glances(facts),
		cameIn: `Came in ${cameInOn(facts)}: ${channel}`,
		beforeHref: place > 0 ? at(-1) : undefined,
		nextHref: at(1)
	};
}

function cameInOn({ pulled, complaint, context }: CaseFacts): string {
	const [first] = pulled.events;
	const day = complaint.receivedOn ?? context.today;
	const isSameDay = first && dateInEngland(first.recordedAt) === day;
	return `${shortDayWords(day, context.today)}${isSameDay ? `, ${timeWords(first.recordedAt)}` : ''}`;
}

function glances(whole: CaseFacts): Glance[] {
	const { pulled, complaint } = whole;
	const { facts } = pulled;
	const tags: Glance[] = [{ words: pulled.reference, tone: 'grey' }];
	const safe = saidSafe(facts);
	if (complaint.madeBy === 'helper') tags.push({ words: 'Told by a helper', tone: 'grey' });
	if (complaint.madeBy === 'adult') tags.push({ words: 'Told by an adult', tone: 'grey' });
	tags.push(...adultsGlances(facts));
	const promised = promisedBy(whole);
	if (promised) tags.push(promised);
	const advocate = saidAdvocate(facts);
	if (advocate) tags.push({ words: advocate, tone: 'plum', icon: 'advocate' });
	if (safe && facts?.safetyAnswer === 'yes') tags.push({ words: safe, tone: 'leaf', icon: 'tick' });
	else if (safe) tags.push({ words: safe, tone: 'clay', icon: 'alert' });
	const interpreter = interpreterNeeded(pulled);
	if (interpreter) tags.push({ words: interpreter, tone: 'sun', icon: 'phone' });
	const how = toldHow(facts);
	if (how) tags.push({ words: how, tone: 'sun', icon: 'phone' });
	return tags;
}

/** One card of somebody's words. */
interface VoiceCardView {
	heading: string;
	words: string;
	voice: 'child' | 'helper';
	ticked: readonly string[];
	who?: string;
}

/** Their words as they came in, apart by whose they are, and what they want. */
export function wordsCards({ pulled, complaint, givenName }: CaseFacts) {
	const texts = pulled.texts.filter(({ kind }) => kind === 'whatHappened' || kind === 'added');
	const happened = texts.map(({ words }) => words ?? 'Erased').join('\n\n');
	const isChilds = complaint.madeBy === 'childOrYoungPerson';
	const relation = pulled.people.find(({ part }) => part === 'complainant')?.relation;
	const child = pulled.people.find(({ part }) => part === 'child');
	const account = pulled.texts.find(({ kind }) => kind === 'helpersAccount');
	const helper = pulled.people.find(({ part }) => part === 'helper');
	const helperIs = [helper?.name, helper?.relation].filter(Boolean).join(', ');
	// Whoever rang for a child told it in their own words; on the site the two are asked apart.
	const isOnSite = pulled.facts?.further?.['helperKind'] !== undefined;
	const isByHelper = complaint.madeBy === 'helper';
	const toldApart = account !== undefined || (isByHelper && isOnSite);
	const isHelpers = isByHelper && !toldApart;
	const cards: VoiceCardView[] = [
		{
			heading: isHelpers ? 'Helper’s words' : givenName ? `${givenName}’s words` : 'Their words',
			words: happened || 'Nothing was written.',
			voice: isChilds || toldApart ? 'child' : 'helper',
			ticked: tickedSubjects(pulled.facts),
			...(toldApart
				? {}
				: isHelpers && helperIs
					? { who: helperIs }
					: child
						? { who: `About ${child.name}` }
						: relation
							? { who: relation }
							: {})
		}
	];
	if (toldApart) {
		cards.push({
			heading: 'Helper’s words',
			words: account ? (account.words ?? 'Erased') : 'Nothing was written.',
			voice: 'helper',
			ticked: [],
			who: helperIs || 'No name given'
		});
	}
	const wish = pulled.texts.find(({ kind }) => kind === 'whatWouldHelp')?.words;
	const changes = tickedChanges(pulled.facts).map((change) => `About to change: ${change}`);
	return {
		cards,
		wants: {
			...(wish ? { words: wish } : {}),
			ticked: [...tickedWishes(pulled.facts), ...changes]
		},
		firstSentence: firstSentenceOf(happened || (account?.words ?? ''))
	};
}

/** What the site's own door says it is, where that is no complaint. */
export function kindSaid({ pulled }: CaseFacts): ContactKind | undefined {
	const kind = pulled.facts?.further?.['kind'];
	return kind === 'compliment' || kind === 'representation' ? kind : undefined;
}

/** By when it was promised to be answered or passed on; null where nothing was promised. */
function promisedBy(facts: CaseFacts): Glance | null {
	const { complaint, context, pull } = facts;
	const { answerIdeaWorkingDays, passOnThanksWorkingDays } = pull.council;
	const kind = kindSaid(facts);
	const days = kind === 'compliment' ? passOnThanksWorkingDays : answerIdeaWorkingDays;
	if (!kind || days === undefined || complaint.receivedOn === null) return null;
	const by = addWorkingDays(complaint.receivedOn, days, context.holidays);
	if (!by.known) return null;
	const what = kind === 'compliment' ? 'Pass it on' : 'Answer it';
	return { words: `${what} by ${shortDay(by.value)}`, tone: 'sun' };
}

const LONGEST_TITLE = 100;

/** The first sentence of what they wrote, to begin the title of a part with; empty where long. */
function firstSentenceOf(words: string): string {
	const [first = ''] = words.trim().split(/(?<=[.!?])\s|\n/);
	return first.length <= LONGEST_TITLE ? first : '';
}
