import type { LinkReason } from '#lib/domain/beside/codes.ts';
import type { NewWayInRefusal } from '#lib/domain/complaint/newWayIn.ts';
import type { DeclinedBecause, MayKnow } from '#lib/domain/advocacy/request.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import type { Channel, TextId } from '#lib/domain/complaint/codes.ts';
import type { Command, CommandType } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { ConcernRefusal } from '#lib/domain/reviews/concern.ts';
import type { PromiseRefusal } from '#lib/domain/reviews/promises.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import type { PulledCover, PulledReminder, SavedView } from '#lib/wire/caseload.ts';
import type { ReviewOrder } from '#lib/wire/reviewOrders.ts';

/**
 * What the staff app sends and reads, online now and offline later.
 *
 * The app acts by POST /api/sync/push with one `Push`, and reads GET /api/sync/pull, a `Pull`.
 * Every id is made on the device and is final. The server decides each command again.
 */
export interface Push {
	commands: readonly PushedCommand[];
}

/** One order, with the words it needs. `commandId` is the same on every try. */
export interface PushedCommand {
	commandId: string;
	complaintId: string;
	/** The version of the complaint the person was looking at. */
	basedOnVersion: number;
	/** When it was given, by the device's clock: evidence only. */
	givenAt: string;
	texts: readonly PushedText[];
	order: Order;
}

export interface PushedText {
	textId: TextId;
	kind:
		| 'elementTitle'
		| 'note'
		| 'reason'
		| 'terms'
		| 'spokenTo'
		| 'writtenRecord'
		| 'whatHappened'
		| 'whatWouldHelp'
		| 'statement'
		| 'report'
		| 'recommendation'
		| 'evidence'
		| 'promised'
		| 'stage3Points';
	words: string;
}

/** A command of the rules, or one of the plain acts beside them. */
export type Order =
	| Command
	| { type: 'addNote'; textId: TextId }
	| { type: 'nameSubject'; personId: string; name: string; staffId: string | null }
	| {
			type: 'assignCase';
			officerId: string | null;
			responderId: string | null;
			teamId: string | null;
			/** Why the one who answers may, though they manage somebody it is about. */
			lineManagerReasonTextId?: TextId;
	  }
	| LogContact
	| ReviewOrder
	| { type: 'markMessageRead'; messageId: string }
	/** Goes out at once, or waits for a second person where it may hold an address or a number. */
	| {
			type: 'sendMessage';
			messageId: string;
			words: string;
			replyByOn: PlainDate | null;
			/** To whoever speaks for the child; absent, to the complainant. */
			to?: 'helper' | 'advocate';
	  }
	| { type: 'confirmMessage'; messageId: string }
	| { type: 'discardMessage'; messageId: string }
	| { type: 'completePromise'; promiseId: string; doneOn: PlainDate }
	| {
			type: 'recordAdvocateAnswer';
			requestId: string;
			answer: 'accepted' | 'declined' | 'needsInterpreter';
			answeredOn: PlainDate;
			/** Who the advocate is; empty unless accepted. */
			advocateName: string;
	  };

export type OrderType = Order['type'];

/** The plain acts beside the commands of the rules. */
export type ActType = Exclude<OrderType, CommandType>;

/** Somebody told us by telephone, letter, e-mail or in person. Makes a new complaint. */
export interface LogContact {
	type: 'logContact';
	receivedOn: PlainDate;
	channel: Channel;
	madeBy: 'childOrYoungPerson' | 'helper' | 'adult';
	complainantName: string;
	relationToChild: string;
	childName: string;
	whatHappenedTextId: TextId;
	whatWouldHelpTextId: TextId | null;
	wantsAdvocate: boolean;
	/** Nobody asked them whether they want one, so that nothing was said of it. */
	advocateNotAsked?: true;
	safeNow: 'yes' | 'no' | 'notSure' | 'notAsked';
	/** How they may be reached; empty where they have given no safe way yet. One a channel at most. */
	safeContacts: readonly LoggedSafeContact[];
}

/** One way of reaching somebody that they called safe when they spoke to us. */
export interface LoggedSafeContact {
	safeContactId: string;
	channel: 'textMessage' | 'telephone' | 'email' | 'letter' | 'trustedPerson';
	/** The number or the address; of a trusted person, theirs. */
	to: string;
	/** Of a trusted person only; empty otherwise. */
	name: string;
	/** Null where it does not matter, or nobody asked. */
	whoCanSee: 'justMe' | 'others' | 'notSure' | null;
	voicemailAllowed: boolean | null;
	goodTimes: readonly ('afterSchool' | 'evening' | 'weekend' | 'any')[];
	/** It reaches whoever spoke for the child, and nothing for the child goes by it; absent, the child. */
	whose?: 'helper';
}

