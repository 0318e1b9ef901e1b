import { QUESTIONS } from '#lib/intake/questions.ts';
import { fileWords } from '#lib/intake/fileWords.ts';
import { NO_ANSWERS } from '#lib/intake/answers.ts';
import { lookUpIn, type Words } from '#lib/server/languages/pageWords.ts';
import { pageNameOf, sharedBy } from '#lib/words/languages/pages.ts';
import { LANGUAGES } from '#lib/words/languages/languages.ts';
import { LENT, ON_PAPER } from '#lib/words/public/hand.ts';
import { MORE_HEADINGS, MORE_TASKS, TASK_DONE } from '#lib/words/public/more.ts';
import { CODE_NOTICES } from '#lib/words/public/code.ts';
import { EXAMPLES } from './publicExamples.ts';
import { textsOn, type SeenPage } from './publicTexts.ts';

/** The English texts of each page, by the name of the page. */
export type EnglishList = Readonly<Record<string, readonly string[]>>;

/** What was seen on a page, or is said by a function of the words that a page shows. */
export interface SeenText {
	page: string;
	text: string;
}

/** Which module of the words says things only there; any other is said on any page of the form. */
const SAID_ON: Readonly<Record<string, string>> = {
	safety: 's/3h',
	sent: 's/12',
	interpreter: 's/12',
	poster: '',
	code: '',
	home: 'home',
	changes: 'changes',
	files: 'theForm',
	more: 'theirOwn',
	aside: 'theirOwn',
	beside: 'theForm',
	helping: 'theirOwn',
	agree: 'theirOwn',
	path: 'theirOwn',
	tracking: 'theirOwn',
	messages: 'theirOwn',
	answer: 'theirOwn',
	next: 'theirOwn',
	stop: 'theirOwn',
	advocate: 'theirOwn',
	refused: 'theirOwn',
	notices: 'theirOwn'
};

/** Words of a page that no state of the page lists has all of. */
const NOT_ALL_SEEN: readonly string[] = [
	'ADULT_FILE_PROBLEMS',
	'ADVOCATE_PROBLEMS',
	'AGREED_LEAD',
	'ANSWER_BEFORE',
	'ANSWER_ELSEWHERE',
	'ANSWER_HEADINGS',
	'ANSWER_TITLES',
	'BESIDE',
	'CHANGES',
	'FILES_AGAIN',
	'FILE_LEFT_OUT',
	'FILE_PROBLEMS',
	'HELPERS_HELP',
	'LONG_AGO',
	'MESSAGE_PROBLEMS',
	'MORE_PROBLEMS',
	'NEXT_PROBLEMS',
	'NOTICES',
	'OUTCOME_WORDS',
	'SINCE_ANSWER',
	'STOP_NOTICES',
	'STOP_PROBLEMS',
	'TOOLS',
	'UNSENT'
];

/** Every text that is on a page, or that a function says in some case the pages do not reach. */
export function seenTexts(
	pages: readonly SeenPage[],
	modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>
): SeenText[] {
	const onPages = pages.flatMap((page) =>
		textsOn(page).map((text) => ({ page: pageNameOf(page.path), text }))
	);
	const said = Object.entries(modules).flatMap(([path, module]) => {
		const page = SAID_ON[path.replace(/^.*\/(\w+)\.ts$/, '$1')];
		if (!page) return [];
		return Object.entries(module)
			.flatMap(([name, value]) =>
				typeof value === 'function'
					? (EXAMPLES[name] ?? []).flatMap((args) => textsIn(value(...args)))
					: NOT_ALL_SEEN.includes(name)
						? textsIn(value)
						: []
			)
			.map((text) => ({ page, text }));
	});
	const councils = [
		{ page: 'everywhere', text: 'Have your say' },
		...lentTexts(),
		...MORE_TASKS.map((task) => ({
			page: 'more',
			text: `${MORE_HEADINGS[task].heading}<0>${TASK_DONE}</0>`
		})),
		// Only where the new date of a late answer is known.
		{ page: 'my/late', text: 'Wait until Monday 29 June' },
		// Only where a choice was sent after a quarter of an hour.
		{ page: 'back', text: CODE_NOTICES.held }
	];
	return [...onPages, ...said, ...wrongTexts(), ...answerTexts(), ...councils];
}

/** What any page says on a worker's device, and any page with the six words. */
function lentTexts(): SeenText[] {
	const { label, line, giveBack } = LENT;
	return [
		...[label, `${line} <0>${giveBack}</0>`, giveBack].map((text) => ({
			page: 'everywhere',
			text
		})),
		...textsIn(ON_PAPER).map((text) => ({ page: 'theForm', text }))
	];
}

/** Every answer that can be chosen, and every sort of file, which the check page says once more. */
function answerTexts(): SeenText[] {
	const labels = QUESTIONS.flatMap((question) =>
		question.fields(NO_ANSWERS).flatMap((field) => {
			if (field.kind !== 'radios' && field.kind !== 'checkboxes') return [];
			const own = field.options.filter(({ lang }) => lang === undefined);
			return own.map(({ label }) => (field.sayWith ? `${field.sayWith} ${label}` : label));
		})
	);
	const sorts = [
		{ sort: 'picture', seconds: null },
		{ sort: 'paper', seconds: null },
		...[1, 12, 60, 61, 75, 121, 150].map((seconds) => ({ sort: 'sound', seconds }) as const)
	] as const;
	const files = sorts.flatMap((file) =>
		[true, false].map((isWaiting) => fileWords({ ...file, isWaiting }))
	);
	return [...labels, ...files].map((text) => ({ page: 'theForm', text }));
}

