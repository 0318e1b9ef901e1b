import { z } from 'zod';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { numbersOf } from '#lib/server/complaints/outgoingWords.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';
import { checkWords } from '#lib/words/checks.ts';

/** One thing children said, and what was done about it. */
export interface WhatChanged {
	changeId: string;
	said: string;
	did: string;
	doneOn: PlainDate;
}

const LONGEST = 300;
/** So many are shown; older ones stay kept. */
const SHOWN = 20;

const words = (missing: string) =>
	z.string().trim().min(1, missing).max(LONGEST, `Keep it under ${LONGEST} characters`);

/** What publishing one asks for. */
export const whatChangedForm = z.object({
	said: words('Enter what children told you'),
	did: words('Enter what was changed'),
	doneOn: z.string().trim()
});

/** Why one was not published: a sentence beside a field of the form. */
export interface NotPublished {
	field: 'said' | 'did' | 'doneOn';
	sentence: string;
}

/** What stands on the public page, the newest first; 20 at most. */
export function listWhatChanged(service: Service): Promise<WhatChanged[]> {
	return inTransaction(service, { kind: 'public' }, async ({ trx }) => {
		const rows = await trx
			.selectFrom('what_changed')
			.select(['change_id', 'said', 'did', 'done_on'])
			.where('taken_down_at', 'is', null)
			.orderBy('done_on', 'desc')
			.orderBy('published_at', 'desc')
			.limit(SHOWN)
			.execute();
		return rows.map(({ change_id: changeId, said, did, done_on: doneOn }) => ({
			changeId,
			said,
			did,
			doneOn: doneOn as PlainDate
		}));
	});
}

/**
 * Puts one on the public page. Refused with a sentence a field: words too hard for a child of
 * nine, words of the office, an address or a number, a day that is not one or is to come. What
 * stands there already is not put there twice.
 */
export function publishWhatChanged(
	service: Service,
	staffId: string,
	{ said, did, doneOn }: z.infer<typeof whatChangedForm>
): Promise<readonly NotPublished[]> {
	return inTransaction(service, { kind: 'staff', staffId }, async ({ trx, now }) => {
		const ourNumbers = numbersOf(await readCouncil(trx));
		const day = isPlainDate(doneOn) ? doneOn : null;
		const wrong = [
			...faultsOf('said', said, ourNumbers),
			...faultsOf('did', did, ourNumbers),
			...faultsOfDay(day, dateInEngland(now()))
		];
		if (wrong.length > 0 || day === null) return wrong;
		await trx
			.insertInto('what_changed')
			.values({
				change_id: crypto.randomUUID(),
				said,
				did,
				done_on: day,
				published_at: writeInstant(now()),
				published_by: staffId
			})
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		return [];
	});
}

/** Takes one off the public page; one that is off already stays so. */
export async function takeDownWhatChanged(
	service: Service,
	staffId: string,
	changeId: string
): Promise<void> {
	await inTransaction(service, { kind: 'staff', staffId }, ({ trx, now }) =>
		trx
			.updateTable('what_changed')
			.set({ taken_down_at: writeInstant(now()), taken_down_by: staffId })
			.where('change_id', '=', changeId)
			.where('taken_down_at', 'is', null)
			.execute()
	);
}

function faultsOf(
	field: 'said' | 'did',
	text: string,
	ourNumbers: readonly string[]
): NotPublished[] {
	const { grade, gradeLimit, longestSentence, sentenceLimit, banned, addresses } = checkWords(
		text,
		'child',
		ourNumbers
	);
	const sentence =
		addresses.length > 0
			? 'Leave out the address or number: it may point at one child'
			: banned[0]
				? `Use other words than “${banned[0].found}”${banned[0].say ? `, such as “${banned[0].say}”` : ''}`
				: longestSentence.words > sentenceLimit
					? `Make each sentence ${sentenceLimit} words or fewer: one has ${longestSentence.words}`
					: grade !== null && grade > gradeLimit
						? 'Use shorter words and sentences: a child of nine should be able to read it'
						: null;
	return sentence === null ? [] : [{ field, sentence }];
}

function faultsOfDay(day: PlainDate | null, today: PlainDate): NotPublished[] {
	if (day === null) return [{ field: 'doneOn', sentence: 'Enter the day it was changed' }];
	return day > today
		? [{ field: 'doneOn', sentence: 'Enter a day that has come: it says what was done' }]
		: [];
}