/** The server's answer to one command. `refused` and `unknown` are not tried again. */
export type PushResult =
	| { commandId: string; done: true; version: number | null }
	| { commandId: string; done: false; refusal: Refusal | ActRefusal };

/**
 * Refusals of the acts that are not commands of the rules. `notYours` also answers for what
 * does not exist. No refusal holds words that somebody typed.
 */
export type ActRefusal =
	| { code: 'notYours' }
	| { code: 'badForm'; path: string; message: string }
	| { code: 'idAlreadyUsed' }
	/** The words of the case are destroyed, and nothing new is written in it. */
	| { code: 'caseErased' }
	| { code: 'mayNotAct'; act: string }
	| { code: 'complainedAbout'; staffId: string }
	/** They manage somebody it is about: never the officer, and to answer only with a reason. */
	| { code: 'subjectsLineManager'; staffId: string; withReason: boolean }
	| { code: 'staffUnknown'; staffId: string }
	| { code: 'changedMeanwhile'; version: number }
	| { code: 'wordsNotReady'; failed: readonly WordCheckName[] }
	| { code: 'addressNeedsSecondPerson' }
	| { code: 'secondPersonIsWriter' }
	| { code: 'nothingWaiting' }
	| { code: 'alreadySent' }
	| { code: 'alreadyAnswered' }
	| { code: 'newWayInRefused'; why: NewWayInRefusal }
	| { code: 'concernRefused'; why: ConcernRefusal }
	| { code: 'promiseRefused'; why: PromiseRefusal }
	| { code: 'answerIncomplete'; elementId: string | null; missing: AnswerPart };

/** The checks that words to a complainant pass before they go. */
export type WordCheckName = 'grade' | 'bannedWords' | 'longSentence' | 'address';

/** What a stage 1 answer must hold before it can be released. */
export type AnswerPart =
	'spokenFirst' | 'found' | 'told' | 'outcome' | 'actionWhat' | 'actionOwner' | 'actionDueOn';

export interface PushAnswer {
	results: readonly PushResult[];
}

/**
 * Everything the signed-in person may see, as lists need it.
 *
 * The cases hold no words: those come one case at a time from GET /api/sync/case/ID, which
 * records that the person looked (`isWhole` is then true).
 */
export interface Pull {
	asOf: string;
	today: PlainDate;
	me: { staffId: string; displayName: string; roles: readonly StaffRole[]; teamId: string | null };
	council: PulledCouncil;
	holidays: BankHolidayList;
	staff: readonly PulledStaff[];
	cases: readonly PulledCase[];
	alerts: readonly PulledAlert[];
	/** Who covers for whom, from today on, the earliest first. */
	cover: readonly PulledCover[];
	/** What this person was reminded of in the last 14 days, newest first. */
	reminders: readonly PulledReminder[];
	/** The lists this person has named, by name. */
	views: readonly SavedView[];
	/** How many things done with no signal wait for this person; absent in what an older app kept. */
	needsYou?: number;
}

export interface PulledCouncil {
	siteName: string;
	councilName: string;
	acknowledgeWorkingDays: number;
	corporateStage1WorkingDays: number;
	/** Absent in what an older app kept. */
	corporateStage2AcknowledgeWorkingDays?: number;
	corporateStage2WorkingDays?: number;
	corporateStage2ExtensionWorkingDays?: number;
	/** For deciding on sufficient interest; absent in a store of an earlier version. */
	eligibilityWorkingDays?: number;
	/** By when an idea is answered and a thank-you passed on; absent likewise. */
	answerIdeaWorkingDays?: number;
	passOnThanksWorkingDays?: number;
	teams: readonly { teamId: string; name: string }[];
	categories: readonly { categoryId: string; name: string }[];
	/** What the Ombudsman may decide, as the council's list reads. Absent in what an older app kept. */
	ombudsmanDecisions?: readonly string[];
	/** Telephone numbers the council prints itself: the address guard lets them pass. */
	ourNumbers: readonly string[];
	advocacyProvider: { providerId: string; name: string; telephone: string } | null;
	/** All of them, with a contract or without; absent in what an older app kept. */
	advocacyProviders?: readonly { providerId: string; name: string }[];
}