/** What each page says of an answer that is missing or wrong. */
function wrongTexts(): SeenText[] {
	const sent = [{}, { number: 'x', to: 'x' }, ...['', 'x'.repeat(200_000)].map(everyField)];
	return QUESTIONS.flatMap((question) =>
		sent.flatMap((fields) => {
			const read = question.schema.safeParse(fields);
			const missing = question.missing?.(NO_ANSWERS) ?? {};
			return (
				[
					...(read.success ? [] : read.error.issues.map(({ message }) => message)),
					...Object.values(missing)
				]
					.filter(isForPeople)
					// As a page is read: the spaces in a telephone number are like any other.
					.map((text) => ({
						page: pageNameOf(`/s/${question.id}`),
						text: text.replace(/\s+/g, ' ')
					}))
			);
		})
	);
}

/** What zod says by itself of a form that no browser sends is read by nobody. */
function isForPeople(text: string): boolean {
	return !text.startsWith('Invalid ');
}

function everyField(value: string): Record<string, string> {
	const names = QUESTIONS.flatMap((question) =>
		question.fields(NO_ANSWERS).map(({ name }) => name)
	);
	return Object.fromEntries([...names, 'to', 'name'].map((name) => [name, value]));
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return value.trim() ? [tidy(value)] : [];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	if (typeof value !== 'object' || value === null) return [];
	if ('before' in value && 'date' in value) return [tidy(`${value.before} <0>${value.date}.</0>`)];
	return Object.entries(value)
		.filter(([key]) => key !== 'state')
		.flatMap(([, one]) => textsIn(one));
}

function tidy(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** What is said in place of a text, as if the list were its own translation. */
export function finderFor(list: EnglishList, page: string) {
	const words: Words = Object.fromEntries(
		[...sharedBy(page), page].flatMap((name) => (list[name] ?? []).map((text) => [text, text]))
	);
	return lookUpIn(words, 'en-GB');
}

/** The lines of the list that no page shows any more, and no function says in any case. */
export function unusedOf(list: EnglishList, seen: readonly SeenText[]): SeenText[] {
	const whole = seen.flatMap(({ text }) => [text, ...text.split(/(?<=[.?!:]”?)\s+/)]);
	const texts = [...new Set([...whole, ...whole.flatMap(wordsWithin)])];
	return Object.entries(list).flatMap(([page, entries]) =>
		entries
			.filter((entry) => {
				const isOn = lookUpIn({ [entry.replaceAll('{words}', '{text}')]: entry }, 'en-GB');
				return !texts.some((text) => isOn(text) !== null);
			})
			.map((text) => ({ page, text }))
	);
}

/** What is looked up once more within another text: "Change<0> what happened</0>". */
function wordsWithin(text: string): string[] {
	const [, within] =
		/^(?:<0>Error:<\/0> ?|Change<0>|Delete<0>: |[A-Z][a-z ]+: )([^<]+)/.exec(text) ?? [];
	const words = within?.trim();
	return words ? [words, words.charAt(0).toUpperCase() + words.slice(1)] : [];
}

const LANGUAGE_NAMES = Object.values(LANGUAGES)
	.map(({ name }) => name)
	.join('|');
const DAY =
	/(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?/g;

/** A text as a line of the list: days, hours and the people of our tests are places in it. */
export function asEntry(text: string): string {
	let entry = text;
	const put = (value: RegExp, kind: string) => {
		let count = 0;
		entry = entry.replace(value, () => `{${kind}${(count += 1) > 1 ? count : ''}}`);
	};
	put(/(?:\d{1,2}(?:\.\d{2})?(?:am|pm)) to (?:\d{1,2}(?:\.\d{2})?(?:am|pm))/g, 'times');
	put(/\b(?:Monday to Friday|every day)\b/g, 'weekdays');
	put(DAY, 'date');
	put(
		/\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g,
		'month'
	);
	put(/(?<=. ){weekdays}, {times}/g, 'hours');
	put(/\b\d{1,2}(?:\.\d{2})?(?:am|pm)\b/g, 'time');
	put(new RegExp(`\\b(?:${LANGUAGE_NAMES})\\b`, 'g'), 'language');
	put(/\b0\d{2,4} \d{3} ?\d{3,4}\b/g, 'telephone');
	put(/(?<=“)__Host-visit(?=”)|\b\d{2}-\d{4}\b/g, 'text');
	put(/(?<=recording, .*)\b\d+(?= (?:minutes?|seconds?))/g, 'number');
	put(/\b\d+(?= more days)/g, 'number');
	put(/\b(?:Sam|Ella|Grandma Joan|Priya|Your gran|Iris|Noor|Jay|Robin)\b/g, 'name');
	put(/\b(?:NYAS|Shout Out at Off the Record)\b/g, 'provider');
	put(/\bHave your say\b/g, 'site');
	put(/(?<=^|run by )The council(?= is |\.)/g, 'council');
	return entry;
}
