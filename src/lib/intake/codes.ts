/**
 * The codes of every option of the public form, in the order in which they stand on the page.
 * The English for them is in `words/public`.
 */

/** Who is telling us (C3). Each has pages of their own from there on. */
export const TELLERS = ['child', 'helper', 'adult'] as const;
export type Teller = (typeof TELLERS)[number];

/** "Are you safe right now?" (C4). `no` and `notSure` raise an alert at once. */
export const SAFETY_ANSWERS = ['yes', 'no', 'notSure', 'notSaying'] as const;
export type SafetyAnswer = (typeof SAFETY_ANSWERS)[number];

/** When to call back somebody who may not be safe (C4b): within the next two hours. */
export const CALL_TIMES = ['now', 'halfAnHour', 'oneHour', 'twoHours'] as const;
export type CallTime = (typeof CALL_TIMES)[number];

/** How they want to tell us (C5). Only what is built is offered. */
export const WAYS_OF_TELLING = ['type', 'record', 'someone', 'call', 'meet', 'language'] as const;
export type WayOfTelling = (typeof WAYS_OF_TELLING)[number];

/** The same where an adult tells us. The law gives advocates to children. */
export const ADULT_WAYS_OF_TELLING = [
	'type',
	'record',
	'call',
	'meet',
	'language'
] as const satisfies readonly WayOfTelling[];

/** The ways in which somebody of ours hears the rest from them, so that no words are asked for. */
const TOLD_ALOUD: readonly string[] = ['call', 'meet', 'language'] satisfies WayOfTelling[];

/** Whether we call or meet them, with an interpreter where they need one. */
export function isToldAloud(how: string | null | undefined): boolean {
	return how != null && TOLD_ALOUD.includes(how);
}

/** What it is about (C6), in the child's own terms; staff choose a category beside it. */
export const PICKED_SUBJECTS = [
	'home',
	'worker',
	'family',
	'plan',
	'school',
	'money',
	'moving',
	'feelings',
	'records',
	'treatment',
	'other',
	'notSure'
] as const;
export type PickedSubject = (typeof PICKED_SUBJECTS)[number];

/** What would make it better (C8). */
export const WISHES = ['sorry', 'why', 'change', 'stop', 'sortOut', 'listen', 'notSure'] as const;
export type Wish = (typeof WISHES)[number];

/** What is about to change (C8b), which may have to be put on hold. */
export const CHANGES = ['move', 'school', 'familyTime', 'other', 'nothing'] as const;
export type Change = (typeof CHANGES)[number];

/** Whether they want an advocate (C9). */
export const ADVOCATE_ANSWERS = ['yes', 'have', 'notNow'] as const;
export type AdvocateAnswer = (typeof ADVOCATE_ANSWERS)[number];

/** What the advocate may be told (C9b). The least comes first. */
export const ADVOCATE_MAY_KNOW = ['nameOnly', 'story'] as const;
export type AdvocateMayKnow = (typeof ADVOCATE_MAY_KNOW)[number];

/** The ways of getting back to somebody (C11). The code always works. */
export const REACH_CHANNELS = [
	'code',
	'textMessage',
	'telephone',
	'email',
	'letter',
	'trustedPerson'
] as const;
export type ReachChannel = (typeof REACH_CHANNELS)[number];

/** A way that needs a number or an address, and so a page of its own. */
export type AddressedChannel = Exclude<ReachChannel, 'code'>;
export const ADDRESSED_CHANNELS = [
	'textMessage',
	'telephone',
	'email',
	'letter',
	'trustedPerson'
] as const satisfies readonly AddressedChannel[];

/** Who else can see a phone, an e-mail or the post. */
export const WHO_CAN_SEE = ['justMe', 'others', 'notSure'] as const;
export type WhoCanSee = (typeof WHO_CAN_SEE)[number];

/** A plain yes or no, as a pair of radios gives it. */
export const YES_NO = ['yes', 'no'] as const;
export type YesNo = (typeof YES_NO)[number];

/** When it is a good time to be reached. */
export const GOOD_TIMES = ['afterSchool', 'evening', 'weekend', 'any'] as const;
export type GoodTime = (typeof GOOD_TIMES)[number];

/** Yes, no, or not known. */
export const YES_NO_NOT_SURE = ['yes', 'no', 'notSure'] as const;
export type YesNoNotSure = (typeof YES_NO_NOT_SURE)[number];

/**
 * The doors of the home page. `wrong` is the one for everybody; those of adults lead past the
 * question who is telling us.
 */
export const DOORS = ['wrong', 'idea', 'thanks', 'carer', 'family', 'advocate'] as const;
export type Door = (typeof DOORS)[number];

/** What links an adult who complains to the child (B1; Children Act 1989 s.26(3)). */
export const LINKS = [
	'parent',
	'responsibility',
	'guardian',
	'fosterCarer',
	'adopter',
	'relative',
	'other'
] as const;
export type Link = (typeof LINKS)[number];

/** Whether it is about the child's care or about how the adult was treated (B2). */
export const ABOUT_WHOM = ['care', 'treated', 'both', 'notSure'] as const;
export type AboutWhom = (typeof ABOUT_WHOM)[number];

/** Who helps a child say it (A1). */
export const HELPER_KINDS = ['advocate', 'carer', 'family', 'professional', 'friend'] as const;
export type HelperKind = (typeof HELPER_KINDS)[number];

/** Whether the child knows that somebody tells us (A2). */
export const CHILD_KNOWS = ['asked', 'knows', 'no', 'cannot'] as const;

/** How we hear from the child (A4). */
export const HEARS_CHILD = ['ownCode', 'throughMe', 'phone', 'cannot'] as const;

/** Whether anybody else may not be safe (A5). `no` and `notSure` raise an alert as well. */
export const OTHERS_SAFE = ['allSafe', 'no', 'notSure', 'notSaying'] as const;
export type OthersSafe = (typeof OTHERS_SAFE)[number];

/** Whether those who are thanked may know by whom (2.7). */
export const MAY_TELL = ['yes', 'noName', 'no'] as const;

/** Whether an idea is about one child, or about everybody (2.7). */
export const FOR_WHOM = ['me', 'everyone'] as const;

/** Which wording of the three things to know (C2) is shown; kept with the case. */
export const PROMISE_VERSION = '2026-11-26';
