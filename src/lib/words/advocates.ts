import type { HelpKind, HelpOutcome } from '#lib/domain/advocacy/outsideHelp.ts';
import type {
	AdvocateStep,
	DeclinedBecause,
	Interpreted,
	MayKnow
} from '#lib/domain/advocacy/request.ts';
import { PAPER_FILE_PROBLEMS, type FileRefusal } from '#lib/words/files.ts';

/** What an advocate promises before they see anything (DP-14). */
export const UNDERTAKING = {
	version: '2026-11',
	lead: 'What you see here was told by young people. Please read this before you go on.',
	points: [
		'I use what I see only to help the young person it is about, as they want to be helped.',
		'I show it to nobody, and talk about it only with colleagues who help them too.',
		'I keep what I take out of here locked away, and I destroy it when my work ends.',
		'If somebody may get hurt, I say so at once, as I would anywhere.',
		'If I know the family, or work for this council, I say so now and read no further.'
	],
	promise: 'I have read this and I keep to it'
} as const;

/** Why a provider cannot take somebody on, for the provider and the complaints team. */
export const DECLINED_WORDS = {
	nobodyFree: 'Nobody is free in time',
	notOurArea: 'We do not work where they live',
	language: 'We cannot meet their language',
	conflict: 'We know somebody in this too well',
	other: 'Another reason'
} as const satisfies Record<DeclinedBecause, string>;

/** The languages an interpreter is looked for in. */
export const INTERPRETED_WORDS = {
	signLanguage: 'Sign language',
	arabic: 'Arabic',
	sorani: 'Kurdish (Sorani)',
	pashto: 'Pashto',
	dari: 'Dari',
	tigrinya: 'Tigrinya',
	amharic: 'Amharic',
	vietnamese: 'Vietnamese',
	albanian: 'Albanian',
	other: 'Another language'
} as const satisfies Record<Interpreted, string>;

/** What the child lets be known, for the advocate and the complaints team. */
export const MAY_KNOW_WORDS = {
	nothing: 'Nothing: they took it back',
	nameOnly: 'Only their name and how to reach them',
	story: 'Their name, how to reach them, and what they told us'
} as const satisfies Record<MayKnow, string>;

/** What is owed to the child next. */
export const STEP_WORDS = {
	acknowledge: 'Say that you have it',
	assign: 'Name the advocate',
	contact: 'Be in touch with them'
} as const satisfies Record<AdvocateStep, string>;

/** The same as the complaints team reads it, of the provider. */
export const OWED_WORDS = {
	acknowledge: 'has still to say that it has the request',
	assign: 'has still to name the advocate',
	contact: 'has named the advocate, who has still to be in touch'
} as const satisfies Record<AdvocateStep, string>;

/** What was helped with outside the procedure. */
export const HELP_KIND_WORDS = {
	review: 'A review or a meeting',
	placement: 'Where they live or a move',
	contact: 'Seeing family or friends',
	school: 'School or college',
	health: 'Health or support',
	leavingCare: 'Leaving care',
	money: 'Money',
	listening: 'Somebody to listen',
	other: 'Something else'
} as const satisfies Record<HelpKind, string>;

/** What came of it. */
export const HELP_OUTCOME_WORDS = {
	sortedOut: 'It was sorted out',
	partlySortedOut: 'Some of it was sorted out',
	heard: 'They were heard',
	becameComplaint: 'They made a complaint',
	notSortedOut: 'It was not sorted out',
	goesOn: 'It goes on'
} as const satisfies Record<HelpOutcome, string>;

/** Why something an advocate pressed was not done. */
export const PORTAL_REFUSALS = {
	gone: 'This is not with you now. The young person took it back, or a colleague has it',
	cannotBe:
		'They cannot be the advocate here. Choose somebody else, or say that you cannot take it',
	notAColleague: 'Choose somebody of your own service who may sign in',
	notNow: 'This cannot be done as it stands now. Look at what stands there',
	badDay: 'Enter a day from the one they asked on until today',
	badWeek: 'Enter a day of the last 7 days',
	noWords: 'Write something first',
	again: 'This was sent before. Look at what stands there'
} as const;
export type PortalRefusal = keyof typeof PORTAL_REFUSALS;

/** Why a signed paper was not taken. */
export const MANDATE_PROBLEMS = {
	...PAPER_FILE_PROBLEMS,
	wrongKind: 'Choose a PDF, or a photo of the paper'
} as const satisfies Record<FileRefusal, string>;

/** First name alone: all that a child is told of an advocate, and a page of a young person. */
export function firstName(name: string): string {
	return name.trim().split(/\s+/)[0] ?? '';
}

/** Why cover could not be written down. */
export const COVER_PROBLEMS = {
	mayNotSay: 'Only you can say that you are away',
	unknown: 'This cover is not there any more',
	over: 'Enter a last day that is today or later',
	cannotCover: 'Choose somebody of your own service who may sign in',
	coveredAlready: 'Somebody covers for you on some of these days already',
	awayThemselves: 'They are away themselves on some of these days'
} as const;

/** What was just done, by what stands in the address. */
export const DID_WORDS = {
	away: 'Kept. Your colleague sees your young people on those days.',
	back: 'Kept. You are there again.',
	closed: 'Kept. New requests of those days go to the next service, where there is one.',
	open: 'Kept. New requests come to you again.',
	help: 'Counted. Thank you.',
	acknowledge: 'Kept. The young person is told that you have it.',
	accept: 'Kept. The young person is told who their advocate is.',
	decline: 'Kept. Somebody else is asked. You do not see the young person any more.',
	interpreter: 'Kept. The young person is told that you look for an interpreter.',
	firstContact: 'Kept.',
	spoke: 'Kept.',
	handOver: 'Handed over. The young person is told who their advocate is now.',
	write: 'Sent to the complaints team.',
	with: 'Sent. It is in the case now, in their own words.',
	mandate: 'Kept with the case.',
	gone: `${PORTAL_REFUSALS.gone}. Nothing was kept.`
} as const;

/** Such a sentence; empty where nothing was done. */
export function didWords(did: string | null): string {
	return did !== null && Object.hasOwn(DID_WORDS, did)
		? DID_WORDS[did as keyof typeof DID_WORDS]
		: '';
}