export interface PulledStaff {
	staffId: string;
	displayName: string;
	teamId: string | null;
	roles: readonly StaffRole[];
	lineManagerId: string | null;
	kind: 'inside' | 'outside';
	/** The last day on which they may sign in; null for no end. */
	validUntil: PlainDate | null;
}

/** One event with who and when. */
export interface StoredEvent {
	version: number;
	event: ComplaintEvent;
	/** The order that it comes from: what a later order is based on, since a restore gives versions again. */
	commandId: string;
	actorKind: 'staff' | 'complainant' | 'system';
	actorId: string | null;
	givenAt: string;
	recordedAt: string;
}

/** Another case that goes with the one that was opened, which the same person may see. */
export interface PulledOther {
	complaintId: string;
	reference: string;
	/** The link as the other case has it written down; null where it has none. */
	linkedThere: { why: LinkReason; on: PlainDate } | null;
	/** Since when the other one is a duplicate of this; null where it is none. */
	duplicateSinceOn: PlainDate | null;
}

export interface PulledCase {
	/**
	 * False in a `Pull`: `people`, `texts`, `safeContact` are empty, `facts` null, words null. In
	 * the store false too once the list knows more than was opened: it is to be opened again.
	 */
	isWhole: boolean;
	/** As this device holds it: what no device may hold is empty. Absent in what the server sends. */
	isHeld?: true;
	complaintId: string;
	reference: string;
	version: number;
	officerId: string | null;
	responderId: string | null;
	teamId: string | null;
	events: readonly StoredEvent[];
	/** The name the child chose, or null where they gave none. */
	calledName: string | null;
	people: readonly PulledPerson[];
	texts: readonly PulledText[];
	messages: readonly PulledMessage[];
	/** Empty unless the case is whole; absent in what an older app kept. Never the files themselves. */
	files?: readonly PulledFile[];
	facts: PulledFacts | null;
	safeContact: readonly PulledSafeContact[];
	advocateRequests: readonly PulledAdvocateRequest[];
	answers: readonly PulledAnswer[];
	fullAnswers: readonly PulledFullAnswer[];
	promises: readonly PulledPromise[];
	/** They had an idea or said thank you, and were promised an answer; absent in any other case. */
	answerWanted?: 'idea' | 'thanks';
	/** The other cases it goes with that this person may see; empty unless the case is whole. */
	others: readonly PulledOther[];
	/** Newest first; empty unless the case is whole. */
	views: readonly PulledView[];
	/** How many of the council's people have opened the case. */
	seenByCount: number;
	/** How many advocates have seen what the child lets them; they are none of these. */
	seenByAdvocates: number;
}

/** One request to a provider of advocates, with what became of it. */
export interface PulledAdvocateRequest {
	requestId: string;
	askedOn: PlainDate;
	/** What the child let be known when they asked. */
	mayKnow: 'nameOnly' | 'story';
	providerId: string;
	answer: string | null;
	answeredOn: PlainDate | null;
	/** The days of the loop; absent in what an older app kept. */
	loop?: PulledAdvocateLoop;
}

/** How far a provider is with it, day by day. */
export interface PulledAdvocateLoop {
	acknowledgedOn: PlainDate | null;
	declinedBecause: DeclinedBecause | null;
	needsLanguage: string | null;
	/** The advocate who signs in; null where there is none, or only a name was written down. */
	assignedTo: string | null;
	assignedOn: PlainDate | null;
	firstContactOn: PlainDate | null;
	spokeOn: PlainDate | null;
	endedOn: PlainDate | null;
	endedBecause: 'childTookBack' | 'declined' | null;
	/** What the child lets the advocate know, each change with its day; the last one holds. */
	consent: readonly { mayKnow: MayKnow; toldOn: PlainDate }[];
	/** On which days the provider was asked again because it was late. */
	chasedOn: readonly PlainDate[];
}

/** A recording, a picture or a paper that came with what they told us, or with a message. */
export interface PulledFile {
	fileId: string;
	part: 'happened' | 'helpersAccount' | 'added' | 'message' | 'mandate';
	/** The words added, or the message; null for what happened and what a helper says of it. */
	partId: string | null;
	sort: 'picture' | 'sound' | 'paper';
	byteSize: number;
	/** How long a recording is; null for anything else. */
	seconds: number | null;
	/** What the virus check said; one that waits or was found bad cannot be opened. */
	scan: 'none' | 'clean' | 'waiting' | 'found';
	addedAt: string;
}

