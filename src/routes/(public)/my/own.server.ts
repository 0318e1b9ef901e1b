import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { readOwnCase, type OwnCase } from '#lib/server/complaints/ownCase.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import { admit, findSender, type Admitted } from '#lib/server/intake/comeBack.ts';
import {
	findUnsent,
	forgetUnsent,
	keepUnsent,
	moveToMessages,
	type Typing,
	type Unsent,
	type UnsentPage
} from '#lib/server/intake/my/unsentWords.ts';
import { getService } from '#lib/server/running.ts';
import { HEAR } from '#lib/words/public/answer.ts';
import { refusedWords } from '#lib/words/public/refused.ts';
import type { FileRefusal } from '#lib/words/files.ts';
import { ADULT_FILE_PROBLEMS, FILE_PROBLEMS, FILES_AGAIN } from '#lib/words/public/files.ts';
import { readPostedFiles } from '../posted.server.ts';
import { clearVisit, readVisit, setVisit, type CookieEvent } from '../visit.server.ts';
import { addLeftOut, type NoticeKey } from './notices.ts';

/** Their own case, for a page that shows it; everyone else is asked for the six words. */
export function openOwn(event: CookieEvent): Promise<OwnCase> {
	return own(event, { mayRenew: true });
}

/** The same for something they do. */
export function openOwnToAct(event: CookieEvent): Promise<OwnCase> {
	return own(event, { mayRenew: false });
}

/**
 * The complaint that what they wrote belongs to. It is taken even after a quarter of an hour,
 * and only then are the words asked for.
 */
export async function admitWriter(
	event: CookieEvent
): Promise<{ complaintId: string; isIdle: boolean }> {
	const admitted = await admit(getService(), readVisit(event), {
		mayRenew: false,
		mayBeIdle: true
	});
	if (admitted.kind !== 'complainant') return turnAway(event, admitted.kind);
	return admitted;
}

/**
 * Their own case for something they typed with a choice. After a quarter of an hour nothing is
 * done, but what they typed is kept, and stands there again once they have typed their words.
 */
export async function openOwnToWrite(
	event: CookieEvent,
	page: UnsentPage,
	fields: FormData
): Promise<OwnCase> {
	const { complaintId, isIdle } = await admitWriter(event);
	const typing = { complaintId, holder: 'complainant' as const, page };
	if (isIdle) return keepAndAsk(event, typing, fields);
	return (await readOwnCase(getService(), complaintId)) ?? turnAway(event, 'nobody');
}

/** Keeps what was typed, and asks for the words; for what cannot be taken after all that time. */
export async function keepAndAsk(
	event: CookieEvent,
	typing: Typing,
	fields: FormData
): Promise<never> {
	const isKept = await keepUnsent(getService(), typing, fields);
	clearVisit(event);
	redirect(303, isKept ? '/back?held' : '/back?hidden');
}

/** What they had typed on that page and not sent, to stand there again. */
export function unsentOn(
	{ complaintId }: Pick<OwnCase, 'complaintId'>,
	page: UnsentPage
): Promise<Unsent> {
	return findUnsent(getService(), { complaintId, holder: 'complainant', page });
}

/** Nothing can be typed on that page any more: what they had typed there leads to their messages. */
export async function moveUnsent(
	{ complaintId }: Pick<OwnCase, 'complaintId'>,
	page: UnsentPage
): Promise<void> {
	const isMoved = await moveToMessages(getService(), { complaintId, page });
	if (isMoved) redirect(303, '/my/messages');
}

/** It was sent: it does not stand there again. */
export function sentOn(
	{ complaintId }: Pick<OwnCase, 'complaintId'>,
	page: UnsentPage
): Promise<void> {
	return forgetUnsent(getService(), { complaintId, holder: 'complainant', page });
}

/** The complaint somebody told us for a child, as they may see it; everyone else goes elsewhere. */
export async function openHelped(event: CookieEvent): Promise<OwnCase> {
	const admitted = await admit(getService(), readVisit(event), { mayRenew: true });
	if (admitted.kind !== 'helper') return turnAway(event, admitted.kind);
	setVisit(event, admitted.newCookie);
	const found = await readOwnCase(getService(), admitted.complaintId, 'helper');
	return found ?? turnAway(event, 'nobody');
}

/** The same for what they write, which is taken even after a quarter of an hour. */
export async function admitHelper(
	event: CookieEvent
): Promise<{ complaintId: string; isIdle: boolean }> {
	const admission = { mayRenew: false, mayBeIdle: true };
	const admitted = await admit(getService(), readVisit(event), admission);
	if (admitted.kind !== 'helper') return turnAway(event, admitted.kind);
	return admitted;
}

