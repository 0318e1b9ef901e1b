import { isPlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { DelayReason, Outcome, SpokenTo } from '#lib/domain/complaint/codes.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { checkWords, type CheckedWords } from '#lib/words/checks.ts';
import { FINDING_WORDS, SPOKEN_TO_WORDS } from '#lib/words/complaintCodes.ts';
import { dayWords, fullDate } from '#lib/words/dates.ts';
import { OUTCOME_WORDS } from '#lib/words/public/answer.ts';
import { countWords } from '#lib/words/readingGrade.ts';
import { audienceOf } from '#lib/words/audience.ts';
import {
	readableWordsOf,
	type AnsweredElement,
	type Stage1AnswerContent
} from '#lib/wire/stage1Answer.ts';
import type { FieldError } from '../controls/ErrorSummary.svelte';
import {
	markWords,
	type ChildPart,
	type FormalPart,
	type PartAnswerDraft
} from '../answer/answerDraft.ts';
import { choicesOf } from './actForm.ts';
import { partTitle, type CaseFacts } from './caseFacts.ts';

/** One part as it is written, with the part it answers. */
export interface WrittenPart extends PartAnswerDraft {
	elementId: string;
}

/** A whole answer as it is written. */
export interface WrittenAnswer {
	parts: WrittenPart[];
	delayReason: string;
}

/** The four outcomes in the words the child reads. */
export const OUTCOME_CHOICES = choicesOf(OUTCOME_WORDS);

/** Whether they were spoken to first. */
export const SPOKEN_CHOICES = choicesOf(SPOKEN_TO_WORDS);

/** What was kept, or blank parts for a strand of which nothing was written. */
export function writtenFrom(strand: Strand, content: Stage1AnswerContent | null): WrittenAnswer {
	return {
		parts: strand.elementIds.map((elementId) => {
			const kept = content?.parts.find((part) => part.elementId === elementId);
			return {
				elementId,
				found: kept?.found ?? '',
				told: kept?.told ?? '',
				outcome: kept?.outcome ?? '',
				sorry: kept?.sorry ?? '',
				spokenFirst: kept?.spokenFirst ?? '',
				actions: (kept?.actions ?? []).map(({ actionId, what, who, ownerId, byOn }) => ({
					id: actionId,
					what,
					who,
					ownerId: ownerId ?? '',
					byOn: byOn ?? ''
				}))
			};
		}),
		delayReason: content?.delayReason ?? ''
	};
}

/** The answer as it is kept. What is blank stays blank. */
export function contentOf({ parts, delayReason }: WrittenAnswer): Stage1AnswerContent {
	return {
		parts: parts.map(elementOf),
		delayReason: (delayReason || null) as DelayReason | null
	};
}

function elementOf(part: WrittenPart): AnsweredElement {
	return {
		elementId: part.elementId,
		found: part.found,
		told: part.told,
		outcome: (part.outcome || null) as Outcome | null,
		sorry: part.sorry,
		spokenFirst: (part.spokenFirst || null) as SpokenTo | null,
		actions: part.actions.map(({ id, what, who, ownerId, byOn }) => ({
			actionId: id,
			what,
			who,
			ownerId: ownerId || null,
			byOn: isPlainDate(byOn) ? byOn : null
		}))
	};
}

/** The checks of what the child will read of one part. */
export function checkedPart(part: WrittenPart, { complaint, pull }: CaseFacts): CheckedWords {
	return checkWords(
		readableWordsOf(elementOf(part)),
		audienceOf(complaint.madeBy),
		pull.council.ourNumbers
	);
}

/** Words a second in reading slowly. */
const WORDS_A_SECOND = 2.5;

/** One part as the child will see it, the words to change marked where they stand. */
export function childPartOf(part: WrittenPart, place: number, facts: CaseFacts): ChildPart {
	const { outcome, told, sorry, actions } = part;
	const lines = [sorry, told, ...actions.map((action) => actionForChild(action, facts))].filter(
		(line) => line.trim() !== ''
	);
	const paragraphs = lines
		.flatMap((line) => line.split(/\n+/))
		.map((line) =>
			markWords(
				line,
				checkWords(line, audienceOf(facts.complaint.madeBy), facts.pull.council.ourNumbers).banned
			)
		);
	const seconds = Math.max(10, Math.round(countWords(lines.join(' ')) / WORDS_A_SECOND / 10) * 10);
	return {
		heading: `Part ${place + 1}. ${partTitle(facts, part.elementId)}`,
		outcome: outcome ? `${OUTCOME_WORDS[outcome as Outcome]}.` : '',
		paragraphs,
		reading: lines.length === 0 ? 'Nothing yet' : `About ${seconds} seconds to read`,
		buttons: ['I have a question', 'Ask someone new to look']
	};
}

function actionForChild(
	{ what, who, byOn }: PartAnswerDraft['actions'][number],
	{ context }: CaseFacts
): string {
	if (what.trim() === '') return '';
	const end = /[.!?]$/.test(what.trim()) ? '' : '.';
	const doer = who.trim();
	const does = doer === '' || names(what, doer) ? '' : ` ${doer} will do it.`;
	const by = isPlainDate(byOn) ? ` By ${dayWords(byOn, context.today)}.` : '';
	return `${what.trim()}${end}${does}${by}`;
}

/** Whether the words say already who: by the whole name, or by its first word. */
function names(what: string, who: string): boolean {
	const said = ` ${what.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
	const [first = who] = who.split(/[\s,]+/);
	return said.includes(` ${first.toLowerCase()} `);
}

/** The same part for the file. */
export function formalPartOf(part: WrittenPart, place: number, facts: CaseFacts): FormalPart {
	const { outcome, found, actions, spokenFirst } = part;
	const advocate = facts.pulled.people.find((person) => person.part === 'advocate');
	return {
		heading: `Element ${place + 1}: ${partTitle(facts, part.elementId)}`,
		readers: 'File, manager, advocate',
		paragraphs: [
			{
				lead: outcome ? `Finding: ${FINDING_WORDS[outcome as Outcome].toLowerCase()}.` : 'Finding:',
				text: found || 'not written yet.'
			},
			...actions.map((action, number) => ({
				lead: `Action ${number + 1}:`,
				text: actionForFile(action)
			})),
			{
				lead: 'Spoken to first:',
				text: spokenFirst ? SPOKEN_TO_WORDS[spokenFirst as SpokenTo].toLowerCase() : 'not said yet'
			},
			{ lead: 'Next stage:', text: 'stage 2 on request. There is no time limit to ask.' },
			...(advocate ? [{ lead: 'Copy:', text: advocate.name }] : [])
		]
	};
}

function actionForFile({ what, who, byOn }: PartAnswerDraft['actions'][number]): string {
	const does = what.trim().replace(/[.!?]+$/, '');
	const by = isPlainDate(byOn) ? `by ${fullDate(byOn)}` : '';
	const sentences = [[does, by].filter(Boolean).join(', '), who.trim() && `Owner: ${who.trim()}`];
	return sentences
		.filter(Boolean)
		.map((sentence) => `${sentence}.`)
		.join(' ');
}

/** What a part lacks before a second person may be asked, each with its field. */
export function findPartErrors(part: WrittenPart): FieldError[] {
	const missing = (isMissing: boolean, fieldId: string, sentence: string) =>
		isMissing ? [{ fieldId, sentence }] : [];
	return [
		...missing(part.found.trim() === '', 'found', 'Write what you found'),
		...missing(part.outcome === '', 'outcome', 'Choose an outcome'),
		...missing(part.told.trim() === '', 'told', 'Write what the child will read'),
		...part.actions.flatMap(({ id, what, who, byOn }) =>
			missing(
				what.trim() === '' || who.trim() === '' || !isPlainDate(byOn),
				`${id}-what`,
				'Say what will happen, who does it, and by which day'
			)
		),
		...missing(part.spokenFirst === '', 'spokenFirst', 'Say whether you spoke to them first')
	];
}

/** The part with one word swapped for another, where it first stands. */
export function withSwap(part: WrittenPart, from: string, to: string): WrittenPart {
	const fields = ['sorry', 'told'] as const;
	const field = fields.find((name) => part[name].includes(from));
	if (field) return { ...part, [field]: part[field].replace(from, to) };
	const place = part.actions.findIndex(({ what }) => what.includes(from));
	const actions = part.actions.map((action, number) =>
		number === place ? { ...action, what: action.what.replace(from, to) } : action
	);
	return { ...part, actions };
}