/** Where the stage 1 answer of one strand stands. Its words have a page of their own. */
export interface PulledAnswer {
	strandId: string;
	state: 'draft' | 'waitingForRelease' | 'sent';
	version: number;
	writtenBy: string;
	/** Everyone who has saved it: none of them may release it. */
	writers: readonly string[];
	savedAt: string;
	/** Who was asked to look. */
	secondPersonId: string | null;
	releaseAskedAt: string | null;
	releasedBy: string | null;
	sentAt: string | null;
	openedAt: string | null;
	notUnderstoodAt: string | null;
	/** What they said to it; null while they said nothing. */
	reply: 'content' | 'talkFirst' | 'thinking' | 'stage2' | null;
}

/** Where the full answer of one strand at stage 2 or 3 stands. Its words have a page of their own. */
export interface PulledFullAnswer {
	strandId: string;
	stage: 2 | 3;
	state: 'waitingForRelease' | 'sentBack' | 'sent';
	/** Who prepared it last. */
	writtenBy: string;
	/** Everyone who prepared any of it: none of them may release it. */
	writers: readonly string[];
	/** Who was asked to look; null unless it waits. */
	secondPersonId: string | null;
}

export interface PulledPromise {
	promiseId: string;
	elementId: string | null;
	/** Null in a list, or once erased. */
	what: string | null;
	/** Who will do it, as the answer says; null as `what`. */
	who: string | null;
	ownerId: string | null;
	dueOn: PlainDate;
	doneOn: PlainDate | null;
}

/** Who looked. */
export interface PulledView {
	staffId: string;
	at: string;
	what: string;
}

export interface PulledPerson {
	personId: string;
	part: 'complainant' | 'child' | 'helper' | 'advocate' | 'subjectOfComplaint' | 'other';
	name: string;
	relation: string;
	staffId: string | null;
}

export interface PulledText {
	textId: TextId;
	kind: string;
	/** Null once erased. */
	words: string | null;
	authorKind: 'staff' | 'complainant' | 'system';
	authorId: string | null;
	writtenAt: string;
	/** Said while this advocate wrote beside them; absent where they were alone. */
	withAdvocate?: string;
}

export interface PulledMessage {
	messageId: string;
	direction: 'fromComplainant' | 'toComplainant';
	state: 'waitingForSecondPerson' | 'sent' | 'notSent';
	words: string | null;
	authorId: string | null;
	sentAt: string;
	readAt: string | null;
	replyByOn: PlainDate | null;
	notUnderstoodAt: string | null;
	/** Present where it is a letter that went out by the site, and not written as a message. */
	isLetter?: true;
	/** Present where it was exchanged with whoever speaks for the child, not with the child. */
	party?: 'helper' | 'advocate';
}

/** What the child picked on the form, as codes of `intake/`. */
export interface PulledFacts {
	pickedSubjects: readonly string[];
	wishes: readonly string[];
	toldHow: string | null;
	safetyAnswer: string | null;
	wantsAdvocate: string | null;
	/** What is about to change and may have to be put on hold. */
	changesComing: readonly string[];
	/** What one door asks and others do not, as codes by question. Absent in what an older app kept. */
	further?: Readonly<Record<string, string>>;
}

/** Which channels are safe and what must not be done. Never a number or an address. */
export interface PulledSafeContact {
	channel: 'code' | 'textMessage' | 'telephone' | 'email' | 'letter' | 'trustedPerson';
	isAllowed: boolean;
	whoCanSee: 'justMe' | 'others' | 'notSure' | null;
	voicemailAllowed: boolean | null;
	goodTimes: readonly string[];
	checkedOn: PlainDate | null;
	/** Present where it is not the complainant's: of whoever speaks for the child. */
	whose?: 'helper';
}

export interface PulledAlert {
	alertId: string;
	complaintId: string | null;
	answer: 'no' | 'notSure';
	raisedAt: string;
	takenBy: string | null;
	takenAt: string | null;
	closedAt: string | null;
	hasNumber: boolean;
	steps: readonly { at: string; staffId: string | null; what: string }[];
}

/** One case that a search found; POST /api/sync/search answers `{ found }`. */
export interface FoundCase {
	complaintId: string;
	reference: string;
	calledName: string | null;
	receivedOn: PlainDate;
	phase: 'received' | 'withdrawn' | 'triaged' | 'imported';
}