/** A form of theirs with the files that may be kept, and why another may not. */
export interface OwnSent {
	fields: FormData;
	files: CheckedFile[];
	refused: FileRefusal | null;
	/** The same as a sentence. */
	fileError: string | null;
}

/** Reads it. Whoever has no visit is asked for the words before anything is read. */
export async function readWithFiles(event: CookieEvent & { request: Request }): Promise<OwnSent> {
	const sender = await findSender(getService(), readVisit(event));
	if (!sender) return turnAway(event, 'nobody');
	const sent = await readPostedFiles(event, {
		takes: sender.isAdult ? ['picture', 'sound', 'pdf'] : ['picture', 'sound']
	});
	const [refusal] = sent === null ? (['tooBig'] as const) : Object.values(sent.refused);
	return {
		fields: sent?.fields ?? new FormData(),
		files: sent?.files.map(({ file }) => file) ?? [],
		refused: refusal ?? null,
		fileError: refusal ? (sender.isAdult ? ADULT_FILE_PROBLEMS : FILE_PROBLEMS)[refusal] : null
	};
}

/** What is wrong with the files where nothing was kept: good ones have to be added again. */
export function sayNotKept({ files, fileError }: OwnSent): string | null {
	return files.length === 0 ? fileError : [fileError, FILES_AGAIN].filter(Boolean).join(' ');
}

/**
 * Whether all they sent is a file that is not taken, which is told beside what they typed. After
 * a quarter of an hour no page can show that again: then their words are kept without it.
 */
export function isAllRefused({ refused, files }: OwnSent, words: string, isIdle: boolean): boolean {
	return refused !== null && files.length === 0 && !(isIdle && words.trim() !== '');
}

/** The page that says what was just done, and of a file that was left out. */
export function doneWithFiles(
	event: CookieEvent,
	address: `/my${string}?n=${string}`,
	{ refused, isIdle }: { refused: FileRefusal | null; isIdle: boolean }
): never {
	if (!isIdle) redirect(303, addLeftOut(address, refused));
	clearVisit(event);
	redirect(303, addLeftOut('/back?kept', refused));
}

/** Back to what is happening, which says what was just done; or to the words where they were idle. */
export function done(event: CookieEvent, notice: NoticeKey, isIdle = false): never {
	if (!isIdle) redirect(303, `/my?n=${notice}`);
	clearVisit(event);
	redirect(303, '/back?kept');
}

/** The id of an act, made with its page; a second press is then the same act. */
export function actIdIn(fields: FormData, name = 'id'): string {
	const read = z.uuid().safeParse(fields.get(name));
	return read.success ? read.data : randomUUID();
}

/** Staff are asked to read the answer to them, on the telephone; they hear if we cannot call yet. */
export async function askToBeReadTo(
	event: CookieEvent,
	{ complaintId, safeContact }: OwnCase,
	actId: string
): Promise<never> {
	await writeMessage(getService(), { complaintId, actId, words: HEAR.asked });
	const mayCall = safeContact.some(
		({ channel, isAllowed }) => channel === 'telephone' && isAllowed
	);
	return done(event, mayCall ? 'w' : 'x');
}

/** What a page with a form carries unseen. */
export function hiddenIds(): Record<'id' | 'id2', string> {
	return { id: randomUUID(), id2: randomUUID() };
}

/** Why it was not done, as a sentence for the child; null where it was. */
export function refusalOf(carried: Carried): string | null {
	// A refusal that is not one of the rules gets the sentence for all others.
	return carried.done ? null : refusedWords(carried.refusal as Refusal);
}

async function own(event: CookieEvent, admission: { mayRenew: boolean }): Promise<OwnCase> {
	const admitted = await admit(getService(), readVisit(event), admission);
	if (admitted.kind !== 'complainant') return turnAway(event, admitted.kind);
	setVisit(event, admitted.newCookie);
	const found = await readOwnCase(getService(), admitted.complaintId);
	return found ?? turnAway(event, 'nobody');
}

function turnAway(event: CookieEvent, kind: Admitted['kind']): never {
	switch (kind) {
		case 'complainant':
			return redirect(303, '/my');
		case 'helper':
			return redirect(303, '/my/helped');
		case 'draft':
			return redirect(303, '/s/11');
		case 'idle':
			clearVisit(event);
			return redirect(303, '/back?hidden');
		case 'nobody':
			return redirect(303, '/back');
	}
}
