import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Channel } from '#lib/domain/complaint/codes.ts';
import type { MovedFile } from '#lib/server/files/attachedFiles.ts';
import type { NewSafeContact } from '#lib/server/people/safeContacts.ts';

/**
 * A finished form of the public site, as plain values. Every id is made by the caller and is
 * final: the same `complaintId` a second time changes nothing and gives the same answer.
 */
export interface IntakeComplaint {
	complaintId: string;
	/** The draft it was written in; an alert raised from that draft is tied to the complaint. */
	draftId: string | null;
	/** It goes beside what the draft is sent as, which keeps the draft's alert and other files. */
	isBeside?: boolean;
	/** The day it was sent, in England: day 0. */
	receivedOn: PlainDate;
	channel: Extract<Channel, 'website' | 'advocate'>;
	madeBy: 'childOrYoungPerson' | 'helper' | 'adult';
	/** True where they asked to tell us aloud ("call me", "meet me") and wrote nothing. */
	madeOrally: boolean;
	texts: readonly IntakeText[];
	/** Recordings and pictures of the draft that go along; any other of its files is gone. */
	files?: readonly MovedFile[];
	people: readonly IntakePerson[];
	safeContacts: readonly NewSafeContact[];
	facts: IntakeFacts;
	/** Asked for on the form: the request goes to the provider in the same transaction. */
	advocate: { mayKnow: 'nameOnly' | 'story' } | null;
	/** The advocate who told us by their own sign-in; the child is theirs from then on. */
	partnerId?: string | null;
}

export interface IntakeText {
	textId: string;
	kind: 'whatHappened' | 'helpersAccount' | 'whatWouldHelp' | 'whenItChanges' | 'languageNamed';
	words: string;
}

/** A name that was typed. Left out where the field was left blank. */
export interface IntakePerson {
	personId: string;
	part: 'complainant' | 'child' | 'helper' | 'advocate' | 'other';
	name: string;
	/** How they belong to the case, in their words or ours; may be empty. */
	relation: string;
}

/** What was picked, as codes of `intake/`; never words that somebody typed. */
export interface IntakeFacts {
	pickedSubjects: readonly string[];
	wishes: readonly string[];
	toldHow: string | null;
	safetyAnswer: string | null;
	wantsAdvocate: string | null;
	advocateMayKnow: string | null;
	/** What is about to change and may have to be put on hold. */
	changesComing: readonly string[];
	/** Which wording of the three things to know was shown; null on a way that has no such page. */
	promiseVersion: string | null;
	/** What one door asks and others do not, by the name of the question. */
	further: Readonly<Record<string, string>>;
}

/** What became of it. */
export interface ReceivedComplaint {
	complaintId: string;
	/** The case number, like 26-0203. */
	reference: string;
}
