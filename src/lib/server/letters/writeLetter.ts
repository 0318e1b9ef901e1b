import { mayAct, type PlainAct } from '#lib/domain/roles/acts.ts';
import { letterOf, type LetterId } from '#lib/letters/catalogue.ts';
import type { LetterFacts } from '#lib/letters/fields.ts';
import type { LetterRefusal } from '#lib/letters/refusals.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { readCaseForLetter } from '#lib/server/letters/caseFacts.ts';
import {
	findLetterRow,
	openLetter,
	sealLetter,
	type LetterRow,
	type SealedLetter
} from '#lib/server/letters/letterRows.ts';
import { readTemplate } from '#lib/server/letters/templates.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import type { Audience } from '#lib/words/swapList.ts';

/** What came of an act on a letter. */
export type LetterActed = { done: true; version: number } | { done: false; refusal: LetterRefusal };

/** Which letter, and the version of it that was on the page. */
export interface SeenLetter {
	complaintId: string;
	letterId: string;
	seenVersion: number;
}

/** Begins a letter from its template; the id is made by the page, so that a second tap is the same. */
export function startLetter(
	service: Service,
	staffId: string,
	start: { complaintId: string; letterId: string; letterKind: LetterId; strandId: string | null }
): Promise<LetterActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const { complaintId, letterId, letterKind, strandId } = start;
		if (!mayAct(await findHeldRoles(work), 'writeLetter')) return mayNot('writeLetter');
		const seen = await work.trx
			.selectFrom('complaint')
			.select('complaint_id')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirst();
		if (!seen) return refuseLetter({ code: 'notYours' });
		const builtIn = letterOf(letterKind);
		const { audience } = await readCaseForLetter(work, { complaintId, strandId }, builtIn.reader);
		const ids = { letter_id: letterId, complaint_id: complaintId };
		await work.trx
			.insertInto('letter')
			.values({
				...ids,
				strand_id: strandId,
				letter_kind: letterKind,
				template_version: (await readTemplate(work.trx, letterKind)).version,
				audience: firstAudience(letterKind, audience),
				state: 'draft',
				sealed: await sealLetter(work, ids, { facts: {}, text: null, sentBack: null }),
				written_by: staffId,
				writers: [staffId],
				saved_at: instantOf(work)
			})
			.onConflict((conflict) => conflict.column('letter_id').doNothing())
			.execute();
		return { done: true, version: 1 };
	});
}

/** What a writer changes in a draft. `text` null: it follows its template. */
export interface LetterDraft extends SeenLetter {
	audience: Audience;
	facts: LetterFacts;
	text: string | null;
}

/** Saves a draft. One that waited for a second person, or was released, is a draft again. */
export function saveLetter(
	service: Service,
	staffId: string,
	draft: LetterDraft
): Promise<LetterActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findForLetter(work, draft, 'writeLetter');
		if ('refusal' in found) return refuseLetter(found.refusal);
		const { row, sealed } = found;
		const version = row.version + 1;
		const audience = letterOf(row.letter_kind as LetterId)[draft.audience]
			? draft.audience
			: row.audience;
		await work.trx
			.updateTable('letter')
			.set({
				state: 'draft',
				version,
				audience,
				sealed: await sealLetter(work, row, { ...sealed, facts: draft.facts, text: draft.text }),
				written_by: staffId,
				writers: [...new Set([...row.writers, staffId])],
				saved_at: instantOf(work),
				release_asked_at: null,
				second_person_id: null,
				released_by: null,
				released_at: null,
				look_confirmed: false
			})
			.where('letter_id', '=', row.letter_id)
			.execute();
		return { done: true, version };
	});
}

/** A letter that is not yet out, locked, where this person may do that with what they saw. */
export async function findForLetter(
	work: Work,
	seen: SeenLetter,
	act: Extract<PlainAct, 'writeLetter' | 'releaseLetter'>
): Promise<{ row: LetterRow; sealed: SealedLetter } | { refusal: LetterRefusal }> {
	if (!mayAct(await findHeldRoles(work), act)) return { refusal: { code: 'mayNotAct', act } };
	const row = await findLetterRow(work, seen, true);
	const sealed = row && (await openLetter(work, row));
	if (!row || !sealed) return { refusal: { code: 'notYours' } };
	if (row.state === 'queued' || row.state === 'printed')
		return { refusal: { code: 'alreadySent' } };
	if (row.version !== seen.seenVersion) {
		return { refusal: { code: 'changedMeanwhile', version: row.version } };
	}
	return { row, sealed };
}

/** The refusal as an outcome. */
export function refuseLetter(refusal: LetterRefusal): LetterActed {
	return { done: false, refusal };
}

function mayNot(act: PlainAct): LetterActed {
	return refuseLetter({ code: 'mayNotAct', act });
}

/** A child complained: the child version. The child who is told of an outcome has it too. */
function firstAudience(letterKind: LetterId, audience: Audience): Audience {
	const { child, reader } = letterOf(letterKind);
	if (child === null) return 'adult';
	return reader === 'child' ? 'child' : audience;
}
