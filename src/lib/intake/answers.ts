import type {
	AdvocateAnswer,
	AdvocateMayKnow,
	AddressedChannel,
	CallTime,
	Change,
	GoodTime,
	PickedSubject,
	ReachChannel,
	SafetyAnswer,
	Teller,
	WayOfTelling,
	WhoCanSee,
	Wish,
	YesNo
} from '#lib/intake/codes.ts';
import type { StepId } from '#lib/intake/steps.ts';

/** Where and how one channel is safe. `to` is a number or an address, as it was typed. */
export interface ReachDetails {
	to: string;
	/** The person's name, for a trusted person only. */
	name?: string;
	whoCanSee: WhoCanSee | null;
	/** Null where it was not asked or not answered, which never means yes. */
	voicemail: YesNo | null;
	goodTimes: readonly GoodTime[];
}

/** The call asked for on "Let us get you help now". */
export interface CallBackAnswer {
	number: string;
	time: CallTime | null;
	leaveMessage: YesNo | null;
}

/**
 * What one visitor has answered so far. A property that is absent was not answered.
 *
 * `seen` lists the steps they pressed Continue or Skip on, so that leaving a page blank is an
 * answer too.
 */
export interface Answers {
	seen: readonly StepId[];
	promiseVersion?: string;
	who?: Teller;
	safe?: SafetyAnswer;
	callBack?: CallBackAnswer;
	how?: WayOfTelling;
	about?: readonly PickedSubject[];
	happened?: string;
	wishes?: readonly Wish[];
	wishesMore?: string;
	changes?: readonly Change[];
	changesWhen?: string;
	advocate?: AdvocateAnswer;
	advocateMayKnow?: AdvocateMayKnow;
	name?: string;
	reach?: readonly ReachChannel[];
	reachDetails?: Partial<Record<AddressedChannel, ReachDetails>>;
}

/** A form on which nothing was answered yet. */
export const NO_ANSWERS: Answers = { seen: [] };
