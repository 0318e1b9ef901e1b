import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { explain } from '#lib/domain/clocks/explain.ts';
import { countingOf } from '#lib/domain/complaint/ruleContext.ts';
import type { ReasonCode, SubjectCode } from '#lib/domain/triage/codes.ts';
import { QUESTIONS, type QuestionName } from '#lib/domain/triage/questions.ts';
import { prefersOneInvestigation } from '#lib/domain/triage/suggestStrands.ts';
import type { Ask, TriageTest } from '#lib/domain/triage/triageFacts.ts';
import { shortDay } from '#lib/words/dates.ts';
import { REASON_WORDS, SUBJECT_WORDS } from '#lib/words/triage.ts';
import { ADVICE_WORDS, JUDGEMENT_WORDS, sayHeading, sayTest } from '#lib/words/triageTests.ts';
import type { Choice } from '../controls/ChoiceFrame.svelte';
import type { Words } from '../Sentence.svelte';
import type { TriagePart } from '../triage/PartsTable.svelte';
import type { RouteTest } from '../triage/SuggestionPanel.svelte';
import type { CaseFacts } from './caseFacts.ts';
import {
	factsOfPart,
	needsReason,
	routeOf,
	suggestFor,
	type PartDraft,
	type TriageDraft
} from './triageDraft.ts';

/** The parts as the table shows them. */
export function partRows({ parts }: TriageDraft): TriagePart[] {
	return parts.map((part, place) => {
		const suggestion = suggestFor(part);
		const { routes, isKnown, opensAt, procedure } = routeOf(part, suggestion);
		const isOwn = part.route !== '' && part.route !== suggestion.codes[0];
		return {
			id: part.elementId,
			number: place + 1,
			text: part.text.trim() || 'Not written yet',
			about: part.subject ? SUBJECT_WORDS[part.subject as SubjectCode] : 'Not chosen yet',
			route: isKnown ? routeWords(routes) : sayHeading(suggestion),
			routeTone: !isKnown ? 'sun' : opensAt && procedure === 'statutory' ? 'lake' : 'grey',
			routeNote:
				isOwn && suggestion.codes[0] ? `Suggested: ${REASON_WORDS[suggestion.codes[0]]}` : undefined
		};
	});
}

function routeWords(routes: readonly ReasonCode[]): string {
	return routes.map((code) => REASON_WORDS[code]).join(', ');
}

/** What the rules say of one part: the heading, every test, and what else to do. */
export function suggestionOf(part: PartDraft, place: number, count: number) {
	const suggestion = suggestFor(part);
	const heading = sayHeading(suggestion);
	const facts = factsOfPart(part);
	return {
		codes: suggestion.codes,
		needsReason: needsReason(part, suggestion),
		heading: count > 1 ? `Part ${place + 1}. ${heading}` : heading,
		tests: suggestion.tests.map((test): RouteTest => {
			const { lead, text } = sayTest(test, facts);
			return {
				id: `${test.test}-${test.ask ?? 'fact'}`,
				state: test.state,
				lead: lead.endsWith('?') ? lead : `${lead}:`,
				text,
				source: test.source,
				...answersFor(test, part)
			};
		}),
		todo: [
			...suggestion.mustDecide.map((code) => `${JUDGEMENT_WORDS[code]}.`),
			...suggestion.advice.map((code) => ADVICE_WORDS[code])
		]
	};
}

const YES_NO: readonly Choice[] = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'no', label: 'No' }
];
const WHEN: readonly Choice[] = [
	{ value: 'T1', label: 'Within a year' },
	{ value: 'undecided', label: 'Over a year ago' }
];
const LIMBS: readonly Choice[] = [
	{ value: 'T2', label: 'Yes to both' },
	{ value: 'T3', label: 'No to one' }
];
const GOING_ON: readonly Choice[] = [
	{ value: 'none', label: 'Nothing' },
	{ value: 'T6', label: 'A court' },
	{ value: 'T10', label: 'The police' }
];

