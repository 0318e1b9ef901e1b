import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { shortDayWords, timeWords } from '#lib/words/dates.ts';
import { CHANNEL_WORDS } from '#lib/words/complaintCodes.ts';
import type { StoryAnswer } from '../case/StoryCard.svelte';
import {
	adultsGlances,
	saidAdvocate,
	saidSafe,
	tickedChanges,
	tickedSubjects,
	tickedWishes
} from './childsAnswers.ts';
import { staffName, type CaseFacts } from './caseFacts.ts';
import { filesFor, toldFiles } from './sentFiles.ts';

/** The story as it came in, and whatever they added since. */
export function storyOf(facts: CaseFacts) {
	const { pulled, complaint, context } = facts;
	const isChilds = complaint.madeBy === 'childOrYoungPerson';
	const whenSaid = (at: string) =>
		`${shortDayWords(dateInEngland(at), context.today)}, ${timeWords(at)}`;
	const [received] = pulled.events;
	const channel = complaint.channel ? CHANNEL_WORDS[complaint.channel].toLowerCase() : '';
	return {
		first: {
			heading: isChilds ? 'In their own words' : 'As it was told to us',
			when: received ? `${whenSaid(received.givenAt)}, ${channel}` : '',
			answers: firstAnswers(facts),
			sent: toldFiles(facts)
		},
		added: pulled.texts
			.filter(({ kind }) => kind === 'added')
			.map((text) => ({
				id: text.textId,
				heading: text.withAdvocate
					? `They added, with ${staffName(facts.pull, text.withAdvocate)}, their advocate`
					: 'They added',
				files: filesFor(facts, 'added', text.textId),
				when: whenSaid(text.writtenAt),
				answers: [
					{ id: text.textId, question: 'More about it', answer: text.words ?? 'Erased', own: true }
				]
			}))
	};
}

function firstAnswers({ pulled, complaint }: CaseFacts): StoryAnswer[] {
	const wordsOf = (kind: string) =>
		pulled.texts
			.filter((text) => text.kind === kind)
			.map(({ words }) => words ?? 'Erased')
			.join('\n\n');
	const { facts } = pulled;
	const advocate = {
		id: 'advocate',
		question: 'Someone on your side?',
		answer: saidAdvocate(facts) ?? ''
	};
	const answers: StoryAnswer[] = [
		{ id: 'happened', question: 'What happened?', answer: wordsOf('whatHappened'), own: true },
		...(wordsOf('helpersAccount')
			? [
					{
						id: 'account',
						question: 'What the helper says of it',
						answer: wordsOf('helpersAccount')
					}
				]
			: []),
		{ id: 'about', question: 'What is it about?', answer: tickedSubjects(facts).join(' · ') },
		{
			id: 'better',
			question: 'What would make it better?',
			answer: wordsOf('whatWouldHelp'),
			own: true
		},
		{ id: 'wishes', question: 'What they ticked', answer: tickedWishes(facts).join(' · ') },
		{
			id: 'changes',
			question: 'Is something about to change?',
			answer: tickedChanges(facts).join(' · ')
		},
		{ id: 'safe', question: 'Are you safe right now?', answer: saidSafe(facts) ?? '' },
		...(complaint.madeBy !== 'childOrYoungPerson' ? adultsAnswers(facts) : [advocate])
	];
	// A record of an old register has none of them, and says so once.
	return answers.some(({ answer }) => answer !== '') ? answers : [];
}

function adultsAnswers(facts: CaseFacts['pulled']['facts']): StoryAnswer[] {
	const said = adultsGlances(facts).map(({ words }) => words);
	return [
		{ id: 'adult', question: 'Who they are, and what is going on', answer: said.join(' · ') }
	];
}
