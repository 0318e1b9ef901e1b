import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import type { LetterRefusal } from '#lib/letters/refusals.ts';
import { recordView } from '#lib/server/audit/views.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { findUnprintable } from '#lib/server/letters/letterFaces.ts';
import { letterOdt, type PrintedLetter } from '#lib/server/letters/letterOdt.ts';
import { letterPdf } from '#lib/server/letters/letterPdf.ts';
import { findLetterRow } from '#lib/server/letters/letterRows.ts';
import { composeLetter } from '#lib/server/letters/readLetter.ts';
import { findPostalAddress } from '#lib/server/letters/sendLetter.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { fullDate } from '#lib/words/dates.ts';

/** A letter as a file. Its name tells nobody what it is about. */
export interface LetterFile {
	name: string;
	type: string;
	bytes: Uint8Array;
}

/** Which file is wanted; `forPost`: with the safe postal address at its head. */
export interface WantedFile {
	complaintId: string;
	letterId: string;
	format: 'pdf' | 'odt';
	forPost: boolean;
}

const TYPES = { pdf: 'application/pdf', odt: 'application/vnd.oasis.opendocument.text' } as const;

/**
 * A letter to be printed, once it was let go, and the note that this person had it.
 *
 * A postal address is printed only where they said that a letter is safe, and only on a letter
 * that a second person let go. Source: security 2.4 #3.
 */
export async function printLetter(
	service: Service,
	staffId: string,
	wanted: WantedFile
): Promise<{ file: LetterFile } | { refusal: LetterRefusal }> {
	const { format } = wanted;
	const ready = await inTransaction(service, { kind: 'staff', staffId }, (work) =>
		readyToPrint(work, wanted)
	);
	if ('refusal' in ready) return ready;
	const bytes = format === 'pdf' ? await letterPdf(ready.letter) : letterOdt(ready.letter);
	return { file: { name: `letter-${ready.reference}.${format}`, type: TYPES[format], bytes } };
}

async function readyToPrint(
	work: Work,
	wanted: WantedFile
): Promise<{ letter: PrintedLetter; reference: string } | { refusal: LetterRefusal }> {
	if (!mayAct(await findHeldRoles(work), 'writeLetter')) return { refusal: { code: 'notYours' } };
	const row = await findLetterRow(work, wanted, false);
	const composed = row && (await composeLetter(work, row));
	if (!row || !composed) return { refusal: { code: 'notYours' } };
	if (row.state === 'draft' || row.state === 'waitingForRelease') {
		return { refusal: { code: 'notReleased' } };
	}
	let postTo: string | null = null;
	if (wanted.forPost) {
		if (row.released_by === null) return { refusal: { code: 'needsSecondPerson' } };
		const address = await findPostalAddress(work, row);
		if (!address) return { refusal: { code: 'noSafeWay', how: 'post' } };
		postTo = address.to;
	}
	const { letter, about } = composed;
	const what = wanted.format === 'pdf' ? findUnprintable(`${letter.text}\n${postTo ?? ''}`) : [];
	if (what.length > 0) return { refusal: { code: 'notForPdf', what } };
	await recordView(work, wanted.complaintId, 'letter');
	return {
		letter: {
			text: letter.text,
			title: 'Letter',
			postTo,
			dayWords: fullDate(dateInEngland(row.released_at ?? work.now()))
		},
		reference: about.facts.reference ?? 'x'
	};
}
