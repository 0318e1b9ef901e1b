import { z } from 'zod';
import {
	ABOUT_WHOM,
	ADULT_WAYS_OF_TELLING,
	ADVOCATE_ANSWERS,
	ADVOCATE_MAY_KNOW,
	CALL_TIMES,
	CHANGES,
	CHILD_KNOWS,
	DOORS,
	FOR_WHOM,
	GOOD_TIMES,
	HEARS_CHILD,
	HELPER_KINDS,
	LINKS,
	MAY_TELL,
	OTHERS_SAFE,
	PICKED_SUBJECTS,
	REACH_CHANNELS,
	SAFETY_ANSWERS,
	TELLERS,
	WAYS_OF_TELLING,
	WHO_CAN_SEE,
	WISHES,
	YES_NO,
	YES_NO_NOT_SURE,
	type AddressedChannel
} from '#lib/intake/codes.ts';
import { STEP_IDS } from '#lib/intake/steps.ts';
import { TOLD_LANGUAGES } from '#lib/words/languages/languages.ts';

const reachDetails = z.object({
	/** A number or an address, as it was typed. */
	to: z.string(),
	/** The person's name, for a trusted person only. */
	name: z.string().optional(),
	whoCanSee: z.enum(WHO_CAN_SEE).nullable(),
	/** Null where it was not asked or not answered, which never means yes. */
	voicemail: z.enum(YES_NO).nullable(),
	goodTimes: z.array(z.enum(GOOD_TIMES))
});

const keptFile = z.object({
	fileId: z.uuid(),
	sort: z.enum(['picture', 'sound', 'paper']),
	/** How long a recording is; null for anything else. */
	seconds: z.number().nullable(),
	/** The virus check gave no answer when it came: it cannot be heard yet. */
	isWaiting: z.boolean()
});

/**
 * What one visitor has answered so far. A property that is absent was not answered.
 *
 * `seen` lists the steps they pressed Continue or Skip on, so that leaving a page blank is an
 * answer too. `files` came with what a child says happened. `callBack` is the call asked for on "Let us get you help now".
 */
export const answersSchema = z.object({
	seen: z.array(z.enum(STEP_IDS)),
	promiseVersion: z.string().optional(),
	/** By which door of the home page they came; absent on the way of old forms, which is `wrong`. */
	door: z.enum(DOORS).optional(),
	who: z.enum(TELLERS).optional(),
	safe: z.enum(SAFETY_ANSWERS).optional(),
	callBack: z
		.object({
			number: z.string(),
			time: z.enum(CALL_TIMES).nullable(),
			leaveMessage: z.enum(YES_NO).nullable(),
			/** When it was asked for, in milliseconds: what was promised then stays promised. */
			askedAt: z.number()
		})
		.optional(),
	how: z.enum(WAYS_OF_TELLING).optional(),
	/** The same where an adult tells us; never what a child chose in this browser before. */
	adultHow: z.enum(ADULT_WAYS_OF_TELLING).optional(),
	/** Which language somebody uses who tells us in another than English, and its name as typed. */
	language: z.enum(TOLD_LANGUAGES).optional(),
	languageNamed: z.string().optional(),
	adultLanguage: z.enum(TOLD_LANGUAGES).optional(),
	adultLanguageNamed: z.string().optional(),
	about: z.array(z.enum(PICKED_SUBJECTS)).optional(),
	happened: z.string().optional(),
	files: z.array(keptFile).optional(),
	/** Those that came with a child's own words, and with what an adult says of it. */
	childsFiles: z.array(keptFile).optional(),
	accountFiles: z.array(keptFile).optional(),
	/** Those that are a thank-you, and an idea or a question. */
	goodFiles: z.array(keptFile).optional(),
	ideaFiles: z.array(keptFile).optional(),
	wishes: z.array(z.enum(WISHES)).optional(),
	wishesMore: z.string().optional(),
	changes: z.array(z.enum(CHANGES)).optional(),
	changesWhen: z.string().optional(),
	advocate: z.enum(ADVOCATE_ANSWERS).optional(),
	advocateMayKnow: z.enum(ADVOCATE_MAY_KNOW).optional(),
	/** Whom they thank, and the idea or question they have (2.7). */
	good: z.string().optional(),
	mayTell: z.enum(MAY_TELL).optional(),
	wantsReply: z.enum(YES_NO).optional(),
	idea: z.string().optional(),
	forWhom: z.enum(FOR_WHOM).optional(),
	wantsAnswer: z.enum(YES_NO).optional(),
	/** What an adult says in their own words, apart from those of a child. */
	account: z.string().optional(),
	link: z.enum(LINKS).optional(),
	aboutWhom: z.enum(ABOUT_WHOM).optional(),
	court: z.enum(YES_NO_NOT_SURE).optional(),
	childName: z.string().optional(),
	othersCheck: z.enum(YES_NO_NOT_SURE).optional(),
	name: z.string().optional(),
	reach: z.array(z.enum(REACH_CHANNELS)).optional(),
	reachDetails: z
		.object({
			textMessage: reachDetails.optional(),
			telephone: reachDetails.optional(),
			email: reachDetails.optional(),
			letter: reachDetails.optional(),
			trustedPerson: reachDetails.optional()
		} satisfies Record<AddressedChannel, unknown>)
		.optional(),
	/** The advocate whose own sign-in began this form; never anything that a form brought. */
	partner: z.uuid().optional(),
	helperKind: z.enum(HELPER_KINDS).optional(),
	childKnows: z.enum(CHILD_KNOWS).optional(),
	othersSafe: z.enum(OTHERS_SAFE).optional(),
	/** A child's own words, as a helper wrote them down. */
	childsWords: z.string().optional(),
	hearsChild: z.enum(HEARS_CHILD).optional(),
	/** How the child may be reached, which is never taken to be how their helper is. */
	childReach: z.array(z.enum(REACH_CHANNELS)).optional(),
	childReachDetails: z
		.object({
			textMessage: reachDetails.optional(),
			telephone: reachDetails.optional(),
			email: reachDetails.optional(),
			letter: reachDetails.optional(),
			trustedPerson: reachDetails.optional()
		} satisfies Record<AddressedChannel, unknown>)
		.optional()
});

export type Answers = z.infer<typeof answersSchema>;
/** Where and how one channel is safe. */
export type ReachDetails = z.infer<typeof reachDetails>;

/** The lists of files, each of one page where somebody tells us something. */
export type FilesOf = 'files' | 'childsFiles' | 'accountFiles' | 'goodFiles' | 'ideaFiles';

/** A recording, a picture or a paper that was added. The file itself is kept apart, sealed. */
export type KeptAnswerFile = z.infer<typeof keptFile>;

/** A form on which nothing was answered yet. */
export const NO_ANSWERS: Answers = { seen: [] };