/** The answers a person may give beside a test; none where it is no question. */
function answersFor({ ask, state }: TriageTest, part: PartDraft): Partial<RouteTest> {
	if (!ask) return {};
	if (isQuestion(ask)) return { answers: YES_NO, answer: part.answers[ask] ?? '' };
	if (state !== 'unknown') return {};
	switch (ask) {
		case 'whenItHappened':
			return { answers: WHEN, answer: '' };
		case 'bothLimbs':
			return { answers: LIMBS, answer: '' };
		case 'anyProceedings':
			return { answers: GOING_ON, answer: '' };
		case 'whoComplains':
		case 'whatAbout':
			return {};
	}
}

/** The part after one test was answered beside it. */
export function withAnswer(part: PartDraft, testId: string, answer: string): PartDraft {
	const ask = testId.split('-').at(-1) ?? '';
	if (isQuestion(ask)) {
		return { ...part, answers: { ...part.answers, [ask]: answer as 'yes' | 'no' } };
	}
	switch (ask as Ask) {
		case 'whenItHappened':
		case 'bothLimbs':
			return { ...part, timing: answer };
		case 'anyProceedings':
			return answer === 'none'
				? { ...part, goingOn: [], noneGoingOn: true }
				: { ...part, goingOn: [answer], noneGoingOn: false };
		default:
			return part;
	}
}

function isQuestion(ask: string): ask is QuestionName {
	return Object.hasOwn(QUESTIONS, ask);
}

/** The dates the decision would start, before it is made; null where it starts none. */
export function datesNote({ parts }: TriageDraft, { complaint, context }: CaseFacts) {
	const { receivedOn } = complaint;
	const routes = parts.map((part) => routeOf(part));
	const at = (wanted: 'statutory' | 'corporate') =>
		routes.some(({ procedure, opensAt }) => procedure === wanted && opensAt === 'stage1');
	if (receivedOn === null || (!at('statutory') && !at('corporate'))) return null;
	const items: Words[] = [`Day 0 is ${shortDay(receivedOn)}`];
	if (at('statutory'))
		items.push(...limitWords('stage1Response', { receivedOn, context, about: '' }));
	if (at('corporate')) {
		const about = at('statutory') ? 'Corporate part: ' : '';
		items.push(...limitWords('corporateStage1Response', { receivedOn, context, about }));
	}
	return { lead: 'If stage 1 starts:', items: [...items, 'Any pause is shown beside these'] };
}

interface LimitFacts {
	receivedOn: PlainDate;
	context: CaseFacts['context'];
	/** Which part of the complaint it is, where there are both procedures. */
	about: string;
}

function limitWords(
	clock: 'stage1Response' | 'corporateStage1Response',
	{ receivedOn: dayZeroOn, context, about }: LimitFacts
): Words[] {
	const counting = countingOf(context);
	const first = explain({ clock, dayZeroOn }, counting);
	const last = explain({ clock, dayZeroOn, isExtended: true }, counting);
	if (!first.known || !last.known || !first.value.dueOn || !last.value.dueOn) {
		return [`${about}The bank holiday list does not reach, so there is no date yet`];
	}
	const skipped = last.value.skippedHolidays.map(({ date, name }) => `${shortDay(date)} (${name})`);
	return [
		[`${about}Day ${first.value.length} is `, { strong: shortDay(first.value.dueOn) }],
		[
			`${about}Day ${last.value.length}, with more time, is `,
			{ strong: shortDay(last.value.dueOn) }
		],
		...(skipped.length > 0 ? [`Skips ${skipped.join(', ')}`] : [])
	];
}

/** Said where statutory and corporate parts are tangled; null where they are not. */
export function oneInvestigationNote({ parts }: TriageDraft): string | null {
	return prefersOneInvestigation(parts.map((part) => routeOf(part)))
		? 'There are statutory and corporate parts. Where they are tangled, one statutory investigation of all is better. Choose the route of each, and write why.'
		: null;
}
