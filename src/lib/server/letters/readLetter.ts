import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { isLetterId, letterOf, type LetterId } from '#lib/letters/catalogue.ts';
import { checkLetter, type CheckedLetter } from '#lib/letters/checkLetter.ts';
import { soundTemplate } from '#lib/letters/checkTemplate.ts';
import { plainWords } from '#lib/letters/document.ts';
import type { LetterFacts } from '#lib/letters/fields.ts';
import { fillFields, fillIn } from '#lib/letters/template.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import { recordView } from '#lib/server/audit/views.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { readCaseForLetter, wordFacts, type CaseForLetter } from '#lib/server/letters/caseFacts.ts';
import {
	findLetterRow,
	openLetter,
	type LetterRow,
	type SealedLetter
} from '#lib/server/letters/letterRows.ts';
import { readTemplate } from '#lib/server/letters/templates.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { Audience } from '#lib/words/swapList.ts';

/** A letter as the pages of a case list it. */
export interface ListedLetter {
	letterId: string;
	letterKind: LetterId;
	/** The strand it is about; null for all of the case. */
	strandId: string | null;
	state: LetterRow['state'];
	audience: Audience;
	writtenBy: string;
	savedAt: string;
	sentAt: string | null;
	/** The day it went; for one on paper as whoever posted it said. */
	sentOn: PlainDate | null;
	sentHow: LetterRow['sent_how'];
}

/** A letter with its words, in both versions, and what stands against it. */
export interface ReadLetter extends ListedLetter {
	version: number;
	/** As it would go: what is known merged in, the rest in braces. */
	text: string;
	/** The other version of the same letter; null where there is none. */
	otherText: string | null;
	isWrittenOver: boolean;
	/** What is filled in; a day is 'YYYY-MM-DD'. */
	facts: LetterFacts;
	/** What the case knows by itself. */
	knownFacts: LetterFacts;
	check: CheckedLetter;
	writers: readonly string[];
	secondPersonId: string | null;
	releasedBy: string | null;
	sentBack: SealedLetter['sentBack'];
	/** It can be read on the site: it is to the person who complained. */
	mayGoOnline: boolean;
}

/** The letters of a case, the newest first; none for one who may not write any. */
export function listLetters(
	service: Service,
	staffId: string,
	complaintId: string
): Promise<readonly ListedLetter[]> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		if (!mayAct(await findHeldRoles(work), 'writeLetter')) return [];
		const rows = await work.trx
			.selectFrom('letter')
			.selectAll()
			.where('complaint_id', '=', complaintId)
			.orderBy('position', 'desc')
			.execute();
		return rows.flatMap((row) => listed(row) ?? []);
	});
}

/** One letter, and the note that this person looked; null where it is not theirs, or erased. */
export function readLetter(
	service: Service,
	staffId: string,
	letter: { complaintId: string; letterId: string }
): Promise<ReadLetter | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		if (!mayAct(await findHeldRoles(work), 'writeLetter')) return null;
		const row = await findLetterRow(work, letter, false);
		const composed = row && (await composeLetter(work, row));
		if (!composed) return null;
		await recordView(work, letter.complaintId, 'letter');
		return composed.letter;
	});
}

/** A letter put together from its template, its case and what was written over. */
export interface ComposedLetter {
	letter: ReadLetter;
	sealed: SealedLetter;
	about: CaseForLetter;
}

/** Puts a letter together as it stands now; null once erased. */
export async function composeLetter(work: Work, row: LetterRow): Promise<ComposedLetter | null> {
	const base = listed(row);
	const sealed = base && (await openLetter(work, row));
	if (!base || !sealed) return null;
	const { letterKind, audience } = base;
	const builtIn = letterOf(letterKind);
	const about = await readCaseForLetter(
		work,
		{ complaintId: row.complaint_id, strandId: row.strand_id },
		builtIn.reader
	);
	const facts = { ...about.facts, ...sealed.facts };
	const worded = wordFacts(facts, work);
	const template = await readTemplate(work.trx, letterKind);
	const versionFor = (to: Audience) => {
		const source = template[to];
		return source === null ? null : fillIn(soundTemplate(source, builtIn.reader), worded);
	};
	const text = sealed.text === null ? versionFor(audience) : fillFields(sealed.text, worded);
	const check = checkLetter({
		text: text ?? '',
		audience,
		letter: builtIn,
		facts: worded,
		others: about.others,
		ourNumbers: about.ourNumbers
	});
	return {
		sealed,
		about,
		letter: {
			...base,
			version: row.version,
			text: text ?? '',
			otherText: versionFor(audience === 'adult' ? 'child' : 'adult'),
			isWrittenOver: sealed.text !== null,
			facts,
			knownFacts: about.facts,
			check,
			writers: row.writers,
			secondPersonId: row.second_person_id,
			releasedBy: row.released_by,
			sentBack: sealed.sentBack,
			mayGoOnline: builtIn.reader === 'complainant'
		}
	};
}

/** The letter as a message on the site. */
export function wordsOfLetter({ text }: Pick<ReadLetter, 'text'>): string {
	return plainWords(text);
}

function listed(row: LetterRow): ListedLetter | null {
	if (!isLetterId(row.letter_kind)) return null;
	return {
		letterId: row.letter_id,
		letterKind: row.letter_kind,
		strandId: row.strand_id,
		state: row.state,
		audience: row.audience,
		writtenBy: row.written_by,
		savedAt: row.saved_at,
		sentAt: row.sent_at,
		sentOn: sentOnOf(row),
		sentHow: row.sent_how
	};
}

function sentOnOf({ sent_on, sent_at }: LetterRow): PlainDate | null {
	return (sent_on as PlainDate | null) ?? (sent_at === null ? null : dateInEngland(sent_at));
}
