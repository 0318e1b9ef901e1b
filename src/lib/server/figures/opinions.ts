import type { Transaction } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { FEWEST_TOLD, isTooFew } from '#lib/domain/figures/fewTold.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openFor } from '#lib/server/keys/sealing.ts';
import { placeOf } from '#lib/server/more/howWeDid.ts';
import type { Work } from '#lib/server/work.ts';
import { EQUALITY_QUESTIONS } from '#lib/words/equality.ts';
import { HOW_WE_DID_QUESTIONS } from '#lib/words/public/howWeDid.ts';

/**
 * One question and how often each of its answers was given, in the order they were offered; or
 * that from 1 to 4 answered it: then which answers were given at all would tell what each said.
 */
export interface CountedQuestion {
	question: string;
	answers: readonly { words: string; count: CountSaid }[] | 'few';
}

/** A count, or that it is too small to be told. */
export type CountSaid = number | 'few';

/** Which answers are counted: given in those days, both of them in it. */
interface Counted {
	from: PlainDate;
	to: PlainDate;
	/** The cases that the one who looks never sees. */
	shutOutOf: readonly string[];
}

/**
 * How often each answer about themselves was given. No row says whose it is, so it is told as a
 * whole to whoever sees figures.
 *
 * Source: Getting the Best from Complaints 5, monitoring.
 */
export async function countEquality(
	{ trx }: Pick<Work, 'trx'>,
	{ from, to }: Pick<Counted, 'from' | 'to'>
): Promise<CountedQuestion[]> {
	const rows = await trx
		.selectFrom('equality_answer')
		.select(EQUALITY_QUESTIONS.map(({ column }) => column))
		.where('given_on', '>=', from)
		.where('given_on', '<=', to)
		.execute();
	return countAnswers(EQUALITY_QUESTIONS, rows);
}

/** How often each answer was given to how we did. */
export async function countHowWeDid(
	{ trx }: Pick<Work, 'trx'>,
	counted: Counted
): Promise<CountedQuestion[]> {
	const rows = await howWeDidIn(trx, counted)
		.select(HOW_WE_DID_QUESTIONS.map(({ column }) => column))
		.execute();
	return countAnswers(HOW_WE_DID_QUESTIONS, rows);
}

/**
 * What was written beside it, in the order of the alphabet, so that no order of time says whose
 * it is; and nothing until five have written, because of fewer it is easily known.
 */
export async function readHowWeDidWords(
	{ trx, keys }: Pick<Work, 'trx' | 'keys'>,
	counted: Counted
): Promise<string[]> {
	const rows = await howWeDidIn(trx, counted)
		.select(['complaint_id', 'sealed'])
		.where('sealed', 'is not', null)
		.execute();
	const words: string[] = [];
	for (const { complaint_id, sealed } of rows) {
		const key = await openFor(trx, keys, complaint_id);
		const said = key?.open(placeOf(complaint_id), sealed);
		if (said) words.push(said);
	}
	return words.length < FEWEST_TOLD ? [] : words.sort((one, other) => one.localeCompare(other));
}

function howWeDidIn(trx: Transaction<Database>, { from, to, shutOutOf }: Counted) {
	return trx
		.selectFrom('how_we_did')
		.where('given_on', '>=', from)
		.where('given_on', '<=', to)
		.$if(shutOutOf.length > 0, (rows) => rows.where('complaint_id', 'not in', [...shutOutOf]));
}

/** A question nobody answered is left out. */
function countAnswers<Column extends string>(
	questions: readonly {
		column: Column;
		words: string;
		answers: Readonly<Record<string, string>>;
	}[],
	rows: readonly Partial<Record<Column, string | null>>[]
): CountedQuestion[] {
	return questions.flatMap(({ column, words: question, answers }) => {
		const counts = Object.keys(answers).map((code) => ({
			words: answers[code] ?? '',
			count: rows.filter((row) => row[column] === code).length
		}));
		const answered = counts.reduce((sum, { count }) => sum + count, 0);
		if (answered === 0) return [];
		return [{ question, answers: isTooFew(answered) ? 'few' : hideFew(counts) }];
	});
}

/**
 * Counts from 1 to 4 are not told. Where that hides a single answer, the smallest of the others
 * is not told either: with the number of all answers known, the one could be worked out.
 */
function hideFew(
	counts: readonly { words: string; count: number }[]
): { words: string; count: CountSaid }[] {
	const few = counts.filter(({ count }) => isTooFew(count));
	const others = counts.filter(({ count }) => count >= FEWEST_TOLD);
	const second = few.length === 1 ? Math.min(...others.map(({ count }) => count)) : null;
	const alsoHidden = others.find(({ count }) => count === second);
	return counts.map((one) => ({
		words: one.words,
		count: few.includes(one) || one === alsoHidden ? 'few' : one.count
	}));
}
