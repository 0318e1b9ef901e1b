import type { CheckedLetter } from '#lib/letters/checkLetter.ts';
import type { LetterRefusal } from '#lib/letters/refusals.ts';
import { tellSecondPerson } from '#lib/server/complaints/answers/tellSecondPerson.ts';
import { sealLetter, type LetterRow } from '#lib/server/letters/letterRows.ts';
import { composeLetter } from '#lib/server/letters/readLetter.ts';
import {
	findForLetter,
	refuseLetter,
	type LetterActed,
	type SeenLetter
} from '#lib/server/letters/writeLetter.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';

/** Asks a second person to look at a letter and let it go. */
export function askForLetterRelease(
	service: Service,
	staffId: string,
	asked: SeenLetter & { secondPersonId: string }
): Promise<LetterActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findForLetter(work, asked, 'writeLetter');
		if ('refusal' in found) return refuseLetter(found.refusal);
		const { row, sealed } = found;
		const composed = await composeLetter(work, row);
		const refusal =
			(composed ? findUnready(composed.letter.check) : ({ code: 'notYours' } as const)) ??
			(await tellSecondPerson(work, { ...row, act: 'releaseLetter' }, asked.secondPersonId));
		if (refusal) return refuseLetter(refusal);
		await work.trx
			.updateTable('letter')
			.set({
				state: 'waitingForRelease',
				release_asked_at: instantOf(work),
				second_person_id: asked.secondPersonId,
				sealed: await sealLetter(work, row, { ...sealed, sentBack: null })
			})
			.where('letter_id', '=', row.letter_id)
			.execute();
		return { done: true, version: row.version };
	});
}

/** The second person sends a letter back to its writer, and says why. It is a draft again. */
export function sendLetterBack(
	service: Service,
	staffId: string,
	{ why, ...seen }: SeenLetter & { why: string }
): Promise<LetterActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findForLetter(work, seen, 'releaseLetter');
		if ('refusal' in found) return refuseLetter(found.refusal);
		const { row, sealed } = found;
		if (row.state !== 'waitingForRelease') return refuseLetter({ code: 'nothingWaiting' });
		const sentBack = { why, byStaffId: staffId, at: instantOf(work) };
		await work.trx
			.updateTable('letter')
			.set({
				state: 'draft',
				release_asked_at: null,
				second_person_id: null,
				sealed: await sealLetter(work, row, { ...sealed, sentBack })
			})
			.where('letter_id', '=', row.letter_id)
			.execute();
		return { done: true, version: row.version };
	});
}

/**
 * Lets a letter go, so that it can be sent or printed: its words are kept as they stand. By a
 * second person where the letter or what it holds asks for one, never by one who wrote any of it.
 */
export function releaseLetter(
	service: Service,
	staffId: string,
	release: SeenLetter & { confirmsLook: boolean }
): Promise<LetterActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findForLetter(work, release, 'releaseLetter');
		if ('refusal' in found) return refuseLetter(found.refusal);
		const { row, sealed } = found;
		const composed = await composeLetter(work, row);
		if (!composed) return refuseLetter({ code: 'notYours' });
		const { check, text } = composed.letter;
		const isSecond = row.state === 'waitingForRelease';
		const refusal =
			(await findObjection(work, row, { staffId, isSecond, check })) ??
			findUnready(check) ??
			(check.needsLook && !release.confirmsLook ? ({ code: 'needsLook' } as const) : null);
		if (refusal) return refuseLetter(refusal);
		await work.trx
			.updateTable('letter')
			.set({
				state: 'released',
				released_by: isSecond ? staffId : null,
				released_at: instantOf(work),
				look_confirmed: check.needsLook,
				sealed: await sealLetter(work, row, { ...sealed, text })
			})
			.where('letter_id', '=', row.letter_id)
			.execute();
		return { done: true, version: row.version };
	});
}

/** What has to be put right before a letter can go, whoever looks. */
export function findUnready(check: CheckedLetter): LetterRefusal | null {
	if (check.missing.length > 0) return { code: 'factsMissing', fields: check.missing };
	if (check.lost.length > 0) return { code: 'factsLost', fields: check.lost };
	if (check.problems.length > 0) return { code: 'fieldsWrong' };
	const { words } = check;
	const failed = [
		...(words.grade !== null && words.grade > words.gradeLimit ? (['grade'] as const) : []),
		...(words.longestSentence.words > words.sentenceLimit ? (['longSentence'] as const) : []),
		...(words.banned.length > 0 ? (['bannedWords'] as const) : [])
	];
	return failed.length > 0 ? { code: 'wordsNotReady', failed } : null;
}

/** Why this person may not let this letter go. */
async function findObjection(
	{ trx }: Work,
	row: LetterRow,
	by: { staffId: string; isSecond: boolean; check: CheckedLetter }
): Promise<LetterRefusal | null> {
	if (row.state === 'released') return { code: 'nothingWaiting' };
	if (by.isSecond && row.writers.includes(by.staffId)) return { code: 'secondPersonIsWriter' };
	if (!by.isSecond && by.check.needsSecondPerson) return { code: 'needsSecondPerson' };
	const writer = await trx
		.selectFrom('complaint_subject')
		.select('staff_id')
		.where('complaint_id', '=', row.complaint_id)
		.where('staff_id', 'in', row.writers)
		.executeTakeFirst();
	return writer ? { code: 'complainedAbout', staffId: writer.staff_id } : null;
}
